import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPoster, type Poster } from '../../../src/modules/hooks/post-message.ts';
import { type Receiver, startReceiver } from '../../harness/receiver.ts';
import { postElsewhere } from './post-elsewhere.ts';

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

test('a receiver that says nothing costs no more than the time-out', async () => {
  receiver.answer(() => undefined);
  const { result, ms } = await timed(post);
  expect(result).toEqual({ error: 'No complete answer within 0.4 seconds.' });
  expect(ms).toBeLessThan(1_500);
});

test('receivers that drip, send 1 GB or a zip bomb cost the program the time-out at most, and less than 20 MB', async () => {
  const chunk = Buffer.alloc(MiB, 'x');
  const bomb = gzipSync(Buffer.alloc(100 * MiB));
  let sentMiB = 0;
  const hostile: Record<string, (response: ServerResponse) => void> = {
    '/drip': (response) => {
      response.writeHead(200);
      const drip = setInterval(() => void response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    },
    '/gigabyte': (response) => {
      response.writeHead(200);
      const pump = (): void => {
        for (let left = 1024 - sentMiB; left > 0 && !response.destroyed; left--) {
          sentMiB++;
          if (!response.write(chunk)) return void response.once('drain', pump);
        }
        response.end();
      };
      pump();
    },
    '/fine': (response) => void response.end('{}'),
    '/bomb': (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  };
  receiver.answer(({ url = '' }, response) => hostile[url]?.(response));
  const paths = Object.keys(hostile).filter((path) => path !== '/fine');
  const urls = paths.map((path) => new URL(path, receiver.url).href);
  const warmUp = new URL('/fine', receiver.url).href;
  const { outcomes, grewBytes, durationMs } = await postElsewhere({ urls, warmUp, timeoutMs: 1_500 });
  expect(Object.fromEntries(paths.map((path, index) => [path, outcomes[index]]))).toEqual({
    '/drip': { responseStatus: 200, error: 'No complete answer within 1.5 seconds.' },
    '/gigabyte': { responseStatus: 200, responseBody: 'x'.repeat(16 * 1024) },
    '/bomb': { responseStatus: 200 },
  });
  expect(grewBytes).toBeLessThan(20 * MiB);
  expect(durationMs).toBeLessThan(1_500 + 1_500);
  // The connection was closed: the server does not get rid of it.
  expect(sentMiB).toBeLessThan(64);
});

test('headers without end are cut off', async () => {
  receiver.answer((_request, response) => void response.writeHead(200, { 'x-large': 'x'.repeat(64 * 1024) }).end());
  expect(await post()).toEqual({ error: 'The headers of the answer are too large.' });
});

test.each([
  ['headers that come before the answer', 'HTTP/1.1 103 Early Hints\r\n\r\n', ''],
  ['an extension of a chunk', 'x'.repeat(1_000), 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;x='],
])('%s without end are cut off long before the time-out', async (_, endless, start) => {
  const block = endless.repeat(Math.ceil((64 * 1024) / endless.length));
  let sentBytes = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const pump = (): void => {
      while (socket.writable && socket.write(block)) sentBytes += block.length;
      socket.once('drain', pump);
    };
    socket.once('data', () => {
      socket.write(start);
      pump();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const patient = createPoster({ allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')], timeoutMs: 20_000 });
  const outcome = await patient.post({ url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' });
  await patient.close();
  server.close();
  await once(server, 'close');
  expect(outcome.error).toBe('The answer does not come to an end.');
  // What was read, and what was on its way.
  expect(sentBytes).toBeLessThan(16 * MiB);
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

/** Receivers at two addresses and one port, of which the second may not be dialled, and a DNS that says what it is told to. */
async function startRebinding(...answers: string[][]) {
  await using started = new AsyncDisposableStack();
  const dialled: string[] = [];
  const receivers = ['127.0.0.1', '127.0.0.2'].map((address) => ({
    address,
    server: createHttpServer((request, response) => {
      dialled.push(address);
      // Each message is to need a connection, and so a look-up, of its own.
      request.resume().on('end', () => response.writeHead(204, { connection: 'close' }).end());
    }),
  }));
  let port = 0;
  for (const { server, address } of receivers) {
    server.listen(port, address);
    await once(server, 'listening');
    started.defer(() => new Promise((resolve) => server.close(() => resolve())));
    ({ port } = server.address() as AddressInfo);
  }
  let lookedUp = 0;
  const rebound = createPoster({
    allowedNetworks: [ipaddr.parseCIDR('127.0.0.1/32')],
    timeoutMs: 2_000,
    lookUp: async () => (answers[lookedUp++] ?? []).map((address) => ({ address, family: 4 })),
  });
  started.defer(() => rebound.close());
  const running = started.move();
  return {
    dialled,
    lookedUp: () => lookedUp,
    post: () => rebound.post({ url: `http://rebinding.example:${port}/`, headers: {}, body: '{}' }),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

test('a name that changes its address is looked up once for each connection, and what is dialled is what was judged', async () => {
  await using dns = await startRebinding(['127.0.0.1'], ['127.0.0.2'], ['127.0.0.1']);
  const outcomes = [await dns.post(), await dns.post(), await dns.post()];
  expect(outcomes.map(({ responseStatus, blocked }) => responseStatus ?? blocked)).toEqual([
    204,
    'address-not-allowed',
    204,
  ]);
  expect(dns.dialled).toEqual(['127.0.0.1', '127.0.0.1']);
  expect(dns.lookedUp()).toBe(3);
});

test('of a name with several addresses only those that are allowed are dialled', async () => {
  await using dns = await startRebinding(
    ['127.0.0.2', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.2'],
    ['10.0.0.1', '127.0.0.2'],
    [],
  );
  const outcomes = [await dns.post(), await dns.post(), await dns.post(), await dns.post()];
  expect(outcomes.map(({ responseStatus, blocked }) => responseStatus ?? blocked)).toEqual([
    204,
    204,
    'address-not-allowed',
    'address-not-allowed',
  ]);
  expect(dns.dialled).toEqual(['127.0.0.1', '127.0.0.1']);
});

test('a name that leads into an allowed network is dialled', async () => {
  const { port } = new URL(receiver.url);
  expect(await post(`http://localhost:${port}/`)).toEqual({ responseStatus: 204 });
});
