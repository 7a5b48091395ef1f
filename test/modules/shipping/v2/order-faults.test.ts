import { expect, test, vi } from 'vitest';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { problemOf, SHIPMENTS, startTestApp, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { aroundStatement } from './around-statement.ts';

const world = useTestApp(createTestDatabase, { background: true });

const PROFILES = '/api/shipping/v2/carrier-profiles';
const SETTLE_MS = 20_000;
const connectionLost = (): Error => new Error('Connection terminated unexpectedly');

/** A sandbox carrier whose callers wait for half a second. */
async function impatientProfile(reference: string): Promise<{ id: string; profile: Record<string, unknown> }> {
  const profile = {
    reference,
    name: 'Impatient',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'DFY-B2C', name: 'Delivered for you', productCode: '01' }],
    bookingTimeoutMs: 500,
  };
  const { body, status } = await world.caller.post(PROFILES, profile);
  expect(status).toBe(201);
  return { id: String(body.id), profile };
}

async function createOn(carrierReference: string, reference = 'R1'): Promise<string> {
  await impatientProfile(carrierReference);
  return (await world.caller.createShipment({ carrierReference, reference })).id;
}

const act = (id: string, action: 'order' | 'cancel' | 'reset') => world.caller.put(`${SHIPMENTS}/${id}/${action}`);
const read = async (id: string): Promise<ShipmentBody> => (await world.caller.get(`${SHIPMENTS}/${id}`)).body;
const bookingsOf = (id: string) =>
  world.rows<{ reference: string; live: boolean }>(
    `select carrier_booking_reference as reference, voided_on is null as live
     from sandbox_carrier.bookings where shipment_id = $1 order by id`,
    [id],
  );
const jobsOf = (id: string) =>
  world.rows(`select * from graphile_worker._private_jobs where payload->>'shipmentId' = $1`, [id]);

/** Waits for the status, then checks that bookings, events and jobs agree with it. */
async function expectSettled(id: string, status: ShipmentBody['status']): Promise<ShipmentBody> {
  await vi.waitFor(
    async () => {
      expect((await read(id)).status).toBe(status);
      expect(await jobsOf(id)).toEqual([]);
    },
    { timeout: SETTLE_MS, interval: 50 },
  );
  const shipment = await read(id);
  const live = (await bookingsOf(id)).filter((booking) => booking.live);
  expect(live.map((booking) => booking.reference)).toEqual(
    status === 'Accepted' ? [shipment.carrierBookingReference] : [],
  );
  const events = await world.rows<{ sequence: number; status: string }>(
    `select sequence, data->>'status' as status from platform.events where subject = $1 order by sequence`,
    [`shipment/${id}`],
  );
  expect(events.map((event) => event.sequence)).toEqual(events.map((_event, index) => index + 1));
  expect(events.at(-1)?.status).toBe(status);
  return shipment;
}

test.concurrent.each(['UNAVAILABLE', 'TIMEOUT-BOOKED', 'TIMEOUT-NOT-BOOKED', 'GARBAGE'])(
  'answers 503 when nobody knows whether it is booked (%s), and settles it with one booking',
  async (fault) => {
    const id = await createOn(fault, `SANDBOX-${fault}`);
    const answer = await act(id, 'order');
    expect(problemOf(answer)).toBe('503 carrier-unavailable');
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).toMatchObject({ carrier: fault, detail: expect.stringMatching(/^\S+ did not say/) as string });
    expect((await read(id)).status).toBe('Ordered');
    for (const action of ['order', 'cancel', 'reset'] as const) {
      const refused = await act(id, action);
      expect(problemOf(refused)).toBe('409 invalid-state-transition');
      expect(refused.body).toMatchObject({ currentStatus: 'Ordered', allowedTransitions: [] });
    }
    await expectSettled(id, 'Accepted');
    const made = fault === 'TIMEOUT-BOOKED' || fault === 'GARBAGE' ? 'found' : 'made anew';
    expect(await bookingsOf(id), made).toHaveLength(1);
    expect((await world.caller.get(`${SHIPMENTS}/${id}/labels`)).status).toBe(200);
  },
);

test.concurrent('answers 422 when the carrier refuses; the shipment is Declined, and nothing is booked', async () => {
  const id = await createOn('REFUSING', 'SANDBOX-REFUSE-1');
  const answer = await act(id, 'order');
  expect(problemOf(answer)).toBe('422 carrier-error');
  const refusal = { carrierErrorCode: 'ADDR_001', carrierMessage: 'Postleitzahl ungültig' };
  expect(answer.body).toMatchObject({ carrier: 'REFUSING', ...refusal });
  expect(await expectSettled(id, 'Declined')).toMatchObject({ refusal });
  expect(await bookingsOf(id)).toEqual([]);
});

test.concurrent('waits for a slow carrier; who orders meanwhile is told 409, and it books once', async () => {
  const { id } = await world.caller.createShipment({ reference: 'SANDBOX-SLOW' });
  const answers = await Promise.all([act(id, 'order'), act(id, 'order')]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  await expectSettled(id, 'Accepted');
  expect(await bookingsOf(id)).toHaveLength(1);
});

test.concurrent('of order and cancel at the same moment, whichever comes second finds what the first has done', async () => {
  for (let round = 0; round < 15; round++) {
    const { id } = await world.caller.createShipment();
    const [order, cancel] = await Promise.all([act(id, 'order'), act(id, 'cancel')]);
    expect([order.status, cancel.status]).toSatisfy(([one, other]) => one === 200 || other === 200);
    await expectSettled(id, cancel.status === 200 ? 'Canceled' : 'Accepted');
  }
});

test.concurrent('of cancel and reset at the same moment one is carried out, and the booking is void', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await world.caller.orderedShipment();
    const [cancel, reset] = await Promise.all([act(id, 'cancel'), act(id, 'reset')]);
    const done = [cancel, reset].filter((answer) => answer.status === 200).map((answer) => answer.body.status);
    expect(done).not.toEqual([]);
    // When both are, the second has found what the first left.
    const { status } = await read(id);
    expect(done).toContain(status);
    await expectSettled(id, status);
  }
});

test('two replicas that settle the same bookings at the same moment book each of them once', async () => {
  const connectionString = String(world.server.app.db.pool.options.connectionString);
  await using _replica = await startTestApp({ connectionString });
  await impatientProfile('TWICE');
  const shipments = await Promise.all(
    Array.from({ length: 8 }, () =>
      world.caller.createShipment({ carrierReference: 'TWICE', reference: 'SANDBOX-UNAVAILABLE' }),
    ),
  );
  for (const { id } of shipments) expect((await act(id, 'order')).status).toBe(503);
  await world.rows(
    `select graphile_worker.add_job('reconcile-booking', payload => payload)
     from graphile_worker._private_jobs, generate_series(1, 6) where payload->>'shipmentId' = any($1)`,
    [shipments.map(({ id }) => id)],
  );
  for (const { id } of shipments) {
    await expectSettled(id, 'Accepted');
    expect(await bookingsOf(id)).toHaveLength(1);
  }
});

test('a connection that is lost between the answer of the carrier and its writing down leaves no second booking', async () => {
  const id = await createOn('CUT-OFF');
  const { pool } = world.server.app.db;
  using cut = aroundStatement(pool, 'save-shipment', 2, async () => {
    throw connectionLost();
  });
  const answer = await act(id, 'order');
  expect(problemOf(answer)).toBe('503 service-unavailable');
  expect(answer.headers['retry-after']).toBe('1');
  expect(cut.happened()).toBe(true);
  expect((await read(id)).status).toBe('Ordered');
  expect(await bookingsOf(id)).toHaveLength(1);
  await expectSettled(id, 'Accepted');
  expect(await bookingsOf(id)).toHaveLength(1);
});

test('the server ends the session that writes the answer down, and the booking is found again', async () => {
  const id = await createOn('TERMINATED');
  await world.rows(`create sequence public.termination`);
  await world.rows(`create function public.terminate_once() returns trigger language plpgsql as $$ begin
    if new.status = 'Accepted' and nextval('public.termination') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
    return new; end $$`);
  await world.rows(`create trigger terminate_once before update on shipping.consignments
    for each row when (new.carrier_reference = 'TERMINATED') execute function public.terminate_once()`);
  expect(problemOf(await act(id, 'order'))).toBe('503 service-unavailable');
  expect((await read(id)).status).toBe('Ordered');
  await expectSettled(id, 'Accepted');
  expect(await bookingsOf(id)).toHaveLength(1);
});

test('a refusal whose writing down is cut off at its commit is not told as one', async () => {
  const id = await createOn('CUT-AT-COMMIT', 'SANDBOX-REFUSE');
  await world.rows(`create sequence public.cut_off`);
  await world.rows(`create function public.cut_off_once() returns trigger language plpgsql as $$ begin
    if nextval('public.cut_off') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
    return new; end $$`);
  await world.rows(`create constraint trigger cut_off_once after update on shipping.shipments deferrable initially deferred
    for each row when (new.id = '${id}' and new.status = 'Declined') execute function public.cut_off_once()`);
  const path = `${SHIPMENTS}/${id}/order`;
  expect(problemOf(await world.caller.put(path).set('idempotency-key', 'cut-off'))).toBe('503 service-unavailable');
  await expectSettled(id, 'Declined');
  expect(problemOf(await world.caller.put(path).set('idempotency-key', 'cut-off'))).toBe('422 carrier-error');
});

test.each([
  ['beginning', 1],
  ['end', 2],
])('an acknowledgement that is lost at the %s of an order leaves one booking', async (when, nth) => {
  const id = await createOn(`UNHEARD-${when}`);
  using _unheard = aroundStatement(world.server.app.db.pool, 'save-shipment', nth, async (commit) => {
    await commit();
    throw connectionLost();
  });
  expect(problemOf(await act(id, 'order'))).toBe('503 service-unavailable');
  await expectSettled(id, 'Accepted');
  expect(await bookingsOf(id)).toHaveLength(1);
});

test('a replica whose clock is slow settles what another has begun', async () => {
  await using database = await createTestDatabase();
  const clock = (): Date => new Date(Date.now() - 10_000);
  await using server = await startTestApp({ connectionString: database.connectionString, clock });
  const caller = await server.newCaller();
  const { id } = await caller.createShipment();
  using _unheard = aroundStatement(server.app.db.pool, 'save-shipment', 1, async (commit) => {
    await commit();
    throw connectionLost();
  });
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).status).toBe(503);
  await vi.waitFor(
    async () => expect((await caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({ status: 'Accepted' }),
    { timeout: SETTLE_MS, interval: 50 },
  );
});

test('the jobs of a process that died are taken over', async () => {
  const id = await createOn('ORPHANED', 'SANDBOX-UNAVAILABLE');
  expect((await act(id, 'order')).status).toBe(503);
  const locked = await world.rows(
    `update graphile_worker._private_jobs set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = 1
     where payload->>'shipmentId' = $1 returning id`,
    [id],
  );
  expect(locked).toHaveLength(1);
  await expectSettled(id, 'Accepted');
});

test('a booking that comes after another has been settled is voided at once', async () => {
  const { id } = await world.caller.createShipment({ reference: 'SANDBOX-SLOW' });
  const late = act(id, 'order').then((answer) => answer);
  await vi.waitFor(async () => expect((await read(id)).status).toBe('Ordered'), 20_000);
  // As when the process was halted, or its clock set, and its claim ended before its call.
  await world.rows(
    `update shipping.consignments set called_until = now() - interval '1 second' where shipment_ids @> array[$1::uuid]`,
    [id],
  );
  await world.rows(
    `select graphile_worker.add_job('reconcile-booking', payload => payload, job_key => key)
     from graphile_worker._private_jobs where payload->>'shipmentId' = $1`,
    [id],
  );
  const settled = await expectSettled(id, 'Accepted');
  const answer = await late;
  expect(answer.status).toBe(200);
  expect(answer.body.carrierBookingReference).toBe(settled.carrierBookingReference);
  expect((await bookingsOf(id)).map((booking) => booking.live)).toEqual([true, false]);
});

test('what was changed while it was ordered is not booked unseen', async () => {
  const { id } = await world.caller.createShipment();
  using _changed = aroundStatement(world.server.app.db.pool, 'save-shipment', 1, async (save) => {
    await world.rows('update shipping.shipments set version = version + 1 where id = $1', [id]);
    return save();
  });
  expect(problemOf(await act(id, 'order'))).toBe('409 concurrent-change');
  expect((await read(id)).status).toBe('Created');
  expect(await bookingsOf(id)).toEqual([]);
});

test('a cancel that an order overtakes leaves no booking behind', async () => {
  const { id } = await world.caller.createShipment();
  using _overtaken = aroundStatement(world.server.app.db.pool, 'save-shipment', 1, async (save) => {
    expect((await act(id, 'order')).status).toBe(200);
    return save();
  });
  expect(problemOf(await act(id, 'cancel'))).toBe('409 concurrent-change');
  await expectSettled(id, 'Accepted');
});

test('a voiding that others have finished long ago does not cancel the next booking', async () => {
  const { id } = await world.caller.orderedShipment();
  const next: ShipmentBody[] = [];
  using _halted = aroundStatement(world.server.app.db.pool, 'save-shipment', 1, async (save) => {
    // As when the process was halted here, and its claim ended.
    await world.rows(
      `update shipping.consignments set called_until = now() - interval '1 second' where shipment_ids @> array[$1::uuid]`,
      [id],
    );
    expect((await act(id, 'reset')).status).toBe(200);
    next.push((await act(id, 'order')).body);
    return save();
  });
  expect(problemOf(await act(id, 'cancel'))).toBe('409 concurrent-change');
  expect((await expectSettled(id, 'Accepted')).carrierBookingReference).toBe(next[0]?.carrierBookingReference);
});

test('a voiding that the carrier did not answer is carried through', async () => {
  const { id } = await world.caller.orderedShipment({ carrierReference: 'DHLPX' });
  await using silence = await silenceVoiding(id);
  const answer = await act(id, 'cancel');
  expect(problemOf(answer)).toBe('503 carrier-unavailable');
  expect(answer.headers['retry-after']).toBe('5');
  const { status, consignmentId } = await read(id);
  expect(status).toBe('Accepted');
  const consignment = `/api/shipping/v2/consignments/${consignmentId}`;
  expect((await world.caller.get(consignment)).body.voidingFor).toBe('cancel');
  const scan = { code: 'InTransit', occurredOn: new Date().toISOString() };
  const refused = await world.caller.post(`${SHIPMENTS}/${id}/tracking-events`, scan);
  expect(problemOf(refused)).toBe('409 concurrent-change');
  expect(refused.body.detail).toMatch(/^The booking is being voided/);
  expect(problemOf(await world.caller.get(`${SHIPMENTS}/${id}/labels`))).toBe('409 concurrent-change');
  await silence[Symbol.asyncDispose]();
  await expectSettled(id, 'Canceled');
  expect((await world.caller.get(consignment)).body).not.toHaveProperty('voidingFor');
});

test('a booking can be voided through a profile that no longer offers such bookings', async () => {
  const { id: profileId, profile } = await impatientProfile('NARROWED');
  const { id } = await world.caller.orderedShipment({ carrierReference: 'NARROWED' });
  const serviceLevels = [{ reference: 'OTHER', name: 'Other', productCode: '02' }];
  const changed = await world.caller.put(`${PROFILES}/${profileId}`, { ...profile, serviceLevels, countries: ['NL'] });
  expect(changed.status).toBe(200);
  expect((await act(id, 'cancel')).status).toBe(200);
  await expectSettled(id, 'Canceled');
});

test('a booking under way is settled whatever becomes of its profile', async () => {
  const { id: profileId, profile } = await impatientProfile('MENDED');
  const { id } = await world.caller.createShipment({ carrierReference: 'MENDED', reference: 'SANDBOX-UNAVAILABLE' });
  expect((await act(id, 'order')).status).toBe(503);
  const changed = await world.caller.put(`${PROFILES}/${profileId}`, {
    ...profile,
    reference: 'RENAMED',
    countries: ['NL'],
  });
  expect(changed.status).toBe(200);
  expect((await world.caller.delete(`${PROFILES}/${profileId}`)).status).toBe(204);
  await expectSettled(id, 'Accepted');
});

/** The sandbox carrier fails every voiding of the shipment's bookings until this is disposed of. */
async function silenceVoiding(id: string): Promise<AsyncDisposable> {
  await world.rows(`create or replace function public.fail() returns trigger language plpgsql
    as $$ begin raise exception 'silence'; end $$`);
  await world.rows(`create trigger silence before update on sandbox_carrier.bookings
    for each row when (new.shipment_id = '${id}') execute function public.fail()`);
  return {
    [Symbol.asyncDispose]: async () =>
      void (await world.rows('drop trigger if exists silence on sandbox_carrier.bookings')),
  };
}
