import { SHIPMENTS_PATH } from './example-shipment.ts';
import { perSecond, ratio, table } from './figures.ts';
import type { LoadGenerator } from './load.ts';
import type { Load, LoadResult } from './load-generator.ts';
import type { BenchOptions } from './options.ts';
import type { Pgbench, PgbenchScript } from './pgbench.ts';
import { report } from './report.ts';
import { idOfRow, type RowsTenant } from './rows.ts';

interface Contestants {
  product: string;
  bare: string;
  prisma: string;
  pgbench: Pgbench | undefined;
  reader: RowsTenant;
  writerKey: string;
  readerKey: string;
}

const SERVERS = ['product', 'bare', 'prisma'] as const;
const OPERATIONS = ['create', 'read', 'list'] as const satisfies PgbenchScript[];
/** The wanted least: of the bare handler, and of the idiomatic version. A page has no such goal. */
const GOALS: Record<PgbenchScript, readonly [string, string]> = {
  create: ['0.6', '2'],
  read: ['0.6', '2'],
  list: ['', ''],
};
const READ_PATHS = 64;

/** Creating, reading and listing, each contestant in turn, round after round, so that what disturbs the machine disturbs all. */
export async function measureThroughput(
  generator: LoadGenerator,
  contestants: Contestants,
  options: BenchOptions,
): Promise<string> {
  const rows: string[][] = [];
  for (const operation of OPERATIONS) {
    const measured = await measureOperation(generator, contestants, operation, options);
    const [ofBare, ofPrisma] = GOALS[operation];
    rows.push([
      operation,
      perSecond(measured.product),
      measured.latency,
      perSecond(measured.bare),
      ratio(measured.product, measured.bare),
      ofBare,
      perSecond(measured.prisma),
      ratio(measured.product, measured.prisma),
      ofPrisma,
      ofPgbench(contestants, measured.pgbench.length === options.rounds, () => perSecond(measured.pgbench)),
      ofPgbench(contestants, measured.pgbench.length === options.rounds, () =>
        ratio(measured.product, measured.pgbench),
      ),
    ]);
  }
  const heading = [
    'requests/s',
    'product',
    'p50/p99 ms',
    'bare',
    'product/bare',
    'goal',
    'prisma',
    'product/prisma',
    'goal',
  ];
  const missing = contestants.pgbench === undefined ? '\npgbench is not installed here and was skipped.' : '';
  return `${table([...heading, 'pgbench', 'product/pgbench'], rows)}${missing}`;
}

async function measureOperation(
  generator: LoadGenerator,
  contestants: Contestants,
  operation: PgbenchScript,
  options: BenchOptions,
) {
  const { pgbench } = contestants;
  const { connections, seconds, rounds } = options;
  const load = (origin: string): Load => ({
    origin,
    connections,
    headers: { authorization: `ApiKey ${operation === 'create' ? contestants.writerKey : contestants.readerKey}` },
    until: { seconds },
    work: workOf(operation, contestants.reader),
  });
  const figures = { product: [] as number[], bare: [] as number[], prisma: [] as number[], pgbench: [] as number[] };
  let last: LoadResult | undefined;
  // Round 0 warms up: compiled code, prepared statements, pages in memory.
  for (let round = 0; round <= rounds; round++) {
    report(`${operation}: ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}`);
    for (const server of SERVERS) {
      const result = await generator.run(load(contestants[server]));
      if (server === 'product') last = result;
      if (round > 0) figures[server].push(result.requestsPerSecond);
    }
    const tps = await pgbench?.measure(operation, { connections, seconds });
    if (round > 0 && tps !== undefined) figures.pgbench.push(tps);
  }
  return { ...figures, latency: `${last?.p50Ms ?? ''}/${last?.p99Ms ?? ''}` };
}

/** A round in which pgbench finished nothing leaves nothing to compare with. */
function ofPgbench({ pgbench }: Contestants, isWhole: boolean, figure: () => string): string {
  if (pgbench === undefined) return '-';
  return isWhole ? figure() : 'not measured';
}

function workOf(operation: PgbenchScript, reader: RowsTenant): Load['work'] {
  if (operation === 'create') return { kind: 'create' };
  if (operation === 'list') return { kind: 'paths', method: 'GET', paths: Array(READ_PATHS).fill(SHIPMENTS_PATH) };
  const step = Math.max(1, Math.floor(reader.rows / READ_PATHS));
  const paths = Array.from({ length: READ_PATHS }, (_, at) => `${SHIPMENTS_PATH}/${idOfRow(reader, at * step)}`);
  return { kind: 'paths', method: 'GET', paths };
}
