import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type Caller,
  EXAMPLE_SHIPMENT,
  fieldsOf,
  type PlantedShipment,
  plantShipments,
  problemOf,
  SHIPMENTS,
  shipmentIn,
  useTestApp,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

/** A tenant of its own whose shipments are these. @returns how to ask for the ids that a query finds */
async function tenantWith(shipments: readonly PlantedShipment[]) {
  const caller = await world.server.newCaller();
  const ids = await plantShipments(world, caller.tenantId, shipments);
  const find = async (query: string): Promise<number[]> => {
    const answer = await caller.get(`${SHIPMENTS}?${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    const found = (answer.body.items as { id: string }[]).map((item) => ids.indexOf(item.id));
    expect(answer.body.total).toBe(found.length);
    return found;
  };
  return { caller, ids, find };
}

const at = (time: string, rest: Partial<PlantedShipment> = {}): PlantedShipment => ({
  createdOn: new Date(time),
  status: 'Created',
  ...rest,
});

test('shows the newest first, each as it is read alone, fifty to a page', async () => {
  const caller = await world.server.newCaller();
  const shipments = [
    await caller.createShipment(),
    await caller.orderedShipment(),
    await shipmentIn(caller, 'Declined'),
  ];
  const answer = await caller.get(SHIPMENTS);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    items: shipments.toReversed(),
    total: 3,
    limit: 50,
    offset: 0,
    _links: { self: { href: `${SHIPMENTS}?sort=-createdOn&limit=50&offset=0` } },
  });
});

test('is empty for a new tenant', async () => {
  const caller = await world.server.newCaller();
  expect((await caller.get(SHIPMENTS)).body).toMatchObject({ items: [], total: 0 });
});

describe('filters', () => {
  const day = (hour: number) => `2026-01-20T${String(hour).padStart(2, '0')}:00:00Z`;
  let find: (query: string) => Promise<number[]>;

  beforeAll(async () => {
    ({ find } = await tenantWith([
      at(day(0), { status: 'Created', reference: 'ORD-1' }),
      at(day(1), { status: 'Accepted', reference: 'ORD-1' }),
      at(day(2), { status: 'Executed', reference: 'ord-1' }),
      at(day(3), { status: 'Created', reference: 'ORD-10', carrierReference: 'SECOND' }),
      at(day(4), { status: 'Canceled', reference: 'A&B=C %/ü', carrierReference: 'SECOND' }),
      at(day(5), { status: 'Accepted', reference: 'ORD-%', carrierReference: 'SECOND' }),
    ]));
  });

  test.each([
    ['status=Created', [3, 0]],
    ['status=Accepted', [5, 1]],
    ['status=Ordered', []],
    ['status=Created&status=Executed', [3, 2, 0]],
    ['status=Created&status=Created', [3, 0]],
    [
      'status=Created&status=Ordered&status=Accepted&status=Declined&status=Canceled&status=Executed',
      [5, 4, 3, 2, 1, 0],
    ],
    ['reference=ORD-1', [1, 0]],
    ['reference=ord-1', [2]],
    ['reference=ORD-%25', [5]],
    [`reference=${encodeURIComponent('A&B=C %/ü')}`, [4]],
    ['reference=ORD', []],
    ['carrierReference=SECOND', [5, 4, 3]],
    ['carrierReference=second', []],
    ['carrierReference=DHLPX&status=Accepted', [1]],
    ['carrierReference=SECOND&status=Created&status=Accepted', [5, 3]],
    ['reference=ORD-1&status=Accepted&carrierReference=DHLPX', [1]],
    ['reference=ORD-1&carrierReference=SECOND', []],
    ['reference=ORD-1&createdFrom=2026-01-20T01:00:00Z', [1]],
    ['carrierReference=SECOND&createdTo=2026-01-20T05:00:00Z', [4, 3]],
    ['status=Accepted&createdFrom=2026-01-20T00:30:00Z&createdTo=2026-01-20T04:00:00Z', [1]],
    ['sort=createdOn&status=Accepted', [1, 5]],
  ])('%s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });
});

describe('a tracking reference', () => {
  test('finds the shipment of which one of the units has it, whichever unit, and with other filters', async () => {
    const caller = await world.server.newCaller();
    const [UNIT] = EXAMPLE_SHIPMENT.handlingUnits;
    await caller.createShipment();
    const { id, handlingUnits } = await caller.orderedShipment({ handlingUnits: [UNIT, UNIT] });
    const find = async (query: string, by = caller) => {
      const { body } = await by.get(`${SHIPMENTS}?${query}`);
      return [body.total, ...body.items.map((item: { id: string }) => item.id)];
    };
    for (const { trackingReference } of handlingUnits) {
      expect(await find(`trackingReference=${trackingReference}`)).toEqual([1, id]);
      expect(await find(`trackingReference=${trackingReference}&status=Accepted&sort=reference`)).toEqual([1, id]);
      expect(await find(`trackingReference=${trackingReference}&status=Created`)).toEqual([0]);
      expect(await find(`trackingReference=${trackingReference}&offset=2000`)).toEqual([1]);
      expect(await find(`trackingReference=${trackingReference}`, await world.server.newCaller())).toEqual([0]);
    }
    expect(await find(`trackingReference=${handlingUnits[0]?.trackingReference?.slice(0, -1)}`)).toEqual([0]);
    const { body } = await caller.get(`${SHIPMENTS}?trackingReference=1&limit=1`);
    expect(body._links.self.href).toContain('trackingReference=1');
  });

  test('finds the shipment of which the carrier calls the booking so', async () => {
    const caller = await world.server.newCaller();
    await caller.createShipment();
    const { id, carrierBookingReference } = await caller.orderedShipment();
    const { body } = await caller.get(`${SHIPMENTS}?trackingReference=${carrierBookingReference}`);
    expect([body.total, body.items[0]?.id]).toEqual([1, id]);
  });

  test('is looked up by index, not searched for', async () => {
    const caller = await world.server.newCaller();
    const shipments = Array.from({ length: 3_000 }, (_, hour) => at(new Date(hour * 3_600_000).toISOString()));
    await plantShipments(world, caller.tenantId, shipments);
    await world.rows('update shipping.handling_units set tracking_reference = $2 || id where tenant_id = $1', [
      caller.tenantId,
      'T',
    ]);
    await world.rows('update shipping.shipments set carrier_booking_reference = $2 || id where tenant_id = $1', [
      caller.tenantId,
      'B',
    ]);
    await world.rows('analyze shipping.handling_units, shipping.shipments', []);
    const before = await scans();
    await caller.get(`${SHIPMENTS}?trackingReference=T1`);
    // A session hands in what it counted a while after its statements.
    await vi.waitFor(
      async () => {
        const after = await scans();
        expect(after.byUnit).toBeGreaterThan(before.byUnit);
        expect(after.byBooking).toBeGreaterThan(before.byBooking);
      },
      { timeout: 15_000, interval: 100 },
    );
  });

  async function scans(): Promise<{ byUnit: number; byBooking: number }> {
    const [counts] = await world.rows<{ byUnit: number; byBooking: number }>(
      `select sum(idx_scan) filter (where indexrelname = 'handling_units_tenant_id_tracking_reference_idx')::int as "byUnit",
        sum(idx_scan) filter (where indexrelname = 'shipments_tenant_id_carrier_booking_reference_idx')::int as "byBooking"
      from pg_stat_user_indexes`,
      [],
    );
    if (counts === undefined) throw new Error('the statistics are empty');
    return counts;
  }
});

describe('createdFrom and createdTo are exact: from is in, to is not', () => {
  const EDGES = [
    '2026-01-20T10:00:00.000Z',
    '2026-01-21T00:00:00.000Z',
    '2026-01-20T10:17:23.456Z',
    '2026-02-01T00:00:00.000Z',
  ];

  test.each(EDGES)('at %s', async (edge) => {
    const around = [-1, 0, 1].map((offsetMs) => at(new Date(Date.parse(edge) + offsetMs).toISOString()));
    const { find } = await tenantWith(around);
    expect(await find(`createdFrom=${edge}`)).toEqual([2, 1]);
    expect(await find(`createdTo=${edge}`)).toEqual([0]);
    const [before, after] = [around[0], around[2]].map((each) => each?.createdOn.toISOString());
    expect(await find(`createdFrom=${before}&createdTo=${after}`)).toEqual([1, 0]);
    expect(await find(`createdFrom=${edge}&createdTo=${after}`)).toEqual([1]);
    expect(await find(`createdFrom=${edge}&createdTo=${edge}`)).toEqual([]);
    expect(await find(`createdFrom=${after}&createdTo=${before}`)).toEqual([]);
  });

  test('finds what was made just now by the time that its creation answered', async () => {
    const caller = await world.server.newCaller();
    const { id, createdOn } = await caller.createShipment();
    const next = new Date(Date.parse(createdOn) + 1).toISOString();
    const found = async (query: string) =>
      (await caller.get(`${SHIPMENTS}?${query}`)).body.items.map((item: { id: string }) => item.id);
    expect(await found(`createdFrom=${createdOn}&createdTo=${next}`)).toEqual([id]);
    expect(await found(`createdTo=${createdOn}`)).toEqual([]);
    expect(await found(`createdFrom=${next}`)).toEqual([]);
  });

  test('an offset in the time is heeded', async () => {
    const { find } = await tenantWith([at('2026-01-20T10:00:00Z')]);
    expect(await find(`createdFrom=${encodeURIComponent('2026-01-20T11:00:00+01:00')}`)).toEqual([0]);
    expect(await find(`createdFrom=${encodeURIComponent('2026-01-20T11:00:00.001+01:00')}`)).toEqual([]);
  });

  test('the first and the last moment that can be written are no hindrance', async () => {
    const { find } = await tenantWith([at('2026-01-20T10:00:00Z')]);
    expect(await find('createdFrom=0001-01-01T00:00:00Z&createdTo=9999-12-31T23:59:59Z')).toEqual([0]);
    expect(await find('createdTo=1960-01-01T00:00:00Z')).toEqual([]);
    expect(await find('createdFrom=9999-12-31T23:59:59Z')).toEqual([]);
  });
});

describe('sorting', () => {
  test.each([
    ['createdOn', [0, 1, 2, 3]],
    ['-createdOn', [3, 2, 1, 0]],
    ['reference', [1, 3, 0, 2]],
    ['-reference', [2, 0, 3, 1]],
  ])('by %s, and among equals by age in the same direction', async (sort, expected) => {
    const { find } = await tenantWith([
      at('2026-01-20T10:00:00Z', { reference: 'B' }),
      at('2026-01-20T11:00:00Z', { reference: 'A' }),
      at('2026-01-20T12:00:00Z', { reference: 'C' }),
      at('2026-01-20T13:00:00Z', { reference: 'A' }),
    ]);
    expect(await find(`sort=${sort}`)).toEqual(expected);
  });
});

describe('pages', () => {
  const hours = Array.from({ length: 23 }, (_, hour) =>
    at(new Date(Date.UTC(2026, 0, 20, hour)).toISOString(), { status: hour % 3 === 0 ? 'Accepted' : 'Created' }),
  );

  test('hold what was asked for, with the total of all', async () => {
    const { caller, ids } = await tenantWith(hours);
    for (const [limit, offset] of [
      [1, 0],
      [5, 20],
      [200, 0],
      [7, 7],
    ] as const) {
      const { body } = await caller.get(`${SHIPMENTS}?limit=${limit}&offset=${offset}`);
      expect(body).toMatchObject({ total: 23, limit, offset });
      expect(idsOf(body)).toEqual(ids.toReversed().slice(offset, offset + limit));
    }
  });

  test('lead on and back with every filter kept', async () => {
    const { caller } = await tenantWith(hours);
    const query =
      'status=Accepted&status=Created&reference=ORD-2026-00123&carrierReference=DHLPX&createdFrom=2026-01-20T00%3A00%3A00Z&createdTo=2026-01-21T00%3A00%3A00Z&sort=reference';
    const { body } = await caller.get(`${SHIPMENTS}?${query}&limit=5&offset=7`);
    const link = (offset: number) => sorted(`${SHIPMENTS}?${query}&limit=5&offset=${offset}`);
    expect(sorted(body._links.self.href)).toEqual(link(7));
    expect(sorted(body._links.next.href)).toEqual(link(12));
    expect(sorted(body._links.prev.href)).toEqual(link(2));
    expect((await caller.get(body._links.self.href)).body).toEqual(body);
  });

  test('the first has none before it, the last none after it', async () => {
    const { caller } = await tenantWith(hours);
    const linksAt = async (offset: number) => (await caller.get(`${SHIPMENTS}?limit=10&offset=${offset}`)).body._links;
    expect(Object.keys(await linksAt(0))).toEqual(['self', 'next']);
    expect(Object.keys(await linksAt(3)).toSorted()).toEqual(['next', 'prev', 'self']);
    expect((await linksAt(3)).prev.href).toContain('offset=0');
    expect(Object.keys(await linksAt(12)).toSorted()).toEqual(['next', 'prev', 'self']);
    expect(Object.keys(await linksAt(13)).toSorted()).toEqual(['prev', 'self']);
  });

  test('one beyond the end is empty, with the total, and leads back to the last', async () => {
    const { caller } = await tenantWith(hours);
    const { body } = await caller.get(`${SHIPMENTS}?limit=10&offset=5000`);
    expect(body).toMatchObject({ items: [], total: 23, offset: 5000 });
    expect(body._links.next).toBeUndefined();
    const last = (await caller.get(body._links.prev.href)).body;
    expect(last.items.length).toBeGreaterThan(0);
    expect(last._links.next).toBeUndefined();
  });

  test.each([
    'sort=-createdOn',
    'sort=createdOn',
    'sort=reference',
    'status=Created',
    'sort=-reference&status=Accepted',
  ])('walking next with %s visits each once, and prev the same back', async (query) => {
    const { caller } = await tenantWith(hours);
    const all = idsOf((await caller.get(`${SHIPMENTS}?${query}&limit=200`)).body);
    const { ids, last } = await walk(caller, `${SHIPMENTS}?${query}&limit=4`, 'next');
    expect(ids).toEqual(all);
    const back = await walk(caller, last, 'prev');
    expect(new Set(back.ids)).toEqual(new Set(all));
  });
});

test.each([
  ['limit=0', 'Query.Limit /limit', /1 or more/],
  ['limit=201', 'Query.Limit /limit', /200 or less/],
  ['limit=x', 'Query.Limit /limit', /an integer/],
  ['limit=', 'Query.Limit /limit', /an integer/],
  ['limit=1.5', 'Query.Limit /limit', /an integer/],
  ['limit=1&limit=2', 'Query.Limit /limit', /there once/],
  ['offset=-1', 'Query.Offset /offset', /0 or more/],
  ['offset=10000001', 'Query.Offset /offset', /10000000 or less/],
  ['status=created', 'Query.Status[0] /status/0', /one of Created, Ordered/],
  ['status=Created,Accepted', 'Query.Status[0] /status/0', /one of Created, Ordered/],
  ['status=Created&status=x', 'Query.Status[1] /status/1', /one of Created, Ordered/],
  ['reference=', 'Query.Reference /reference', /not be empty/],
  ['createdFrom=2026-01-20', 'Query.CreatedFrom /createdFrom', /2026-01-20T10:30:00Z/],
  ['createdFrom=2026-01-20T10:30:00+01:00', 'Query.CreatedFrom /createdFrom', /write \+ as %2B/],
  ['createdTo=2016-12-31T23:59:60Z', 'Query.CreatedTo /createdTo', /leap second/],
  ['sort=status', 'Query.Sort /sort', /one of -createdOn, createdOn, reference, -reference/],
  ['page=2', 'Query.Page /page', /not a known field/],
])('answers 400 for %s', async (query, place, message) => {
  const answer = await world.caller.get(`${SHIPMENTS}?${query}`);
  expect(problemOf(answer)).toBe('400 validation');
  expect(fieldsOf(answer)).toEqual([place]);
  expect(answer.body.errors[0].message).toMatch(message);
});

test('shows nothing of another tenant, whatever is asked for', async () => {
  const shipment = await world.caller.createShipment();
  const stranger = await world.server.newCaller();
  for (const query of [
    '',
    `?reference=${EXAMPLE_SHIPMENT.reference}`,
    `?createdFrom=${shipment.createdOn}`,
    '?status=Created',
  ]) {
    expect((await stranger.get(SHIPMENTS + query)).body).toMatchObject({ items: [], total: 0 });
  }
});

test('answers 401 without credentials, 403 to one who has no permission, and the list to one who may only read', async () => {
  expect(problemOf(await world.server.anonymous.get(SHIPMENTS))).toBe('401 unauthenticated');
  const answer = await (await world.server.callerIn(world.caller)).get(SHIPMENTS);
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:read');
  expect((await (await world.server.callerIn(world.caller, 'viewer')).get(SHIPMENTS)).status).toBe(200);
});

function idsOf(body: { items: { id: string }[] }): string[] {
  return body.items.map((item) => item.id);
}

/** A link with its parameters in the order of the alphabet. */
function sorted(href: string): string[] {
  const { pathname, searchParams } = new URL(href, 'http://localhost');
  return [pathname, ...[...searchParams].map((pair) => pair.join('=')).toSorted()];
}

async function walk(
  caller: Caller,
  from: string,
  direction: 'next' | 'prev',
): Promise<{ ids: string[]; last: string }> {
  const ids: string[] = [];
  let last = from;
  for (let page: string | undefined = from; page !== undefined; ) {
    const { body } = await caller.get(page);
    ids.push(...idsOf(body));
    last = page;
    page = body._links[direction]?.href;
  }
  return { ids, last };
}
