import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { problemOf, useTestApp } from '../harness/app.ts';
import { startOwnRedis } from '../harness/own-redis.ts';
import { createTestDatabase } from '../harness.ts';

const HOOKS = '/api/hooks/v1/webhooks';
const TOKENS = '/api/authorizing/v1/tokens';
const GROUPS = '/api/authorizing/v1/permission-groups';
const ALL = ['authorizing.tokens:write', 'hooks.webhooks:write', 'shipping.shipments:read'];

const redis = await startOwnRedis();
afterAll(() => redis[Symbol.asyncDispose]());

describe.each([
  ['from the database', {}],
  ['from Redis', { redisUrl: redis.url }],
])('an answer that is repeated %s', (_, config) => {
  const world = useTestApp(createTestDatabase, { config });

  test.each([
    ['a webhook with its secret', HOOKS, { url: 'https://erp.acme.example/hook', events: ['shipment.created'] }],
    ['a key', TOKENS, { name: 'reader', permissionGroups: ['readers'] }],
  ])('is told only to whoever still holds what it was given for: %s', async (_name, path, body) => {
    const { caller, server } = world;
    const reference = `group-${randomUUID().slice(0, 8)}`;
    const giving = async (permissions: string[]): Promise<void> => {
      const changed = await caller.put(`${GROUPS}/${reference}`, { name: 'Own', permissions });
      if (changed.status !== 200) throw new Error(changed.text);
    };
    await caller.post(GROUPS, { reference: 'readers', name: 'Readers', permissions: ['shipping.shipments:read'] });
    expect((await caller.post(GROUPS, { reference, name: 'Own', permissions: ALL })).status).toBe(201);
    const member = await server.callerIn(caller, reference);
    const key = randomUUID();
    const ask = () => member.post(path, body).set('idempotency-key', key);
    const first = await ask();
    expect(first.status).toBe(201);

    await giving(ALL.slice(0, 2));
    const refused = await ask();
    expect(problemOf(refused)).toBe('403 forbidden');
    expect(refused.body.permission).toBe('shipping.shipments:read');
    expect(refused.headers['idempotent-replayed']).toBeUndefined();

    await giving(ALL);
    const again = await ask();
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
  });
});
