import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { type Caller, NO_SUCH_ID, problemOf, useTestApp, withoutId } from '../../../harness/app.ts';
import { callerWithJwt, issuerConfig, startIdentityProvider } from '../../../harness/identity-provider.ts';
import { createTestDatabase } from '../../../harness.ts';

const USERS = '/api/authorizing/v1/users';
const ME = `${USERS}/me`;
const provider = await startIdentityProvider();
afterAll(() => provider[Symbol.asyncDispose]());
const issuers = [issuerConfig(provider, { groupsClaim: 'groups' })];
const world = useTestApp(createTestDatabase, { config: { identity: { issuers } } });

/** A person of a tenant, by default the file's, who has never been here before unless `sub` says so. */
async function person(claims: Record<string, unknown> = {}) {
  const token = await provider.token({ tenant_id: world.caller.tenantId, sub: randomUUID(), ...claims });
  return callerWithJwt(world.server, token);
}

/** Comes in once, and so becomes a user. */
async function newUser(claims: Record<string, unknown> = {}): Promise<Record<string, unknown> & { id: string }> {
  const { body } = await (await person(claims)).get(ME);
  return body;
}

describe('a person who comes in for the first time', () => {
  test('becomes a user of the tenant that the token names, with its default group', async () => {
    const jane = await person({ name: 'Jane Jansen', email: 'jane@acme.example' });
    const { body } = await jane.get(ME);
    expect(body).toMatchObject({
      kind: 'user',
      name: 'Jane Jansen',
      email: 'jane@acme.example',
      mode: 'live',
      tenant: { id: world.caller.tenantId, name: 'Test' },
      permissionGroups: ['viewer'],
    });
    expect(body.permissions).toContain('shipping.shipments:read');
    const known = await world.caller.get(`${USERS}/${body.id}`);
    expect(known.body).toMatchObject({ active: true, version: 1, issuer: provider.issuer });
    expect((await jane.get(ME)).body).toEqual(body);
  });

  test('gets the groups that a claim names, as far as they are there', async () => {
    await world.caller.post('/api/authorizing/v1/permission-groups', {
      reference: 'night-shift',
      name: 'Night',
      permissions: [],
    });
    for (const groups of [
      ['night-shift', 'operator', 'all-staff', 'operator'],
      'night-shift operator',
      'night-shift,operator',
    ]) {
      expect((await newUser({ groups }))['permissionGroups']).toEqual(['night-shift', 'operator']);
    }
    for (const groups of [['all-staff', '__proto__', 'constructor'], [], undefined, 7]) {
      expect((await newUser({ groups }))['permissionGroups']).toEqual(['viewer']);
    }
  });

  test('gets the default group that the tenant has chosen', async () => {
    const other = await world.server.newCaller();
    await world.rows(`update authorizing.tenants set default_group = 'operator' where id = $1`, [other.tenantId]);
    expect((await newUser({ tenant_id: other.tenantId }))['permissionGroups']).toEqual(['operator']);
  });

  test('is one user, however many requests come first at the same moment', async () => {
    const crowd = await person({ groups: ['operator'] });
    const answers = await Promise.all(Array.from({ length: 20 }, () => crowd.get(ME)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const [{ count } = { count: 0 }] = await world.rows<{ count: number }>(
      'select count(*)::int as count from authorizing.users where id = $1',
      [answers[0]?.body.id],
    );
    expect(count).toBe(1);
    const added = await world.caller.get(`/api/authorizing/v1/audit-events?resource=user/${answers[0]?.body.id}`);
    expect(added.body.items).toMatchObject([{ action: 'addUser', actor: { kind: 'user', id: answers[0]?.body.id } }]);
  });

  test('is another user in each tenant, and for each issuer', async () => {
    const other = await world.server.newCaller();
    const sub = randomUUID();
    const one = await newUser({ sub });
    const two = await newUser({ sub, tenant_id: other.tenantId });
    expect(one.id).not.toBe(two.id);
    expect((await other.get(`${USERS}/${one.id}`)).status).toBe(404);
  });

  test('is added at the same moment as many others', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => person({ groups: ['night-shift'] })));
    const answers = await Promise.all(people.map((one) => one.get(ME)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(40);
  });

  test('who changed his name at the identity provider has the new one here, and a token without a name takes none away', async () => {
    const sub = randomUUID();
    const before = await newUser({ sub, name: 'Jane Jansen', email: 'jane@acme.example' });
    const later = world.server.callerWith(world.caller.tenantId, world.caller.apiKey);
    await later.put(`${USERS}/${before.id}`, { permissionGroups: ['viewer'], active: true });
    const renamed = await newUser({ sub, name: 'Jane de Vries' });
    expect(renamed).toMatchObject({ id: before.id, email: 'jane@acme.example' });
    expect((await world.caller.get(`${USERS}/${before.id}`)).body).toMatchObject({ name: 'Jane de Vries', version: 3 });
  });

  test.each([
    ['preferred_username', { preferred_username: 'jjansen', email: 'j@acme.example' }, 'jjansen'],
    ['email', { email: 'j@acme.example' }, 'j@acme.example'],
    ['a name without what does not belong in one', { name: 'Jane\u0000\u202e \ud800Jansen\n' }, 'Jane \ufffdJansen'],
    ['the name, cut to what a name can be', { name: 'J'.repeat(5_000) }, 'J'.repeat(200)],
  ])('is called by %s', async (_, claims, name) => {
    expect(await newUser(claims)).toMatchObject({ name });
  });
});

describe('GET /users', () => {
  test('lists the tenant’s users by name, with filters and pages', async () => {
    const other = await world.server.newCaller();
    const at = { tenant_id: other.tenantId };
    await newUser({ ...at, name: 'Carol', email: 'Carol@acme.example' });
    const anna = await newUser({ ...at, name: 'Anna', groups: ['admin'] });
    await newUser({ ...at, name: 'Bob' });
    const names = async (query: string): Promise<string[]> => {
      const { body } = await other.get(`${USERS}?${query}`);
      return body.items.map(({ name }: { name: string }) => name);
    };
    expect(await names('')).toEqual(['Anna', 'Bob', 'Carol']);
    expect(await names('email=carol@ACME.example')).toEqual(['Carol']);
    expect(await names('permissionGroup=admin')).toEqual(['Anna']);
    expect(await names('active=false')).toEqual([]);
    const { body } = await other.get(`${USERS}?active=true&limit=1&offset=1`);
    expect(body).toMatchObject({ total: 3, limit: 1, offset: 1, items: [{ name: 'Bob' }] });
    expect(body._links).toEqual({
      self: { href: `${USERS}?active=true&limit=1&offset=1` },
      next: { href: `${USERS}?active=true&limit=1&offset=2` },
      prev: { href: `${USERS}?active=true&limit=1&offset=0` },
    });
    expect((await world.caller.get(`${USERS}/${anna.id}`)).status).toBe(404);
  });

  test.each(['active=maybe', 'permissionGroup=No', 'limit=0', 'limit=201', 'offset=-1', 'unknown=1', 'email=%00'])(
    'answers 400 for %s',
    async (query) => {
      expect((await world.caller.get(`${USERS}?${query}`)).status).toBe(400);
    },
  );
});

describe('PUT /users/{id}', () => {
  test('changes groups and raises the version; the user feels it with the next request', async () => {
    const sub = randomUUID();
    const { id } = await newUser({ sub });
    const answer = await world.caller.put(`${USERS}/${id}`, { permissionGroups: ['operator'], active: true });
    expect(answer.body).toMatchObject({ id, permissionGroups: ['operator'], version: 2 });
    expect(answer.headers['etag']).toBe('"2"');
    expect((await newUser({ sub }))['permissionGroups']).toEqual(['operator']);
  });

  test('a user who is not active is refused with 403, with tokens that he made too, until he is active again', async () => {
    const sub = randomUUID();
    const { id } = await newUser({ sub, groups: ['admin'] });
    const admin = await person({ sub });
    const made = await admin.post('/api/authorizing/v1/tokens', { name: 'his', permissionGroups: ['viewer'] });
    const his = world.server.callerWith(world.caller.tenantId, made.body.apiKey);
    expect((await his.get(ME)).status).toBe(200);
    await newUser({ groups: ['admin'] });
    expect((await world.caller.put(`${USERS}/${id}`, { permissionGroups: ['admin'], active: false })).status).toBe(200);
    expect(problemOf(await admin.get(ME))).toBe('403 user-inactive');
    expect(problemOf(await his.get(ME))).toBe('403 user-inactive');
    await world.caller.put(`${USERS}/${id}`, { permissionGroups: ['admin'], active: true });
    expect((await admin.get(ME)).status).toBe(200);
    expect((await his.get(ME)).status).toBe(200);
  });

  test('a token never gives more than the user who made it has now', async () => {
    const sub = randomUUID();
    const { id } = await newUser({ sub, groups: ['operator', 'admin'] });
    const admin = await person({ sub });
    const made = await admin.post('/api/authorizing/v1/tokens', { name: 'his', permissionGroups: ['operator'] });
    const his = world.server.callerWith(world.caller.tenantId, made.body.apiKey);
    await newUser({ groups: ['admin'] });
    await world.caller.put(`${USERS}/${id}`, { permissionGroups: ['viewer'], active: true });
    const { body } = await his.get(ME);
    expect(body.permissionGroups).toEqual(['operator']);
    expect(body.permissions).toContain('shipping.shipments:read');
    expect(body.permissions).not.toContain('shipping.shipments:write');
    expect(problemOf(await his.post('/api/shipping/v2/shipments', {}))).toBe('403 forbidden');
  });

  test('answers 403 naming the excess to whoever would give more than he has, or touches one who has more', async () => {
    await world.caller.post('/api/authorizing/v1/permission-groups', {
      reference: 'people-officer',
      name: 'People officer',
      permissions: ['authorizing.users:read', 'authorizing.users:write'],
    });
    const officer = await world.server.callerIn(world.caller, 'people-officer');
    const viewer = await newUser();
    const admin = await newUser({ groups: ['admin'] });
    const promoted = await officer.put(`${USERS}/${viewer.id}`, { permissionGroups: ['admin'], active: true });
    expect(problemOf(promoted)).toBe('403 exceeds-own-permissions');
    expect(promoted.body.excess).toContain('shipping.shipments:order');
    const dismissed = await officer.put(`${USERS}/${admin.id}`, { permissionGroups: [], active: false });
    expect(problemOf(dismissed)).toBe('403 exceeds-own-permissions');
  });

  test('the last administrator stays one: alone, and of two who depose each other', async () => {
    const other = await world.server.newCaller();
    const at = { tenant_id: other.tenantId, groups: ['admin'] };
    const [one, two] = [await newUser(at), await newUser(at)];
    const depose = ({ id }: { id: string }) =>
      other.put(`${USERS}/${id}`, { permissionGroups: ['viewer'], active: true });
    const answers = await Promise.all([depose(one), depose(two)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const left = answers[0]?.status === 200 ? two : one;
    expect(problemOf(await depose(left))).toBe('409 last-admin');
    expect(problemOf(await other.put(`${USERS}/${left.id}`, { permissionGroups: ['admin'], active: false }))).toBe(
      '409 last-admin',
    );
    expect(
      (await other.put(`${USERS}/${left.id}`, { permissionGroups: ['viewer', 'admin'], active: true })).status,
    ).toBe(200);
  });

  test('answers 412 at another version, 422 for a group that is not there, 400 for a body that is none', async () => {
    const { id } = await newUser();
    const put = (body: unknown, ifMatch = '*') => world.caller.put(`${USERS}/${id}`, body).set('if-match', ifMatch);
    expect(problemOf(await put({ permissionGroups: [], active: true }, '"7"'))).toBe('412 precondition-failed');
    const unknown = await put({ permissionGroups: ['nobody'], active: true });
    expect(problemOf(unknown)).toBe('422 unknown-permission-group');
    expect(unknown.body.availablePermissionGroups).toContain('admin');
    for (const body of [
      {},
      { permissionGroups: ['viewer', 'viewer'], active: true },
      { permissionGroups: [], active: true, name: 'x' },
    ]) {
      expect(problemOf(await put(body))).toBe('400 validation');
    }
    expect((await put({ permissionGroups: [], active: true }, '"1"')).body.version).toBe(2);
  });
});

describe('who may not', () => {
  test('is answered 401 without credentials', async () => {
    for (const path of [USERS, ME, `${USERS}/${NO_SUCH_ID}`]) {
      expect(problemOf(await world.server.anonymous.get(path))).toBe('401 unauthenticated');
    }
  });

  test('is answered 403 without the permission; who he is, everyone may read', async () => {
    const integrator: Caller = await world.server.callerIn(world.caller, 'integrator');
    expect(problemOf(await integrator.get(USERS))).toBe('403 forbidden');
    expect(problemOf(await integrator.put(`${USERS}/${NO_SUCH_ID}`, {}))).toBe('403 forbidden');
    expect((await integrator.get(ME)).body).toMatchObject({ kind: 'token', permissionGroups: ['integrator'] });
  });

  test('is answered 404 for another tenant’s user, as for one that is not there', async () => {
    const { id } = await newUser();
    const other = await world.server.newCaller();
    for (const ask of [
      (one: string) => other.get(`${USERS}/${one}`),
      (one: string) => other.put(`${USERS}/${one}`, { permissionGroups: [], active: false }),
    ]) {
      const theirs = await ask(id);
      expect(problemOf(theirs)).toBe('404 not-found');
      expect(withoutId(theirs, id)).toEqual(withoutId(await ask(NO_SUCH_ID), NO_SUCH_ID));
    }
  });
});
