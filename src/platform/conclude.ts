import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { type Database, execute, query, type Statement } from './database.ts';

/** Runs a statement in a transaction that is open; answers with the number of rows it changed. */
export type Execute = (statement: Statement, values: readonly unknown[]) => Promise<number>;

/** An effect that is done but not committed: it waits for the answer that tells of it to be written in the same transaction. */
export interface HeldEffect {
  /** @throws when the record or the commit fails; then nothing of the effect is known to have happened. */
  commitWith(record: (execute: Execute) => Promise<void>): Promise<void>;
  rollback(): Promise<void>;
}

/** Whoever is to write the answer down. */
export interface AnswerKeeper {
  /** Names the request among all requests: the same when it is sent again with the same key. */
  scope: string;
  /** What the caller had to hold for it, beside the permission of the route. */
  granted: Set<string>;
  hold(effect: HeldEffect): void;
}

const keepers = new AsyncLocalStorage<AnswerKeeper>();

/** Runs the rest of a request such that its conclusion is held for the keeper. */
export function withAnswerKeeper<Result>(keeper: AnswerKeeper, run: () => Result): Result {
  return keepers.run(keeper, run);
}

/**
 * What the request is called that is being worked on, if it came with an Idempotency-Key. What such a request begins and cannot conclude in
 * the same transaction is marked with it, so that the request, sent again, knows its own work and goes on from there.
 */
export function currentRequestScope(): string | undefined {
  return keepers.getStore()?.scope;
}

/** Whether the request that is being worked on came before, and had begun or done something when it was interrupted. @param request by which that was done */
export function isOfThisRequest(request: string | undefined): boolean {
  return request !== undefined && request === currentRequestScope();
}

/** Remembers with the answer, if that is kept, which permissions it was given for. */
export function noteGranted(permissions: Iterable<string>): void {
  const granted = keepers.getStore()?.granted;
  for (const permission of permissions) granted?.add(permission);
}

/**
 * Runs the statement that concludes an operation: after it, the operation has nothing left to do but to answer. If the request came with
 * an Idempotency-Key, its transaction stays open until the answer is written beside the effect, so that neither can be without the other.
 * @param took whether the rows say that the effect happened; if not, nothing is held, and the operation may try again.
 */
export async function conclude<Row extends pg.QueryResultRow>(
  db: Database,
  statement: Statement,
  values: readonly unknown[],
  took: (rows: readonly Row[]) => boolean,
): Promise<Row[]> {
  const keeper = keepers.getStore();
  if (keeper === undefined) return query<Row>(db.pool, statement, values);
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const rows = await query<Row>(client, statement, values);
    if (!took(rows)) {
      await client.query('rollback');
      client.release();
      return rows;
    }
    keeper.hold(heldBy(client));
    return rows;
  } catch (error) {
    // The state of its transaction is not known; the pool makes a new one.
    client.release(true);
    throw error;
  }
}

function heldBy(client: pg.PoolClient): HeldEffect {
  const end = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.release();
  };
  return {
    commitWith: (record) =>
      end(async () => {
        await record((statement, values) => execute(client, statement, values));
        await client.query('commit');
      }),
    rollback: () => end(() => client.query('rollback')),
  };
}
