import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPoster, type Poster } from '../../../src/modules/hooks/post-message.ts';
import { type Receiver, startReceiver } from '../../harness/receiver.ts';

const MiB = 1024 * 1024;
let receiver: Receiver;
let poster: Poster;

beforeEach(async () => {
  receiver = await startReceiver();
  poster = createPoster({ allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')], timeoutMs: 400 });
});
afterEach(async () => {
  await poster.close();
  await receiver[Symbol.asyncDispose]();
});

const post = (url = receiver.url, signal?: AbortSignal) => poster.post({ url, headers: {}, body: '{}' }, signal);

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const start = performance.now();
  return { result: await work(), ms: performance.now() - start };
}

test('a receiver that drips its answer costs no more than the time-out', async () => {
  receiver.answer((_request, response) => {
    response.writeHead(200);
    const drip = setInterval(() => void response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  });
  const { result, ms } = await timed(post);
  expect(result).toEqual({ responseStatus: 200, error: 'No complete answer within 0.4 seconds.' });
  expect(ms).toBeLessThan(1_500);
});

test('a receiver that says nothing costs no more than the time-out', async () => {
  receiver.answer(() => undefined);
  const { result, ms } = await timed(post);
  expect(result).toEqual({ error: 'No complete answer within 0.4 seconds.' });
  expect(ms).toBeLessThan(1_500);
});

test('of an answer of 1 GB the first 16 KiB are read, and the memory does not see the rest', async () => {
  const chunk = Buffer.alloc(MiB, 'x');
  let sent = 0;
  receiver.answer((_request, response) => {
    response.writeHead(200);
    const pump = (): void => {
      while (sent < 1024 && !response.destroyed) {
        sent++;
        if (!response.write(chunk)) return void response.once('drain', pump);
      }
      response.end();
    };
    pump();
  });
  const before = process.memoryUsage().rss;
  const result = await post();
  const after = process.memoryUsage().rss;
  expect(result).toEqual({ responseStatus: 200, responseBody: 'x'.repeat(16 * 1024) });
  expect((after - before) / MiB).toBeLessThan(20);
  // The connection was closed: the server does not get rid of it.
  await delay(50);
  expect(sent).toBeLessThan(64);
});

test('a zip bomb is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * MiB));
  receiver.answer((_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
  const before = process.memoryUsage().rss;
  expect(await post()).toEqual({ responseStatus: 200 });
  expect((process.memoryUsage().rss - before) / MiB).toBeLessThan(20);
});

test('headers without end are cut off', async () => {
  receiver.answer((_request, response) => void response.writeHead(200, { 'x-large': 'x'.repeat(64 * 1024) }).end());
  expect(await post()).toEqual({ error: 'The headers of the answer are too large.' });
});

test('text that the database cannot keep is kept as far as it can', async () => {
  receiver.answer((_request, response) => void response.writeHead(200).end(Buffer.from([0x61, 0, 0xff, 0x62])));
  expect((await post()).responseBody).toBe('a\ufffd\ufffdb');
});

test('what is no HTTP, closes early or refuses is told in words that name no address', async () => {
  let behave: (socket: Socket) => void = () => undefined;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    behave(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  behave = (socket) => void socket.end('nonsense\r\n\r\n');
  expect(await post(url)).toEqual({ error: 'The answer is not HTTP.' });
  behave = (socket) => void socket.destroy();
  expect(await post(url)).toEqual({ error: 'The receiver closed the connection without an answer.' });
  expect((await post(url.replace('http:', 'https:'))).error).not.toMatch(/127|::/);
  server.close();
  for (const socket of sockets) socket.destroy();
  await once(server, 'close');
  expect(await post(url)).toEqual({ error: 'The connection was refused.' });
});

test('a name that leads to an address that is not allowed is not dialled', async () => {
  const strict = createPoster({ allowedNetworks: [], timeoutMs: 400 });
  const { port } = new URL(receiver.url);
  for (const host of ['localhost', '127.0.0.1', '0x7f.1']) {
    for (const protocol of ['http', 'https']) {
      const outcome = await strict.post({ url: `${protocol}://${host}:${port}/`, headers: {}, body: '{}' });
      expect(outcome).toMatchObject({ blocked: 'address-not-allowed' });
      expect(outcome.error).not.toMatch(/127|::1/);
    }
  }
  await strict.close();
  expect(receiver.received).toEqual([]);
});

test('a name that leads into an allowed network is dialled', async () => {
  const { port } = new URL(receiver.url);
  expect(await post(`http://localhost:${port}/`)).toEqual({ responseStatus: 204 });
});
