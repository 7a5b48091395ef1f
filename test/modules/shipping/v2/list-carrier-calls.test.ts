import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { keepExchanges } from '../../../../src/modules/shipping/call-carrier.ts';
import { keepCarrierCalls } from '../../../../src/modules/shipping/carrier-call-repository.ts';
import type { RecordedExchange } from '../../../../src/modules/shipping/carriers/http/carrier-http.ts';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { newId } from '../../../../src/platform/ids.ts';
import { createLogger } from '../../../../src/platform/logger.ts';
import { type Caller, NO_SUCH_ID, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { startUpsStandIn } from '../carriers/ups/ups-stand-in.ts';
import { withPhones } from '../carriers/with-phones.ts';

const ups = await startUpsStandIn();
const world = useTestApp(createTestDatabase, { config: { carrierOrigins: [ups.baseUrl] } });
afterAll(() => ups[Symbol.asyncDispose]());

async function orderedWithUps(): Promise<{ caller: Caller; shipment: ShipmentBody }> {
  const caller = withPhones(await world.server.newCaller());
  const profile = await caller.post('/api/shipping/v2/carrier-profiles', {
    reference: 'UPS',
    name: 'UPS',
    carrier: 'ups',
    environment: 'test',
    baseUrl: ups.baseUrl,
    credentials: { clientId: 'client', clientSecret: 'secret' },
    settings: { accountNumber: 'A1B2C3' },
    serviceLevels: [{ reference: 'STANDARD', name: 'Standard', productCode: '11' }],
  });
  expect(profile.status).toBe(201);
  const shipment = await caller.orderedShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
  return { caller, shipment };
}

const callsOf = (caller: Pick<Caller, 'get'>, id: string, query = '') =>
  caller.get(`${SHIPMENTS}/${id}/carrier-calls${query}`);

describe('GET /shipments/{id}/carrier-calls', () => {
  test('tells the newest first what was asked, what came back, when and how long it took', async () => {
    const { caller, shipment } = await orderedWithUps();
    await caller.put(`${SHIPMENTS}/${shipment.id}/cancel`);
    const { body } = await callsOf(caller, shipment.id);
    expect(body.items.map(({ operation }: { operation: string }) => operation)).toEqual(['cancel', 'book', 'token']);
    expect(body.items[1]).toMatchObject({
      carrier: 'ups',
      method: 'POST',
      url: `${ups.baseUrl}/api/shipments/v2409/ship`,
      status: 200,
      // UPS's support finds the call by it.
      requestId: ups.received('book').at(-1)?.headers['transid'],
      consignmentId: shipment.consignmentId,
      durationMs: expect.any(Number) as unknown,
      startedOn: expect.any(String) as unknown,
    });
    expect(JSON.parse(body.items[1].requestBody as string)).toMatchObject({
      ShipmentRequest: { Shipment: { Service: { Code: '11' }, ShipTo: { Address: { City: 'Berlin' } } } },
    });
  });

  test('has no secret, nobody’s name, street, number or address, and no label', async () => {
    const { caller, shipment } = await orderedWithUps();
    const { text } = await callsOf(caller, shipment.id);
    const { sender, receiver } = shipment.addresses;
    for (const { contactName, companyName, street, phone, email } of [sender, receiver]) {
      for (const personal of [contactName, companyName, street, phone, email]) {
        if (personal !== undefined && personal.length >= 5) expect(text).not.toContain(personal);
      }
    }
    expect(text).not.toMatch(/token-of-client|Bearer|"secret"|Y2xpZW50OnNlY3JldA/);
  });

  test('keeps a failure without an answer, with its reason', async () => {
    const { caller } = await orderedWithUps();
    const { id } = await caller.createShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
    ups.strike('book', 'acted-and-reset');
    expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
    const [newest] = (await callsOf(caller, id)).body.items as { failure?: string; status?: number }[];
    expect(newest?.failure).toMatch(/^the connection was lost/);
    expect(newest).not.toHaveProperty('status');
  });

  test('keeps of a body no more than 16,384 characters, and says how long it was', async () => {
    const { caller } = await orderedWithUps();
    const { id } = await caller.createShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
    const errors = Array.from({ length: 2_000 }, (_, index) => ({
      code: String(index),
      message: randomBytes(12).toString('hex'),
    }));
    ups.strike('book', { status: 400, json: { response: { errors } } });
    expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('422 carrier-error');
    const [newest] = (await callsOf(caller, id)).body.items as { answerBody: string }[];
    expect(newest?.answerBody.length).toBeLessThan(16_384 + 40);
    expect(newest?.answerBody).toMatch(/… \(\d+ characters\)$/);
  });

  test.each([
    ['with a NUL', { status: 502, text: '<html>bad\0gateway</html>' }, '<html>bad\ufffdgateway</html>'],
    ['cut through a character', { status: 502, text: `a${'😀'.repeat(9_000)}` }, 'a😀'],
  ])('keeps an answer %s, and all that was said before it', async (_what, fault, kept) => {
    const { caller } = await orderedWithUps();
    const { id } = await caller.createShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
    ups.strike('book', fault);
    expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
    const { items } = (await callsOf(caller, id)).body as { items: { operation: string; answerBody: string }[] };
    expect(items[0]).toMatchObject({ operation: 'book', status: 502 });
    expect(items[0]?.answerBody.startsWith(kept)).toBe(true);
  });

  test('keeps the other exchanges where one cannot be kept', async () => {
    const { caller, shipment } = await orderedWithUps();
    const consignment = { id: shipment.consignmentId ?? '', bookingReference: 'VY-1' };
    const exchange: RecordedExchange = {
      operation: 'track',
      outcome: 'ok',
      method: 'GET',
      url: 'https://onlinetools.ups.com/',
      startedOn: new Date(),
      durationMs: 1,
    };
    const deps = { db: world.server.app.db, log: createLogger('silent') };
    await keepExchanges(
      deps,
      { tenantId: caller.tenantId, carrier: 'ups' },
      [{ shipment, consignment }],
      [
        { ...exchange, failure: 'the first' },
        { ...exchange, durationMs: Number.NaN },
        { ...exchange, failure: 'the last' },
      ],
    );
    const { items } = (await callsOf(caller, shipment.id)).body as { items: { failure?: string }[] };
    expect(items.slice(0, 2).map(({ failure }) => failure)).toEqual(['the last', 'the first']);
  });

  test('has no credential and no instruction that the carrier repeats, and of a failure no more than of an answer', async () => {
    const { caller } = await orderedWithUps();
    const { id } = await caller.createShipment({
      carrierReference: 'UPS',
      serviceLevelReference: 'STANDARD',
      instructions: 'Ring at Meier, door code 4711',
    });
    const basic = Buffer.from('client:secret').toString('base64');
    const message = `User client with secret (Basic ${basic}): use the door code 4711`;
    ups.strike('book', { status: 500, json: { message, receiverName: 'Q. Stranger', signedBy: 'J. DOE' } });
    expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
    const { text, body } = await callsOf(caller, id);
    expect(text).not.toMatch(/4711|Meier|Stranger|DOE/);
    expect(text).not.toContain(basic.slice(0, 20));
    expect(body.items[0].answerBody).toContain('User *** with *** (Basic ***)');
  });

  test('keeps of each operation the newest fifty, page by page, and no other operation’s and no other shipment’s are lost for it', async () => {
    const { caller, shipment } = await orderedWithUps();
    const other = await caller.orderedShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
    const { total: before } = (await callsOf(caller, other.id)).body as { total: number };
    for (let round = 0; round < 60; round++) {
      const call = {
        shipmentId: shipment.id,
        id: newId(),
        consignmentId: shipment.consignmentId ?? '',
        carrier: 'ups',
        operation: 'track' as const,
        method: 'GET',
        url: 'https://onlinetools.ups.com/',
        startedOn: new Date(),
        durationMs: round,
      };
      await keepCarrierCalls(world.server.app.db, caller.tenantId, [call], (error) => {
        throw error;
      });
    }
    const { body } = await callsOf(caller, shipment.id, '?limit=100');
    const kept = body.items as { operation: string; durationMs: number }[];
    const polls = kept.filter(({ operation }) => operation === 'track');
    expect(polls.length).toBeGreaterThanOrEqual(50);
    expect(polls.length).toBeLessThanOrEqual(51);
    expect(polls[0]?.durationMs).toBe(59);
    expect(kept.at(polls.length)).toMatchObject({ operation: 'book', url: expect.stringMatching(/\/ship$/) as string });
    expect(body.total).toBe(kept.length);
    expect((await callsOf(caller, shipment.id, '?limit=2&offset=1')).body.items).toEqual(body.items.slice(1, 3));
    expect((await callsOf(caller, other.id)).body.total).toBe(before);
  });

  test('has of an answer about several shipments only what is about this one', async () => {
    const { caller, shipment } = await orderedWithUps();
    const other = await caller.orderedShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
    const about = [shipment, other].map(({ id, consignmentId = '' }) => ({
      shipment: { id },
      consignment: { id: consignmentId, bookingReference: `VY-${id}` },
    }));
    const exchange: RecordedExchange = {
      operation: 'track',
      outcome: 'ok',
      method: 'GET',
      url: 'https://express.api.dhl.com/mydhlapi/tracking',
      answerBody: 'about both',
      answerParts: new Map([[`VY-${other.id}`, 'about the other']]),
      startedOn: new Date(),
      durationMs: 1,
    };
    const deps = { db: world.server.app.db, log: createLogger('silent') };
    await keepExchanges(deps, { tenantId: caller.tenantId, carrier: 'mydhl' }, about, [exchange]);
    expect((await callsOf(caller, shipment.id)).body.items[0].answerBody).toBe('about both');
    expect((await callsOf(caller, other.id)).body.items[0].answerBody).toBe('about the other');
  });

  test('answers 404 for none and for another tenant’s, 401 without credentials', async () => {
    const { shipment } = await orderedWithUps();
    const stranger = await world.server.newCaller();
    expect(problemOf(await callsOf(stranger, shipment.id))).toBe('404 not-found');
    expect(problemOf(await callsOf(stranger, NO_SUCH_ID))).toBe('404 not-found');
    expect(problemOf(await callsOf(world.server.anonymous, shipment.id))).toBe('401 unauthenticated');
  });
});
