import { describe, expect, test } from 'vitest';
import { pathOf, readOperations } from '../harness/api-operations.ts';
import { problemOf, useTestApp } from '../harness/app.ts';
import { createTestDatabase, SHIPMENTS } from '../harness.ts';

const world = useTestApp(createTestDatabase);
const bodiless = readOperations().filter(
  ({ method, body, file }) => method !== 'GET' && body === undefined && file === undefined,
);

const send = (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET', url: string, payload: string) =>
  world.server.app.http.inject({
    method,
    url,
    payload,
    headers: { authorization: `ApiKey ${world.caller.apiKey}`, 'content-type': 'application/json' },
  });

describe('an operation that takes no body', () => {
  test.each(bodiless)('$name refuses one, and does nothing', async (operation) => {
    for (const [payload, pointer] of [
      ['{"reason":"damaged"}', '/reason'],
      ['{"version":3}', '/version'],
      ['[]', ''],
      ['1', ''],
      ['false', ''],
      ['""', ''],
    ] as const) {
      const answer = await send(operation.method, pathOf(operation), payload);
      expect(answer.statusCode).toBe(400);
      const { errors } = answer.json<{ errors: { pointer: string; message: string }[] }>();
      expect(errors).toEqual([
        expect.objectContaining({ pointer, message: expect.stringContaining('takes no body: leave it out') as string }),
      ]);
    }
  });

  test.each(bodiless)('$name takes an empty one for none', async (operation) => {
    for (const payload of ['', '{}', 'null']) {
      // Nothing has the ids of these requests, or they are done.
      expect((await send(operation.method, pathOf(operation), payload)).statusCode).toBeOneOf([200, 204, 404]);
    }
  });

  test('says that a version goes into If-Match where there is one', async () => {
    const messageOf = async (path: string): Promise<string> =>
      (await world.caller.put(path, { version: 1 })).body.detail as string;
    const { id } = await world.caller.createShipment();
    expect(await messageOf(`${SHIPMENTS}/${id}/order`)).toContain('If-Match');
    expect(await messageOf(`/api/shipping/v2/carrier-profiles/${id}/verification`)).not.toContain('If-Match');
  });

  test('there are several', () => expect(bodiless.length).toBeGreaterThan(8));
});

test('what is not understood is not done', async () => {
  const { id } = await world.caller.createShipment();
  const tries = [
    await world.caller.put(`${SHIPMENTS}/${id}/order?dryRun=true`),
    await world.caller.put(`${SHIPMENTS}/${id}/order`, { dryRun: true }),
    await world.caller.put(`${SHIPMENTS}/${id}/cancel?force=1`),
    await world.caller.put(`${SHIPMENTS}/${id}/cancel`, { reason: 'damaged' }),
  ];
  expect(tries.map(problemOf)).toEqual(Array(4).fill('400 validation'));
  expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({ status: 'Created', version: 1 });
});

test('health and the documents themselves are read with any query', async () => {
  for (const path of ['/health/live?t=1', '/health/ready?t=1', '/openapi/shipping.v2.json?t=1', '/docs?t=1'])
    expect((await world.server.anonymous.get(path)).status).toBeLessThan(400);
});
