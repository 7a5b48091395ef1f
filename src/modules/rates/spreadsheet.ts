import { Worker } from 'node:worker_threads';

/** As it stands in the file: numbers of a workbook are numbers, those of a CSV file are text. */
export type Cell = string | number | boolean | null;
export type SpreadsheetFormat = 'csv' | 'xlsx';

export type SpreadsheetTask =
  | { kind: 'read'; format: SpreadsheetFormat; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'write'; format: SpreadsheetFormat; rows: readonly (readonly Cell[])[] };

export type SpreadsheetAnswer = { rows: Cell[][] } | { bytes: Uint8Array } | { fault: string };

/** A file that cannot be read, or is too large to be. */
export class UnreadableSpreadsheet extends Error {
  override readonly name = 'UnreadableSpreadsheet';
}

/** Of JavaScript objects; more than a file of the largest size needs. What needs more is no honest file. */
const MAX_MEMORY_MIB = 256;
const TIMEOUT_MS = 20_000;

/** Reads and writes files in a thread beside the program's own, one at a time. */
export interface Spreadsheets {
  /** The rows of the first sheet. @throws UnreadableSpreadsheet */
  read(format: SpreadsheetFormat, bytes: Uint8Array<ArrayBuffer>): Promise<Cell[][]>;
  write(format: SpreadsheetFormat, rows: readonly (readonly Cell[])[]): Promise<Uint8Array>;
}

export function createSpreadsheets(): Spreadsheets {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: SpreadsheetTask): Promise<SpreadsheetAnswer> => {
    const answer = last.then(() => runInThread(task));
    last = answer.catch(() => undefined);
    return answer;
  };
  return {
    read: async (format, bytes) => {
      const answer = await inTurn({ kind: 'read', format, bytes });
      if ('rows' in answer) return answer.rows;
      throw new UnreadableSpreadsheet('fault' in answer ? answer.fault : 'The file could not be read.');
    },
    write: async (format, rows) => {
      const answer = await inTurn({ kind: 'write', format, rows });
      if ('bytes' in answer) return answer.bytes;
      throw new Error('fault' in answer ? answer.fault : 'the file could not be written');
    },
  };
}

async function runInThread(task: SpreadsheetTask): Promise<SpreadsheetAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SpreadsheetAnswer>();
  const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MIB },
  });
  const timer = setTimeout(() => {
    resolve({ fault: `The file takes longer than ${TIMEOUT_MS / 1_000} s to read. Send a smaller one.` });
    void worker.terminate();
  }, TIMEOUT_MS);
  worker.once('message', resolve);
  worker.once('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      resolve({ fault: 'The file needs too much memory. Send a smaller one.' });
    else reject(error);
  });
  worker.once('exit', () => reject(new Error('the thread that reads spreadsheets ended without an answer')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
