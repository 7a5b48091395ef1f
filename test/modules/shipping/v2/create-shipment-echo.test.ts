import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_SHIPMENT, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const { sender, receiver } = EXAMPLE_SHIPMENT.addresses;
const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const CUSTOMS = {
  incoterm: 'DAP',
  contentType: 'merchandise',
  invoiceNumber: 'INV-2026-0042',
  invoiceDate: '2026-01-20',
  lowValue: false,
};
const GOODS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  sku: 'TSHIRT-M-RED',
  value: { amount: '12.50', currency: 'EUR' },
  hsCode: '6109.10.00',
  countryOfOrigin: 'PT',
};

const post = (changes: Record<string, unknown>) => world.caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, ...changes });

describe('everything comes back as it was sent', () => {
  const line = fc
    .string({
      unit: fc.constantFrom('a', 'Z', '0', ' ', 'é', '中', 'ß', '.', '-', '/', '&', '😀', '"', '\\'),
      minLength: 1,
      maxLength: 20,
    })
    .map((text) => `x${text}`);
  const reference = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => text.trim() !== '' && text.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));
  const weight = fc.record({
    value: fc.double({ min: 1e-3, max: 2_000, noNaN: true, minExcluded: true }),
    unit: fc.constantFrom('kg', 'g', 'lb', 'oz'),
  });
  const side = fc.double({ min: 1e-3, max: 15, noNaN: true, minExcluded: true });
  const dimensions = fc.record({
    length: side,
    width: side,
    height: side,
    unit: fc.constantFrom('cm', 'mm', 'm', 'in'),
  });
  const dangerousGoods = fc.array(
    fc.record(
      {
        unNumber: fc.constantFrom('UN3480', 'UN1263', 'ID8000'),
        class: fc.constantFrom('9', '3', '2.1', '1.4S'),
        packingGroup: fc.constantFrom('I', 'II', 'III'),
        properShippingName: line,
        netQuantity: fc.record({ value: fc.constantFrom(0.5, 12), unit: fc.constantFrom('kg', 'L') }),
      },
      { requiredKeys: ['unNumber', 'class'] },
    ),
    { minLength: 1, maxLength: 2 },
  );
  const unit = fc.record(
    {
      dangerousGoods,
      reference,
      packageType: fc.constantFrom('Box', 'Envelope', 'Pallet', 'Tube'),
      weight,
      dimensions,
      goodsItems: fc.constant([GOODS]),
    },
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
        const { body: read } = await world.caller.get(`${SHIPMENTS}/${id}`);
        const units = (read.handlingUnits as Record<string, unknown>[]).map(
          ({ id: _id, status: _status, ...unit }) => unit,
        );
        expect({ ...EXAMPLE_SHIPMENT, ...read, handlingUnits: units }).toEqual({
          ...read,
          ...EXAMPLE_SHIPMENT,
          ...body,
          handlingUnits: body.handlingUnits,
        });
        expect(Object.keys(read.addresses.receiver).toSorted()).toEqual(
          Object.keys(body.addresses.receiver).toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('measures are also kept as whole grams and millimetres', async () => {
    const { id } = await world.caller.createShipment({
      handlingUnits: [
        { weight: { value: 1.005, unit: 'kg' }, dimensions: { length: 0.3, width: 7.87, height: 1, unit: 'm' } },
        { weight: { value: 10, unit: 'lb' }, dimensions: { length: 1, width: 2.5, height: 12, unit: 'in' } },
        { weight: { value: 0.1, unit: 'g' } },
      ],
    });
    const rows = await world.rows(
      `select weight_grams as grams, length_millimetres as length, width_millimetres as width, height_millimetres as height
       from shipping.handling_units where shipment_id = $1 order by number`,
      [id],
    );
    expect(rows).toEqual([
      { grams: 1005, length: 300, width: 7870, height: 1000 },
      { grams: 4536, length: 25, width: 64, height: 305 },
      { grams: 1, length: null, width: null, height: null },
    ]);
  });

  test.each([{ street: 'Hoofdweg 123' }, { street: 'Hoofdweg', houseNumber: '123' }])(
    'the house number in %j',
    async (street) => {
      const { street: _street, ...rest } = sender;
      const answer = await post({ addresses: { sender: { ...rest, ...street }, receiver } });
      expect(answer.status).toBe(201);
      expect(answer.body.addresses.sender).toEqual({ ...rest, ...street });
    },
  );

  test('999 handling units, in their order', async () => {
    const sent = Array.from({ length: 999 }, (_, index) => ({ ...UNIT, reference: `PKG-${index}` }));
    const { id } = await world.caller.createShipment({ handlingUnits: sent });
    const { body } = await world.caller.get(`${SHIPMENTS}/${id}`);
    expect(body.handlingUnits.map((unit: { reference: string }) => unit.reference)).toEqual(
      sent.map((unit) => unit.reference),
    );
    expect(new Set(body.handlingUnits.map((unit: { id: string }) => unit.id)).size).toBe(999);
  });
});
