import { parentPort, workerData } from 'node:worker_threads';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Cell, SpreadsheetAnswer, SpreadsheetTask } from './spreadsheet.ts';

/** Of a workbook, before it is unpacked: its XML is some ten times as large as the file. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_CELLS = 200_000;

/** Runs in a thread of its own: nothing else waits for it, and its memory has a bound. */
async function work(task: SpreadsheetTask): Promise<SpreadsheetAnswer> {
  try {
    if (task.kind === 'write') return { bytes: await write(task.format, task.rows) };
    const rows = task.format === 'csv' ? readCsv(task.bytes) : await readWorkbook(task.bytes);
    if (rows.reduce((cells, row) => cells + row.length, 0) > MAX_CELLS)
      return { fault: `A file has at most ${MAX_CELLS} cells. Import it in parts, one service level each.` };
    return { rows };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Excel writes semicolons where the comma is the decimal sign. */
function readCsv(bytes: Uint8Array): Cell[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((each) => firstLine.includes(each)) ?? ',';
  return parse(text, { delimiter, relaxColumnCount: true, bom: true, trim: true, skipEmptyLines: false });
}

/** What reads and writes workbooks is loaded when there is one: it takes longer than most CSV files. */
async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Cell[][]> {
  const { unzipSync } = await import('fflate');
  let unpacked = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      return false;
    },
  });
  if (unpacked > MAX_UNPACKED_BYTES) throw new Error('The workbook is too large when unpacked. Send it as CSV.');
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(new Blob([bytes]));
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : (cell as Cell))));
}

async function write(format: SpreadsheetTask['format'], rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(stringify(rows as Cell[][], { escape_formulas: true }));
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const cells = rows.map((row) => row.map((value) => (typeof value === 'number' ? { value, type: Number } : value)));
  return writeWorkbook(cells, { sheet: 'Prices', stickyRowsCount: 1, stickyColumnsCount: 1 }).toBuffer();
}

parentPort?.postMessage(await work(workerData as SpreadsheetTask));
