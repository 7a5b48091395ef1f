import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Well within the time-out of a booking in the tests. */
const SLOW_MS = 400;

export interface StandInRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  text: string;
  /** Undefined when the body is not JSON. */
  json: unknown;
}

export interface StandInAnswer {
  /** Default 200. */
  status?: number;
  json?: unknown;
  text?: string;
}

export interface StandInRoute {
  /** Names the operation for `strike` and `received`. */
  name: string;
  method: string;
  path: RegExp;
  /** A name that the query must have. */
  query?: string;
  answer: (request: StandInRequest) => StandInAnswer;
}

/**
 * What befalls one request. Of those that begin with `acted`, the carrier has done what was asked, and of `slow` and of `edit`, which then answer
 * too, the latter in other words; of all others it has done nothing.
 */
export type StandInFault =
  | 'acted-and-silent'
  | 'acted-and-reset'
  | 'acted-and-garbage'
  | 'acted-and-dripping'
  | 'silent'
  | 'reset'
  | 'slow'
  | 'redirect'
  | { edit: (json: unknown) => unknown }
  | { status: number; json?: unknown; text?: string };

/** What one caller of a stand-in sees of it. */
export interface StandInPart {
  baseUrl: string;
  received(name: string): readonly StandInRequest[];
  /** The next so many requests of the operation meet the fault. */
  strike(name: string, fault: StandInFault, times?: number): void;
}

/** A carrier's server in this process, that answers in the shapes the carrier answers in and remembers what it was asked. */
export interface StandIn extends StandInPart, AsyncDisposable {
  /** The same server at an address of its own, so that what is struck there befalls nobody else. */
  part(): StandInPart;
}

export interface StandInBooking {
  /** Ours. */
  reference: string;
  /** The carrier's. */
  number: string;
  voided: boolean;
}

/** A carrier's stand-in that also tells what it has booked, whatever its callers were told. */
export interface CarrierStandIn extends StandIn {
  bookings(): readonly StandInBooking[];
}

/** What the addresses of parts begin with. */
const PART = /^\/part-\d+(?=\/)/;

export async function startStandIn(routes: readonly StandInRoute[]): Promise<StandIn> {
  const received: { part: string; name: string; request: StandInRequest }[] = [];
  const faults: { part: string; name: string; fault: StandInFault }[] = [];
  let parts = 0;

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { part, request } = toPart(await readRequest(req));
    const route = routes.find(
      ({ method, path, query }) =>
        method === request.method && path.test(request.path) && (query === undefined || request.query.has(query)),
    );
    if (route === undefined) {
      res.writeHead(404, { 'content-type': 'text/plain' }).end(`nothing answers ${request.method} ${request.path}`);
      return;
    }
    received.push({ part, name: route.name, request });
    const index = faults.findIndex((each) => each.part === part && each.name === route.name);
    const [struck] = index === -1 ? [] : faults.splice(index, 1);
    if (struck === undefined) write(res, route.answer(request));
    else befall(struck.fault, () => route.answer(request), req, res);
  }

  const server = createServer((req, res) => void serve(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const partAt = (part: string): StandInPart => ({
    baseUrl: `http://127.0.0.1:${port}${part}`,
    received: (name) => received.filter((each) => each.part === part && each.name === name).map((each) => each.request),
    strike: (name, fault, times = 1) => {
      for (let time = 0; time < times; time++) faults.push({ part, name, fault });
    },
  });
  return {
    ...partAt(''),
    part: () => partAt(`/part-${++parts}`),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The part of the stand-in that the request came to, and the request as the carrier would see it. */
function toPart(request: StandInRequest): { part: string; request: StandInRequest } {
  const part = PART.exec(request.path)?.[0] ?? '';
  return { part, request: { ...request, path: request.path.slice(part.length) } };
}

function befall(fault: StandInFault, act: () => StandInAnswer, req: IncomingMessage, res: ServerResponse): void {
  if (typeof fault !== 'string') {
    if (!('edit' in fault)) return write(res, fault);
    const { json, ...answer } = act();
    return write(res, { ...answer, json: fault.edit(json) });
  }
  switch (fault) {
    case 'silent':
      return;
    case 'reset':
      req.socket.resetAndDestroy();
      return;
    case 'slow':
      setTimeout(() => write(res, act()), SLOW_MS);
      return;
    case 'redirect':
      // Whoever follows it is answered.
      res.writeHead(307, { location: req.url ?? '/' }).end();
      return;
    case 'acted-and-silent':
      act();
      return;
    case 'acted-and-reset':
      act();
      req.socket.resetAndDestroy();
      return;
    case 'acted-and-garbage':
      act();
      res.writeHead(200, { 'content-type': 'text/html' }).end('<html>It works!</html>');
      return;
    case 'acted-and-dripping': {
      act();
      res.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => res.write(' '), 50);
      res.once('close', () => clearInterval(drip));
    }
  }
}

function write(res: ServerResponse, { status = 200, json, text }: StandInAnswer): void {
  if (json === undefined) res.writeHead(status, { 'content-type': 'text/plain' }).end(text ?? '');
  else res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

async function readRequest(req: IncomingMessage): Promise<StandInRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://stand-in.invalid');
  return {
    method: req.method ?? '',
    path: pathname,
    query: searchParams,
    headers: req.headers,
    text,
    json: parsed(text),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
