import type pg from 'pg';
import { SHIPMENTS_PATH } from './example-shipment.ts';
import { table } from './figures.ts';
import type { LoadGenerator } from './load.ts';
import type { BenchOptions } from './options.ts';
import { report } from './report.ts';
import type { ProductProcess } from './server-process.ts';

const MEBIBYTE = 1024 * 1024;
const MAX_ORDERS = 1_600;

interface Subject {
  product: ProductProcess;
  tenantId: string;
  key: string;
}

/** What no reference has: ordering with the sandbox carrier, labels, and how the process bears a minute of everything at once. */
export async function measureProduct(
  generator: LoadGenerator,
  { product, tenantId, key }: Subject,
  client: pg.Client,
  options: BenchOptions,
): Promise<string> {
  const { connections, loadSeconds } = options;
  const common = { origin: product.origin, connections, headers: { authorization: `ApiKey ${key}` } };
  const paths = await createdShipments(client, tenantId);
  const each = Math.floor(paths.length / connections) * connections;
  const ordered = paths.slice(0, each);

  report(`order: ${each} shipments`);
  const work = { kind: 'paths' as const, method: 'PUT' as const, paths: ordered.map((path) => `${path}/order`) };
  const order = await generator.run({ ...common, until: { requests: each }, work });
  report('labels');
  const labels = await generator.run({
    ...common,
    until: { seconds: options.seconds },
    work: { kind: 'paths', method: 'GET', paths: ordered.map((path) => `${path}/labels?format=pdf`) },
  });
  report(`mixed load: ${loadSeconds} s`);
  await product.vitals();
  const mixed = await generator.run({ ...common, until: { seconds: loadSeconds }, work: { kind: 'parcel' } });
  const vitals = await product.vitals();

  const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')} /s`;
  const percentiles = ({ p50Ms, p99Ms }: { p50Ms: number; p99Ms: number }): string =>
    `p50 ${p50Ms} ms, p99 ${p99Ms} ms`;
  return table(
    ['the product alone', 'measured', '', 'goal'],
    [
      ['PUT order (sandbox carrier)', rate(order.requestsPerSecond), percentiles(order), ''],
      ['GET labels (PDF)', rate(labels.requestsPerSecond), percentiles(labels), ''],
      [`mixed load, ${loadSeconds} s`, rate(mixed.requestsPerSecond), percentiles(mixed), ''],
      ['  event-loop delay', `${vitals.eventLoopDelayP99Ms.toFixed(1)} ms`, 'p99', ''],
      ['  resident memory after it', `${Math.round(vitals.residentBytes / MEBIBYTE)} MiB`, '', 'under 200'],
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
