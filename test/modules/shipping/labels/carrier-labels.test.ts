import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { DocumentFormat } from '../../../../src/modules/shipping/carriers/capabilities.ts';
import { formatsOf, putTogether } from '../../../../src/modules/shipping/labels/carrier-labels.ts';
import type { DrawnLabel } from '../../../../src/modules/shipping/labels/drawn-label.ts';

const A6 = [297.64, 419.53] as const;
const FOUR_BY_EIGHT = [288, 576] as const;

async function pdf(...pages: readonly (readonly [number, number])[]): Promise<DrawnLabel> {
  const document = await PDFDocument.create();
  for (const [width, height] of pages) document.addPage([width, height]).drawText('label', { x: 20, y: 20 });
  return { format: 'pdf', content: await document.save() };
}

async function picture(format: 'png' | 'gif', width: number, height: number): Promise<DrawnLabel> {
  const drawn = sharp({ create: { width, height, channels: 3, background: 'white' } });
  return { format, content: await drawn[format]().toBuffer() };
}

const sizesOf = async (content: Uint8Array): Promise<number[][]> =>
  (await PDFDocument.load(content)).getPages().map((page) => {
    const { width, height } = page.getSize();
    return [Math.round(width), Math.round(height)];
  });

describe('carriers’ labels as one PDF', () => {
  test('one file of the carrier’s own is served byte for byte', async () => {
    const label = await pdf(A6);
    expect(await putTogether([label], 'pdf', 'a6')).toBe(label.content);
  });

  test('several have a page each, in order and in their own sizes', async () => {
    const whole = await putTogether([await pdf(A6), await pdf(FOUR_BY_EIGHT, A6)], 'pdf', 'a6');
    expect(await sizesOf(whole)).toEqual([
      [298, 420],
      [288, 576],
      [298, 420],
    ]);
  });

  test.each([
    [1, 1],
    [4, 1],
    [5, 2],
  ])('%i small ones go on %i sheets of A4', async (count, sheets) => {
    const labels = await Promise.all(Array.from({ length: count }, () => pdf(A6)));
    expect(await sizesOf(await putTogether(labels, 'pdf', 'a4'))).toEqual(
      Array.from({ length: sheets }, () => [595, 842]),
    );
  });

  test('one that would have to be made smaller to go four to a sheet leaves all in their own size', async () => {
    const whole = await putTogether([await pdf(A6), await pdf(FOUR_BY_EIGHT)], 'pdf', 'a4');
    expect(await sizesOf(whole)).toEqual([
      [298, 420],
      [288, 576],
    ]);
  });

  test('pictures go on pages of 4 by 6 inches, upright', async () => {
    // UPS draws its labels lying on their side.
    const whole = await putTogether([await picture('gif', 1_400, 800), await picture('png', 800, 1_200)], 'pdf', 'a6');
    expect(await sizesOf(whole)).toEqual([
      [288, 432],
      [288, 432],
    ]);
  });

  test('the same labels give the same bytes', async () => {
    const labels = [await pdf(A6), await pdf(A6)];
    expect(await putTogether(labels, 'pdf', 'a4')).toEqual(await putTogether(labels, 'pdf', 'a4'));
  });
});

test('ZPL is one format after the other, byte for byte', async () => {
  const labels = ['^XA^FD1^FS^XZ', '^XA^FD2^FS^XZ'].map(
    (text): DrawnLabel => ({ format: 'zpl', content: Buffer.from(text) }),
  );
  expect(Buffer.from(await putTogether(labels, 'zpl', 'a6')).toString()).toBe('^XA^FD1^FS^XZ^XA^FD2^FS^XZ');
});

test('pictures stand below each other as one PNG', async () => {
  const stacked = await putTogether([await picture('gif', 800, 1_200), await picture('gif', 800, 1_200)], 'png', 'a6');
  expect(await sharp(stacked).metadata()).toMatchObject({ format: 'png', width: 800, height: 2_400 });
});

test('PDFs and pictures are one PDF with all of them', async () => {
  const whole = await putTogether([await pdf(A6), await picture('gif', 800, 1_200), await pdf(A6)], 'pdf', 'a6');
  expect(await sizesOf(whole)).toEqual([
    [298, 420],
    [288, 432],
    [298, 420],
  ]);
});

/** What is drawn for unit 1, for unit 2, and so on; `null` is a document of no unit. */
test.each<[readonly DocumentFormat[], DocumentFormat | null, readonly string[]]>([
  [['pdf', 'pdf'], null, ['pdf']],
  [['zpl', 'zpl'], null, ['zpl']],
  [['gif', 'png'], null, ['pdf', 'png']],
  [['pdf', 'gif'], null, ['pdf']],
  [['pdf', 'zpl'], null, []],
  [['gif', 'zpl'], null, []],
  [['zpl'], null, []],
  [['zpl'], 'pdf', ['pdf']],
  [[], 'zpl', ['zpl']],
  [[], null, []],
])('labels of two units drawn as %j, and %j of no unit, can be had as %j', (drawn, whole, served) => {
  const labels = [
    ...drawn.map((format, index) => ({ format, handlingUnitNumber: index + 1 })),
    ...(whole === null ? [] : [{ format: whole }]),
  ];
  expect(formatsOf(labels, [{ number: 1 }, { number: 2 }])).toEqual(served);
});
