import { describe, expect, test } from 'vitest';
import {
  type Caller,
  EXAMPLE_SHIPMENT,
  fieldsOf,
  NO_SUCH_ID,
  problemOf,
  SHIPMENTS,
  shipmentIn,
  useTestApp,
  withoutId,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

/** Scans are told on the day of their shipment, which is created today. */
const TODAY = new Date().toISOString().slice(0, 10);
const DAY_MS = 24 * 3_600_000;
const world = useTestApp(createTestDatabase);

const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const PICKED_UP = { code: 'PickedUp', occurredOn: `${TODAY}T16:05:00+01:00` };

const eventsOf = (id: string): string => `${SHIPMENTS}/${id}/tracking-events`;
const scan = (id: string, event: object, caller: Caller = world.caller) => caller.post(eventsOf(id), event);
const read = async (id: string) => (await world.caller.get(`${SHIPMENTS}/${id}`)).body;

test('answers 201 with the event as it is kept', async () => {
  const { id, consignmentId, handlingUnits } = await world.caller.orderedShipment();
  const event = {
    code: 'AtHub',
    reason: 'sorting',
    carrierCode: 'HUB1',
    description: 'Im Paketzentrum\neingetroffen',
    handlingUnitId: handlingUnits[0]?.id,
    location: { city: 'Leipzig', postCode: '04435', countryCode: 'DE' },
    source: 'partner',
  };
  const answer = await scan(id, { ...event, occurredOn: `${TODAY}T16:05:00.5+01:00` });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    ...event,
    id: expect.any(String) as string,
    consignmentId,
    occurredOn: `${TODAY}T15:05:00.500Z`,
    recordedOn: expect.any(String) as string,
  });
  const { body } = await world.caller.get(eventsOf(id));
  expect(body.items).toContainEqual(answer.body);
});

test('a scan without a source is the shipper’s own', async () => {
  const { id } = await world.caller.orderedShipment();
  expect((await scan(id, PICKED_UP)).body).toMatchObject({ source: 'shipper', code: 'PickedUp' });
});

describe('the first physical scan', () => {
  test('makes an accepted shipment Executed, once', async () => {
    const before = await world.caller.orderedShipment();
    await scan(before.id, { code: 'Delayed', occurredOn: `${TODAY}T10:00:00Z` });
    expect(await read(before.id)).toMatchObject({ status: 'Accepted', version: before.version + 1 });
    await scan(before.id, PICKED_UP);
    const executed = await read(before.id);
    expect(executed).toMatchObject({ status: 'Executed', version: before.version + 2 });
    expect(Object.keys(executed._links).toSorted()).toEqual([
      'carrier-calls',
      'consignment',
      'documents',
      'labels',
      'self',
      'tracking-events',
    ]);
    await scan(before.id, { code: 'Delivered', occurredOn: `${TODAY}T21:00:00Z` });
    expect(await read(before.id)).toMatchObject({ status: 'Executed', version: before.version + 3 });
  });

  test.each(['Registered', 'Delayed', 'OnHold', 'Lost', 'Canceled', 'Unknown'])(
    'is none that says %s',
    async (code) => {
      const { id } = await world.caller.orderedShipment();
      expect((await scan(id, { ...PICKED_UP, code })).status).toBe(201);
      expect((await read(id)).status).toBe('Accepted');
    },
  );
});

describe('where the units were last seen', () => {
  const unitStatuses = async (id: string) =>
    (await read(id)).handlingUnits.map((unit: { status: string }) => unit.status) as string[];

  test('follows the scans of each, and a scan of the shipment is one of all', async () => {
    const { id, handlingUnits } = await world.caller.orderedShipment({ handlingUnits: [UNIT, UNIT] });
    const [first, second] = handlingUnits.map((unit) => unit.id);
    await scan(id, { code: 'PickedUp', occurredOn: `${TODAY}T10:00:00Z` });
    expect(await unitStatuses(id)).toEqual(['InTransit', 'InTransit']);
    await scan(id, { code: 'AtHub', occurredOn: `${TODAY}T11:00:00Z`, handlingUnitId: first });
    expect(await unitStatuses(id)).toEqual(['InHub', 'InTransit']);
    await scan(id, { code: 'Delivered', occurredOn: `${TODAY}T12:00:00Z`, handlingUnitId: second });
    expect(await unitStatuses(id)).toEqual(['InHub', 'Delivered']);
    await scan(id, { code: 'Damaged', occurredOn: `${TODAY}T13:00:00Z`, handlingUnitId: first });
    expect(await unitStatuses(id)).toEqual(['InHub', 'Delivered']);
  });

  test('is not undone by an older scan that is told later', async () => {
    const { id, handlingUnits } = await world.caller.orderedShipment({ handlingUnits: [UNIT, UNIT] });
    const [first] = handlingUnits.map((unit) => unit.id);
    await scan(id, { code: 'Delivered', occurredOn: `${TODAY}T12:00:00Z`, handlingUnitId: first });
    expect((await scan(id, { code: 'AtHub', occurredOn: `${TODAY}T11:00:00Z`, handlingUnitId: first })).status).toBe(
      201,
    );
    expect(await unitStatuses(id)).toEqual(['Delivered', 'AtOrigin']);
    await scan(id, { code: 'PickedUp', occurredOn: `${TODAY}T10:00:00Z` });
    expect(await unitStatuses(id)).toEqual(['Delivered', 'InTransit']);
    await scan(id, { code: 'Lost', occurredOn: `${TODAY}T22:00:00Z` });
    await scan(id, { code: 'Returned', occurredOn: `${TODAY}T21:00:00Z` });
    expect(await unitStatuses(id)).toEqual(['AtOrigin', 'AtOrigin']);
  });

  test('begins anew with a new booking', async () => {
    const { id } = await world.caller.orderedShipment();
    await world.caller.put(`${SHIPMENTS}/${id}/cancel`);
    await scan(id, { code: 'AtHub', occurredOn: `${TODAY}T12:00:00Z` });
    await world.caller.put(`${SHIPMENTS}/${id}/reset`);
    expect(await unitStatuses(id)).toEqual(['AtOrigin']);
    await world.caller.put(`${SHIPMENTS}/${id}/order`);
    await scan(id, { code: 'PickedUp', occurredOn: `${TODAY}T11:00:00Z` });
    expect(await unitStatuses(id)).toEqual(['InTransit']);
  });
});

test('different scans of one shipment are all recorded, however many come at once', async () => {
  const { id } = await world.caller.orderedShipment();
  const minutes = Array.from({ length: 24 }, (_, minute) => `${TODAY}T10:${String(minute + 10)}:00Z`);
  const answers = await Promise.all(minutes.map((occurredOn) => scan(id, { code: 'AtHub', occurredOn })));
  expect(answers.map(({ status }) => status)).toEqual(minutes.map(() => 201));
});

describe('the same scan told twice', () => {
  test('is recorded once and answered 200 with what is kept', async () => {
    const { id } = await world.caller.orderedShipment();
    const first = await scan(id, { ...PICKED_UP, description: 'one' });
    const again = await scan(id, { ...PICKED_UP, description: 'one', occurredOn: `${TODAY}T15:05:00Z` });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await world.caller.get(eventsOf(id))).body.total).toBe(2);
    expect((await read(id)).version).toBe(4);
  });

  test('is another scan in another place, or with another text', async () => {
    const { id } = await world.caller.orderedShipment();
    await scan(id, PICKED_UP);
    expect((await scan(id, { ...PICKED_UP, description: 'other' })).status).toBe(201);
    expect((await scan(id, { ...PICKED_UP, location: { city: 'Leipzig', countryCode: 'DE' } })).status).toBe(201);
    expect((await world.caller.get(eventsOf(id))).body.total).toBe(4);
  });

  test('at the same moment too', async () => {
    const { id } = await world.caller.orderedShipment();
    const answers = await Promise.all(Array.from({ length: 4 }, () => scan(id, PICKED_UP)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await read(id)).toMatchObject({ status: 'Executed', version: 4 });
  });

  test('different scans at the same moment are all kept', async () => {
    const { id } = await world.caller.orderedShipment();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((hour) => scan(id, { code: 'InTransit', occurredOn: `${TODAY}T0${hour}:00:00Z` })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect((await world.caller.get(eventsOf(id))).body.total).toBe(5);
  });
});

test('takes a scan from up to a day before the shipment was created, and none from earlier', async () => {
  const { id, createdOn } = await world.caller.orderedShipment();
  const before = (ms: number): string => new Date(Date.parse(createdOn) - ms).toISOString();
  const tooEarly = await scan(id, { ...PICKED_UP, occurredOn: before(DAY_MS + 1) });
  expect(problemOf(tooEarly)).toBe('400 validation');
  expect(fieldsOf(tooEarly)).toEqual(['Data.OccurredOn /occurredOn']);
  expect((await read(id)).status).toBe('Accepted');
  expect((await scan(id, { ...PICKED_UP, occurredOn: before(DAY_MS) })).status).toBe(201);
});

test.each<[string, object, string]>([
  ['no code', { occurredOn: PICKED_UP.occurredOn }, 'Data.Code /code'],
  ['a code that is none', { ...PICKED_UP, code: 'pickedUp' }, 'Data.Code /code'],
  ['no time', { code: 'PickedUp' }, 'Data.OccurredOn /occurredOn'],
  ['a time without its offset', { ...PICKED_UP, occurredOn: `${TODAY}T16:05:00` }, 'Data.OccurredOn /occurredOn'],
  ['half an offset', { ...PICKED_UP, occurredOn: `${TODAY}T16:05:00+01` }, 'Data.OccurredOn /occurredOn'],
  ['a leap second', { ...PICKED_UP, occurredOn: '2016-12-31T23:59:60Z' }, 'Data.OccurredOn /occurredOn'],
  ['the year 0', { ...PICKED_UP, occurredOn: '0000-01-01T00:00:00Z' }, 'Data.OccurredOn /occurredOn'],
  ['a time to come', { ...PICKED_UP, occurredOn: '2126-01-20T16:05:00Z' }, 'Data.OccurredOn /occurredOn'],
  ['a time long gone', { ...PICKED_UP, occurredOn: '1990-01-20T16:05:00Z' }, 'Data.OccurredOn /occurredOn'],
  ['a unit of another shipment', { ...PICKED_UP, handlingUnitId: NO_SUCH_ID }, 'Data.HandlingUnitId /handlingUnitId'],
  [
    'a unit that is no id',
    { ...PICKED_UP, handlingUnitId: `urn:uuid:${NO_SUCH_ID}` },
    'Data.HandlingUnitId /handlingUnitId',
  ],
  [
    'the carrier as source without its code',
    { source: 'carrier', occurredOn: PICKED_UP.occurredOn },
    'Data.CarrierCode /carrierCode',
  ],
  ['a code of our own for the carrier’s', { ...PICKED_UP, source: 'carrier', carrierCode: 'PU' }, 'Data.Code /code'],
  [
    'a scan of a carrier without codes',
    { source: 'carrier', carrierCode: 'PU', occurredOn: PICKED_UP.occurredOn },
    'Data.Source /source',
  ],
  [
    'a country in small letters',
    { ...PICKED_UP, location: { countryCode: 'nl' } },
    'Data.Location.CountryCode /location/countryCode',
  ],
  ['an unknown field', { ...PICKED_UP, location: { zip: '1' } }, 'Data.Location.Zip /location/zip'],
])('answers 400 for %s, and records nothing', async (_name, event, place) => {
  const shipment = await world.caller.orderedShipment();
  const answer = await scan(shipment.id, event);
  expect(problemOf(answer)).toBe('400 validation');
  expect(fieldsOf(answer)).toEqual([place]);
  expect(await read(shipment.id)).toEqual(shipment);
});

test('the unit is named in whatever letters its id is written', async () => {
  const { id, handlingUnits } = await world.caller.orderedShipment();
  const unit = handlingUnits[0]?.id ?? '';
  const answer = await scan(id, { ...PICKED_UP, handlingUnitId: unit.toUpperCase() });
  expect(answer.status).toBe(201);
  expect(answer.body.handlingUnitId).toBe(unit);
  expect((await scan(id, { ...PICKED_UP, handlingUnitId: unit })).status).toBe(200);
});

test.each(['Created', 'Ordered', 'Declined'] as const)('answers 409 when nothing is booked: %s', async (status) => {
  const shipment = await shipmentIn(world.caller, status);
  const answer = await scan(shipment.id, PICKED_UP);
  expect(problemOf(answer)).toBe('409 invalid-state-transition');
  expect(answer.body.currentStatus).toBe(status);
  expect(answer.body.detail).toMatch(new RegExp(`^Cannot record a scan of shipment in '${status}' status`));
  expect(await read(shipment.id)).toEqual(shipment);
});

test.each<[string, string | undefined]>([
  ['before it was ordered', undefined],
  ['after it was declined', 'SANDBOX-REFUSE'],
])('answers 409 of a shipment that was canceled %s, with what to do', async (_name, reference) => {
  const shipment = await world.caller.createShipment(reference === undefined ? {} : { reference });
  if (reference !== undefined) await world.caller.put(`${SHIPMENTS}/${shipment.id}/order`);
  const canceled = await world.caller.put(`${SHIPMENTS}/${shipment.id}/cancel`);
  expect(canceled.body.status).toBe('Canceled');
  const answer = await scan(shipment.id, { ...PICKED_UP, code: 'Delivered' });
  expect(problemOf(answer)).toBe('409 invalid-state-transition');
  expect(answer.body).toMatchObject({
    currentStatus: 'Canceled',
    allowedTransitions: ['reset'],
    detail: expect.stringMatching(/canceled without a booking: reset it and order it/) as string,
  });
  expect(await read(shipment.id)).toEqual(canceled.body);
});

test('keeps a scan of a parcel that was canceled too late, and the shipment stays Canceled', async () => {
  const { id } = await world.caller.orderedShipment();
  await world.caller.put(`${SHIPMENTS}/${id}/cancel`);
  expect((await scan(id, PICKED_UP)).status).toBe(201);
  expect((await read(id)).status).toBe('Canceled');
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await world.caller.orderedShipment();
  const stranger = await world.server.newCaller();
  const hidden = await scan(id, PICKED_UP, stranger);
  const missing = await scan(NO_SUCH_ID, PICKED_UP, stranger);
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
  expect((await read(id)).status).toBe('Accepted');
});

test('answers 401 without credentials and 403 to one who may only read', async () => {
  const { id } = await world.caller.orderedShipment();
  expect(problemOf(await world.server.anonymous.post(eventsOf(id), PICKED_UP))).toBe('401 unauthenticated');
  const answer = await scan(id, PICKED_UP, await world.server.callerIn(world.caller, 'viewer'));
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.tracking-events:write');
});
