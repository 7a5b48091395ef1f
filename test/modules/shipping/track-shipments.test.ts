import { afterAll, expect, test, vi } from 'vitest';
import type { ShipmentBody } from '../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, SHIPMENTS, useTestApp } from '../../harness/app.ts';
import { createTestDatabase } from '../../harness.ts';
import { startUpsStandIn } from './carriers/ups/ups-stand-in.ts';
import { withPhones } from './carriers/with-phones.ts';

const ups = await startUpsStandIn();
const world = useTestApp(createTestDatabase, { config: { carrierOrigins: [ups.baseUrl] }, background: true });
afterAll(() => ups[Symbol.asyncDispose]());

const SOON = { timeout: 15_000, interval: 50 };
/** For those whose carrier is silent; the others wait as long as a slow machine needs. */
const IMPATIENT_MS = 1_000;
const PICKED_UP = activity('P', 'PU', '20260102');
const AT_ORIGIN = activity('I', 'OR', '20260103');
const DELIVERED = activity('D', 'FS', '20260104');

function activity(type: string, code: string, gmtDate: string): object {
  return { status: { type, code, description: code }, gmtDate, gmtTime: '101500' };
}

/** The next answer about a shipment of one package. */
function tell(trackingNumber: string, ...activities: object[]): void {
  const json = { trackResponse: { shipment: [{ package: [{ trackingNumber, activity: activities }] }] } };
  ups.strike('track', { status: 200, json });
}

async function newTenant(bookingTimeoutMs = 10_000): Promise<Caller> {
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
    bookingTimeoutMs,
  });
  expect(profile.status).toBe(201);
  return caller;
}

const order = (caller: Caller) =>
  caller.orderedShipment({ carrierReference: 'UPS', serviceLevelReference: 'STANDARD' });
const read = async (caller: Caller, id: string) => (await caller.get(`${SHIPMENTS}/${id}`)).body as ShipmentBody;
const codesOf = async (caller: Caller, id: string): Promise<string[]> =>
  (await caller.get(`${SHIPMENTS}/${id}/tracking-events`)).body.items.map((event: { code: string }) => event.code);
const numberOf = (shipment: ShipmentBody): string => shipment.handlingUnits[0]?.trackingReference ?? '';

/** Brings the next tracking of bookings forward to now; only the first one's job runs. */
async function letTimePass(...shipments: readonly ShipmentBody[]): Promise<void> {
  const ids = shipments.map((shipment) => shipment.consignmentId ?? '');
  await world.rows(`update shipping.consignments set track_on = now() where id = any($1::uuid[])`, [ids]);
  await world.rows(`update graphile_worker._private_jobs set run_at = now() where key like '%' || $1`, [ids[0]]);
}

/** How many codes of UPS's were counted as in no table. */
async function unmappedCodes(): Promise<number> {
  const { text } = await world.server.anonymous.get('/metrics');
  return Number(/^viya_unmapped_tracking_codes_total\{carrier="ups"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

/** When a booking's job runs next; undefined when it has none. */
async function nextRun(shipment: ShipmentBody): Promise<Date | undefined> {
  const [job] = await world.rows<{ runAt: Date }>(
    `select run_at as "runAt" from graphile_worker._private_jobs where key = 'track-shipment:' || $1 || ':' || $2`,
    [await tenantOf(shipment), shipment.consignmentId],
  );
  return job?.runAt;
}

async function tenantOf({ id }: ShipmentBody): Promise<string> {
  const [row] = await world.rows<{ tenantId: string }>(
    `select tenant_id as "tenantId" from shipping.shipments where id = $1`,
    [id],
  );
  return row?.tenantId ?? '';
}

const isPlanned = async (shipment: ShipmentBody): Promise<boolean> =>
  ((await nextRun(shipment))?.getTime() ?? 0) > Date.now() + 5 * 60_000;

test('an accepted booking is asked about until its parcel is at its end, and each scan is recorded once', async () => {
  const caller = await newTenant();
  const shipment = await order(caller);
  expect(await isPlanned(shipment)).toBe(true);

  tell(numberOf(shipment), PICKED_UP);
  await letTimePass(shipment);
  await vi.waitFor(async () => expect((await read(caller, shipment.id)).status).toBe('Executed'), SOON);
  await vi.waitFor(async () => expect(await isPlanned(shipment)).toBe(true), SOON);

  const before = await read(caller, shipment.id);
  tell(numberOf(shipment), PICKED_UP);
  await letTimePass(shipment);
  await vi.waitFor(async () => expect(await isPlanned(shipment)).toBe(true), SOON);
  expect(await read(caller, shipment.id)).toEqual(before);

  tell(numberOf(shipment), PICKED_UP, AT_ORIGIN, DELIVERED);
  await letTimePass(shipment);
  await vi.waitFor(async () => expect(await nextRun(shipment)).toBeUndefined(), SOON);
  expect(await codesOf(caller, shipment.id)).toEqual(['PickedUp', 'AtHub', 'Delivered']);
  expect((await read(caller, shipment.id)).handlingUnits[0]?.status).toBe('Delivered');
});

test('a scan of no parcel leaves the shipment Accepted', async () => {
  const caller = await newTenant();
  const shipment = await order(caller);
  tell(numberOf(shipment), activity('M', 'MP', '20260102'));
  await letTimePass(shipment);
  await vi.waitFor(async () => expect(await codesOf(caller, shipment.id)).toEqual(['Registered']), SOON);
  expect((await read(caller, shipment.id)).status).toBe('Accepted');
});

test('a scan that was told and is asked for too is one, whichever came first', async () => {
  const caller = await newTenant();
  const shipment = await order(caller);
  const today = new Date().toISOString().slice(0, 10);
  const scansOf = (id: string) => `${SHIPMENTS}/${id}/tracking-events`;
  const told = (carrierCode: string) =>
    caller.post(scansOf(shipment.id), { source: 'carrier', carrierCode, occurredOn: `${today}T10:15:00Z` });
  expect((await told('PU')).status).toBe(201);
  const polled = ['PU', 'OR'].map((code) => activity('I', code, today.replaceAll('-', '')));
  tell(numberOf(shipment), ...polled);
  await letTimePass(shipment);
  await vi.waitFor(async () => expect(await codesOf(caller, shipment.id)).toEqual(['PickedUp', 'AtHub']), SOON);
  const again = await told('OR');
  expect(again.status).toBe(200);
  expect(again.body).toMatchObject({
    carrierCode: 'OR',
    description: 'OR',
    handlingUnitId: shipment.handlingUnits[0]?.id,
  });
  expect((await caller.get(scansOf(shipment.id))).body.total).toBe(2);
});

test('a code that no table has is counted once, polled or told, and one that is Unknown on purpose never', async () => {
  const caller = await newTenant();
  const shipment = await order(caller);
  const before = await unmappedCodes();
  const isRecorded = (...codes: string[]) =>
    vi.waitFor(async () => expect((await codesOf(caller, shipment.id)).toSorted()).toEqual(codes), SOON);

  const onPurpose = { ...activity('NA', 'A code of no status', '20260102'), gmtTime: '090000' };
  tell(numberOf(shipment), onPurpose, AT_ORIGIN);
  await letTimePass(shipment);
  await isRecorded('AtHub', 'Unknown');
  expect(await unmappedCodes()).toBe(before);

  tell(numberOf(shipment), onPurpose, AT_ORIGIN, activity('N1', 'N2', '20260104'));
  await letTimePass(shipment);
  await isRecorded('AtHub', 'Unknown', 'Unknown');
  await vi.waitFor(async () => expect(await unmappedCodes()).toBe(before + 1), SOON);
  const { body } = await caller.get(`${SHIPMENTS}/${shipment.id}/tracking-events`);
  expect(body.items[2]).toMatchObject({ code: 'Unknown', carrierCode: 'N2' });
  expect(body.items[2]).not.toHaveProperty('isUnmapped');

  const occurredOn = new Date().toISOString();
  const told = async (carrierCode: string) =>
    (await caller.post(`${SHIPMENTS}/${shipment.id}/tracking-events`, { source: 'carrier', carrierCode, occurredOn }))
      .body as unknown;
  expect(await told('000')).toMatchObject({ code: 'Unknown', carrierCode: '000' });
  expect(await unmappedCodes()).toBe(before + 1);
  expect(await told('N3')).toMatchObject({ code: 'Unknown', carrierCode: 'N3' });
  expect(await told('N3')).toMatchObject({ code: 'Unknown', carrierCode: 'N3' });
  expect(await unmappedCodes()).toBe(before + 2);
});

test('a scan that comes while the booking is being voided waits until that is over', async () => {
  const caller = await newTenant();
  const shipment = await order(caller);
  const voidFor = (purpose: 'cancel' | null) =>
    world.rows(`update shipping.consignments set voiding_for = $2 where id = $1`, [shipment.consignmentId, purpose]);
  await voidFor('cancel');
  tell(numberOf(shipment), PICKED_UP);
  await letTimePass(shipment);
  await vi.waitFor(async () => expect(await isPlanned(shipment)).toBe(true), SOON);
  expect((await read(caller, shipment.id)).status).toBe('Accepted');
  await voidFor(null);
  tell(numberOf(shipment), PICKED_UP);
  await letTimePass(shipment);
  await vi.waitFor(async () => expect((await read(caller, shipment.id)).status).toBe('Executed'), SOON);
});

test('one round asks about every due booking of the profile', async () => {
  const caller = await newTenant();
  const shipments = [await order(caller), await order(caller), await order(caller)];
  await letTimePass(...shipments);
  for (const { id } of shipments) {
    await vi.waitFor(async () => expect((await read(caller, id)).status).toBe('Executed'), SOON);
  }
});

test('a carrier that does not answer is asked again, and the round is another’s should this process die in it', async () => {
  const caller = await newTenant(IMPATIENT_MS);
  const shipment = await order(caller);
  const asked = ups.received('track').length;
  ups.strike('track', 'silent');
  await letTimePass(shipment);
  await vi.waitFor(() => expect(ups.received('track').length).toBe(asked + 1), SOON);
  const during = (await nextRun(shipment))?.getTime() ?? 0;
  expect(during).toBeGreaterThan(Date.now() + 60_000);
  await vi.waitFor(async () => expect((await nextRun(shipment))?.getTime()).toBeGreaterThan(during), SOON);
  expect((await read(caller, shipment.id)).status).toBe('Accepted');
  await letTimePass(shipment);
  await vi.waitFor(async () => expect((await read(caller, shipment.id)).status).toBe('Executed'), SOON);
});

test('a canceled shipment is not asked about any more', async () => {
  const caller = await newTenant();
  const shipment = await order(caller);
  expect((await caller.put(`${SHIPMENTS}/${shipment.id}/cancel`)).status).toBe(200);
  const asked = ups.received('track').length;
  await letTimePass(shipment);
  await vi.waitFor(async () => expect(await nextRun(shipment)).toBeUndefined(), SOON);
  expect(ups.received('track').length).toBe(asked);
});

test('a carrier that does not answer holds no more workers than it has queues', async () => {
  const tenants = await Promise.all(Array.from({ length: 9 }, () => newTenant(IMPATIENT_MS)));
  const shipments = await Promise.all(tenants.map(order));
  const asked = ups.received('track').length;
  ups.strike('track', 'silent', shipments.length);
  await letTimePass(...shipments);
  const ids = shipments.map((shipment) => shipment.consignmentId);
  await world.rows(`update graphile_worker._private_jobs set run_at = now() where right(key, 36) = any($1::text[])`, [
    ids,
  ]);
  let peak = 0;
  await vi.waitFor(async () => {
    const [row] = await world.rows<{ running: number }>(
      `select count(*)::int as running from graphile_worker.jobs where locked_at is not null`,
    );
    peak = Math.max(peak, row?.running ?? 0);
    expect(ups.received('track').length).toBe(asked + shipments.length);
  }, SOON);
  expect(peak).toBeGreaterThan(0);
  expect(peak).toBeLessThanOrEqual(3);
});
