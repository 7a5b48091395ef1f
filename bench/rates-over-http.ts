import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import type { ContractInput } from '../src/modules/rates/v1/contract-schemas.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { createLogger } from '../src/platform/logger.ts';
import { median, table } from './figures.ts';
import { QUESTION } from './rates-contracts.ts';
import { report } from './report.ts';
import { startProduct } from './server-process.ts';

const RATES = '/api/rates/v1';
const ROUNDS = 15;
const BATCH = 1_000;

/** One request after the other to the whole program, each kind in turn, round after round, compared with the lightest read in that round. */
export async function measureOverHttp(contracts: readonly ContractInput[]): Promise<string> {
  await using running = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'viya-bench-rates-'));
  running.defer(() => rm(dataDir, { recursive: true, force: true }));
  report('starting PostgreSQL and the server');
  const log = createLogger('error');
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  running.defer(() => postgres.close());
  const { connectionString } = postgres;
  const secretKey = Buffer.alloc(32);
  const product = running.use(
    await startProduct({ DATABASE_URL: connectionString, SECRET_KEY: secretKey.toString('base64') }, dataDir),
  );
  const apiKey = await newTenant(connectionString, secretKey);
  const headers = { authorization: `ApiKey ${apiKey}`, 'content-type': 'application/json' };
  const post = async (path: string, body: string): Promise<void> => {
    const answer = await fetch(`${product.origin}${RATES}${path}`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 200)}`);
  };
  const get = async (path: string): Promise<void> => {
    const answer = await fetch(`${product.origin}${RATES}${path}`, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  };
  report(`creating ${contracts.length} contracts`);
  for (const contract of contracts) await post('/contracts', JSON.stringify(contract));

  const { shipment, date } = QUESTION;
  const question = { ...shipment, date };
  const ofOne = { ...question, carrierReference: 'CARRIER-7' };
  const batchOf = (item: object, size: number): string => JSON.stringify({ items: Array(size).fill(item) });
  const contestants: readonly { name: string; items: number; ask: () => Promise<void> }[] = [
    { name: 'GET /contracts?limit=1', items: 1, ask: () => get('/contracts?limit=1') },
    { name: 'POST /calculate, one carrier', items: 1, ask: () => post('/calculate', JSON.stringify(ofOne)) },
    {
      name: `POST /calculate, ${contracts.length} contracts`,
      items: 1,
      ask: () => post('/calculate', JSON.stringify(question)),
    },
    {
      name: `POST /calculations of ${BATCH}, one carrier`,
      items: BATCH,
      ask: () => post('/calculations', batchOf(ofOne, BATCH)),
    },
  ];
  const measured = contestants.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round++) {
    if (round === 0) report('measuring');
    for (const [index, { ask }] of contestants.entries()) {
      const start = performance.now();
      await ask();
      if (round >= 0) measured[index]?.push(performance.now() - start);
    }
  }
  const first = measured[0] ?? [];
  return `${table(
    ['over HTTP, one at a time', 'median ms', 'an item', 'of the first'],
    contestants.map(({ name, items }, index) => {
      const times = measured[index] ?? [];
      const ratio = median(times.map((ms, round) => ms / (first[round] ?? Number.NaN)));
      return [name, median(times).toFixed(2), (median(times) / items).toFixed(3), ratio.toFixed(2)];
    }),
  )}\n`;
}

async function newTenant(connectionString: string, secretKey: Buffer): Promise<string> {
  const config = {
    publicUrl: 'http://localhost',
    problemBaseUrl: 'https://example.com/errors',
    rateLimits: { read: 1, write: 1, bulk: 1, address: 1 },
    corsOrigins: [],
  };
  const app = await createApp({ connectionString, secretKey, log: createLogger('error'), config });
  try {
    return (await app.createTenant('bench')).apiKey;
  } finally {
    await app.close();
  }
}
