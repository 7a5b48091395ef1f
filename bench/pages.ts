import { Agent, request } from 'node:http';
import { SHIPMENTS_PATH } from './example-shipment.ts';
import { median, table } from './figures.ts';
import { report } from './report.ts';

export interface PagesTenant {
  key: string;
  rows: number;
}

const SAMPLES = 100;
const WARM_UP = 20;
const GOAL = 1.5;
const DAY_MS = 86_400_000;

/** What is asked of each tenant; offsets are shares of its rows. */
const PAGES: readonly { name: string; query: (tenant: PagesTenant) => string }[] = [
  { name: 'first page', query: () => '' },
  { name: 'one status', query: () => 'status=Created' },
  { name: 'two statuses', query: () => 'status=Accepted&status=Executed' },
  { name: 'status and carrier', query: () => 'status=Accepted&carrierReference=UPS' },
  { name: 'created within 30 days', query: () => createdWithin(45, 15) },
  { name: 'by reference, sorted', query: () => 'sort=reference' },
  { name: 'offset at 90 %', query: ({ rows }) => `offset=${Math.floor(rows * 0.9)}` },
  { name: 'status, offset at 45 %', query: ({ rows }) => `status=Created&offset=${Math.floor(rows * 0.45)}` },
];

/**
 * The cost of a page with its total: the median latency of requests one after the other, the small tenant's and the large tenant's in
 * turn, so that both meet the same machine.
 */
export async function measurePages(origin: string, small: PagesTenant, large: PagesTenant): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const rows: string[][] = [];
  for (const { name, query } of PAGES) {
    report(`pages: ${name}`);
    const costs: [number[], number[]] = [[], []];
    for (let sample = -WARM_UP; sample < SAMPLES; sample++) {
      for (const [index, tenant] of [small, large].entries()) {
        const { ms, total } = await getPage(agent, `${origin}${SHIPMENTS_PATH}?${query(tenant)}`, tenant.key);
        if (query(tenant) === '' && total !== tenant.rows) throw new Error(`the total is ${total}, not ${tenant.rows}`);
        if (sample >= 0) costs[index]?.push(ms);
      }
    }
    const [one, other] = costs.map(median);
    if (one === undefined || other === undefined) continue;
    rows.push([name, one.toFixed(2), other.toFixed(2), (other / one).toFixed(2), String(GOAL)]);
  }
  agent.destroy();
  const title = (tenant: PagesTenant): string => `${tenant.rows.toLocaleString('en')} rows`;
  return table(['page of 50, ms', title(small), title(large), 'ratio', 'goal'], rows);
}

function createdWithin(fromDaysAgo: number, toDaysAgo: number): string {
  const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
  return `createdFrom=${daysAgo(fromDaysAgo)}&createdTo=${daysAgo(toDaysAgo)}`;
}

/** Not `fetch`, whose own work on a page takes as long as the server's. */
async function getPage(agent: Agent, url: string, key: string): Promise<{ ms: number; total: number }> {
  const startedAt = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  request(url, { agent, headers: { authorization: `ApiKey ${key}` } }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      if (response.statusCode === 200) resolve(body);
      else reject(new Error(`GET ${url} answered ${response.statusCode}: ${body}`));
    });
  })
    .on('error', reject)
    .end();
  const body = await promise;
  const ms = performance.now() - startedAt;
  return { ms, total: (JSON.parse(body) as { total: number }).total };
}
