import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { exactly } from './exactly.ts';
import { isPlantedIn, type PlantedFault, plant } from './planted-faults.ts';
import type { Prism } from './prism.ts';
import { judgeAnswer, type PrismAnswer, type Verdict } from './violations.ts';

/** One document of a carrier, and which requests are its. */
export interface JudgedDocument {
  /** Below CARRIER_DOCS_DIR. */
  file: string;
  /** The document's paths are what follows this in a request's path. */
  prefix: string;
  /** The reviver with which its JSON is read for a comparison, where the document says things in a manner of its own. */
  reviver?: (name: string, value: unknown) => unknown;
  /** By name. */
  operations: Readonly<Record<string, JudgedOperation>>;
}

export interface JudgedOperation {
  method: string;
  /** What follows the prefix, without the query. */
  path: RegExp;
  /** The path as the document writes it. */
  documented: string;
  /** The adapter's schema of the request's body. */
  sent?: TSchema;
  /** The adapter's schemas of what it reads of the answers, by status. */
  told?: Readonly<Record<number, TSchema>>;
  /** Where `sent` differs from the document on purpose, in the words of `differences`. */
  departures?: readonly string[];
  /** Places in `told` where the document has a text and we read the number that it is. */
  textsReadAsNumbers?: readonly string[];
}

export interface Judgement {
  operation: string;
  sent: number;
  accepted: number;
  /** Of the accepted ones, those that decimal arithmetic spoke for against Prism's doubles. */
  byDecimals: number;
  /** Requests of the adapter in which a fault was planted, and how many of them were refused. */
  planted: number;
  plantedRefused: number;
  /** Why the first few were not accepted, and which planted faults were not noticed. */
  complaints: string[];
}

export interface Judge extends AsyncDisposable {
  /** Takes the place of the carrier's own server. */
  baseUrl: string;
  judgements(): Judgement[];
  /** Sends the newest accepted request in which it can be planted once more, with the fault in it. @returns whether it was refused */
  refuses(fault: PlantedFault): Promise<boolean>;
}

/** A request as it is put to Prism. */
export interface JudgedRequest {
  operation: string;
  /** The adapter's schema of the body. */
  sent?: TSchema;
  port: number;
  method: string;
  /** With the query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Accepted requests that are kept for planting faults, of each operation. */
const KEPT = 200;

/** The carrier's documents behind one address; counts what each operation was sent and accepted. */
export async function startJudge(prism: Prism, documents: readonly JudgedDocument[]): Promise<Judge> {
  const judgements = new Map<string, Judgement>();
  const accepted = new Map<string, JudgedRequest[]>();
  for (const operation of documents.flatMap((document) => Object.keys(document.operations))) {
    judgements.set(operation, newJudgement(operation));
  }

  function count(request: JudgedRequest, { fault, byDecimals }: Verdict): void {
    const judgement = judgements.get(request.operation) ?? newJudgement(request.operation);
    judgements.set(request.operation, judgement);
    judgement.sent++;
    if (fault === undefined) {
      judgement.accepted++;
      if (byDecimals) judgement.byDecimals++;
      accepted.set(request.operation, [request, ...(accepted.get(request.operation) ?? [])].slice(0, KEPT));
    } else if (judgement.complaints.length < 5) {
      judgement.complaints.push(`${fault.slice(0, 600)} <- ${request.path} ${request.body.slice(0, 600)}`);
    }
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const request = await toJudged(req, prism, documents);
    if (request.port === 0) {
      count(request, { fault: 'in no document', byDecimals: false });
      res.writeHead(404).end(`no document has ${request.operation}`);
      return;
    }
    const answer = await ask(request);
    const ownFault = faultByOwnSchema(request);
    count(request, ownFault === undefined ? judgeAnswer(answer, request.body) : { fault: ownFault, byDecimals: false });
    res.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  }

  const server = createServer((req, res) => void serve(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    judgements: () => [...judgements.values()],
    refuses: async (fault) => {
      const request = (accepted.get(fault.operation) ?? []).find((each) => isPlantedIn(each, fault));
      const judgement = judgements.get(fault.operation);
      if (request === undefined || judgement === undefined) {
        const why = judgement?.complaints.join('\n') ?? '';
        throw new Error(
          `No accepted request of '${fault.operation}' has a place for the fault '${fault.name}'. ${why}`,
        );
      }
      const faulty = plant(request, fault);
      const verdict = judgeAnswer(await ask(faulty), faulty.body);
      const isRefused = verdict.fault !== undefined;
      judgement.planted++;
      if (isRefused) judgement.plantedRefused++;
      else judgement.complaints.push(`the planted fault '${fault.name}' was not refused`);
      return isRefused;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The schema in which the adapter writes its requests; TypeScript sees the types, and not how long a text is or what is there besides. */
function faultByOwnSchema({ sent, body }: JudgedRequest): string | undefined {
  const error = sent === undefined ? undefined : Value.Errors(exactly(sent), JSON.parse(body)).First();
  return error === undefined ? undefined : `by the adapter's own schema: ${error.path} ${error.message}`;
}

function newJudgement(operation: string): Judgement {
  return { operation, sent: 0, accepted: 0, byDecimals: 0, planted: 0, plantedRefused: 0, complaints: [] };
}

/** Port 0 when no document has it. */
async function toJudged(
  req: IncomingMessage,
  prism: Prism,
  documents: readonly JudgedDocument[],
): Promise<JudgedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...headers } = req.headers;
  const { method = '' } = req;
  const url = new URL(req.url ?? '/', 'http://judge.invalid');
  const body = Buffer.concat(chunks).toString('utf8');
  for (const { file, prefix, operations } of documents) {
    if (!url.pathname.startsWith(prefix)) continue;
    const path = url.pathname.slice(prefix.length);
    const found = Object.entries(operations).find(([, each]) => each.method === method && each.path.test(path));
    if (found === undefined) continue;
    const [operation, { sent }] = found;
    const known = { operation, ...(sent === undefined ? {} : { sent }) };
    return { ...known, port: prism.portOf(file), method, path: `${path}${url.search}`, headers, body };
  }
  return { operation: `${method} ${url.pathname}`, port: 0, method, path: url.pathname, headers, body };
}

async function ask({ port, method, path, headers, body }: JudgedRequest): Promise<PrismAnswer> {
  const { 'content-length': _length, ...others } = headers;
  const length = Buffer.byteLength(body);
  const outgoing = send({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: length === 0 ? others : { ...others, 'content-length': length },
    agent: false,
  });
  outgoing.end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const violations = answer.headers['sl-violations'];
  return {
    status: answer.statusCode ?? 0,
    violations: Array.isArray(violations) ? violations.join() : violations,
    contentType: answer.headers['content-type'] ?? 'application/octet-stream',
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
