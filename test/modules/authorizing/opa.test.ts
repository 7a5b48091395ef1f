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
