import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelFields, renderLabels } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { anyLabel, CYRILLIC_AND_POLISH, GERMAN, GREEK, SAMPLES, severalLabels } from './label-samples.ts';
import { scanBarcodes } from './scan-barcodes.ts';

// Imported, its megabytes of WebAssembly would pass through the test runner's transformer.
const zplRenderer: typeof import('zpl-renderer-js') = createRequire(import.meta.url)('zpl-renderer-js');

test('an independent ZPL interpreter prints labels that a scanner reads exactly', async () => {
  const { api } = await zplRenderer.ready;
  const printed = await api.zplToBase64MultipleAsync(await zplOf(SAMPLES), 105, 148, 8);
  expect(printed).toHaveLength(SAMPLES.length);
  for (const [index, { sscc, routingCode }] of SAMPLES.entries()) {
    const scans = await scanBarcodes(Buffer.from(printed[index] ?? '', 'base64'));
    expect(scans).toEqual([`]C1 (00)${sscc}`, `]d1 ${routingCode}`]);
  }
});

test('is one format of A6 size in UTF-8 for every label', async () => {
  const zpl = await zplOf(severalLabels(5));
  expect(
    commandsOf(zpl)
      .filter(({ name }) => name === 'XA' || name === 'XZ')
      .map(({ name }) => name),
  ).toEqual(Array.from({ length: 5 }, () => ['XA', 'XZ']).flat());
  const values = (name: string) =>
    new Set(
      commandsOf(zpl)
        .filter((each) => each.name === name)
        .map((each) => each.rest),
    );
  expect(values('CI')).toEqual(new Set(['28']));
  expect(values('PW')).toEqual(new Set(['840']));
  expect(values('LL')).toEqual(new Set(['1184']));
});

test('lets the printer itself draw GS1-128 with FNC1 and AI (00)', async () => {
  expect(await zplOf([GERMAN])).toContain(`^BY4,3,256^BCN,256,N,N,N,N^FD>;>800${GERMAN.sscc}^FS`);
});

test('keeps Greek, Cyrillic, Polish and German text, in a font that has it', async () => {
  const fields = fieldsOf(await zplOf([GREEK, CYRILLIC_AND_POLISH]));
  const fontOf = (text: string) => fields.find((field) => field.text === text)?.font;
  for (const text of ['Γιώργος Παπαδόπουλος', 'Щербаков Олександр Їжакевич', 'Święta Gżegżółka']) {
    expect(fontOf(text)).toMatch(/^@N,\d+,\d+,E:TT0003M_.FNT$/);
  }
  expect(fontOf('40212 Düsseldorf')).toMatch(/^0N,\d+,\d+$/);
});

test('a hostile address is printed, not obeyed', async () => {
  const street = '^XZ^XA^FDx^FS~JA _5E\\& ^CC!';
  const zpl = await zplOf([{ ...GERMAN, receiver: { ...GERMAN.receiver, street, houseNumber: '~DY' } }]);
  expect(fieldsOf(zpl).map(({ text }) => text)).toContain(`${street} ~DY`);
  expect(commandsOf(zpl).map(({ name }) => name)).toEqual(commandsOf(await zplOf([GERMAN])).map(({ name }) => name));
});

test('no text whatever adds a command', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLabel, { minLength: 1, maxLength: 3 }), async (labels) => {
      const zpl = await zplOf(labels);
      const names = commandsOf(zpl).map(({ name }) => name);
      expect(names.filter((name) => name === 'XA')).toHaveLength(labels.length);
      expect(names.filter((name) => name === 'XZ')).toHaveLength(labels.length);
      expect(names.filter((name) => !OUR_COMMANDS.has(name))).toEqual([]);
      expect(zpl).not.toMatch(/~|[^\P{Cc}\n]/u);
      const printed = fieldsOf(zpl).map(({ text }) => text);
      for (const { routingCode } of labels) expect(printed).toContain(routingCode);
    }),
  );
});

const OUR_COMMANDS = new Set([
  'XA',
  'CI',
  'LH',
  'PW',
  'LL',
  'FO',
  'FT',
  'GB',
  'A0',
  'A@',
  'FR',
  'FH',
  'FD',
  'FS',
  'BY',
  'BC',
  'BX',
  'PQ',
  'XZ',
]);

async function zplOf(labels: readonly LabelFields[]): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await renderLabels(labels, { format: 'zpl' }));
}

/** As a printer reads it: a caret starts a command whose name is the next two characters. */
function commandsOf(zpl: string): { name: string; rest: string }[] {
  return zpl
    .split('^')
    .slice(1)
    .map((command) => ({ name: command.slice(0, 2), rest: command.slice(2).replace(/\n$/, '') }));
}

/** Every field's data after `^FH`, with the font command before it. */
function fieldsOf(zpl: string): { font: string | undefined; text: string }[] {
  let font: string | undefined;
  return commandsOf(zpl).flatMap(({ name, rest }) => {
    if (name.startsWith('A')) font = name.slice(1) + rest;
    return name === 'FD' ? [{ font, text: unescaped(rest) }] : [];
  });
}

function unescaped(data: string): string {
  const bytes = data.replace(/_([0-9A-F]{2})/g, (_, hexadecimal: string) =>
    String.fromCharCode(Number.parseInt(hexadecimal, 16)),
  );
  return bytes;
}
