import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import ipaddr from 'ipaddr.js';
import { vi } from 'vitest';
import type { AppOptions } from '../../src/app.ts';

/** What makes receivers on this machine reachable. */
export const LOOPBACK_ALLOWED: Partial<AppOptions['config']> = {
  hooksAllowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')],
};

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** `performance.now()` when the whole of it was there. */
  at: number;
}

/** A customer's server: keeps what it gets and answers what it is told to. */
export interface Receiver extends AsyncDisposable {
  url: string;
  received: Received[];
  /** The same for every request until it is called again. Default: 204. */
  answer(how: (request: IncomingMessage, response: ServerResponse, received: Received) => void): void;
  answerWith(status: number, headers?: Record<string, string>, body?: string): void;
  /** Waits until so many have come in all. */
  got(count: number, timeoutMs?: number): Promise<Received[]>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let how: Parameters<Receiver['answer']>[0] = (_request, response) => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
      received.push(one);
      how(request, response, one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => {
      how = next;
    },
    answerWith: (status, headers = {}, body = '') => {
      how = (_request, response) => void response.writeHead(status, headers).end(body);
    },
    got: async (count, timeoutMs = 10_000) => {
      await vi.waitFor(
        () => {
          if (received.length < count) throw new Error(`received ${received.length} of ${count}`);
        },
        { timeout: timeoutMs, interval: 5 },
      );
      return received;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits until it no longer throws; patiently, since the machine may have much else to do. */
export function eventually<Result>(check: () => Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 10_000, interval: 20 });
}
