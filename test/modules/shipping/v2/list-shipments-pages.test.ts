import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { foldShipmentCounts } from '../../../../src/modules/shipping/shipment-counts-repository.ts';
import { type Caller, type PlantedShipment, plantShipments, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const STATUSES = ['Created', 'Accepted', 'Executed'] as const;
const HOUR_MS = 3_600_000;

let caller: Caller;

beforeAll(async () => {
  caller = await world.server.newCaller();
  await plantShipments(world, caller.tenantId, scattered(4_500));
  await foldShipmentCounts(world.server.app.db);
  // What came since the last folding, in the same days and hours.
  await plantShipments(world, caller.tenantId, scattered(500));
});

/** Over forty days with quiet nights, empty days and one hour that has a thousand. */
function scattered(count: number): PlantedShipment[] {
  return Array.from({ length: count }, (_, index) => {
    const day = (index * 7) % 40;
    const hour = index % 5 === 0 ? 11 : 6 + (index % 13);
    const isBusy = index % 5 === 1;
    const startsOn = isBusy ? Date.UTC(2026, 0, 20, 11) : Date.UTC(2026, 0, 1 + (day < 15 ? day : day + 3), hour);
    return {
      createdOn: new Date(startsOn + ((index * 7_919) % HOUR_MS)),
      status: STATUSES[index % 3] ?? 'Created',
      carrierReference: index % 4 === 0 ? 'SECOND' : 'DHLPX',
      reference: `ORD-${index % 10}`,
    };
  });
}

interface Query {
  sort: string;
  status?: string[];
  carrierReference?: string;
}

/** All ids that a query finds, by plain SQL. */
async function everything({ sort, status, carrierReference }: Query): Promise<string[]> {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const rows = await world.rows<{ id: string }>(
    `select id from shipping.shipments where tenant_id = $1
       and ($2::text[] is null or status::text = any($2)) and ($3::text is null or carrier_reference = $3)
     order by ${sort.endsWith('reference') ? `reference ${direction}, ` : ''}id ${direction}`,
    [caller.tenantId, status ?? null, carrierReference ?? null],
  );
  return rows.map((row) => row.id);
}

function pathOf({ sort, status = [], carrierReference }: Query, page: { limit: number; offset?: number }): string {
  const parameters = new URLSearchParams({ sort });
  for (const each of status) parameters.append('status', each);
  if (carrierReference !== undefined) parameters.append('carrierReference', carrierReference);
  for (const [name, value] of Object.entries(page)) parameters.append(name, String(value));
  return `${SHIPMENTS}?${parameters}`;
}

async function read(path: string): Promise<{ ids: string[]; total: number; next?: string }> {
  const { status, body, text } = await caller.get(path);
  if (status !== 200) throw new Error(text);
  return { ids: body.items.map((item: { id: string }) => item.id), total: body.total, next: body._links.next?.href };
}

const QUERIES: readonly Query[] = [
  { sort: '-createdOn' },
  { sort: 'createdOn' },
  { sort: '-createdOn', status: ['Accepted'] },
  { sort: 'createdOn', status: ['Accepted', 'Executed'], carrierReference: 'DHLPX' },
  { sort: '-createdOn', carrierReference: 'SECOND' },
  { sort: 'reference', status: ['Created'] },
];

test.each(QUERIES)('walking %j from page to page visits each shipment once, in order', async (query) => {
  const seen: string[] = [];
  const all = await everything(query);
  for (let path: string | undefined = pathOf(query, { limit: 200 }); path !== undefined; ) {
    const page = await read(path);
    expect(page.total).toBe(all.length);
    seen.push(...page.ids);
    path = page.next;
  }
  expect(seen).toEqual(all);
  expect(new Set(seen).size).toBe(all.length);
});

test('a page at any depth is that of plain SQL', async () => {
  const found = await Promise.all(QUERIES.map(everything));
  const page = fc.record({
    which: fc.nat(QUERIES.length - 1),
    limit: fc.integer({ min: 1, max: 40 }),
    offset: fc.oneof(fc.nat(5_200), fc.integer({ min: 990, max: 1_010 })),
  });
  await fc.assert(
    fc.asyncProperty(page, async ({ which, limit, offset }) => {
      const all = found[which] ?? [];
      const { ids, total } = await read(pathOf(QUERIES[which] ?? { sort: '' }, { limit, offset }));
      expect(total).toBe(all.length);
      expect(ids).toEqual(all.slice(offset, offset + limit));
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

test('the last page, the one at the end and those beyond it are right', async () => {
  for (const query of QUERIES) {
    const all = await everything(query);
    for (const offset of [all.length - 3, all.length - 1, all.length, all.length + 1, 10_000_000]) {
      expect(await read(pathOf(query, { limit: 2, offset }))).toMatchObject({
        ids: all.slice(offset, offset + 2),
        total: all.length,
      });
    }
  }
});
