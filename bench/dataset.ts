import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { report } from './report.ts';
import { insertRows, type RowsTenant, settleRows } from './rows.ts';
import { REPOSITORY } from './server-process.ts';

export interface Dataset {
  /** For creating, ordering and the mixed load. */
  writer: { tenantId: string; key: string };
  small: RowsTenant & { key: string };
  large: RowsTenant & { key: string };
}

const SMALL_ROWS = 1_000;

/** The tenants and their rows: those of an earlier run in the same directory, or new ones. */
export async function prepareDataset(
  client: pg.Client,
  dataDir: string,
  env: Readonly<Record<string, string>>,
  largeRows: number,
): Promise<Dataset> {
  const file = join(dataDir, 'bench.json');
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Dataset,
    () => undefined,
  );
  if (kept?.large.rows === largeRows) return kept;

  report('making the tenants');
  const writer = await createTenant('Bench writer', env);
  const small = await createTenant('Bench small', env);
  const large = await createTenant('Bench large', env);
  report(`inserting ${largeRows.toLocaleString('en')} and ${SMALL_ROWS.toLocaleString('en')} shipments`);
  const dataset = {
    writer,
    small: { ...small, ...(await insertRows(client, small.tenantId, SMALL_ROWS)) },
    large: { ...large, ...(await insertRows(client, large.tenantId, largeRows)) },
  };
  report('vacuum analyze');
  await settleRows(client);
  await writeFile(file, JSON.stringify(dataset));
  return dataset;
}

/** As an operator makes one. */
async function createTenant(
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<{ tenantId: string; key: string }> {
  const args = ['src/cli.js', 'tenant', 'create', '--name', name, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: REPOSITORY, env });
  const { tenantId, apiKey } = JSON.parse(stdout) as { tenantId: string; apiKey: string };
  return { tenantId, key: apiKey };
}
