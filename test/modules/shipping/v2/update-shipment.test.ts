import { describe, expect, test } from 'vitest';
import {
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

const world = useTestApp(createTestDatabase);

const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const pathOf = ({ id }: { id: string }): string => `${SHIPMENTS}/${id}`;

test('replaces the whole content and nothing else', async () => {
  const before = await world.caller.createShipment({ instructions: 'Ring twice' });
  const update = {
    ...EXAMPLE_SHIPMENT,
    reference: 'ORD-2',
    addresses: { sender: EXAMPLE_SHIPMENT.addresses.receiver, receiver: EXAMPLE_SHIPMENT.addresses.sender },
    handlingUnits: [{ weight: { value: 16, unit: 'oz' } }, { ...UNIT, reference: 'PKG-2', packageType: 'Pallet' }],
  };
  const answer = await world.caller.put(pathOf(before), update);
  expect(answer.status).toBe(200);
  expect(answer.headers['etag']).toBe('"2"');
  const { updatedOn, handlingUnits } = answer.body;
  expect(answer.body).toEqual({
    ...update,
    id: before.id,
    status: 'Created',
    version: 2,
    handlingUnits: update.handlingUnits.map((unit, index) => ({
      ...unit,
      id: handlingUnits[index].id,
      status: 'AtOrigin',
    })),
    createdOn: before.createdOn,
    updatedOn,
    _links: before._links,
  });
  expect((await world.caller.get(pathOf(before))).body).toEqual(answer.body);
});

test('takes handling units away and adds them', async () => {
  const before = await world.caller.createShipment({ handlingUnits: Array(5).fill(UNIT) });
  for (const count of [2, 7, 1]) {
    const answer = await world.caller.put(pathOf(before), {
      ...EXAMPLE_SHIPMENT,
      handlingUnits: Array(count).fill(UNIT),
    });
    expect(answer.body.handlingUnits).toHaveLength(count);
    expect((await world.caller.get(pathOf(before))).body).toEqual(answer.body);
  }
});

test('the list finds the shipment under its new reference and carrier only', async () => {
  const caller = await world.server.newCaller();
  await caller.post('/api/shipping/v2/carrier-profiles', {
    reference: 'SECOND',
    name: 'Second',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'DFY-B2C', name: 'Day', productCode: '01' }],
  });
  const { id } = await caller.createShipment();
  await caller.put(`${SHIPMENTS}/${id}`, { ...EXAMPLE_SHIPMENT, reference: 'NEW', carrierReference: 'SECOND' });
  const found = async (query: string) => (await caller.get(`${SHIPMENTS}?${query}`)).body.total;
  expect(await found(`reference=${EXAMPLE_SHIPMENT.reference}`)).toBe(0);
  expect(await found('reference=NEW')).toBe(1);
  expect(await found('carrierReference=DHLPX')).toBe(0);
  expect(await found('carrierReference=SECOND')).toBe(1);
});

describe('an update of something older than the newest', () => {
  test('answers 200 when the version read is still the newest, said either way', async () => {
    const shipment = await world.caller.createShipment();
    const put = (body: object) => world.caller.put(pathOf(shipment), { ...EXAMPLE_SHIPMENT, ...body });
    expect((await put({}).set('if-match', '"1"')).body.version).toBe(2);
    expect((await put({ version: 2 })).body.version).toBe(3);
    expect((await put({ version: 3 }).set('if-match', '"3"')).body.version).toBe(4);
    expect((await put({}).set('if-match', '*')).body.version).toBe(5);
    expect((await put({})).body.version).toBe(6);
  });

  test('answers 412 with the newest version when it is not, said either way', async () => {
    const shipment = await world.caller.createShipment();
    const put = (body: object) => world.caller.put(pathOf(shipment), { ...EXAMPLE_SHIPMENT, ...body });
    await put({ reference: 'FIRST' });
    for (const answer of [
      await put({}).set('if-match', '"1"'),
      await put({ version: 1 }),
      await put({ version: 1 }).set('if-match', '"2"'),
      await put({ version: 2 }).set('if-match', '"1"'),
      await put({ version: 3 }),
    ]) {
      expect(problemOf(answer)).toBe('412 precondition-failed');
      expect(answer.body.currentVersion).toBe(2);
      expect(answer.body.detail).toContain('its version is now 2');
    }
    expect((await world.caller.get(pathOf(shipment))).body.reference).toBe('FIRST');
  });

  test('of two at the same moment one wins, and the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const shipment = await world.caller.createShipment();
      const answers = await Promise.all(
        ['ONE', 'OTHER'].map((reference) =>
          world.caller.put(pathOf(shipment), { ...EXAMPLE_SHIPMENT, reference, version: 1 }),
        ),
      );
      const [won, lost] = answers.toSorted((one, other) => one.status - other.status);
      expect(won?.status).toBe(200);
      expect(lost === undefined ? '' : problemOf(lost)).toBe('412 precondition-failed');
      expect(lost?.body.currentVersion).toBe(2);
      expect((await world.caller.get(pathOf(shipment))).body).toEqual(won?.body);
    }
  });

  test('of many at the same moment that name no version none is half done', async () => {
    const shipment = await world.caller.createShipment();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        world.caller.put(pathOf(shipment), {
          ...EXAMPLE_SHIPMENT,
          reference: `W-${index}`,
          handlingUnits: Array(index + 1).fill({ ...UNIT, reference: `W-${index}` }),
        }),
      ),
    );
    const won = answers.filter((answer) => answer.status === 200);
    for (const answer of answers) if (answer.status !== 200) expect(problemOf(answer)).toBe('409 concurrent-change');
    const { body } = await world.caller.get(pathOf(shipment));
    expect(body.version).toBe(won.length + 1);
    expect(won.map((answer) => answer.body)).toContainEqual(body);
    expect(new Set(body.handlingUnits.map((unit: { reference: string }) => unit.reference))).toEqual(
      new Set([body.reference]),
    );
  });

  test('answers 400 with an example when If-Match is no ETag of ours', async () => {
    const shipment = await world.caller.createShipment();
    const answer = await world.caller.put(pathOf(shipment), EXAMPLE_SHIPMENT).set('if-match', '"abc"');
    expect(problemOf(answer)).toBe('400 malformed-if-match');
    expect(answer.body.detail).toContain('for example "3"');
  });
});

test.each([
  ['Ordered', []],
  ['Accepted', ['cancel', 'reset']],
  ['Declined', ['cancel', 'reset']],
  ['Canceled', ['reset']],
  ['Executed', []],
] as const)('answers 409 with what can be done instead when it is %s, and changes nothing', async (status, allowed) => {
  const shipment = await shipmentIn(world.caller, status);
  const answer = await world.caller.put(pathOf(shipment), { ...EXAMPLE_SHIPMENT, reference: 'LATE' });
  expect(problemOf(answer)).toBe('409 invalid-state-transition');
  expect(answer.body).toMatchObject({ currentStatus: status, allowedTransitions: allowed });
  expect(answer.body.detail).toMatch(new RegExp(`^Cannot update shipment in '${status}' status`));
  expect((await world.caller.get(pathOf(shipment))).body).toEqual(shipment);
});

test('answers 400 and 422 as creating does, and changes nothing', async () => {
  const shipment = await world.caller.createShipment();
  const put = (changes: object) => world.caller.put(pathOf(shipment), { ...EXAMPLE_SHIPMENT, ...changes });
  const { sender, receiver } = EXAMPLE_SHIPMENT.addresses;

  const weight = await put({ handlingUnits: [{ weight: { value: 0, unit: 'kg' } }] });
  expect(fieldsOf(weight)).toEqual(['Data.HandlingUnits[0].Weight.Value /handlingUnits/0/weight/value']);
  const postCode = await put({ addresses: { sender, receiver: { ...receiver, postCode: '1' } } });
  expect(fieldsOf(postCode)).toEqual(['Data.Addresses.Receiver.PostCode /addresses/receiver/postCode']);
  expect(fieldsOf(await put({ status: 'Accepted' }))).toEqual(['Data.Status /status']);
  expect(fieldsOf(await put({ version: '1' }))).toEqual(['Data.Version /version']);
  expect(problemOf(await put({ carrierReference: 'NONE' }))).toBe('422 unknown-carrier');
  expect(problemOf(await put({ serviceLevelReference: 'NONE' }))).toBe('422 unknown-service-level');
  const toZurich = { ...receiver, city: 'Zürich', postCode: '8001', countryCode: 'CH' };
  expect(problemOf(await put({ addresses: { sender, receiver: toZurich } }))).toBe('422 customs-data-required');
  expect((await world.caller.get(pathOf(shipment))).body).toEqual(shipment);
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await world.caller.createShipment();
  const stranger = await world.server.newCaller();
  const hidden = await stranger.put(`${SHIPMENTS}/${id}`, EXAMPLE_SHIPMENT);
  const missing = await stranger.put(`${SHIPMENTS}/${NO_SUCH_ID}`, EXAMPLE_SHIPMENT);
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
});

test('answers 401 without credentials and 403 to one who may only read', async () => {
  const { id } = await world.caller.createShipment();
  const path = `${SHIPMENTS}/${id}`;
  expect(problemOf(await world.server.anonymous.put(path, EXAMPLE_SHIPMENT))).toBe('401 unauthenticated');
  const viewer = await world.server.callerIn(world.caller, 'viewer');
  const answer = await viewer.put(path, EXAMPLE_SHIPMENT);
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:write');
});
