import type pg from 'pg';

/** Puts something around the nth execution, from now on, of a named statement; the others are as they were. */
export function aroundStatement(
  pool: pg.Pool,
  name: string,
  nth: number,
  around: (execute: () => Promise<unknown>) => Promise<unknown>,
): Disposable & { happened(): boolean } {
  const original = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  let seen = 0;
  pool.query = ((...args: unknown[]) => {
    const execute = (): Promise<unknown> => original(...args);
    const isNamed = (args[0] as { name?: string } | undefined)?.name === name;
    return isNamed && ++seen === nth ? around(execute) : execute();
  }) as typeof pool.query;
  return {
    happened: () => seen >= nth,
    [Symbol.dispose]: () => {
      pool.query = original as typeof pool.query;
    },
  };
}
