import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Big } from 'big.js';
import { at } from '../../../../../src/modules/shipping/carriers/answer-reader.ts';
import { freePort } from '../../../../../src/platform/free-port.ts';

const START_TIMEOUT_MS = 240_000;

/** One document of a carrier, and which requests are its. */
export interface JudgedDocument {
  /** Below CARRIER_DOCS_DIR. */
  file: string;
  /** The document's paths are what follows this in a request's path. */
  prefix: string;
  /** Operations by name; `path` is what follows the prefix, without the query. */
  operations: Readonly<Record<string, { method: string; path: RegExp }>>;
}

export interface Judgement {
  operation: string;
  sent: number;
  accepted: number;
  /** Why the first few were not accepted. */
  complaints: string[];
}

export interface Judge extends AsyncDisposable {
  /** Takes the place of the carrier's own server. */
  baseUrl: string;
  judgements(): Judgement[];
}

/** The carrier's documents, each served by Prism with `--errors`, behind one address; counts what each operation was sent and accepted. */
export async function startJudge(documentsDirectory: string, documents: readonly JudgedDocument[]): Promise<Judge> {
  await using started = new AsyncDisposableStack();
  const counts = new Map<string, Judgement>();
  for (const operation of documents.flatMap((document) => Object.keys(document.operations))) {
    counts.set(operation, { operation, sent: 0, accepted: 0, complaints: [] });
  }
  const served: (JudgedDocument & { port: number })[] = [];
  for (const document of documents) {
    served.push({ ...document, port: await startPrism(`${documentsDirectory}/${document.file}`, started) });
  }
  const server = createServer((req, res) => void forward(req, res, served, counts));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  started.defer(() => close(server));
  const { port } = server.address() as AddressInfo;
  const running = started.move();
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    judgements: () => [...counts.values()],
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function startPrism(file: string, started: AsyncDisposableStack): Promise<number> {
  const port = await freePort();
  const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
  const args = [prism, 'mock', file, '-p', String(port), '--errors'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  started.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  const ready = Promise.withResolvers<void>();
  let output = '';
  const listen = (chunk: Buffer): void => {
    output = `${output}${chunk.toString()}`.slice(-4_000);
    if (output.includes('Prism is listening')) ready.resolve();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', (code) => ready.reject(new Error(`Prism ended with ${code}: ${output}`)));
  const timer = setTimeout(() => ready.reject(new Error(`Prism did not start: ${output}`)), START_TIMEOUT_MS);
  await ready.promise.finally(() => clearTimeout(timer));
  return port;
}

async function forward(
  req: IncomingMessage,
  res: ServerResponse,
  served: readonly (JudgedDocument & { port: number })[],
  counts: ReadonlyMap<string, Judgement>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const url = new URL(req.url ?? '/', 'http://judge.invalid');
  for (const document of served) {
    if (!url.pathname.startsWith(document.prefix)) continue;
    const path = url.pathname.slice(document.prefix.length);
    const found = Object.entries(document.operations).find(
      ([, operation]) => operation.method === req.method && operation.path.test(path),
    );
    if (found === undefined) continue;
    const answer = await ask(document.port, `${path}${url.search}`, req, Buffer.concat(chunks));
    count(counts.get(found[0]), answer, req, chunks);
    res.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
    return;
  }
  res.writeHead(404).end(`no document has ${req.method} ${url.pathname}`);
  const unknown = { operation: `${req.method} ${url.pathname}`, sent: 1, accepted: 0, complaints: ['in no document'] };
  (counts as Map<string, Judgement>).set(unknown.operation, unknown);
}

interface PrismAnswer {
  status: number;
  violations: string | undefined;
  contentType: string;
  body: Buffer;
}

async function ask(port: number, path: string, req: IncomingMessage, body: Buffer): Promise<PrismAnswer> {
  const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...headers } = req.headers;
  const outgoing = send({ host: '127.0.0.1', port, path, method: req.method, headers, agent: false });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return {
    status: answer.statusCode ?? 0,
    violations: headerText(answer.headers['sl-violations']),
    contentType: answer.headers['content-type'] ?? 'application/octet-stream',
    body: Buffer.concat(chunks),
  };
}

function count(judgement: Judgement | undefined, answer: PrismAnswer, req: IncomingMessage, chunks: Buffer[]): void {
  if (judgement === undefined) return;
  judgement.sent++;
  const fault = faultOf(answer, Buffer.concat(chunks).toString('utf8'));
  if (fault === undefined) judgement.accepted++;
  else if (judgement.complaints.length < 5) {
    const sent = Buffer.concat(chunks).toString('utf8').slice(0, 600);
    judgement.complaints.push(`${answer.status} ${fault.slice(0, 600)} <- ${req.url} ${sent}`);
  }
}

/**
 * What the document has against the request; undefined when it has nothing. Prism also checks the placeholder that it answers with, and
 * some documents do not allow their own: that says nothing about the request.
 */
function faultOf({ status, violations, body }: PrismAnswer, sent: string): string | undefined {
  const found = [...readViolations(violations, false), ...readViolations(body.toString('utf8'), true)];
  const ofRequest = found.filter(
    (violation) => violation.location?.[0] !== 'response' && !isOfDoubles(violation, sent),
  );
  if (ofRequest.length > 0) return JSON.stringify(ofRequest);
  return status < 400 || found.length > 0 ? undefined : body.toString('utf8');
}

/**
 * Prism divides as doubles: to it 2.268 is no multiple of 0.001, since 2.268 / 0.001 is 2267.9999999999995. What is one in decimals, as
 * the document says it, is not held against the request; anything else is.
 */
function isOfDoubles({ location, code, message }: Violation, sent: string): boolean {
  const divisor = /multiple of ([\d.]+)$/.exec(message ?? '')?.[1];
  if (code !== 'multipleOf' || divisor === undefined || location?.[1] !== 'body') return false;
  const path = location.slice(2).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const value = at(JSON.parse(sent), ...path);
  return typeof value === 'number' && new Big(value).mod(divisor).eq(0);
}

interface Violation {
  location?: readonly string[];
  code?: string;
  message?: string;
}

function readViolations(text: string | undefined, isBody: boolean): Violation[] {
  try {
    const parsed = JSON.parse(text ?? '[]') as { validation?: Violation[] } | Violation[];
    if (isBody) return Array.isArray(parsed) ? [] : (parsed.validation ?? []);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function headerText(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join() : header;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
