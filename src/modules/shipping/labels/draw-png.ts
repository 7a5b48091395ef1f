import type { Font } from 'fontkit';
import sharp from 'sharp';
import { darkRuns } from './barcodes.ts';
import {
  LABEL_HEIGHT_MILLIMETRES,
  LABEL_WIDTH_MILLIMETRES,
  type LabelBarcode,
  type LabelElement,
  type LabelRectangle,
  type LabelText,
} from './label-elements.ts';
import type { Typeface } from './typeface.ts';

/** 8 dots a millimetre, the "203 dpi" of label printers: every module of the layout is a whole number of dots. */
const DOTS_PER_MILLIMETRE = 8;
const DOTS_PER_INCH = DOTS_PER_MILLIMETRE * 25.4;
const WIDTH = LABEL_WIDTH_MILLIMETRES * DOTS_PER_MILLIMETRE;
const HEIGHT = LABEL_HEIGHT_MILLIMETRES * DOTS_PER_MILLIMETRE;

/** The grey pixels of one label, row by row, drawn outside the event loop's thread. */
export function drawPngLabel(typeface: Typeface, elements: readonly LabelElement[]): Promise<Buffer> {
  return sharp(Buffer.from(toSvg(typeface, elements)))
    .flatten({ background: 'white' })
    .greyscale()
    .raw()
    .toBuffer();
}

/** One PNG with all labels under each other; its resolution is written into it, so that it prints in its true size. */
export function encodePng(labels: readonly Buffer[]): Promise<Buffer> {
  const raw = { width: WIDTH, height: HEIGHT * labels.length, channels: 1 } as const;
  return sharp(Buffer.concat(labels), { raw }).toColourspace('b-w').withDensity(DOTS_PER_INCH).png().toBuffer();
}

function toSvg(typeface: Typeface, elements: readonly LabelElement[]): string {
  const shapes = elements.map((element) => draw(typeface, element)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes}</svg>`;
}

function draw(typeface: Typeface, element: LabelElement): string {
  switch (element.kind) {
    case 'rectangle':
      return drawRectangle(element);
    case 'text':
      return drawText(typeface, element);
    case 'barcode':
      return drawBarcode(element);
  }
}

function drawRectangle({ x, y, width, height, frame = 0 }: LabelRectangle): string {
  const style = frame ? `fill="none" stroke="black" stroke-width="${dots(frame)}"` : '';
  const inset = frame / 2;
  return `<path ${style} d="${rectangle(x + inset, y + inset, width - frame, height - frame)}"/>`;
}

function drawBarcode({ x, y, moduleWidth, moduleHeight, ...barcode }: LabelBarcode): string {
  const runs = darkRuns({ x, y, moduleWidth, moduleHeight, ...barcode }).map(({ column, row, length }) =>
    rectangle(x + column * moduleWidth, y + row * moduleHeight, length * moduleWidth, moduleHeight),
  );
  return `<path shape-rendering="crispEdges" d="${runs.join('')}"/>`;
}

/** Text is drawn as outlines: nothing depends on the fonts of the machine, and no text can become markup. */
function drawText(typeface: Typeface, { text, x, y, size, weight, white }: LabelText): string {
  const font = typeface.fonts[weight];
  const scale = dots(size) / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let pen = 0;
  const outlines = glyphs.map((glyph, index) => {
    const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
    const placed = `<path transform="translate(${pen + xOffset} ${yOffset})" d="${outline(font, glyph.id)}"/>`;
    pen += xAdvance;
    return placed;
  });
  const place = `matrix(${scale} 0 0 ${-scale} ${dots(x)} ${dots(y)})`;
  return `<g fill="${white ? 'white' : 'black'}" transform="${place}">${outlines.join('')}</g>`;
}

const outlines = new WeakMap<Font, Map<number, string>>();

function outline(font: Font, glyph: number): string {
  const known = outlines.get(font) ?? new Map<number, string>();
  outlines.set(font, known);
  const path = known.get(glyph) ?? font.getGlyph(glyph).path.toSVG();
  known.set(glyph, path);
  return path;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${dots(x)} ${dots(y)}h${dots(width)}v${dots(height)}h${dots(-width)}z`;
}

function dots(millimetres: number): number {
  return millimetres * DOTS_PER_MILLIMETRE;
}
