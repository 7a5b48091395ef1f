import { execFile } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type LabelFields, renderLabels } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { anyLabel, CYRILLIC_AND_POLISH, GERMAN, GREEK, SAMPLES, severalLabels } from './label-samples.ts';
import { greatestDifference, SMOOTHED_EDGES } from './pictures.ts';
import { countPages, readPdf } from './read-pdf.ts';
import { scanBarcodes } from './scan-barcodes.ts';

const FIXTURE = fileURLToPath(new URL('./render-greek.fixture.ts', import.meta.url));

test('a scanner reads the SSCC and the routing code of every page exactly', async () => {
  const pages = await readPdf(await renderLabels(SAMPLES, { format: 'pdf' }));
  for (const [index, { sscc, routingCode }] of SAMPLES.entries()) {
    expect(await scanBarcodes(pages[index]?.image ?? Buffer.of())).toEqual([`]C1 (00)${sscc}`, `]d1 ${routingCode}`]);
  }
});

test('a page of A4 has four labels in its quarters, each as it is on A6', async () => {
  const labels = severalLabels(4);
  const [sheet] = await readPdf(await renderLabels(labels, { format: 'pdf', layout: 'a4' }));
  const pages = await readPdf(await renderLabels(labels, { format: 'pdf' }));
  for (const [index, { sscc, routingCode }] of labels.entries()) {
    const left = (index % 2) * 840;
    const top = Math.floor(index / 2) * 1188;
    const quarter = await sharp(sheet?.image).extract({ left, top, width: 840, height: 1184 }).png().toBuffer();
    expect(await scanBarcodes(quarter)).toEqual([`]C1 (00)${sscc}`, `]d1 ${routingCode}`]);
    expect(await greatestDifference(quarter, pages[index]?.image ?? Buffer.of())).toBeLessThan(SMOOTHED_EDGES);
  }
});

test.each([
  { count: 1, a6: 1, a4: 1 },
  { count: 4, a6: 4, a4: 1 },
  { count: 5, a6: 5, a4: 2 },
  { count: 9, a6: 9, a4: 3 },
])('$count labels are $a6 pages of A6 or $a4 of A4', async ({ count, a6, a4 }) => {
  expect(await sizesOf(severalLabels(count), 'a6')).toEqual(Array(a6).fill([105, 148]));
  expect(await sizesOf(severalLabels(count), 'a4')).toEqual(Array(a4).fill([210, 297]));
});

test('embeds the text of every script, so that it prints and can be searched everywhere', async () => {
  const [greek, cyrillic] = await readPdf(await renderLabels([GREEK, CYRILLIC_AND_POLISH], { format: 'pdf' }));
  expect(greek?.text).toContain('Γιώργος Παπαδόπουλος');
  expect(greek?.text).toContain('40212 Düsseldorf');
  expect(cyrillic?.text).toContain('Щербаков Олександр Їжакевич');
  expect(cyrillic?.text).toContain('Święta Gżegżółka');
});

test('gives the same bytes for the same labels, whatever the process drew before', async () => {
  const [first, second] = await Promise.all([drawGreek(), drawGreek('ΆΈΉΊΪΌΎΫΏάέήίϊόύϋώ ÅÄÖ')]);
  expect(await readPdf(first)).toMatchObject([{ text: expect.stringContaining('Γιώργος Παπαδόπουλος') as string }]);
  expect(Buffer.compare(first, second)).toBe(0);
});

test('gives other work its turn before every label', async () => {
  let turns = 0;
  let drawing = true;
  const rendered = renderLabels(severalLabels(30), { format: 'pdf' }).finally(() => {
    drawing = false;
  });
  for (; drawing; turns++) await setImmediate();
  await rendered;
  expect(turns).toBeGreaterThanOrEqual(30);
});

test('no text whatever stops it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLabel, { minLength: 1, maxLength: 3 }), async (labels) => {
      expect(await countPages(await renderLabels(labels, { format: 'pdf' }))).toBe(labels.length);
    }),
    { numRuns: 30 },
  );
});

test.each<[string, Partial<LabelFields>]>([
  ['an SSCC with a wrong check digit', { sscc: '376104250021234568' }],
  ['an empty routing code', { routingCode: '' }],
  ['a routing code of 49 characters', { routingCode: 'x'.repeat(49) }],
  ['a routing code that is not ASCII', { routingCode: '2LDE10115+Ä' }],
])('refuses %s', async (_, change) => {
  await expect(renderLabels([GERMAN, { ...GERMAN, ...change }], { format: 'pdf' })).rejects.toThrow(RangeError);
});

test('refuses to draw nothing', async () => {
  await expect(renderLabels([], { format: 'pdf' })).rejects.toThrow(RangeError);
});

async function sizesOf(labels: readonly LabelFields[], layout: 'a6' | 'a4'): Promise<[number, number][]> {
  return (await readPdf(await renderLabels(labels, { format: 'pdf', layout }))).map((page) => page.sizeMillimetres);
}

/** By a process of its own, which has drawn nothing else, or a label to that city. */
async function drawGreek(cityBefore?: string): Promise<Buffer> {
  const drawn = await promisify(execFile)(
    process.execPath,
    [FIXTURE, ...(cityBefore === undefined ? [] : [cityBefore])],
    { encoding: 'buffer', maxBuffer: 16 * 1024 * 1024 },
  );
  return drawn.stdout;
}
