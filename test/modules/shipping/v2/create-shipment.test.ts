import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../../harness.ts';
import { EXAMPLE_SHIPMENT, fieldsOf, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';

const world = useTestApp(createTestDatabase);

const { sender, receiver } = EXAMPLE_SHIPMENT.addresses;
const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const ZURICH = { contactName: 'Anna Muster', street: 'Bahnhofstrasse 1', city: 'Zürich', postCode: '8001', countryCode: 'CH' };
const LAS_PALMAS = { contactName: 'Ana', street: 'Calle Mayor 1', city: 'Las Palmas', postCode: '35001', countryCode: 'ES' };
const CUSTOMS = { incoterm: 'DAP', contentType: 'merchandise', invoiceNumber: 'INV-2026-0042', invoiceDate: '2026-01-20' };
const SHIRTS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '12.50', currency: 'EUR' },
  hsCode: '610910',
  countryOfOrigin: 'PT',
  netWeight: { value: 200, unit: 'g' },
};

const post = (changes: Record<string, unknown>) => world.caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, ...changes });

test('answers 201 with the shipment, its links, its place and its version', async () => {
  const answer = await world.caller.post(SHIPMENTS, EXAMPLE_SHIPMENT);
  expect(answer.status).toBe(201);
  const { id, createdOn } = answer.body;
  expect(answer.body).toEqual({
    ...EXAMPLE_SHIPMENT,
    id,
    status: 'Created',
    version: 1,
    handlingUnits: [{ ...UNIT, id: expect.any(String) as string, status: 'AtOrigin' }],
    createdOn,
    updatedOn: createdOn,
    _links: {
      self: { href: `${SHIPMENTS}/${id}` },
      update: { href: `${SHIPMENTS}/${id}` },
      order: { href: `${SHIPMENTS}/${id}/order` },
      cancel: { href: `${SHIPMENTS}/${id}/cancel` },
    },
  });
  expect(Math.abs(Date.now() - Date.parse(createdOn))).toBeLessThan(10_000);
  expect(answer.headers).toMatchObject({ location: `${SHIPMENTS}/${id}`, etag: '"1"' });
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body).toEqual(answer.body);
});

test('two shipments may have the same reference', async () => {
  const [one, other] = [await world.caller.createShipment(), await world.caller.createShipment()];
  expect(one.reference).toBe(other.reference);
  expect(one.id).not.toBe(other.id);
});

describe('everything comes back as it was sent', () => {
  const line = fc.string({ unit: fc.constantFrom(...'aZ09 é中ß.-/&😀"\\'), minLength: 1, maxLength: 20 }).map((text) => `x${text}`);
  const reference = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
  const weight = fc.record({
    value: fc.double({ min: 1e-9, max: 2_000, noNaN: true, minExcluded: true }),
    unit: fc.constantFrom('kg', 'g', 'lb', 'oz'),
  });
  const side = fc.double({ min: 1e-9, max: 15, noNaN: true, minExcluded: true });
  const dimensions = fc.record({
    length: side,
    width: side,
    height: side,
    unit: fc.constantFrom('cm', 'mm', 'm', 'in'),
  });
  const unit = fc.record(
    { reference, packageType: fc.constantFrom('Box', 'Envelope', 'Pallet', 'Tube'), weight, dimensions },
    { requiredKeys: ['weight'] },
  );
  const address = fc.record(
    {
      contactName: line,
      companyName: line,
      street: line,
      houseNumber: fc.constantFrom('45', '12-14', '3 bis'),
      addressLine2: line,
      city: line,
      postCode: fc.constantFrom('10115', '01067'),
      countryCode: fc.constant('DE'),
      phone: fc.constant('+4930123456'),
      email: fc.constant('john@example.com'),
      residential: fc.boolean(),
      vatNumber: fc.constant('DE123456789'),
    },
    { requiredKeys: ['contactName', 'street', 'city', 'postCode', 'countryCode'] },
  );
  const shipment = fc.record(
    {
      reference,
      addresses: fc.record({ sender: address, receiver: address }),
      handlingUnits: fc.array(unit, { minLength: 1, maxLength: 4 }),
      instructions: reference,
      customs: fc.constant(CUSTOMS),
    },
    { requiredKeys: ['reference', 'addresses', 'handlingUnits'] },
  );

  test('addresses, weights and dimensions in their own units, texts of every script', async () => {
    await fc.assert(
      fc.asyncProperty(shipment, async (sent) => {
        // Through JSON, as a client sends it: without prototypes and without -0.
        const body = JSON.parse(JSON.stringify(sent)) as typeof sent;
        const { id } = await world.caller.createShipment(body);
        const { handlingUnits, ...rest } = (await world.caller.get(`${SHIPMENTS}/${id}`)).body;
        expect(rest).toMatchObject({ ...body, handlingUnits: undefined } satisfies object as Partial<typeof rest>);
        expect(handlingUnits).toMatchObject(body.handlingUnits);
      }),
      { numRuns: 60 },
    );
  });
});
