import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldShipmentCounts } from '../../../../src/modules/shipping/shipment-counts-repository.ts';
import {
  type Caller,
  EXAMPLE_SHIPMENT,
  type PlantedShipment,
  plantShipments,
  SHIPMENTS,
  useTestApp,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const STATUSES = ['Created', 'Ordered', 'Accepted', 'Declined', 'Canceled', 'Executed'] as const;
const CARRIERS = ['DHLPX', 'SECOND'] as const;

interface Filter {
  status?: readonly string[];
  carrierReference?: string;
  reference?: string;
  createdFrom?: Date;
  createdTo?: Date;
}

/** What the list says that there is. */
async function listed(caller: Caller, filter: Filter): Promise<number> {
  const parameters = new URLSearchParams({ limit: '1' });
  for (const [name, value] of Object.entries(filter)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      parameters.append(name, each instanceof Date ? each.toISOString() : String(each));
    }
  }
  const { status, body, text } = await caller.get(`${SHIPMENTS}?${parameters}`);
  if (status !== 200) throw new Error(text);
  return body.total;
}

const CONDITIONS = {
  status: 'status = any(?::shipping.shipment_status[])',
  carrierReference: 'carrier_reference = ?',
  reference: 'reference = ?',
  createdFrom: 'created_on >= ?',
  createdTo: 'created_on < ?',
} as const satisfies Record<keyof Filter, string>;

/** What there is, counted. */
async function counted(caller: Caller, filter: Filter): Promise<number> {
  const entries = Object.entries(filter) as [keyof Filter, unknown][];
  const where = entries.map(([name], index) => ` and ${CONDITIONS[name].replace('?', `$${index + 2}`)}`).join('');
  const [row] = await world.rows<{ count: number }>(
    `select count(*)::int as count from shipping.shipments where tenant_id = $1${where}`,
    [caller.tenantId, ...entries.map(([, value]) => value)],
  );
  return row?.count ?? -1;
}

async function expectExact(caller: Caller, filters: readonly Filter[]): Promise<void> {
  const found = await Promise.all(filters.map((filter) => listed(caller, filter)));
  expect(found).toEqual(await Promise.all(filters.map((filter) => counted(caller, filter))));
}

/** A tenant with two carriers. */
async function newTenant(): Promise<Caller> {
  const caller = await world.server.newCaller();
  await caller.post('/api/shipping/v2/carrier-profiles', {
    reference: 'SECOND',
    name: 'Second',
    carrier: 'sandbox',
    serviceLevels: [{ reference: 'DFY-B2C', name: 'Day', productCode: '01' }],
  });
  return caller;
}

const step = fc.record({
  what: fc.constantFrom('create', 'order', 'cancel', 'reset', 'update', 'scan', 'fold'),
  which: fc.nat(4),
  carrierReference: fc.constantFrom(...CARRIERS),
  reference: fc.constantFrom('ORD-1', 'ORD-2', 'SANDBOX-REFUSE', 'SANDBOX-UNAVAILABLE'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Does the step to one of the shipments, whether or not it is allowed there. */
async function take(caller: Caller, ids: string[], { what, which, carrierReference, reference }: Step): Promise<void> {
  if (what === 'fold') return foldShipmentCounts(world.server.app.db);
  const body = { ...EXAMPLE_SHIPMENT, carrierReference, reference };
  const self = `${SHIPMENTS}/${ids[which % ids.length]}`;
  if (what === 'create' || ids.length === 0) ids.push((await caller.post(SHIPMENTS, body)).body.id);
  else if (what === 'update') await caller.put(self, body);
  else if (what === 'scan') {
    await caller.post(`${self}/tracking-events`, { code: 'PickedUp', occurredOn: new Date().toISOString() });
  } else await caller.put(`${self}/${what}`);
}

test('the total of every filter is that of a count, whatever happened, before and after folding', async () => {
  const filters: Filter[] = [
    {},
    ...STATUSES.map((status) => ({ status: [status] })),
    { status: ['Created', 'Canceled'] },
    { status: STATUSES },
    ...CARRIERS.flatMap((carrierReference) => [
      { carrierReference },
      { carrierReference, status: ['Accepted', 'Executed'] },
      { carrierReference, reference: 'ORD-1' },
    ]),
    { reference: 'ORD-2' },
    { createdFrom: new Date(Date.now() - 3_600_000) },
    { createdTo: new Date(), status: ['Created'] },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const caller = await newTenant();
      const ids: string[] = [];
      for (const each of steps) await take(caller, ids, each);
      await expectExact(caller, filters);
      await foldShipmentCounts(world.server.app.db);
      await expectExact(caller, filters);
      const negative = await world.rows(
        'select * from shipping.shipment_counts where tenant_id = $1 and shipments < 0',
        [caller.tenantId],
      );
      expect(negative).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('is exact while others change shipments and fold at the same moment', async () => {
  const caller = await newTenant();
  const ids = await Promise.all(Array.from({ length: 6 }, async () => (await caller.createShipment()).id));
  const work = ids.map(async (id) => {
    for (const action of ['order', 'cancel', 'reset', 'order', 'reset'])
      await caller.put(`${SHIPMENTS}/${id}/${action}`);
  });
  const folding = [1, 2, 3].map(async () => {
    for (let times = 0; times < 10; times++) await foldShipmentCounts(world.server.app.db);
  });
  const reading = (async () => {
    for (let times = 0; times < 10; times++) expect(await listed(caller, {})).toBe(6);
  })();
  await Promise.all([...work, ...folding, reading]);
  await expectExact(caller, [{}, { status: ['Created'] }, { status: ['Accepted'] }]);
  await foldShipmentCounts(world.server.app.db);
  await expectExact(caller, [{}, { status: ['Created'] }, { status: ['Accepted'] }]);
});

const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2026, 0, 5);
/** Often on the edge of an hour or a day, or beside it. */
const moment = fc
  .tuple(
    fc.integer({ min: FIRST, max: LAST }),
    fc.constantFrom(1, 60_000, 3_600_000, 86_400_000),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([time, unitMs, beside]) => new Date(Math.floor(time / unitMs) * unitMs + beside));

const planted: fc.Arbitrary<PlantedShipment> = fc.record({
  createdOn: moment,
  status: fc.constantFrom(...STATUSES),
  carrierReference: fc.constantFrom(...CARRIERS),
  reference: fc.constantFrom('ORD-1', 'ORD-2'),
});

test('the total of every range of time is that of a count, to the millisecond', async () => {
  const filter = fc.record(
    {
      createdFrom: moment,
      createdTo: moment,
      status: fc.subarray([...STATUSES], { minLength: 1 }),
      carrierReference: fc.constantFrom(...CARRIERS),
      reference: fc.constantFrom('ORD-1', 'ORD-2'),
    },
    { requiredKeys: [] },
  );
  const tenant = fc.record({
    folded: fc.array(planted, { minLength: 1, maxLength: 100 }),
    unfolded: fc.array(planted, { maxLength: 30 }),
    filters: fc.array(filter, { minLength: 20, maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(tenant, async ({ folded, unfolded, filters }) => {
      const caller = await world.server.newCaller();
      await plantShipments(world, caller.tenantId, folded);
      await foldShipmentCounts(world.server.app.db);
      await plantShipments(world, caller.tenantId, unfolded);
      await expectExact(caller, filters);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
