import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Test } from 'supertest';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSpreadsheets, UnreadableSpreadsheet } from '../../../../src/modules/rates/spreadsheet.ts';
import { type Caller, problemOf, useTestApp } from '../../../harness/app.ts';
import { CONTRACTS, createContract } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MEBIBYTE = 1024 * 1024;

let honest: Uint8Array;
let caller: Caller;
let id: string;

beforeAll(async () => {
  honest = await createSpreadsheets().write('xlsx', [
    ['kg', 'NL'],
    [2, 4.95],
  ]);
});

beforeEach(async () => {
  caller = await world.server.newCaller();
  const zones = [{ reference: 'NL', countries: ['NL'] }];
  ({ id } = await createContract(caller, { zones, surcharges: [], serviceLevels: [{ reference: 'L', prices: [] }] }));
});

const path = (): string => `${CONTRACTS}/${id}/service-levels/L/prices`;
const send = (file: string | Buffer, type = 'text/csv'): Test =>
  caller
    .put(path())
    .type(type)
    .send(file as string);

type Files = Record<string, string | Uint8Array>;

function workbook(files: Files): Buffer {
  const bytes = Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}

/** A workbook as the program writes it, with another sheet. */
function withSheet(sheet: string | Uint8Array): Buffer {
  const files: Files = unzipSync(honest);
  const name = Object.keys(files).find((each) => each.startsWith('xl/worksheets/')) ?? '';
  return workbook({ ...files, [name]: sheet });
}

/** The uncompressed size stands 22 bytes into a file's own header and 24 bytes into its entry in the directory. */
function lyingAboutSizes(zip: Buffer, size: number): Buffer {
  const lying = Buffer.from(zip);
  for (const [mark, at] of [
    ['PK\u0003\u0004', 22],
    ['PK\u0001\u0002', 24],
  ] as const) {
    for (let found = lying.indexOf(mark, 0, 'latin1'); found >= 0; found = lying.indexOf(mark, found + 4, 'latin1')) {
      if (lying.readUInt32LE(found + at) > size) lying.writeUInt32LE(size, found + at);
    }
  }
  return lying;
}

const SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const END = '</sheetData></worksheet>';

describe('a file that is none', () => {
  test.each<[string, string | Buffer, string]>([
    ['text as a workbook', 'kg,1\n2,5\n', XLSX],
    ['an empty workbook', Buffer.alloc(0), XLSX],
    ['a zip that is no workbook', workbook({ 'a.txt': 'a' }), XLSX],
    ['half a zip', workbook({ 'xl/workbook.xml': 'x'.repeat(1_000) }).subarray(0, 60), XLSX],
    [
      'a workbook of broken XML',
      workbook({ '[Content_Types].xml': '<', 'xl/workbook.xml': '<workbook', 'xl/_rels/workbook.xml.rels': '<' }),
      XLSX,
    ],
    ['CSV that is not UTF-8', Buffer.from([0x6b, 0x67, 0x2c, 0xff, 0xfe, 0x0a]), 'text/csv'],
    ['CSV with an open quote', 'kg,"1\n2,5\n', 'text/csv'],
    ['CSV that is wide once and long', `zone${','.repeat(90_000)}\n${'x\n'.repeat(90_000)}`, 'text/csv'],
    ['CSV with more rows than a call has arguments', `zone\n${'x\n'.repeat(150_000)}`, 'text/csv'],
  ])('%s is 400', async (_what, file, type) => {
    const answer = await send(file, type);
    expect(answer.status, answer.text).toBe(400);
    expect(['400 unreadable-file', '400 validation']).toContain(problemOf(answer));
  });

  test('a workbook that would unpack to gigabytes is refused before it is unpacked', async () => {
    const blank = new Uint8Array(70 * 1024 * 1024).fill(32);
    const answer = await send(workbook({ 'xl/worksheets/sheet1.xml': blank }), XLSX);
    expect(problemOf(answer)).toBe('400 unreadable-file');
    expect(answer.body.detail).toMatch(/too large when unpacked/);
  });

  test('is none only where it is spoilt: the workbook from which they are made is taken', async () => {
    expect((await send(Buffer.from(honest), XLSX)).body.version).toBe(2);
  });

  test.each<[string, string]>([
    ['one cell in the far corner', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['a row far down', '<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>'],
    ['more cells than a file may have', '<row r="1">' + '<c><v>1</v></c>'.repeat(250_000) + '</row>'],
    ['entities of entities', '<row r="1"><c t="str" r="A1"><v>&d;</v></c></row>'],
    ['an element within an element, a hundred thousand deep', '<row>'.repeat(100_000)],
    ['a formula instead of a price', '<row r="1"><c r="A1" t="str"><f>1+1</f><v>=1+1</v></c></row>'],
  ])('a workbook with %s is refused, and costs no more than its bound', async (_what, rows) => {
    const entities = ['a', 'b', 'c', 'd'].map((name, at) => {
      const before = at === 0 ? 'x'.repeat(1_000) : `&${['a', 'b', 'c'][at - 1]};`.repeat(100);
      return `<!ENTITY ${name} "${before}">`;
    });
    const file = withSheet(`<?xml version="1.0"?><!DOCTYPE x [${entities.join('')}]>${SHEET}${rows}${END}`);
    const before = process.memoryUsage.rss();
    const answer = await send(file, XLSX);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.detail).not.toContain('takes longer');
    expect(process.memoryUsage.rss() - before).toBeLessThan(400 * MEBIBYTE);
    expect((await caller.get(`${CONTRACTS}/${id}`)).body.version).toBe(1);
  });

  test('a workbook that unpacks to more than it says is refused, within the same bound', async () => {
    const large = withSheet(new Uint8Array(16 * MEBIBYTE).fill(32));
    const file = lyingAboutSizes(large, 1_000);
    const before = process.memoryUsage.rss();
    const answer = await send(file, XLSX);
    expect(problemOf(answer)).toMatch(/^400 (unreadable-file|validation)$/);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * MEBIBYTE);
  });

  test('what runs out of memory is told so, and nothing else dies of it', async () => {
    const small = createSpreadsheets({ memoryMib: 8 });
    const rows = Array.from({ length: 1_000 }, () => Array(200).fill('12345678').join(',')).join('\n');
    const reading = small.read('csv', new TextEncoder().encode(rows));
    await expect(reading).rejects.toThrow(UnreadableSpreadsheet);
    await expect(reading).rejects.toThrow('needs too much memory');
  });

  test('of another type is 415, and too many bytes are 413', async () => {
    expect(problemOf(await caller.put(path(), { prices: [] }))).toBe('415 unsupported-media-type');
    expect(problemOf(await caller.put(path()))).toBe('415 unsupported-media-type');
    expect(problemOf(await send('x'.repeat(8 * 1024 * 1024 + 1)))).toBe('413 payload-too-large');
  });
});

test('a grid of 100,000 cells goes in and out, as both forms, in bounded memory', async () => {
  const { connectionString } = world.server.app.db.pool.options;
  const fixture = fileURLToPath(new URL('import-memory.fixture.ts', import.meta.url));
  // A heap that were too small would end the process; what is beside the heap is measured.
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=160',
    fixture,
    connectionString ?? '',
  ]);
  const { versions, explained, before, after, answeredMeanwhile } = JSON.parse(stdout) as Record<string, unknown>;
  expect(versions).toEqual([2, 3]);
  expect(explained).toBe('62.57');
  expect(answeredMeanwhile).toBeGreaterThan(5);
  expect(Number(after) - Number(before)).toBeLessThan(256 * MEBIBYTE);
}, 120_000);
