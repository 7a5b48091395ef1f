import { describe, expect, test, vi } from 'vitest';
import {
  type Caller,
  NO_SUCH_ID,
  problemOf,
  SHIPMENTS,
  startTestApp,
  useTestApp,
  withoutId,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const TOKENS = '/api/authorizing/v1/tokens';
const GROUPS = '/api/authorizing/v1/permission-groups';
const ME = '/api/authorizing/v1/users/me';
const world = useTestApp(createTestDatabase);

const tokenInput = { name: 'Web shop', permissionGroups: ['integrator'] };

/** Makes a token and gives the caller who has it, and its answer. */
async function made(
  maker: Caller,
  input: Record<string, unknown> = {},
): Promise<{ caller: Caller; body: Record<string, string> & { id: string } }> {
  const { status, body, text } = await maker.post(TOKENS, { ...tokenInput, ...input });
  if (status !== 201) throw new Error(text);
  return { caller: world.server.callerWith(maker.tenantId, body.apiKey), body };
}

describe('POST /tokens', () => {
  test('answers 201 with the key, its place and who made it; the key works and is never shown again', async () => {
    const expiresOn = '2099-01-01T00:00:00.000Z';
    const answer = await world.caller.post(TOKENS, { ...tokenInput, mode: 'test', expiresOn });
    expect(answer.status).toBe(201);
    const { id, apiKey } = answer.body;
    expect(apiKey).toMatch(/^sk_test_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$/);
    expect(answer.body).toMatchObject({
      ...tokenInput,
      mode: 'test',
      expiresOn,
      createdBy: { kind: 'token', name: 'admin' },
    });
    expect(answer.headers['location']).toBe(`${TOKENS}/${id}`);
    const caller = world.server.callerWith(world.caller.tenantId, apiKey);
    expect((await caller.get(ME)).body).toMatchObject({ id, kind: 'token', mode: 'test', name: 'Web shop' });
    const secret = apiKey.slice('sk_test_'.length + 13);
    for (const path of [`${TOKENS}/${id}`, TOKENS]) {
      const { text } = await world.caller.get(path);
      expect(text).toContain(id);
      expect(text).not.toContain(secret);
    }
    const stored = await world.rows('select to_jsonb(t) as token from authorizing.api_tokens t where id = $1', [id]);
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('a token may make one like itself, and go; the new one goes on', async () => {
    const { caller: old, body } = await made(world.caller, { permissionGroups: ['admin'] });
    const { caller: fresh } = await made(old, { permissionGroups: ['admin'] });
    expect((await fresh.delete(`${TOKENS}/${body.id}`)).status).toBe(204);
    expect(problemOf(await old.get(ME))).toBe('401 unauthenticated');
    expect((await fresh.get(ME)).body.permissions).toEqual((await world.caller.get(ME)).body.permissions);
  });

  test('answers 403 naming the excess when a group gives more than the caller has', async () => {
    await world.caller.post(GROUPS, {
      reference: 'key-keeper',
      name: 'Key keeper',
      permissions: ['authorizing.tokens:write', 'shipping.shipments:read'],
    });
    const keeper = await world.server.callerIn(world.caller, 'key-keeper');
    const viewer = ['authorizing.users:read', 'shipping.consignments:read', 'shipping.shipments:read'];
    await world.caller.post(GROUPS, { reference: 'watcher', name: 'Watcher', permissions: viewer });
    const refused = await keeper.post(TOKENS, { ...tokenInput, permissionGroups: ['watcher'] });
    expect(problemOf(refused)).toBe('403 exceeds-own-permissions');
    expect(refused.body.excess).toEqual(['authorizing.users:read', 'shipping.consignments:read']);
    expect((await keeper.post(TOKENS, { ...tokenInput, permissionGroups: ['key-keeper'] })).status).toBe(201);
  });

  test('a group that is widened later gives a token no more than its maker has', async () => {
    const group = { reference: 'readers', name: 'Readers', permissions: ['shipping.shipments:read'] };
    await world.caller.post(GROUPS, group);
    await world.caller.post(GROUPS, {
      ...group,
      reference: 'makers',
      permissions: ['authorizing.tokens:write', 'shipping.shipments:read'],
    });
    const maker = await world.server.callerIn(world.caller, 'makers');
    const { caller: reader } = await made(maker, { permissionGroups: ['readers'] });
    await world.caller.put(`${GROUPS}/readers`, {
      name: 'Readers',
      permissions: ['shipping.shipments:read', 'shipping.shipments:write'],
    });
    expect((await reader.get(ME)).body.permissions).toEqual(['shipping.shipments:read']);
    await world.caller.put(`${GROUPS}/makers`, { name: 'Makers', permissions: ['shipping.shipments:write'] });
    expect((await reader.get(ME)).body.permissions).toEqual(['shipping.shipments:write']);
  });

  test('a test token makes only test tokens', async () => {
    const { caller } = await made(world.caller, { permissionGroups: ['admin'], mode: 'test' });
    expect(problemOf(await caller.post(TOKENS, tokenInput))).toBe('403 test-token-live-token');
    expect((await caller.post(TOKENS, { ...tokenInput, mode: 'test' })).status).toBe(201);
  });

  test('a test token gives nobody live rights, neither a user nor a group, and ends no live token', async () => {
    const admin = await world.server.newCaller();
    const { caller: tester } = await made(admin, { mode: 'test', permissionGroups: ['admin'] });
    const group = { name: 'Night shift', permissions: ['shipping.shipments:read'] };
    expect((await admin.post(GROUPS, { reference: 'night-shift', ...group })).status).toBe(201);
    const { body: live } = await made(admin);
    for (const refused of [
      await tester.post(GROUPS, { reference: 'mine', ...group }),
      await tester.put(`${GROUPS}/night-shift`, { ...group, permissions: ['shipping.shipments:write'] }),
      await tester.delete(`${GROUPS}/night-shift`),
      await tester.delete(`${TOKENS}/${live.id}`),
    ]) {
      expect(problemOf(refused)).toBe('403 test-token-grants');
    }
    expect((await admin.get(`${GROUPS}/night-shift`)).body).toMatchObject(group);
  });

  test('a token makes none that outlives it', async () => {
    const { caller } = await made(world.caller, { permissionGroups: ['admin'], expiresOn: '2050-01-01T00:00:00Z' });
    for (const expiresOn of [undefined, '2050-01-01T00:00:01Z']) {
      const refused = await caller.post(TOKENS, { ...tokenInput, ...(expiresOn === undefined ? {} : { expiresOn }) });
      expect(problemOf(refused)).toBe('422 token-outlives-maker');
      expect(refused.body.latestExpiresOn).toBe('2050-01-01T00:00:00.000Z');
    }
    expect((await caller.post(TOKENS, { ...tokenInput, expiresOn: '2050-01-01T01:00:00+01:00' })).status).toBe(201);
  });

  test.each([
    ['no name', { name: undefined }],
    ['an empty name', { name: ' ' }],
    ['a name of two lines', { name: 'a\nb' }],
    ['no groups', { permissionGroups: [] }],
    ['a group twice', { permissionGroups: ['viewer', 'viewer'] }],
    ['another mode', { mode: 'prod' }],
    ['an expiry that is past', { expiresOn: '2020-01-01T00:00:00Z' }],
    ['an expiry that is no time', { expiresOn: '2099-13-01' }],
    ['a field that is none', { secret: 'mine' }],
  ])('answers 400 for %s', async (_, change) => {
    expect(problemOf(await world.caller.post(TOKENS, { ...tokenInput, ...change }))).toBe('400 validation');
  });

  test.each(['nobody', 'constructor', 'tostring'])(
    'answers 422 for the group %s, which is not there',
    async (group) => {
      const refused = await world.caller.post(TOKENS, { ...tokenInput, permissionGroups: [group] });
      expect(problemOf(refused)).toBe('422 unknown-permission-group');
    },
  );

  test('fifty at the same moment are all made', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.caller.post(TOKENS, tokenInput)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.apiKey)).size).toBe(50);
  });
});

describe('an expired token', () => {
  test('is refused from that moment on, and listed as expired', async () => {
    let offset = 0;
    await using later = await startTestApp({
      connectionString: String(world.server.app.db.pool.options.connectionString),
      background: false,
      clock: () => new Date(Date.now() + offset),
    });
    const expiresOn = new Date(Date.now() + 60_000).toISOString();
    const { body } = await made(world.caller, { expiresOn });
    const caller = later.callerWith(world.caller.tenantId, body['apiKey'] ?? '');
    expect((await caller.get(ME)).status).toBe(200);
    offset = 60_000;
    expect(problemOf(await caller.get(ME))).toBe('401 unauthenticated');
    const admin = later.callerWith(world.caller.tenantId, world.caller.apiKey);
    expect((await admin.get(`${TOKENS}?expired=true`)).body.items).toMatchObject([{ id: body.id }]);
  });
});

describe('GET /tokens', () => {
  test('lists the tenant’s tokens that are not revoked, newest first, with filters and pages', async () => {
    const other = await world.server.newCaller();
    const [first, _second, third] = [
      await made(other, { name: 'first' }),
      await made(other, { name: 'second', mode: 'test' }),
      await made(other, { name: 'third', permissionGroups: ['viewer'] }),
    ];
    await other.delete(`${TOKENS}/${third.body.id}`);
    const names = async (query: string): Promise<string[]> => {
      const { body } = await other.get(`${TOKENS}?${query}`);
      return body.items.map(({ name }: { name: string }) => name);
    };
    expect(await names('')).toEqual(['second', 'first', 'admin']);
    expect(await names('mode=test')).toEqual(['second']);
    expect(await names('permissionGroup=admin')).toEqual(['admin']);
    expect(await names(`createdById=${first.body.id}`)).toEqual([]);
    expect(await names('expired=true')).toEqual([]);
    const { body } = await other.get(`${TOKENS}?expired=false&limit=1&offset=1`);
    expect(body).toMatchObject({ total: 3, items: [{ name: 'first' }] });
    expect(body._links.next.href).toBe(`${TOKENS}?expired=false&limit=1&offset=2`);
  });

  test('says to the minute when a token was last used', async () => {
    const { caller, body } = await made(world.caller);
    const read = async () => (await world.caller.get(`${TOKENS}/${body.id}`)).body;
    expect((await read()).lastUsedOn).toBeUndefined();
    const before = Date.now();
    await caller.get(ME);
    await vi.waitFor(async () => expect(Date.parse((await read()).lastUsedOn)).toBeGreaterThanOrEqual(before), 20_000);
    const { lastUsedOn } = await read();
    for (let count = 0; count < 5; count++) {
      await world.caller.put(`${GROUPS}/none`, {});
      await caller.get(ME);
    }
    expect((await read()).lastUsedOn).toBe(lastUsedOn);
  });
});

describe('DELETE /tokens/{id}', () => {
  test('ends the token here with the answer, and in another replica within 5 s', async () => {
    const { connectionString = '' } = world.server.app.db.pool.options;
    await using replica = await startTestApp({ connectionString, background: false });
    const { caller, body } = await made(world.caller);
    const there = replica.callerWith(world.caller.tenantId, body['apiKey'] ?? '');
    expect([(await caller.get(ME)).status, (await there.get(ME)).status]).toEqual([200, 200]);
    expect((await world.caller.delete(`${TOKENS}/${body.id}`)).status).toBe(204);
    const begun = performance.now();
    expect(problemOf(await caller.get(ME))).toBe('401 unauthenticated');
    await vi.waitFor(async () => expect((await there.get(ME)).status).toBe(401), { timeout: 10_000, interval: 100 });
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(problemOf(await world.caller.get(`${TOKENS}/${body.id}`))).toBe('404 not-found');
    expect(problemOf(await world.caller.delete(`${TOKENS}/${body.id}`))).toBe('404 not-found');
  });

  test('with an Idempotency-Key too the next request is refused', async () => {
    const { caller, body } = await made(world.caller);
    expect((await caller.get(ME)).status).toBe(200);
    await world.caller.delete(`${TOKENS}/${body.id}`).set('idempotency-key', 'end-it').expect(204);
    expect(problemOf(await caller.get(ME))).toBe('401 unauthenticated');
  });

  test('is refused for the last token that can do everything, where no user can', async () => {
    const other = await world.server.newCaller();
    const { body: me } = await other.get(ME);
    await made(other, { permissionGroups: ['viewer'] });
    await made(other, { permissionGroups: ['admin'], mode: 'test' });
    expect(problemOf(await other.delete(`${TOKENS}/${me.id}`))).toBe('409 last-admin');
    const { caller: second } = await made(other, { permissionGroups: ['admin'] });
    expect((await second.delete(`${TOKENS}/${me.id}`)).status).toBe(204);
  });
});

describe('who may not', () => {
  test('is answered 401 without credentials', async () => {
    const { anonymous } = world.server;
    for (const ask of [
      anonymous.get(TOKENS),
      anonymous.post(TOKENS, tokenInput),
      anonymous.delete(`${TOKENS}/${NO_SUCH_ID}`),
    ]) {
      expect(problemOf(await ask)).toBe('401 unauthenticated');
    }
  });

  test('is answered 403 without the permission', async () => {
    const operator = await world.server.callerIn(world.caller, 'operator');
    expect((await operator.get(TOKENS)).status).toBe(200);
    expect(problemOf(await operator.post(TOKENS, tokenInput))).toBe('403 forbidden');
    expect(problemOf(await operator.delete(`${TOKENS}/${NO_SUCH_ID}`))).toBe('403 forbidden');
    const viewer = await world.server.callerIn(world.caller, 'viewer');
    expect(problemOf(await viewer.get(TOKENS))).toBe('403 forbidden');
  });

  test('is answered 404 for another tenant’s token, which goes on', async () => {
    const other = await world.server.newCaller();
    const { caller, body } = await made(world.caller);
    for (const ask of [(id: string) => other.get(`${TOKENS}/${id}`), (id: string) => other.delete(`${TOKENS}/${id}`)]) {
      expect(withoutId(await ask(body.id), body.id)).toEqual(withoutId(await ask(NO_SUCH_ID), NO_SUCH_ID));
    }
    expect((await caller.get(SHIPMENTS)).status).toBe(200);
  });
});
