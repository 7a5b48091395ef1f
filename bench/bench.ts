import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { createLogger } from '../src/platform/logger.ts';
import { prepareDataset } from './dataset.ts';
import { describeEnvironment } from './environment.ts';
import { startLoadGenerator } from './load.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { measurePages } from './pages.ts';
import { findPgbench } from './pgbench.ts';
import { measureProduct } from './product-alone.ts';
import { recordProductStatements } from './product-statements.ts';
import { report } from './report.ts';
import { startProduct, startReference } from './server-process.ts';
import { measureStarts } from './start-time.ts';
import { measureThroughput } from './throughput.ts';

/** Room for every contestant's pool at once; all else is as the program starts PostgreSQL. */
const MAX_CONNECTIONS = 200;

async function bench(options: BenchOptions): Promise<void> {
  await using running = new AsyncDisposableStack();
  const dataDir =
    options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'viya-bench-')) : resolve(options.dataDir);
  if (options.dataDir === undefined) running.defer(() => rm(dataDir, { recursive: true, force: true }));

  report('starting PostgreSQL');
  const settings = { max_connections: String(MAX_CONNECTIONS) };
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLogger('error'), settings });
  running.defer(() => postgres.close());
  const { connectionString } = postgres;
  const client = new pg.Client({ connectionString });
  await client.connect();
  running.defer(() => client.end());

  // The limits are counted as in earnest, and not reached.
  const limits = { RATE_LIMIT_READ: '999999999', RATE_LIMIT_WRITE: '999999999', RATE_LIMIT_ADDRESS: '999999999' };
  const env = { DATABASE_URL: connectionString, SECRET_KEY: Buffer.alloc(32).toString('base64'), ...limits };
  const { writer, small, large } = await prepareDataset(client, dataDir, env, options.rows);
  const generator = running.use(startLoadGenerator());
  const product = running.use(await startProduct(env, dataDir));
  const statements = await recordProductStatements(writer.tenantId, small.tenantId);
  const pgbench = await findPgbench({ connectionString, directory: dataDir, statements, reader: small });

  const sections = [await describeEnvironment(client, pgbench, options)];
  const referenceOptions = {
    connectionString,
    poolSize: options.connections,
    writerId: writer.tenantId,
    readerId: small.tenantId,
  };
  {
    await using bare = await startReference('bare-server.ts', referenceOptions);
    await using prisma = await startReference('prisma-server.ts', referenceOptions);
    const origins = { product: product.origin, bare: bare.origin, prisma: prisma.origin };
    const contestants = { ...origins, pgbench, reader: small, writerKey: writer.key, readerKey: small.key };
    sections.push(await measureThroughput(generator, contestants, options));
  }
  sections.push(await measurePages(product.origin, small, large));
  sections.push(await measureProduct(generator, { product, ...writer }, client, options));
  await product[Symbol.asyncDispose]();
  sections.push(await measureStarts(options.starts));
  report('done');
  console.log(`\n${sections.join('\n\n')}\n`);
}

// Without these, what is to be stopped at exit would outlive an interrupted run.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));
await bench(readOptions(process.argv));
