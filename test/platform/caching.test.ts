import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { exampleOf, type Operation, pathOf, readOperations } from '../harness/api-operations.ts';
import { type Caller, SHIPMENTS, useTestApp } from '../harness/app.ts';
import { sendRaw } from '../harness/raw-http.ts';
import { createTestDatabase } from '../harness.ts';

const ORIGIN = 'https://app.example.com';
const world = useTestApp(createTestDatabase, { config: { corsOrigins: [ORIGIN] } });

/** What tells every cache, in a browser or before it, that the answer is its caller's and is not to be kept. */
const NOT_KEPT = { 'cache-control': 'no-store', vary: expect.stringMatching(/\bAuthorization\b/) as string };
const OPERATIONS = readOperations();

function ask(caller: Pick<Caller, 'get' | 'post' | 'put' | 'delete'>, operation: Operation) {
  const path = pathOf(operation);
  const body = operation.body === undefined ? undefined : exampleOf(operation.body);
  if (operation.method === 'GET') return caller.get(path);
  if (operation.method === 'DELETE') return caller.delete(path);
  return operation.method === 'POST' ? caller.post(path, body) : caller.put(path, body);
}

describe('no cache keeps an answer', () => {
  test.each(OPERATIONS.map((operation): [string, Operation] => [operation.name, operation]))(
    '%s',
    async (_, operation) => {
      for (const caller of [world.caller, world.server.anonymous]) {
        const { headers } = await ask(caller, operation).set('origin', ORIGIN);
        expect(headers).toMatchObject(NOT_KEPT);
        expect(headers['vary']).toMatch(/\bOrigin\b/);
      }
    },
  );

  test('be it new, unchanged, a file, a secret, said again or no route at all', async () => {
    const shipment = await world.caller.orderedShipment();
    const self = `${SHIPMENTS}/${shipment.id}`;
    const { headers } = await world.caller.get(self);
    const token = { name: 'kept by nobody', permissionGroups: ['viewer'] };
    const key = { 'idempotency-key': 'kept-by-nobody' };
    const webhook = { url: 'https://example.com/webhooks', events: ['shipment.*'] };
    const answers = [
      await world.caller.get(self).set('if-none-match', headers['etag'] ?? ''),
      await world.caller.get(`${self}/labels`),
      await world.caller.post('/api/authorizing/v1/tokens', token).set(key),
      await world.caller.post('/api/authorizing/v1/tokens', token).set(key),
      await world.caller.post('/api/hooks/v1/webhooks', webhook),
      await world.caller.get('/nothing'),
      await world.caller.get(`${SHIPMENTS}/${'x'.repeat(201)}`),
      await world.server.anonymous.get('/health/ready'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([304, 200, 201, 201, 201, 404, 414, 200]);
    for (const answer of answers) expect(answer.headers).toMatchObject(NOT_KEPT);
    expect(answers[3]?.headers['idempotent-replayed']).toBe('true');
    expect([answers[2]?.body.apiKey, answers[4]?.body.secret]).toEqual([expect.any(String), expect.any(String)]);
  });

  test.each([
    ['a message that is none', 'nonsense\r\n\r\n', 400],
    ['an expectation that is not met', `GET ${SHIPMENTS} HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n`, 417],
    ['a request for a tunnel', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 501],
  ])('be it to %s', async (_what, bytes, status) => {
    const { port } = world.server.app.http.server.address() as AddressInfo;
    const answer = await sendRaw(port, bytes);
    expect([answer.statuses, answer.headers['cache-control']]).toEqual([[status], 'no-store']);
  });
});

test('the documentation page, which is the same for everyone, may be kept', async () => {
  const { status, headers } = await world.server.anonymous.get('/docs/');
  expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=300']);
});
