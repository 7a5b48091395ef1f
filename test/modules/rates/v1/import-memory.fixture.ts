import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '../../../../src/app.ts';
import { createLogger } from '../../../../src/platform/logger.ts';
import { CONTRACTS, EXAMPLE_CONTRACT, questionOf, RATES } from '../../../harness/rates.ts';

// Imports a grid of 100,000 cells as CSV, exports it as a workbook and imports that, in a process of its own. Says on standard output
// what came of it and what the process took in memory at most, before and after.

const [, , connectionString = ''] = process.argv;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZONES = Array.from({ length: 1_000 }, (_, number) => `Z${number}`);
const WEIGHTS = Array.from({ length: 100 }, (_, number) => number + 1);
const priceOf = (weight: number, zone: number): string => (weight + zone / 100).toFixed(2);

const app = await createApp({
  connectionString,
  secretKey: Buffer.alloc(32, 7),
  log: createLogger('silent'),
  maxConnections: 4,
  config: {
    publicUrl: 'http://localhost',
    problemBaseUrl: 'https://example.com/errors',
    rateLimits: { read: 1e6, write: 1e6, bulk: 1e6, address: 1e6 },
    corsOrigins: [],
  },
});
const { apiKey } = await app.createTenant('memory');
const call = (method: 'GET' | 'POST' | 'PUT', url: string, type: string, payload?: string | Buffer) =>
  app.http.inject({
    method,
    url,
    headers: { authorization: `ApiKey ${apiKey}`, ...(payload === undefined ? {} : { 'content-type': type }) },
    ...(payload === undefined ? {} : { payload }),
  });
const contract = {
  ...EXAMPLE_CONTRACT,
  zones: ZONES.map((reference, number) => ({
    reference,
    postCodes: [{ countryCode: 'DE', prefix: String(10_000 + number) }],
  })),
  surcharges: [],
  serviceLevels: [{ reference: 'L', prices: [] }],
};
const { id } = (await call('POST', CONTRACTS, 'application/json', JSON.stringify(contract))).json<{ id: string }>();
const path = `${CONTRACTS}/${id}/service-levels/L/prices`;
const before = process.resourceUsage().maxRSS * 1_024;

let answeredMeanwhile = 0;
let isDone = false;
const others = (async () => {
  while (!isDone) {
    if ((await call('GET', '/health/live', '')).statusCode === 200) answeredMeanwhile++;
    await wait(20);
  }
})();
const versions: number[] = [];
const send = async (file: string | Buffer, type: string): Promise<void> => {
  versions.push((await call('PUT', path, type, file)).json<{ version: number }>().version);
};
const across = [
  ['kg', ...ZONES],
  ...WEIGHTS.map((weight) => [weight, ...ZONES.map((_, zone) => priceOf(weight, zone))]),
];
await send(across.join('\n'), 'text/csv');
await send((await call('GET', `${path}?format=xlsx`, '')).rawPayload, XLSX);
isDone = true;
await others;
const after = process.resourceUsage().maxRSS * 1_024;
const question = JSON.stringify(questionOf(57, { postCode: '10557' }));
const answer = await call('POST', `${RATES}/calculate`, 'application/json', question);
const explained = answer.json<{ rates: { total: { amount: string } }[] }>().rates[0]?.total.amount;
process.stdout.write(JSON.stringify({ versions, explained, before, after, answeredMeanwhile }));
await app.close();
