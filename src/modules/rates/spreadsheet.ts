import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';

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

/** Of JavaScript objects; twice what a file of the largest size needs. What needs more is no honest file. */
const MEMORY_MIB = 128;
const TIMEOUT_MS = 20_000;

/** Reads and writes files in a process beside the program's own, one at a time. */
export interface Spreadsheets {
  /** The rows of the first sheet. @throws UnreadableSpreadsheet */
  read(format: SpreadsheetFormat, bytes: Uint8Array<ArrayBuffer>): Promise<Cell[][]>;
  write(format: SpreadsheetFormat, rows: readonly (readonly Cell[])[]): Promise<Uint8Array>;
}

export function createSpreadsheets({ memoryMib = MEMORY_MIB } = {}): Spreadsheets {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: SpreadsheetTask): Promise<SpreadsheetAnswer> => {
    const answer = last.then(() => runInProcess(task, memoryMib));
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

/** A thread would do but for one thing: where its memory runs out at the wrong moment, it takes the whole program with it. */
async function runInProcess(task: SpreadsheetTask, memoryMib: number): Promise<SpreadsheetAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SpreadsheetAnswer>();
  const child = fork(new URL('./spreadsheet-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${memoryMib}`],
    // The program's own has its secrets. Where the program keeps what it compiles, this one need not compile it again: two thirds of its time.
    env: { NODE_COMPILE_CACHE: getCompileCacheDir() },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(
    () => resolve({ fault: `The file takes longer than ${TIMEOUT_MS / 1_000} s to read. Send a smaller one.` }),
    TIMEOUT_MS,
  );
  child.once('message', (answer) => resolve(answer as SpreadsheetAnswer));
  // Where its memory runs out while it is still being told what to read, the pipe breaks first; how it ended says why.
  child.on('error', (error) => {
    if (child.pid === undefined) reject(error);
  });
  child.once('exit', (code, signal) => {
    if (signal === 'SIGABRT') resolve({ fault: 'The file needs too much memory. Send a smaller one.' });
    else reject(new Error(`the process that reads spreadsheets ended without an answer: ${signal ?? code}`));
  });
  try {
    child.send(task);
    return await promise;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
