import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ProductStatements, RecordedStatement } from './product-statements.ts';
import { idExpression, type RowsTenant } from './rows.ts';

const run = promisify(execFile);

export interface Pgbench {
  version: string;
  /** Transactions a second of one script; undefined when none was finished, of which pgbench says no rate. */
  measure(script: PgbenchScript, options: { connections: number; seconds: number }): Promise<number | undefined>;
}

/** In a shorter turn a busy machine may not finish one transaction. */
const MIN_SECONDS = 3;

export type PgbenchScript = 'create' | 'read' | 'list';

/** PostgreSQL's own bench with the product's own statements; undefined where it is not installed. */
export async function findPgbench(options: {
  connectionString: string;
  directory: string;
  statements: ProductStatements;
  reader: RowsTenant;
}): Promise<Pgbench | undefined> {
  const version = await run('pgbench', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
  if (version === undefined) return undefined;
  const { statements, reader } = options;
  // One client's shipments follow each other by the millisecond, as UUIDv7 ids do; the client's number keeps them apart.
  const newId = (kind: number): string => idExpression(':ms', `:client_id * 16 + ${kind}`);
  const fresh = new Map(idsIn(statements.create).map((id, kind) => [id, newId(kind)]));
  const [, readId] = statements.read.values;
  const known = new Map([[readId as string, idExpression(':ms', ':row')]]);
  const scripts: Record<PgbenchScript, string> = {
    create: `\\set made :made + 1\n\\set ms :start + :made\n${inline(statements.create, fresh)};\n`,
    read: `\\set row random(0, ${reader.rows - 1})\n\\set ms ${reader.firstMs} + :row * ${reader.stepMs}\n${inline(statements.read, known)};\n`,
    list: `${inline(statements.list, new Map())};\n`,
  };
  return {
    version,
    async measure(script, { connections, seconds }) {
      const file = join(options.directory, `${script}.pgbench`);
      await writeFile(file, scripts[script]);
      const fixed = ['--no-vacuum', '--protocol=prepared', '--define', 'made=0', '--define', `start=${Date.now()}`];
      const { stdout } = await run('pgbench', [
        ...fixed,
        `--client=${connections}`,
        `--time=${Math.max(seconds, MIN_SECONDS)}`,
        `--file=${file}`,
        options.connectionString,
      ]);
      return transactionsPerSecond(stdout);
    },
  };
}

/** What pgbench's report says; undefined where it says nothing, as after a turn in which no transaction was finished. */
export function transactionsPerSecond(report: string): number | undefined {
  const tps = /^tps = ([\d.]+)/m.exec(report)?.[1];
  return tps === undefined ? undefined : Number(tps);
}

/** Every id that a run of the statement makes: all that it is given but the tenant's, its first value. */
function idsIn({ values }: RecordedStatement): string[] {
  const [tenantId, ...others] = values.map(String);
  const found = others.flatMap((text) => text.match(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g) ?? []);
  return [...new Set(found)].filter((id) => id !== tenantId);
}

/** The statement with its values in place, and instead of the ids of the recorded run an expression for those of this one. */
function inline(statement: RecordedStatement, ids: ReadonlyMap<string, string>): string {
  const literals = statement.values.map((value) => literal(value, ids));
  return statement.text.replaceAll(/\$(\d+)/g, (_, number) => literals[Number(number) - 1] ?? 'null');
}

function literal(value: unknown, ids: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  const text =
    value instanceof Date ? value.toISOString() : Array.isArray(value) ? `{${value.join(',')}}` : `${value as string}`;
  const id = ids.get(text);
  if (id !== undefined) return `(${id})`;
  // pgbench takes a colon, also within quotes, for the beginning of a variable.
  const quoted = `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(':', '\\x3a')}'`;
  return [...ids]
    .filter(([recorded]) => text.includes(recorded))
    .reduce((expression, [recorded, current]) => `replace(${expression}, '${recorded}', (${current})::text)`, quoted);
}
