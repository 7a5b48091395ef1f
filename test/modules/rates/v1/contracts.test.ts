import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, fieldsOf, NO_SUCH_ID, problemOf, useTestApp } from '../../../harness/app.ts';
import {
  CONTRACTS,
  calculate,
  createContract,
  EXAMPLE_CONTRACT,
  explained,
  questionOf,
  RATES,
} from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

let now = new Date('2026-03-10T12:00:00Z');
const world = useTestApp(createTestDatabase, { clock: () => now });

/** A tenant of the test's own: references are taken once. */
let caller: Caller;

beforeEach(async () => {
  now = new Date('2026-03-10T12:00:00Z');
  caller = await world.server.newCaller();
});

const pathOf = (id: string): string => `${CONTRACTS}/${id}`;

async function eventsOf(id: string) {
  return world.rows<{ type: string; sequence: number; data: Record<string, unknown> }>(
    'select type, sequence, data from platform.events where subject = $1 order by sequence',
    [`contract/${id}`],
  );
}

describe('creating one', () => {
  test('answers 201 with version 1 of it, its place and its ETag, and it is read back as it was sent', async () => {
    const answer = await caller.post(CONTRACTS, EXAMPLE_CONTRACT);
    expect(answer.status).toBe(201);
    const { id, createdOn } = answer.body;
    expect(answer.body).toEqual({
      ...EXAMPLE_CONTRACT,
      id,
      version: 1,
      warnings: [],
      createdOn,
      updatedOn: createdOn,
      _links: { self: { href: pathOf(id) }, version: { href: `${pathOf(id)}/versions/1` } },
    });
    expect(answer.headers).toMatchObject({ location: pathOf(id), etag: '"1"' });
    expect((await caller.get(pathOf(id))).text).toBe(answer.text);
    expect((await caller.get(`${pathOf(id)}/versions/1`)).text).toBe(answer.text);
  });

  test('is in the outbox and in the audit', async () => {
    const { id } = await createContract(caller);
    expect(await eventsOf(id)).toMatchObject([
      { type: 'rates.contract_created', sequence: 1, data: { id, reference: 'DHLPX-2026', version: 1 } },
    ]);
    const { body } = await caller.get(`/api/authorizing/v1/audit-events?resource=contract/${id}`);
    expect(body.items).toMatchObject([{ action: 'createContract', after: { id, reference: 'DHLPX-2026' } }]);
  });

  test('needs no carrier profile of the carrier it names', async () => {
    await createContract(caller, { carrierReference: 'NOT-YET' });
    const { rates } = await calculate(caller, questionOf(1));
    expect(rates).toMatchObject([{ carrierReference: 'NOT-YET' }]);
  });

  test('sent again with its Idempotency-Key is one contract', async () => {
    const send = () => caller.post(CONTRACTS, EXAMPLE_CONTRACT).set('idempotency-key', 'once');
    const [one, other] = [await send(), await send()];
    expect([one.status, other.status, other.headers['idempotent-replayed']]).toEqual([201, 201, 'true']);
    expect(other.text).toBe(one.text);
  });
});

describe('validity of one reference', () => {
  const year = (from: string, to?: string) => ({
    ...EXAMPLE_CONTRACT,
    validFrom: from,
    ...(to === undefined ? { validTo: undefined } : { validTo: to }),
  });

  test.each([
    ['the same days', year('2026-01-01', '2026-12-31')],
    ['one day in common', year('2026-12-31', '2027-12-31')],
    ['a time around it', year('2025-01-01')],
    ['a day within it', year('2026-06-01', '2026-06-01')],
  ])('answers 409 to %s, and names the other', async (_what, contract) => {
    const { id } = await createContract(caller);
    const answer = await caller.post(CONTRACTS, contract);
    expect(problemOf(answer)).toBe('409 contracts-overlap');
    expect(answer.body).toMatchObject({
      contractId: id,
      detail: expect.stringContaining('from 2026-01-01 to 2026-12-31'),
    });
  });

  test('may follow without a gap, and is free for another reference and another tenant', async () => {
    await createContract(caller);
    await createContract(caller, year('2027-01-01'));
    await createContract(caller, { reference: 'ANOTHER' });
    expect(await createContract(await world.server.newCaller())).toMatchObject({ reference: 'DHLPX-2026', version: 1 });
  });

  test('of two at the same moment one is made', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => caller.post(CONTRACTS, EXAMPLE_CONTRACT)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  test('a change cannot move into the time of another', async () => {
    await createContract(caller);
    const { id } = await createContract(caller, year('2027-01-01'));
    expect(problemOf(await caller.put(pathOf(id), year('2026-12-31')))).toBe('409 contracts-overlap');
    expect((await caller.get(pathOf(id))).body.version).toBe(1);
  });
});

describe('changing one', () => {
  const dearer = { ...EXAMPLE_CONTRACT, surcharges: [{ reference: 'TOLL', type: 'fixed', amount: '1.00' }] };

  test('makes a new version, and the old one stays readable as it was', async () => {
    const { id } = await createContract(caller);
    const first = await caller.get(`${pathOf(id)}/versions/1`);
    const answer = await caller.put(pathOf(id), dearer);
    expect(answer.body).toMatchObject({ id, version: 2, surcharges: dearer.surcharges });
    expect(answer.headers['etag']).toBe('"2"');
    expect((await caller.get(`${pathOf(id)}/versions/1`)).text).toBe(first.text);
    expect((await caller.get(`${pathOf(id)}/versions/2`)).text).toBe(answer.text);
    expect((await eventsOf(id)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['rates.contract_created', 1],
      ['rates.contract_updated', 2],
    ]);
  });

  test('is felt by the next calculation, which names the version', async () => {
    const { id } = await createContract(caller);
    expect(explained(await calculate(caller, questionOf(1)))).toEqual(['5.96 EUR = base 4.95 + TOLL 0.35 + FUEL 0.66']);
    await caller.put(pathOf(id), dearer);
    const changed = await calculate(caller, questionOf(1));
    expect(explained(changed)).toEqual(['5.95 EUR = base 4.95 + TOLL 1.00']);
    expect(changed.rates[0]?.contract).toEqual({ id, reference: 'DHLPX-2026', version: 2 });
  });

  test('answers 412 to a version that is no longer the newest', async () => {
    const { id } = await createContract(caller);
    await caller.put(pathOf(id), dearer).set('if-match', '"1"').expect(200);
    expect(problemOf(await caller.put(pathOf(id), dearer).set('if-match', '"1"'))).toBe('412 precondition-failed');
  });

  test('of many at the same moment each has a version of its own, or is told to repeat', async () => {
    const { id } = await createContract(caller);
    const answers = await Promise.all(Array.from({ length: 8 }, () => caller.put(pathOf(id), dearer)));
    const versions = answers.flatMap(({ status, body }) => (status === 200 ? [body.version] : []));
    expect(new Set(versions).size).toBe(versions.length);
    expect(answers.filter(({ status }) => status !== 200).map(problemOf)).toEqual(
      Array(8 - versions.length).fill('409 concurrent-change'),
    );
    expect((await eventsOf(id)).map(({ sequence }) => sequence)).toEqual([1, ...versions.toSorted((a, b) => a - b)]);
  });

  test('answers 404 to a version that there is not', async () => {
    const { id } = await createContract(caller);
    expect(problemOf(await caller.get(`${pathOf(id)}/versions/2`))).toBe('404 not-found');
    expect(problemOf(await caller.get(`${pathOf(id)}/versions/0`))).toBe('400 validation');
  });
});

describe('changing the surcharges only', () => {
  test('makes a new version in which all else is as it was', async () => {
    const { id } = await createContract(caller);
    const surcharges = [
      {
        reference: 'FUEL',
        type: 'percentage',
        appliesTo: ['base'],
        values: [
          { from: '2026-01-01', percentage: '12.5' },
          { from: '2026-02-01', percentage: '13' },
        ],
      },
    ];
    const answer = await caller.put(`${pathOf(id)}/surcharges`, { surcharges });
    expect(answer.body).toMatchObject({ version: 2, warnings: [] });
    expect((await caller.get(pathOf(id))).body).toMatchObject({ ...EXAMPLE_CONTRACT, surcharges, version: 2 });
    expect(explained(await calculate(caller, questionOf(1, {}, { date: '2026-02-01' })))).toEqual([
      '5.59 EUR = base 4.95 + FUEL 0.64',
    ]);
  });

  test('is refused as the whole would be', async () => {
    const { id } = await createContract(caller);
    const faulty = { surcharges: [{ reference: 'A', type: 'fixed' }] };
    expect(fieldsOf(await caller.put(`${pathOf(id)}/surcharges`, faulty))).toEqual([
      'Data.Surcharges[0].Amount /surcharges/0/amount',
    ]);
    const stale = await caller.put(`${pathOf(id)}/surcharges`, {}).set('if-match', '"2"');
    expect(problemOf(stale)).toBe('412 precondition-failed');
    expect(problemOf(await caller.put(`${pathOf(NO_SUCH_ID)}/surcharges`, {}))).toBe('404 not-found');
  });
});

describe('ending one', () => {
  test('prices nothing from today on, everything before as it did, and is still readable', async () => {
    const { id } = await createContract(caller);
    const before = await calculate(caller, questionOf(1, {}, { date: '2026-03-09' }));
    expect((await caller.delete(pathOf(id))).status).toBe(204);
    expect(await calculate(caller, questionOf(1, {}, { date: '2026-03-09' }))).toEqual(before);
    const after = await calculate(caller, questionOf(1, {}, { date: '2026-03-10' }));
    expect(after).toMatchObject({ rates: [], unavailable: [{ reason: 'not-valid-on-date' }] });
    expect((await caller.get(pathOf(id))).body).toMatchObject({ version: 1, endedFrom: '2026-03-10' });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'rates.contract_ended',
      sequence: 2,
      data: { endedFrom: '2026-03-10' },
    });
  });

  test('a second time changes nothing', async () => {
    const { id } = await createContract(caller);
    await caller.delete(pathOf(id)).expect(204);
    now = new Date('2026-03-20T12:00:00Z');
    await caller.delete(pathOf(id)).expect(204);
    expect((await caller.get(pathOf(id))).body.endedFrom).toBe('2026-03-10');
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test('frees its reference from that day on', async () => {
    const { id } = await createContract(caller);
    await caller.delete(pathOf(id));
    expect(problemOf(await caller.post(CONTRACTS, { ...EXAMPLE_CONTRACT, validFrom: '2026-03-09' }))).toBe(
      '409 contracts-overlap',
    );
    await createContract(caller, { validFrom: '2026-03-10' });
    expect(problemOf(await caller.put(pathOf(id), EXAMPLE_CONTRACT))).toBe('409 contract-ended');
  });

  test('before it has begun, it never prices anything', async () => {
    const { id } = await createContract(caller, { validFrom: '2026-06-01' });
    await caller.delete(pathOf(id)).expect(204);
    expect((await calculate(caller, questionOf(1, {}, { date: '2026-07-01' }))).rates).toEqual([]);
    await createContract(caller, { validFrom: '2026-06-01' });
  });
});

describe('the list', () => {
  test('shows contracts without their prices, by reference and validity, filtered and in pages', async () => {
    await createContract(caller, { reference: 'B', carrierReference: 'UPS' });
    await createContract(caller, { reference: 'A', validFrom: '2027-01-01', validTo: undefined });
    await createContract(caller, { reference: 'A' });
    const { body } = await caller.get(CONTRACTS);
    expect(body.items.map((item: Record<string, string>) => `${item['reference']} ${item['validFrom']}`)).toEqual([
      'A 2026-01-01',
      'A 2027-01-01',
      'B 2026-01-01',
    ]);
    expect(body.items[0]).not.toHaveProperty('serviceLevels');
    expect(body.items[0].serviceLevelReferences).toEqual(['DFY-B2C']);
    const totals = [
      '?carrierReference=UPS',
      '?validOn=2026-12-31',
      '?validOn=2027-01-01',
      '?validOn=2025-12-31',
      '?reference=A',
    ];
    const found = await Promise.all(totals.map((query) => caller.get(`${CONTRACTS}${query}`)));
    expect(found.map((answer) => answer.body.total)).toEqual([1, 2, 1, 0, 2]);
    const page = await caller.get(`${CONTRACTS}?limit=1&offset=1`);
    expect(page.body).toMatchObject({ total: 3, items: [{ validFrom: '2027-01-01' }], _links: { next: {}, prev: {} } });
    expect((await caller.get(`${CONTRACTS}?offset=5`)).body).toMatchObject({ total: 3, items: [] });
  });

  test('does not count an ended one among those that price', async () => {
    const { id } = await createContract(caller);
    await caller.delete(pathOf(id));
    const totals = await Promise.all(
      ['?validOn=2026-03-09', '?validOn=2026-03-10', ''].map((query) => caller.get(`${CONTRACTS}${query}`)),
    );
    expect(totals.map(({ body }) => body.total)).toEqual([1, 0, 1]);
  });
});

describe('who may', () => {
  test('a viewer reads and calculates, an integrator too, and neither changes a contract', async () => {
    const { id } = await createContract(caller);
    for (const group of ['viewer', 'integrator', 'operator']) {
      const one = await world.server.callerIn(caller, group);
      expect((await one.get(pathOf(id))).status).toBe(200);
      expect((await one.post(`${RATES}/calculate`, questionOf(1))).status).toBe(200);
      const answers = [
        await one.post(CONTRACTS, EXAMPLE_CONTRACT),
        await one.put(pathOf(id), EXAMPLE_CONTRACT),
        await one.delete(pathOf(id)),
      ];
      expect(answers.map(problemOf)).toEqual(Array(3).fill('403 forbidden'));
    }
  });

  test('nobody without credentials', async () => {
    const { anonymous } = world.server;
    const answers = [
      await anonymous.post(CONTRACTS, EXAMPLE_CONTRACT),
      await anonymous.get(CONTRACTS),
      await anonymous.get(pathOf(NO_SUCH_ID)),
      await anonymous.put(pathOf(NO_SUCH_ID), EXAMPLE_CONTRACT),
      await anonymous.delete(pathOf(NO_SUCH_ID)),
      await anonymous.post(`${RATES}/calculate`, questionOf(1)),
    ];
    expect(answers.map(problemOf)).toEqual(Array(6).fill('401 unauthenticated'));
  });

  test('another tenant finds nothing', async () => {
    const { id } = await createContract(caller);
    const stranger = await world.server.newCaller();
    const answers = [
      await stranger.get(pathOf(id)),
      await stranger.put(pathOf(id), EXAMPLE_CONTRACT),
      await stranger.delete(pathOf(id)),
    ];
    expect(answers.map(problemOf)).toEqual(Array(3).fill('404 not-found'));
    expect((await calculate(stranger, questionOf(1))).rates).toEqual([]);
  });
});

test('a number where a decimal string belongs is refused with its place', async () => {
  const answer = await caller.post(CONTRACTS, {
    ...EXAMPLE_CONTRACT,
    surcharges: [
      { reference: 'TOLL', type: 'fixed', amount: 0.35 },
      { reference: 'FUEL', type: 'percentage', percentage: 12.5, appliesTo: ['base'] },
    ],
  });
  expect(problemOf(answer)).toBe('400 validation');
  expect(fieldsOf(answer)).toEqual([
    'Data.Surcharges[0].Amount /surcharges/0/amount',
    'Data.Surcharges[1].Percentage /surcharges/1/percentage',
  ]);
});
