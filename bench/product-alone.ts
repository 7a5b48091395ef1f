import type pg from 'pg';
import { SHIPMENTS_PATH } from './example-shipment.ts';
import { table } from './figures.ts';
import type { LoadGenerator } from './load.ts';
import type { Load, LoadResult } from './load-generator.ts';
import type { BenchOptions } from './options.ts';
import { report } from './report.ts';
import type { ProductProcess, Vitals } from './server-process.ts';

const MEBIBYTE = 1024 * 1024;
const MAX_ORDERS = 1_600;

interface Subject {
  product: ProductProcess;
  tenantId: string;
  key: string;
}

/** What no reference has: keys, orders and labels, and how the process bears a minute of everything at once. */
export async function measureProduct(
  generator: LoadGenerator,
  { product, tenantId, key }: Subject,
  client: pg.Client,
  options: BenchOptions,
): Promise<string> {
  const { connections, seconds, loadSeconds } = options;
  const common = { origin: product.origin, connections, headers: { authorization: `ApiKey ${key}` } };
  const run = (what: string, until: Load['until'], work: Load['work']): Promise<LoadResult> => {
    report(what);
    return generator.run({ ...common, until, work });
  };
  const keyed = await run('create with Idempotency-Key', { seconds }, { kind: 'create', withKey: true });
  const created = await createdShipments(client, tenantId);
  // As many as are dealt out evenly, so that none is ordered twice.
  const paths = created.slice(0, created.length - (created.length % connections));
  const orders = { kind: 'paths', method: 'PUT', paths: paths.map((path) => `${path}/order`) } as const;
  const order = await run('order', { requests: paths.length }, orders);
  await product.vitals();
  const mixed = await run(`mixed load: ${loadSeconds} s`, { seconds: loadSeconds }, { kind: 'parcel' });
  const after = await product.vitals();
  const documents = { kind: 'paths', method: 'GET', paths: paths.map((path) => `${path}/labels?format=pdf`) } as const;
  const labels = await run('labels', { seconds }, documents);
  const afterLabels = await product.vitals();

  const row = (name: string, { requestsPerSecond, p50Ms, p99Ms }: LoadResult): string[] => [
    name,
    `${Math.round(requestsPerSecond).toLocaleString('en')} /s`,
    `p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
    '',
  ];
  const mebibytes = ({ residentBytes }: Vitals): string => `${Math.round(residentBytes / MEBIBYTE)} MiB`;
  return table(
    ['the product alone', 'measured', '', 'goal'],
    [
      row('POST with Idempotency-Key', keyed),
      row('PUT order (sandbox carrier)', order),
      row(`mixed load of ${loadSeconds} s: create, read, list, order`, mixed),
      ['  event-loop delay', `${after.eventLoopDelayP99Ms.toFixed(1)} ms`, 'p99', ''],
      ['  resident memory after it', mebibytes(after), '', 'under 200'],
      row('GET labels (PDF)', labels),
      ['  resident memory after it', mebibytes(afterLabels), '', ''],
    ],
  );
}

/** Of those that the create rounds left behind. */
async function createdShipments(client: pg.Client, tenantId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from shipping.shipments where tenant_id = $1 and status = 'Created' order by id desc limit $2`,
    [tenantId, MAX_ORDERS],
  );
  return rows.map(({ id }) => `${SHIPMENTS_PATH}/${id}`);
}
