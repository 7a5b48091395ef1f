import { registerHooks } from 'node:module';

// Preloaded into the program (`--import`), this breaks one promise of the saga in its source text, so that it can be seen that
// check-sagas.ts notices.

interface Breakage {
  file: string;
  /** Each text must be there, or nothing would be broken. */
  replace: readonly (readonly [string, string])[];
}

const BREAKAGES: Readonly<Record<string, readonly Breakage[]>> = {
  // Each try is another operation to the payment system.
  'new-keys': [
    {
      file: '/src/modules/orders/payments.ts',
      replace: [['`${id}:capture`', '`${id}:capture:${crypto.randomUUID()}`']],
    },
  ],
  // The job is enqueued and the answer written after the change, each in a transaction of its own.
  apart: [
    {
      file: '/src/modules/orders/order-creation-repository.ts',
      replace: [
        ["jobs as (${addJobs('o', '$14')})", "jobs as (select 1 where $14::text = '')"],
        [
          'return result?.inserted === 1;',
          'await enqueueLater(db, values[13] as string); return result?.inserted === 1;',
        ],
        ['itemsJson, jobsJson,', 'enqueueLater, itemsJson, jobsJson,'],
      ],
    },
    {
      file: '/src/modules/orders/order-repository.ts',
      replace: [
        ["jobs as (${addJobs('o', '$20')})", "jobs as (select 1 where $20::text = '')"],
        ['await query<SaveResult>(db.pool, SAVE, toSaveValues(change));', 'await saveThenEnqueue(db, change);'],
        [
          'await conclude<SaveResult>(db, SAVE, toSaveValues(change), ([row]) => row?.saved === 1);',
          'await saveThenEnqueue(db, change);',
        ],
        [
          'const FIND: Statement',
          `export async function enqueueLater(db: Database, jobs: string): Promise<void> {
             await new Promise((resolve) => setTimeout(resolve, 600));
             await db.pool.query("select graphile_worker.add_job(j.task, payload => j.payload, run_at => j.\\"runAt\\", job_key => j.key) from jsonb_to_recordset($1::jsonb) as j(task text, payload json, \\"runAt\\" timestamptz, key text)", [jobs]);
           }
           async function saveThenEnqueue(db: Database, change: OrderChange): Promise<SaveResult[]> {
             const rows = await query<SaveResult>(db.pool, SAVE, toSaveValues(change));
             if (rows[0]?.saved === 1) await enqueueLater(db, jobsJson(change.after));
             return rows;
           }
           const FIND: Statement`,
        ],
      ],
    },
  ],
};

// oxlint-disable-next-line node/no-process-env -- a setting of the test, not of the program
const breakages = BREAKAGES[process.env['BREAK_SAGA'] ?? ''];
if (breakages === undefined) throw new Error(`BREAK_SAGA must be one of ${Object.keys(BREAKAGES).join(', ')}`);

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    const breakage = breakages.find(({ file }) => url.endsWith(file));
    if (breakage === undefined) return loaded;
    let source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    for (const [text, other] of breakage.replace) {
      if (!source.includes(text)) throw new Error(`${breakage.file} has no ${text}: there is nothing to break`);
      source = source.replace(text, () => other);
    }
    return { ...loaded, source };
  },
});
