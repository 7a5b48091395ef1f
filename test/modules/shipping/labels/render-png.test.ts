import fc from 'fast-check';
import sharp, { type Region } from 'sharp';
import { expect, test } from 'vitest';
import { PNG_MAX_LABELS, renderLabels } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { anyLabel, GERMAN, SAMPLES, severalLabels } from './label-samples.ts';
import { cutLabels, greatestDifference, SMOOTHED_EDGES } from './pictures.ts';
import { readPdf } from './read-pdf.ts';
import { scanBarcodes } from './scan-barcodes.ts';

test('a scanner reads the SSCC and the routing code of every label exactly', async () => {
  const png = await renderLabels(SAMPLES, { format: 'png' });
  for (const [index, label] of (await cutLabels(png, SAMPLES.length)).entries()) {
    const { sscc, routingCode } = SAMPLES[index] ?? GERMAN;
    expect(await scanBarcodes(label)).toEqual([`]C1 (00)${sscc}`, `]d1 ${routingCode}`]);
  }
});

test('stacks the labels in one grey picture that prints in its true size', async () => {
  const png = await renderLabels(severalLabels(3), { format: 'png', layout: 'a4' });
  const { format, width, height, channels, density } = await sharp(png).metadata();
  expect({ format, width, height, channels, density }).toEqual({
    format: 'png',
    width: 840,
    height: 3 * 1184,
    channels: 1,
    density: 203,
  });
});

test('draws bars and modules of whole pixels, black on white', async () => {
  const png = await renderLabels([GERMAN], { format: 'png' });
  const sscc = await pixels(png, { left: 108, top: 858 + 100, width: 156 * 4, height: 1 });
  expect(new Set(sscc)).toEqual(new Set([0, 255]));
  for (let module = 0; module < 156; module++) {
    expect(new Set(sscc.subarray(module * 4, module * 4 + 4)).size).toBe(1);
  }
  const matrix = await pixels(png, { left: 44, top: 568, width: 32 * 6, height: 32 * 6 });
  expect(new Set(matrix)).toEqual(new Set([0, 255]));
});

test('shows what the PDF shows', async () => {
  for (const label of SAMPLES) {
    const [page] = await readPdf(await renderLabels([label], { format: 'pdf' }));
    const png = await renderLabels([label], { format: 'png' });
    expect(await greatestDifference(png, page?.image ?? Buffer.of())).toBeLessThan(SMOOTHED_EDGES);
  }
});

test('gives the same bytes for the same labels', async () => {
  const [first, second] = await Promise.all([
    renderLabels(SAMPLES, { format: 'png' }),
    renderLabels(SAMPLES, { format: 'png' }),
  ]);
  expect(Buffer.compare(first, second)).toBe(0);
});

test('holds as many labels as it says and refuses one more', async () => {
  const png = await renderLabels(severalLabels(PNG_MAX_LABELS), { format: 'png' });
  expect((await sharp(png).metadata()).height).toBe(PNG_MAX_LABELS * 1184);
  await expect(renderLabels(severalLabels(PNG_MAX_LABELS + 1), { format: 'png' })).rejects.toThrow(RangeError);
});

test('no text whatever stops it', async () => {
  await fc.assert(
    fc.asyncProperty(anyLabel, async (label) => {
      const { width, height } = await sharp(await renderLabels([label], { format: 'png' })).metadata();
      expect([width, height]).toEqual([840, 1184]);
    }),
    { numRuns: 10 },
  );
});

async function pixels(png: Uint8Array, region: Region): Promise<Buffer> {
  return sharp(png).extract(region).raw().toBuffer();
}
