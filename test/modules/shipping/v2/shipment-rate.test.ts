import { beforeEach, expect, test } from 'vitest';
import { type Caller, EXAMPLE_SHIPMENT, SHIPMENTS, shipmentIn, useTestApp } from '../../../harness/app.ts';
import { CONTRACTS, calculate, createContract, EXAMPLE_CONTRACT } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase, { clock: () => new Date('2026-01-20T12:00:00Z') });

let caller: Caller;

beforeEach(async () => {
  caller = await world.server.newCaller();
});

const read = async (id: string) => (await caller.get(`${SHIPMENTS}/${id}`)).body;

test('an ordered shipment shows the rate that applied, as a calculation of that day explains it', async () => {
  await createContract(caller);
  const shipment = await caller.orderedShipment();
  const { rates } = await calculate(caller, { shipmentId: shipment.id, date: '2026-01-20' });
  expect(shipment.rate).toEqual(rates[0]);
  expect(shipment.rate?.total).toEqual({ amount: '11.08', currency: 'EUR' });
  expect((await read(shipment.id)).rate).toEqual(shipment.rate);
  const list = await caller.get(SHIPMENTS);
  expect(list.body.items[0].rate).toEqual(shipment.rate);
});

test('is there from the moment in which the booking begins, and in the events', async () => {
  await createContract(caller);
  const { id } = await shipmentIn(caller, 'Ordered');
  expect((await read(id)).rate.total.amount).toBe('11.08');
  const events = await world.rows<{ type: string; data: { rate?: object } }>(
    'select type, data from platform.events where subject = $1 order by sequence',
    [`shipment/${id}`],
  );
  expect(events.map(({ type, data }) => [type, data.rate !== undefined])).toEqual([
    ['shipment.created', false],
    ['shipment.ordered', true],
  ]);
});

test('stays what it was, whatever becomes of the contract', async () => {
  const { id: contract } = await createContract(caller);
  const { id, rate } = await caller.orderedShipment();
  await caller.put(`${CONTRACTS}/${contract}`, { ...EXAMPLE_CONTRACT, surcharges: [] });
  await caller.delete(`${CONTRACTS}/${contract}`);
  expect((await read(id)).rate).toEqual(rate);
  const version = await caller.get(`${CONTRACTS}/${contract}/versions/${rate?.contract?.version}`);
  expect(version.body.surcharges).toEqual(EXAMPLE_CONTRACT.surcharges);
});

test('is the cheapest of several contracts of the carrier and service level, and no other’s', async () => {
  const flat = (reference: string, amount: string, more: object = {}) =>
    createContract(caller, {
      reference,
      surcharges: [],
      serviceLevels: [{ reference: 'DFY-B2C', prices: [{ brackets: [{ amount }] }] }],
      ...more,
    });
  await flat('DEAR', '9.00');
  await flat('CHEAP', '8.00');
  await flat('OTHER', '1.00', { carrierReference: 'UPS' });
  await flat('OVER', '2.00', { validTo: '2026-01-19' });
  const { rate } = await caller.orderedShipment();
  expect(rate).toMatchObject({ total: { amount: '8.00' }, contract: { reference: 'CHEAP' } });
});

test('is absent where no contract prices it, and ordering succeeds all the same', async () => {
  expect(await caller.orderedShipment()).not.toHaveProperty('rate');
  await createContract(caller, {
    serviceLevels: [
      { reference: 'DFY-B2C', prices: [{ brackets: [{ upTo: { value: 1, unit: 'kg' }, amount: '1' }] }] },
    ],
  });
  expect(await caller.orderedShipment()).not.toHaveProperty('rate');
});

test('ordering succeeds even where pricing is broken', async () => {
  const { id } = await createContract(caller);
  await world.rows(`update rates.contract_versions set content = '{}' where contract_id = $1`, [id]);
  const shipment = await caller.orderedShipment();
  expect(shipment.status).toBe('Accepted');
  expect(shipment).not.toHaveProperty('rate');
});

test('counts what surcharges are for: dangerous goods and a private address, as the shipment declares them', async () => {
  await createContract(caller, {
    surcharges: [
      { reference: 'ADR', type: 'fixed', amount: '30.00', per: 'handlingUnit', when: { dangerousGoods: true } },
      { reference: 'HOME', type: 'fixed', amount: '2.00', when: { residential: true } },
    ],
  });
  const { addresses, handlingUnits } = EXAMPLE_SHIPMENT;
  const batteries = { ...handlingUnits[0], dangerousGoods: [{ unNumber: 'UN3480', class: '9' }] };
  const sent = {
    addresses: { ...addresses, receiver: { ...addresses.receiver, residential: true } },
    handlingUnits: [handlingUnits[0], batteries],
  };
  const { id, rate } = await caller.orderedShipment(sent);
  expect(rate?.lines.map(({ reference, amount }) => `${reference} ${amount}`)).toEqual([
    'base 9.50',
    'ADR 30.00',
    'HOME 2.00',
  ]);
  expect(rate?.lines[1]?.basis).toMatchObject({ quantity: 1, handlingUnits: [2] });
  const [byId] = (await calculate(caller, { shipmentId: id, date: '2026-01-20' })).rates;
  expect(byId).toEqual(rate);
  const whole = { ...EXAMPLE_SHIPMENT, ...sent, date: '2026-01-20' };
  expect((await calculate(caller, whole)).rates[0]).toEqual(rate);
});

test('goes with a reset, and comes anew with the next order', async () => {
  const { id: contract } = await createContract(caller);
  const { id } = await caller.orderedShipment();
  const reset = await caller.put(`${SHIPMENTS}/${id}/reset`);
  expect(reset.body).not.toHaveProperty('rate');
  await caller.put(`${CONTRACTS}/${contract}`, { ...EXAMPLE_CONTRACT, surcharges: [] });
  const again = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(again.body.rate).toMatchObject({ total: { amount: '9.50' }, contract: { version: 2 } });
});
