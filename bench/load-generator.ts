import autocannon from 'autocannon';
import { EXAMPLE_SHIPMENT, SHIPMENTS_PATH } from './example-shipment.ts';

/** What the load generator, a process of its own, is asked to do. */
export interface Load {
  origin: string;
  connections: number;
  headers: Record<string, string>;
  /** How long, or how many requests in all. */
  until: { seconds: number } | { requests: number };
  /**
   * `create` sends the example. `paths` deals the paths out to the connections, so that with as many requests as paths each is used once.
   * `parcel` is a parcel's way to its booking: create, read, list, order, read again.
   */
  work:
    | { kind: 'create'; withKey?: boolean }
    | { kind: 'paths'; method: 'GET' | 'PUT'; paths: readonly string[] }
    | { kind: 'parcel' };
}

export interface LoadResult {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  failed: number;
}

const JSON_BODY = { 'content-type': 'application/json' };
/** Replaced by autocannon in each request. */
const FRESH_KEY = { 'idempotency-key': '[<id>]' };
const BODY = JSON.stringify(EXAMPLE_SHIPMENT);

process.once('disconnect', () => process.exit(0));
process.on('message', (load) => {
  void generate(load as Load).then((result) => process.send?.(result));
});

async function generate(load: Load): Promise<LoadResult> {
  let connected = 0;
  const { until } = load;
  const result = await autocannon({
    url: load.origin,
    connections: load.connections,
    headers: load.headers,
    idReplacement: load.work.kind === 'create' && load.work.withKey === true,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.requests }),
    setupClient: (client) => client.setRequests(requestsOf(load, connected++)),
  });
  const { requests, latency, non2xx, errors, timeouts, duration } = result;
  return {
    requestsPerSecond: requests.total / duration,
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failed: non2xx + errors + timeouts,
  };
}

function requestsOf({ work, headers, connections }: Load, connection: number): autocannon.Request[] {
  const create = { method: 'POST' as const, path: SHIPMENTS_PATH, headers: { ...headers, ...JSON_BODY }, body: BODY };
  if (work.kind === 'create') {
    return work.withKey === true ? [{ ...create, headers: { ...create.headers, ...FRESH_KEY } }] : [create];
  }
  if (work.kind === 'paths') {
    return work.paths
      .filter((_, index) => index % connections === connection)
      .map((path) => ({ method: work.method, path, headers }));
  }
  const onCreated = (_status: number, body: string, context: { path?: string }): void => {
    context.path = `${SHIPMENTS_PATH}/${(JSON.parse(body) as { id: string }).id}`;
  };
  const then = (method: 'GET' | 'PUT', suffix: string): autocannon.Request => ({
    method,
    headers,
    setupRequest: (request, context) => ({ ...request, path: `${(context as { path: string }).path}${suffix}` }),
  });
  return [
    { ...create, onResponse: onCreated },
    then('GET', ''),
    { method: 'GET', headers, path: `${SHIPMENTS_PATH}?status=Created&limit=20` },
    then('PUT', '/order'),
    then('GET', ''),
  ];
}
