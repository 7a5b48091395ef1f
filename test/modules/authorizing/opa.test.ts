import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { decide } from '../../../src/modules/authorizing/decide.ts';
import {
  AUTHENTICATED,
  BUILT_IN_GROUPS,
  PERMISSIONS,
  permissionsOfAll,
} from '../../../src/modules/authorizing/permissions.ts';
import type { Principal } from '../../../src/platform/principal.ts';
import { regoFiles } from '../../../tools/write-rego.ts';
import { problemOf, SHIPMENTS, useTestApp } from '../../harness/app.ts';
import { createTestDatabase } from '../../harness.ts';

const TOKENS = '/api/authorizing/v1/tokens';

interface OpaInput {
  principal: { id: string; grants: string[][] };
  tenant: { permissionGroups: Record<string, string[]> };
  permission: string;
  method: string;
  path: string[];
}

/** The tables in the policy that is shipped, read from its text. */
const policy = regoFiles().get('viya-authz.rego') ?? '';
const tableOf = (name: string): unknown => {
  const [, text = ''] = new RegExp(`\\n${name} := ([[{][^]*?\\n[\\]}])\\n`).exec(policy) ?? [];
  return JSON.parse(text.replaceAll(/,(\s*[\]}])/g, '$1'));
};
const permissions = tableOf('permissions') as string[];
const builtIn = tableOf('built_in_groups') as Record<string, string[]>;

/** What the rules of the policy say, rule by rule. No OPA evaluates the policy here. */
function evaluate({ principal, tenant, permission }: OpaInput): boolean {
  if (permission === 'authenticated' && principal.id !== undefined) return true;
  const gives = (groups: string[]): boolean =>
    groups.some((group) => builtIn[group]?.includes(permission)) ||
    groups.some((group) => builtIn[group] === undefined && tenant.permissionGroups[group]?.includes(permission));
  return permissions.includes(permission) && principal.grants.length > 0 && principal.grants.every(gives);
}

/** Speaks OPA's data API, as well or as badly as a test wants it. */
let answer: (input: OpaInput, response: ServerResponse) => void;
const asked: { url: string; method: string; input: OpaInput }[] = [];
const opa = createServer((request: IncomingMessage, response: ServerResponse) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: OpaInput };
    asked.push({ url: request.url ?? '', method: request.method ?? '', input });
    answer(input, response);
  });
});
opa.listen(0, '127.0.0.1');
await once(opa, 'listening');
afterAll(() => {
  opa.close();
  opa.closeAllConnections();
});

const opaUrl = `http://127.0.0.1:${(opa.address() as AddressInfo).port}`;
const world = useTestApp(createTestDatabase, { config: { identity: { issuers: [], opaUrl } } });

beforeEach(() => {
  asked.length = 0;
  answer = (input, response) => response.end(JSON.stringify({ result: evaluate(input) }));
});

describe('with AUTHZ=opa', () => {
  test('asks OPA’s data API with who wants what, and does as it says', async () => {
    const viewer = await world.server.callerIn(world.caller, 'viewer');
    expect((await viewer.get(`${SHIPMENTS}?limit=1`)).status).toBe(200);
    expect(problemOf(await viewer.post(SHIPMENTS, {}))).toBe('403 forbidden');
    expect(asked).toMatchObject([
      {
        url: '/v1/data/viya/authz/allow',
        method: 'POST',
        input: {
          principal: {
            kind: 'token',
            name: 'narrow',
            mode: 'live',
            permissionGroups: ['viewer'],
            grants: [['viewer']],
          },
          tenant: { id: world.caller.tenantId, permissionGroups: {} },
          permission: 'shipping.shipments:read',
          method: 'GET',
          path: ['api', 'shipping', 'v2', 'shipments'],
        },
      },
      { input: { permission: 'shipping.shipments:write', method: 'POST' } },
    ]);
  });

  test('OPA’s word is the only one: it may allow what the groups do not give, and refuse what they do', async () => {
    const viewer = await world.server.callerIn(world.caller, 'viewer');
    answer = (_input, response) => response.end('{"result": true}');
    expect((await viewer.post(SHIPMENTS, {})).status).toBe(400);
    answer = (_input, response) => response.end('{"result": false}');
    expect(problemOf(await world.caller.get(SHIPMENTS))).toBe('403 forbidden');
  });

  test('a policy that says nothing refuses', async () => {
    answer = (_input, response) => response.end('{}');
    expect(problemOf(await world.caller.get(SHIPMENTS))).toBe('403 forbidden');
  });

  test.each<[string, typeof answer]>([
    ['hangs up', (_input, response) => response.destroy()],
    ['answers 500', (_input, response) => response.writeHead(500).end('{"result": true}')],
    ['redirects', (_input, response) => response.writeHead(307, { location: '/v1/data/allow-all' }).end()],
    ['answers with a page', (_input, response) => response.end('<html>')],
    ['answers with a decision in other words', (_input, response) => response.end('{"result": "true"}')],
    ['answers with an object', (_input, response) => response.end('{"result": {"allow": true}}')],
    ['answers with null', (_input, response) => response.end('{"result": null}')],
    ['answers with a list', (_input, response) => response.end('[{"result": true}]')],
    ['answers with too much', (_input, response) => response.end(`{"result": true, "more": "${'x'.repeat(100_000)}"}`)],
    ['says nothing', () => undefined],
  ])('answers 503 within bounded time and does nothing when OPA %s', async (_, bad) => {
    answer = bad;
    const begun = performance.now();
    const refused = await world.caller.post(SHIPMENTS, {});
    expect(problemOf(refused)).toBe('503 authorization-unavailable');
    expect(refused.headers['retry-after']).toBe('5');
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  describe('what is asked beside the route’s permission', () => {
    const denying =
      (...denied: string[]): typeof answer =>
      (input, response) =>
        response.end(JSON.stringify({ result: evaluate(input) && !denied.includes(input.permission) }));
    const webhook = { url: 'https://erp.acme.example/hook', events: ['shipment.created', 'shipment.accepted'] };
    const group = { reference: 'readers', name: 'Readers', permissions: ['shipping.shipments:read'] };

    test.each<[string, string, object, string]>([
      ['/api/hooks/v1/webhooks', 'a webhook for events', webhook, '403 events-not-readable'],
      [TOKENS, 'a token for groups', { name: 'x', permissionGroups: ['admin'] }, '403 exceeds-own-permissions'],
      ['/api/authorizing/v1/permission-groups', 'a group', group, '403 exceeds-own-permissions'],
    ])('%s: OPA decides on %s, each permission asked once', async (path, _, body, refusal) => {
      answer = denying('shipping.shipments:read');
      expect(problemOf(await world.caller.post(path, body))).toBe(refusal);
      expect(asked.length).toBeGreaterThan(1);
      expect(asked.length).toBeLessThanOrEqual(PERMISSIONS.length);
      expect(new Set(asked.map(({ input }) => input.permission)).size).toBe(asked.length);
      for (const { input } of asked) {
        expect(input).toMatchObject({ method: 'POST', path: path.split('/').slice(1) });
        expect(input.principal.id).toBe(asked[0]?.input.principal.id);
      }
      answer = denying();
      expect((await world.caller.post(path, body)).status).toBe(201);
    });

    test('OPA may allow what the groups do not give', async () => {
      const viewer = await world.server.callerIn(world.caller, 'viewer');
      answer = denying();
      const before = await viewer.post(TOKENS, { name: 'x', permissionGroups: ['operator'] });
      expect(problemOf(before)).toBe('403 forbidden');
      answer = (_input, response) => response.end('{"result": true}');
      expect((await viewer.post(TOKENS, { name: 'x', permissionGroups: ['operator'] })).status).toBe(201);
    });

    test('without a decision nothing is done', async () => {
      const count = async (): Promise<number> => (await world.caller.get('/api/hooks/v1/webhooks')).body.total;
      const before = await count();
      answer = (input, response) =>
        input.permission === 'shipping.shipments:read' ? response.destroy() : denying()(input, response);
      expect(problemOf(await world.caller.post('/api/hooks/v1/webhooks', webhook))).toBe(
        '503 authorization-unavailable',
      );
      const token = { name: 'x', permissionGroups: ['viewer'] };
      expect(problemOf(await world.caller.post(TOKENS, token))).toBe('503 authorization-unavailable');
      answer = denying();
      expect(await count()).toBe(before);
    });

    test('what was answered is repeated only while OPA allows what it was given for', async () => {
      const key = randomUUID();
      const create = () => world.caller.post('/api/hooks/v1/webhooks', webhook).set('idempotency-key', key);
      const first = await create();
      answer = denying('shipping.shipments:read');
      expect(problemOf(await create())).toBe('403 forbidden');
      answer = denying();
      expect((await create()).text).toBe(first.text);
    });
  });

  test('credentials are checked first, and what is public asks nobody', async () => {
    expect(problemOf(await world.server.anonymous.get(SHIPMENTS))).toBe('401 unauthenticated');
    expect((await world.server.anonymous.get('/health/live')).status).toBe(200);
    expect(asked).toEqual([]);
  });
});

describe('the policy that is shipped', () => {
  test('has the very table of the built-in decision', () => {
    expect(permissions).toEqual(PERMISSIONS);
    expect(builtIn).toEqual(
      Object.fromEntries(Object.entries(BUILT_IN_GROUPS).map(([name, group]) => [name, group.permissions])),
    );
  });

  test('decides as the built-in decision does, whatever is held by whom', () => {
    const tenantGroups = fc.dictionary(
      fc.constantFrom('night-shift', 'empty', 'old'),
      fc.subarray([...PERMISSIONS, 'gone.things:read']),
    );
    const groups = fc.subarray([...Object.keys(BUILT_IN_GROUPS), 'night-shift', 'empty', 'old', 'nobody']);
    const grants = fc.array(groups, { minLength: 1, maxLength: 4 });
    const permission = fc.constantFrom<string>(...PERMISSIONS, AUTHENTICATED, 'gone.things:read', 'public');
    fc.assert(
      fc.property(grants, tenantGroups, permission, (lists, own, asks) => {
        const principal: Principal = {
          tenantId: 't',
          id: 'p',
          kind: 'token',
          name: 'p',
          mode: 'live',
          permissionGroups: lists[0] ?? [],
          grants: lists,
          tenantGroups: own,
          permissions: permissionsOfAll(lists, own),
        };
        const said = evaluate({
          principal: { id: 'p', grants: lists },
          tenant: { permissionGroups: own },
          permission: asks,
          method: 'GET',
          path: [],
        });
        expect(said).toBe(decide(principal, { permission: asks, method: 'GET', path: '/' }));
      }),
      { numRuns: 2_000 },
    );
  });
});
