import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { EXAMPLE_SHIPMENT, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { aroundStatement } from './around-statement.ts';

const world = useTestApp(createTestDatabase);

const PROFILES = '/api/shipping/v2/carrier-profiles';
const serviceLevels = [{ reference: 'DFY-B2C', name: 'Delivered for you', productCode: '11' }];
const SANDBOX = { name: 'Sandbox', carrier: 'sandbox', serviceLevels };
const UPS = {
  name: 'UPS',
  carrier: 'ups',
  environment: 'test',
  credentials: { clientId: 'client', clientSecret: 'secret' },
  settings: { accountNumber: 'A1B2C3' },
  serviceLevels,
};

const pool = () => world.server.app.db.pool;
const read = async (id: string) => (await world.caller.get(`${SHIPMENTS}/${id}`)).body;
const scan = (id: string, code: string) =>
  world.caller.post(`${SHIPMENTS}/${id}/tracking-events`, { code, occurredOn: new Date().toISOString() });
const liveBookingsOf = (id: string) =>
  world.rows(`select id from sandbox_carrier.bookings where shipment_id = $1 and voided_on is null`, [id]);

async function createOnNewProfile(reference: string): Promise<{ id: string; moveToUps: () => ReturnType<typeof put> }> {
  const { body } = await world.caller.post(PROFILES, { ...SANDBOX, reference });
  const put = () => world.caller.put(`${PROFILES}/${body.id}`, { ...UPS, reference });
  return { id: (await world.caller.createShipment({ carrierReference: reference })).id, moveToUps: put };
}

test.each(['cancel', 'reset'])(
  'a scan that comes between reading a shipment and voiding it ends the %s',
  async (action) => {
    const { id } = await world.caller.orderedShipment();
    using crossed = aroundStatement(pool(), 'claim-carrier-call', 1, async (claim) => {
      expect((await scan(id, 'InTransit')).status).toBe(201);
      return claim();
    });
    const answer = await world.caller.put(`${SHIPMENTS}/${id}/${action}`);
    expect(crossed.happened()).toBe(true);
    expect(problemOf(answer)).toBe('409 invalid-state-transition');
    expect(answer.body).toMatchObject({ currentStatus: 'Executed', allowedTransitions: [] });
    expect(await liveBookingsOf(id)).toHaveLength(1);
    expect((await read(id)).status).toBe('Executed');
  },
);

test('a change that comes between reading a shipment and voiding it is what If-Match guards against', async () => {
  const shipment = await world.caller.orderedShipment();
  using _crossed = aroundStatement(pool(), 'claim-carrier-call', 1, async (claim) => {
    expect((await scan(shipment.id, 'Registered')).status).toBe(201);
    return claim();
  });
  const path = `${SHIPMENTS}/${shipment.id}/cancel`;
  const answer = await world.caller.put(path).set('if-match', `"${shipment.version}"`);
  expect(problemOf(answer)).toBe('412 precondition-failed');
  expect(await liveBookingsOf(shipment.id)).toHaveLength(1);
  expect((await world.caller.put(path)).body.status).toBe('Canceled');
});

test('a change that comes between reading a shipment that nobody has booked and canceling it is what If-Match guards against', async () => {
  const shipment = await world.caller.createShipment();
  const path = `${SHIPMENTS}/${shipment.id}`;
  using crossed = aroundStatement(pool(), 'save-shipment', 1, async (save) => {
    expect((await world.caller.put(path, { ...EXAMPLE_SHIPMENT, instructions: 'Ring twice' })).status).toBe(200);
    return save();
  });
  const answer = await world.caller.put(`${path}/cancel`).set('if-match', `"${shipment.version}"`);
  expect(crossed.happened()).toBe(true);
  expect(problemOf(answer)).toBe('412 precondition-failed');
  expect(answer.body.currentVersion).toBe(shipment.version + 1);
  expect(await read(shipment.id)).toMatchObject({ status: 'Created', instructions: 'Ring twice' });
});

test('a change that comes between reading a shipment that is being voided and voiding it is what If-Match guards against', async () => {
  const { id } = await world.caller.orderedShipment();
  const path = `${SHIPMENTS}/${id}`;
  using _lost = aroundStatement(pool(), 'sandbox-void-booking', 1, () => Promise.reject(new Error('no answer')));
  expect(problemOf(await world.caller.put(`${path}/cancel`))).toBe('503 carrier-unavailable');
  const { version } = await read(id);
  using crossed = aroundStatement(pool(), 'claim-carrier-call', 1, async (claim) => {
    expect((await scan(id, 'Registered')).status).toBe(201);
    return claim();
  });
  const answer = await world.caller.put(`${path}/cancel`).set('if-match', `"${version}"`);
  expect(crossed.happened()).toBe(true);
  expect(problemOf(answer)).toBe('412 precondition-failed');
  expect(await liveBookingsOf(id)).toHaveLength(1);
  expect((await world.caller.put(`${path}/cancel`)).body.status).toBe('Canceled');
});

test('a profile that is moved to another carrier while a shipment is being ordered books nothing', async () => {
  const { id, moveToUps } = await createOnNewProfile('MOVED-FIRST');
  using _crossed = aroundStatement(pool(), 'save-shipment', 1, async (save) => {
    expect((await moveToUps()).body.carrier).toBe('ups');
    return save();
  });
  const answer = await world.caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('409 concurrent-change');
  expect(answer.body.detail).toContain('carrier profile');
  expect(await read(id)).toMatchObject({ status: 'Created', version: 1 });
  expect(await liveBookingsOf(id)).toEqual([]);
});

test('a profile stays where it is when a shipment is ordered while it is being moved', async () => {
  const { id, moveToUps } = await createOnNewProfile('ORDERED-FIRST');
  using _crossed = aroundStatement(pool(), 'save-carrier-profile', 1, async (save) => {
    expect((await world.caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
    return save();
  });
  expect(problemOf(await moveToUps())).toBe('409 profile-in-use');
  expect((await world.caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
  expect(await liveBookingsOf(id)).toEqual([]);
  expect((await moveToUps()).body.carrier).toBe('ups');
});

test('a profile that waits for an order to begin sees the booking that began', async () => {
  const { id, moveToUps } = await createOnNewProfile('WAITING');
  await world.caller.put(`${SHIPMENTS}/${id}/order`);
  await world.caller.put(`${SHIPMENTS}/${id}/cancel`);
  const order = new pg.Client({ connectionString: pool().options.connectionString });
  await order.connect();
  try {
    await order.query(`begin; select from shipping.carrier_profiles where reference = 'WAITING' for share`);
    await order.query(`update shipping.consignments set status = 'Accepted' where carrier_reference = 'WAITING'`);
    // A request is sent once somebody waits for it.
    const moved = moveToUps().then((answer) => answer);
    await vi.waitFor(async () => {
      expect(
        await world.rows(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      ).toHaveLength(1);
    }, 20_000);
    await order.query('commit');
    expect(problemOf(await moved)).toBe('409 profile-in-use');
  } finally {
    await order.end();
  }
});

test('a reset that comes between reading a shipment and voiding it for a cancellation is told', async () => {
  const { id } = await world.caller.orderedShipment();
  using _crossed = aroundStatement(pool(), 'claim-carrier-call', 1, async (claim) => {
    expect((await world.caller.put(`${SHIPMENTS}/${id}/reset`)).body.status).toBe('Created');
    return claim();
  });
  expect(problemOf(await world.caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('409 concurrent-change');
  expect((await read(id)).status).toBe('Created');
});
