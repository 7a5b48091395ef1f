import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { BenchOptions } from './options.ts';
import type { Pgbench } from './pgbench.ts';
import { REPOSITORY } from './server-process.ts';

const PACKAGES = ['fastify', '@prisma/client', 'pg', 'autocannon'];

/** Under what conditions the figures came about, so that they can be compared with others. */
export async function describeEnvironment(
  client: pg.Client,
  pgbench: Pgbench | undefined,
  options: BenchOptions,
): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const packages = await Promise.all(PACKAGES.map(async (name) => `${name} ${await versionOf(name)}`));
  const { rounds, seconds, connections } = options;
  return [
    `machine    ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `versions   node ${process.versions.node}, PostgreSQL ${rows[0]?.version ?? '?'} (embedded), ${packages.join(', ')}${pgbench === undefined ? '' : `, ${pgbench.version}`}`,
    `commit     ${await commit()}`,
    `method     ${connections} HTTP connections, ${connections} database connections each; ${rounds} rounds of ${seconds} s in turn; medians, ratios round by round (smallest-greatest)`,
    'product    the whole program: API key, validation, permission, log line, events, counts; the load generator and PostgreSQL share its cores',
    'bare       Fastify and the same statement through pg: no authentication, no validation, no log',
    'prisma     the same effects by nested create in an interactive transaction, include, findMany and count',
  ].join('\n');
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(`${REPOSITORY}/node_modules/${name}/package.json`, 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function commit(): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('git', args, { cwd: REPOSITORY })).stdout.trim();
  try {
    const changed = await git('status', '--porcelain', '--untracked-files=no');
    return `${await git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' with local changes'}`;
  } catch {
    return 'unknown';
  }
}
