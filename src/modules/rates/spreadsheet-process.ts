import { flushCompileCache } from 'node:module';
import type { Cell, SpreadsheetAnswer, SpreadsheetTask } from './spreadsheet.ts';

/** Of a workbook, before it is unpacked: its XML is some ten times as large as the file. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_CELLS = 200_000;
const TOO_MANY_CELLS = `A file has at most ${MAX_CELLS} cells. Import it in parts, one service level each.`;

async function work(task: SpreadsheetTask): Promise<SpreadsheetAnswer> {
  try {
    if (task.kind === 'write') return { bytes: await write(task.format, task.rows) };
    const rows = await (task.format === 'csv' ? readCsv(task.bytes) : readWorkbook(task.bytes));
    // What reads the grid makes every row as long as the longest.
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
    if (rows.length * width > MAX_CELLS) return { fault: TOO_MANY_CELLS };
    return { rows };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Excel writes semicolons where the comma is the decimal sign. */
async function readCsv(bytes: Uint8Array): Promise<Cell[][]> {
  const { parse } = await import('csv-parse/sync');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((each) => firstLine.includes(each)) ?? ',';
  return parse(text, { delimiter, relaxColumnCount: true, bom: true, trim: true, skipEmptyLines: false });
}

/** What reads and writes workbooks is loaded when there is one: it takes longer than most CSV files. */
async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Cell[][]> {
  const { unzipSync } = await import('fflate');
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      unpacked += originalSize;
      return (
        unpacked <= MAX_UNPACKED_BYTES && /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/)/.test(name)
      );
    },
  });
  if (unpacked > MAX_UNPACKED_BYTES) throw new Error('The workbook is too large when unpacked. Send it as CSV.');
  checkExtent(firstSheetOf((name) => Buffer.from(files[name] ?? []).toString('latin1')));
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(new Blob([bytes]));
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : (cell as Cell))));
}

/** The XML of the first sheet; empty where it is not to be found, which the library says better. */
function firstSheetOf(textOf: (name: string) => string): string {
  const id = /<(?:\w+:)?sheet\s[^>]*\br:id="([^"]+)"/.exec(textOf('xl/workbook.xml'))?.[1];
  const relations = textOf('xl/_rels/workbook.xml.rels').match(/<Relationship\s[^>]*>/g) ?? [];
  const relation = relations.find((each) => each.includes(`Id="${id}"`)) ?? '';
  return textOf(`xl/${/\bTarget="(?:\/xl\/)?([^"]+)"/.exec(relation)?.[1]}`);
}

/** The library makes a cell of everything between the first and the last one that the sheet names. */
function checkExtent(sheet: string): void {
  let rows = 0;
  let columns = 1;
  for (const [, letters = '', digits = ''] of sheet.matchAll(/\br="([A-Z]{0,9})(\d{1,20})"/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
    if (rows * columns > MAX_CELLS)
      throw new Error(`${TOO_MANY_CELLS} The sheet reaches to ${letters}${digits}: delete what is beyond the prices.`);
  }
}

/** 28 for "AB". */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

async function write(format: SpreadsheetTask['format'], rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  if (format === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    return Buffer.from(stringify(rows as Cell[][], { escape_formulas: true }));
  }
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const cells = rows.map((row) => row.map((value) => (typeof value === 'number' ? { value, type: Number } : value)));
  return writeWorkbook(cells, { sheet: 'Prices', stickyRowsCount: 1, stickyColumnsCount: 1 }).toBuffer();
}

// Runs in a process of its own: nothing else waits for it, its memory has a bound, and what it dies of it dies of alone.
process.once('message', (task: SpreadsheetTask) => {
  void work(task).then((answer) => {
    // What was compiled serves the next of these processes; this one is ended as soon as it has answered.
    flushCompileCache();
    process.send?.(answer, () => process.disconnect());
  });
});
