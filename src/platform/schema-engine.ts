import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

export type { SchemaEngine };

/** A Prisma schema file: its name and its text. */
export type SchemaFile = [path: string, content: string];

/** The one function that is used of the global that the ES libraries leave to browsers' type definitions. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** PostgreSQL's internal one-byte `"char"`, and `text`. */
const CHAR_TYPE_ID = 18;
const TEXT_TYPE_ID = 25;

/**
 * Loads Prisma's schema engine (5 MB of WebAssembly) and runs `work` with it; everything that the engine does happens
 * on `client`, inside whatever transaction and locks that connection holds.
 *
 * `runScript` executes a whole migration script; what it throws reaches the engine as an opaque failure.
 */
export async function withSchemaEngine<T>(
  client: pg.Client,
  schema: readonly SchemaFile[],
  runScript: (script: string) => Promise<void>,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFactory(client, runScript));
  const engine = await SchemaEngine.new({ datamodels: [...schema] }, () => undefined, factory);
  try {
    return await work(engine);
  } catch (error) {
    // Of what the connection throws the engine knows a number only.
    const id = /^External error id#(\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw (id === undefined ? undefined : factory.errorRegistry.consumeError(Number(id))?.error) ?? error;
  } finally {
    engine.free();
  }
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let loaded: Promise<Bindings> | undefined;

/** Once in a process: the bindings keep views of the first instance's memory, and would use them on a second. */
function loadEngine(): Promise<Bindings> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<Bindings> {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(
    createRequire(import.meta.url)
      .resolve(name)
      .replace(/\.js$/, '.wasm'),
  );
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': withoutLingering(bindings) });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start !== 'function') throw new Error(`${name} has no start function`);
  start();
  return bindings;
}

/** The engine's time limits (10 s for its lock) outlast the work that they guard, and would keep the process from ending. */
function withoutLingering(bindings: Bindings): Record<string, unknown> {
  const unreferenced = (callback: () => void, ms: number): NodeJS.Timeout => setTimeout(callback, ms).unref();
  return Object.fromEntries(
    Object.entries(bindings).map(([name, it]) => [name, name.startsWith('__wbg_setTimeout_') ? unreferenced : it]),
  );
}

function adapterFactory(
  client: pg.Client,
  runScript: (script: string) => Promise<void>,
): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = new WeakMap<unknown[], number[]>();
  const factory = new PrismaPg(onlyConnection(client, charColumns));
  return {
    provider: factory.provider,
    adapterName: '@prisma/adapter-pg',
    connect: async () => {
      const adapter = await factory.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      return Object.assign(adapter, {
        // The adapter's own cuts at every semicolon, so that function bodies and string literals break, and commits
        // each piece by itself, so that a failing migration is left half applied.
        executeScript: runScript,
        queryRaw: async (query: SqlQuery) => {
          const result = await queryRaw(query);
          for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
          return result;
        },
      });
    },
    connectToShadowDb: () => Promise.reject(new Error('the schema engine has no shadow database here')),
  };
}

/**
 * A pool in name only: a second connection would be outside the lock and the transaction. The adapter has no name for
 * the type of the catalogue's one-letter codes, so it is shown text, and `charColumns` keeps what the engine must see.
 */
function onlyConnection(client: pg.Client, charColumns: WeakMap<unknown[], number[]>): pg.Pool {
  return Object.assign(new pg.Pool(), {
    connect: () => Promise.reject(new Error('the schema engine is confined to one connection')),
    query: async (statement: pg.QueryArrayConfig) => {
      const result = await client.query(statement);
      const isChar = result.fields.map((field) => field.dataTypeID === CHAR_TYPE_ID);
      charColumns.set(
        result.rows,
        [...isChar.keys()].filter((index) => isChar[index]),
      );
      const fields = result.fields.map((field, index) =>
        isChar[index] ? { ...field, dataTypeID: TEXT_TYPE_ID } : field,
      );
      return { ...result, fields };
    },
  });
}
