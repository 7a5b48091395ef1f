import { setImmediate } from 'node:timers/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { type LabelFields, renderLabels } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { anyLabel, CYRILLIC_AND_POLISH, GERMAN, GREEK, SAMPLES, severalLabels } from './label-samples.ts';
import { scanBarcodes } from './scan-barcodes.ts';

// Drawing pictures and looking for barcodes in them takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const pdfium = await PDFiumLibrary.init();
afterAll(() => pdfium.destroy());

test('a scanner reads the SSCC and the routing code of every page exactly', async () => {
  const pages = await pagesOf(await renderLabels(SAMPLES, { format: 'pdf' }));
  for (const [index, { sscc, routingCode }] of SAMPLES.entries()) {
    expect(await scanBarcodes(pages[index]?.image ?? Buffer.of())).toEqual([`]C1 (00)${sscc}`, `]d1 ${routingCode}`]);
  }
});

test('a scanner reads all four labels of a page of A4', async () => {
  const labels = severalLabels(4);
  const [page] = await pagesOf(await renderLabels(labels, { format: 'pdf', layout: 'a4' }));
  expect(await scanBarcodes(page?.image ?? Buffer.of())).toEqual(
    labels.flatMap(({ sscc, routingCode }) => [`]C1 (00)${sscc}`, `]d1 ${routingCode}`]).sort(),
  );
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
  const [greek, cyrillic] = await pagesOf(await renderLabels([GREEK, CYRILLIC_AND_POLISH], { format: 'pdf' }));
  expect(greek?.text).toContain('Γιώργος Παπαδόπουλος');
  expect(greek?.text).toContain('40212 Düsseldorf');
  expect(cyrillic?.text).toContain('Щербаков Олександр Їжакевич');
  expect(cyrillic?.text).toContain('Święta Gżegżółka');
});

test('gives the same bytes for the same labels, whatever the process drew before', async () => {
  const first = await (await freshRenderer())([GREEK], { format: 'pdf' });
  const rendererWithPast = await freshRenderer();
  await rendererWithPast([{ ...GERMAN, receiver: { ...GERMAN.receiver, city: 'ΆΈΉΊΪΌΎΫΏάέήίϊόύϋώ ÅÄÖ' } }], {
    format: 'pdf',
  });
  const second = await rendererWithPast([GREEK], { format: 'pdf' });
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
      const document = await pdfium.loadDocument(await renderLabels(labels, { format: 'pdf' }));
      expect(document.getPageCount()).toBe(labels.length);
      document.destroy();
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

interface Page {
  text: string;
  image: Buffer;
  sizeMillimetres: [number, number];
}

/** Every page as a printer of 203 dpi would draw it. */
async function pagesOf(pdf: Uint8Array): Promise<Page[]> {
  const document = await pdfium.loadDocument(pdf);
  const pages: Page[] = [];
  for (const page of document.pages()) {
    const text = page.getText();
    // Rendering closes the page.
    const { data, width, height, ...size } = await page.render({ scale: 203.2 / 72, colorSpace: 'Gray' });
    const image = await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
    pages.push({ text, image, sizeMillimetres: [millimetres(size.originalWidth), millimetres(size.originalHeight)] });
  }
  document.destroy();
  return pages;
}

function millimetres(points: number): number {
  return Math.round(points * (25.4 / 72));
}

async function sizesOf(labels: readonly LabelFields[], layout: 'a6' | 'a4'): Promise<[number, number][]> {
  return (await pagesOf(await renderLabels(labels, { format: 'pdf', layout }))).map((page) => page.sizeMillimetres);
}

/** As a process that was just started has it. */
async function freshRenderer(): Promise<typeof renderLabels> {
  vi.resetModules();
  return (await import('../../../../src/modules/shipping/labels/render-labels.ts')).renderLabels;
}
