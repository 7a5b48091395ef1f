import { describe, expect, test } from 'vitest';
import { BUILT_IN_GROUPS, PERMISSIONS } from '../../../../src/modules/authorizing/permissions.ts';
import { NO_SUCH_ID, problemOf, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const GROUPS = '/api/authorizing/v1/permission-groups';
const TOKENS = '/api/authorizing/v1/tokens';
const world = useTestApp(createTestDatabase);

let made = 0;
const groupInput = (changes: Record<string, unknown> = {}) => ({
  reference: `group-${++made}`,
  name: 'Night shift',
  permissions: ['shipping.shipments:read'],
  ...changes,
});

const etagIn = (headers: Readonly<Record<string, string>>): string => headers['etag'] ?? '';

describe('GET /permission-groups', () => {
  test('shows the built-in groups and then the tenant’s own', async () => {
    const other = await world.server.newCaller();
    await other.post(GROUPS, groupInput({ reference: 'b-shift' }));
    await other.post(GROUPS, groupInput({ reference: 'a-shift' }));
    await world.caller.post(GROUPS, groupInput({ reference: 'not-theirs' }));
    const { body } = await other.get(GROUPS);
    expect(
      body.items.map(({ reference, builtIn }: { reference: string; builtIn: boolean }) => [reference, builtIn]),
    ).toEqual([
      ['admin', true],
      ['operator', true],
      ['integrator', true],
      ['viewer', true],
      ['a-shift', false],
      ['b-shift', false],
    ]);
    expect(body.items[0].permissions).toEqual(PERMISSIONS);
    const page = await other.get(`${GROUPS}?limit=2&offset=3`);
    expect(page.body).toMatchObject({ total: 6, items: [{ reference: 'viewer' }, { reference: 'a-shift' }] });
    expect(page.body._links.next.href).toBe(`${GROUPS}?limit=2&offset=5`);
  });

  test('the built-in groups are what they say: each permission is one that there is, and a viewer changes nothing', () => {
    for (const { permissions } of Object.values(BUILT_IN_GROUPS)) {
      expect(permissions.filter((one) => !PERMISSIONS.includes(one))).toEqual([]);
    }
    expect(BUILT_IN_GROUPS['viewer']?.permissions.filter((one) => !/:(?:read|calculate)$/.test(one))).toEqual([]);
    expect(BUILT_IN_GROUPS['integrator']?.permissions.filter((one) => one.startsWith('authorizing.'))).toEqual([]);
    expect(
      BUILT_IN_GROUPS['operator']?.permissions.filter(
        (one) => one.startsWith('authorizing.') && !one.endsWith(':read'),
      ),
    ).toEqual([]);
  });
});

describe('POST /permission-groups', () => {
  test('answers 201 with the group and its place; tokens can hold it at once', async () => {
    const input = groupInput();
    const answer = await world.caller.post(GROUPS, input);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ ...input, builtIn: false, version: expect.any(Number) });
    expect(answer.headers['location']).toBe(`${GROUPS}/${input.reference}`);
    expect(answer.headers['etag']).toBe(`"${answer.body.version}"`);
    expect((await world.caller.get(`${GROUPS}/${input.reference}`)).body).toEqual(answer.body);
    const holder = await world.server.callerIn(world.caller, input.reference);
    expect((await holder.get('/api/shipping/v2/shipments')).status).toBe(200);
    expect(problemOf(await holder.get('/api/shipping/v2/consignments'))).toBe('403 forbidden');
  });

  test('answers 409 for a reference that is taken, by the tenant’s own group or a built-in one', async () => {
    const input = groupInput();
    await world.caller.post(GROUPS, input);
    for (const reference of [input.reference, 'admin', 'viewer']) {
      expect(problemOf(await world.caller.post(GROUPS, { ...input, reference }))).toBe('409 reference-taken');
    }
    expect((await (await world.server.newCaller()).post(GROUPS, input)).status).toBe(201);
  });

  test('of two at the same moment one is made', async () => {
    const input = groupInput();
    const answers = await Promise.all([world.caller.post(GROUPS, input), world.caller.post(GROUPS, input)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('answers 403 naming the excess for a permission that the caller does not have', async () => {
    await world.caller.post(
      GROUPS,
      groupInput({
        reference: 'group-maker',
        permissions: ['authorizing.permission-groups:write', 'shipping.shipments:read'],
      }),
    );
    const maker = await world.server.callerIn(world.caller, 'group-maker');
    const refused = await maker.post(
      GROUPS,
      groupInput({ permissions: ['shipping.shipments:read', 'shipping.shipments:order'] }),
    );
    expect(problemOf(refused)).toBe('403 exceeds-own-permissions');
    expect(refused.body.excess).toEqual(['shipping.shipments:order']);
    const own = groupInput();
    expect((await maker.post(GROUPS, own)).status).toBe(201);
    const wider = { name: 'Wider', permissions: ['shipping.shipments:order'] };
    expect(problemOf(await maker.put(`${GROUPS}/${own.reference}`, wider))).toBe('403 exceeds-own-permissions');
    await world.caller.put(`${GROUPS}/${own.reference}`, wider);
    const taken = await maker.put(`${GROUPS}/${own.reference}`, { name: 'None', permissions: [] });
    expect(problemOf(taken)).toBe('403 exceeds-own-permissions');
  });

  test.each([
    ['no reference', { reference: undefined }],
    ['a reference in capitals', { reference: 'Night' }],
    ['a reference that ends in a hyphen', { reference: 'night-' }],
    ['a reference of 41 characters', { reference: 'a'.repeat(41) }],
    ['an empty name', { name: '' }],
    ['a permission that is none', { permissions: ['shipping.shipments:fly'] }],
    ['the permission of everyone', { permissions: ['authenticated'] }],
    ['a permission twice', { permissions: ['shipping.shipments:read', 'shipping.shipments:read'] }],
    ['a field that is none', { builtIn: true }],
  ])('answers 400 for %s', async (_, change) => {
    expect(problemOf(await world.caller.post(GROUPS, { ...groupInput(), ...change }))).toBe('400 validation');
  });
});

describe('PUT /permission-groups/{reference}', () => {
  test('changes what every holder may do with his next request', async () => {
    const input = groupInput();
    const { body: before, headers } = await world.caller.post(GROUPS, input);
    const holder = await world.server.callerIn(world.caller, input.reference);
    expect((await holder.get('/api/shipping/v2/shipments')).status).toBe(200);
    const change = { name: 'Day shift', permissions: ['shipping.consignments:read'] };
    const answer = await world.caller.put(`${GROUPS}/${input.reference}`, change).set('if-match', etagIn(headers));
    expect(answer.body).toMatchObject({ ...change, reference: input.reference });
    expect(answer.body.version).toBeGreaterThan(before.version);
    expect((await world.caller.get(`${GROUPS}/${input.reference}`)).body).toEqual(answer.body);
    expect(problemOf(await holder.get('/api/shipping/v2/shipments'))).toBe('403 forbidden');
    expect((await holder.get('/api/shipping/v2/consignments')).status).toBe(200);
  });

  test('answers 409 for a built-in group, 412 at another version, 404 for one that is not there', async () => {
    const input = groupInput();
    await world.caller.post(GROUPS, input);
    const change = { name: 'Other', permissions: [] };
    expect(problemOf(await world.caller.put(`${GROUPS}/viewer`, change))).toBe('409 permission-group-built-in');
    const stale = await world.caller.put(`${GROUPS}/${input.reference}`, change).set('if-match', '"9"');
    expect(problemOf(stale)).toBe('412 precondition-failed');
    expect(problemOf(await world.caller.put(`${GROUPS}/nowhere`, change))).toBe('404 not-found');
  });
});

describe('DELETE /permission-groups/{reference}', () => {
  test('answers 204, and then it is not there', async () => {
    const input = groupInput();
    await world.caller.post(GROUPS, input);
    expect((await world.caller.delete(`${GROUPS}/${input.reference}`)).status).toBe(204);
    expect(problemOf(await world.caller.get(`${GROUPS}/${input.reference}`))).toBe('404 not-found');
    expect(problemOf(await world.caller.delete(`${GROUPS}/${input.reference}`))).toBe('404 not-found');
  });

  test('answers 412 at another version than it has, and leaves it there', async () => {
    const { body, headers } = await world.caller.post(GROUPS, groupInput());
    const path = `${GROUPS}/${body.reference}`;
    const etag = etagIn(headers);
    expect(problemOf(await world.caller.delete(path).set('if-match', '"1"'))).toBe('412 precondition-failed');
    expect(problemOf(await world.caller.delete(path).set('if-match', `W/${etag}`))).toBe('412 precondition-failed');
    expect((await world.caller.delete(path).set('if-match', etag)).status).toBe(204);
  });

  test('a group that is made again has no ETag that the one before it had, also after changes of that', async () => {
    const input = groupInput();
    const path = `${GROUPS}/${input.reference}`;
    const change = { name: 'Early', permissions: [] };
    const first = await world.caller.post(GROUPS, input);
    const before = [
      first,
      await world.caller.put(path, change),
      await world.caller.put(path, { ...change, name: 'B' }),
    ];
    await world.caller.delete(path);
    const again = await world.caller.post(GROUPS, { ...input, permissions: ['shipping.consignments:read'] });
    expect(again.body.version).toBeGreaterThan(Math.max(...before.map(({ body }) => body.version)));
    for (const { headers } of before) {
      const read = await world.caller.get(path).set('if-none-match', etagIn(headers));
      expect([read.status, read.body]).toEqual([200, again.body]);
      for (const ask of [world.caller.put(path, change), world.caller.delete(path)]) {
        expect(problemOf(await ask.set('if-match', etagIn(headers)))).toBe('412 precondition-failed');
      }
    }
    expect((await world.caller.get(path)).body).toEqual(again.body);
  });

  test('answers 409 while a token holds it, while new users get it, and for a built-in one', async () => {
    const other = await world.server.newCaller();
    const { reference } = groupInput();
    const path = `${GROUPS}/${reference}`;
    await other.post(GROUPS, groupInput({ reference }));
    const { body } = await other.post(TOKENS, { name: 'holder', permissionGroups: [reference] });
    expect(problemOf(await other.delete(path))).toBe('409 permission-group-in-use');
    await other.delete(`${TOKENS}/${body.id}`);
    await world.rows('update authorizing.tenants set default_group = $1 where id = $2', [reference, other.tenantId]);
    expect(problemOf(await other.delete(path))).toBe('409 permission-group-in-use');
    await world.rows(`update authorizing.tenants set default_group = 'viewer' where id = $1`, [other.tenantId]);
    expect((await other.delete(path)).status).toBe(204);
    expect(problemOf(await other.delete(`${GROUPS}/admin`))).toBe('409 permission-group-built-in');
  });

  test('never leaves a token with a group that is gone, whoever is faster', async () => {
    for (let round = 0; round < 10; round++) {
      const { reference } = groupInput();
      await world.caller.post(GROUPS, groupInput({ reference }));
      const [token, group] = await Promise.all([
        world.caller.post(TOKENS, { name: 'race', permissionGroups: [reference] }),
        world.caller.delete(`${GROUPS}/${reference}`),
      ]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([token.status, group.status]);
    }
  });
});

describe('who may not', () => {
  test('is answered 401 without credentials and 403 without the permission', async () => {
    const operator = await world.server.callerIn(world.caller, 'operator');
    const input = groupInput();
    const asks: ((caller: typeof world.server.anonymous) => PromiseLike<Parameters<typeof problemOf>[0]>)[] = [
      (caller) => caller.post(GROUPS, input),
      (caller) => caller.put(`${GROUPS}/viewer`, { name: 'x', permissions: [] }),
      (caller) => caller.delete(`${GROUPS}/viewer`),
    ];
    for (const ask of asks) {
      expect(problemOf(await ask(world.server.anonymous))).toBe('401 unauthenticated');
      expect(problemOf(await ask(operator))).toBe('403 forbidden');
    }
    expect(problemOf(await world.server.anonymous.get(GROUPS))).toBe('401 unauthenticated');
    const integrator = await world.server.callerIn(world.caller, 'integrator');
    expect(problemOf(await integrator.get(GROUPS))).toBe('403 forbidden');
  });

  test('is answered 404 for another tenant’s group, and cannot give it to a token', async () => {
    const other = await world.server.newCaller();
    const input = groupInput();
    const { body } = await world.caller.post(GROUPS, input);
    for (const ask of [
      (reference: string) => other.get(`${GROUPS}/${reference}`),
      (reference: string) => other.put(`${GROUPS}/${reference}`, { name: 'mine', permissions: [] }),
      (reference: string) => other.delete(`${GROUPS}/${reference}`),
    ]) {
      expect(problemOf(await ask(input.reference))).toBe('404 not-found');
      expect((await ask(NO_SUCH_ID)).status).toBe(404);
    }
    const token = await other.post(TOKENS, { name: 'x', permissionGroups: [input.reference] });
    expect(problemOf(token)).toBe('422 unknown-permission-group');
    expect((await world.caller.get(`${GROUPS}/${input.reference}`)).body).toEqual(body);
  });
});
