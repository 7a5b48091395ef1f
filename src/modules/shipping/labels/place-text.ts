import { DOT, type FittedText, fitLine, fitLines, LINE_PITCH, type Room } from './fit-text.ts';
import type { LabelText } from './label-elements.ts';
import type { FontWeight, Typeface } from './typeface.ts';

/** The capitals of Noto Sans, as a multiple of the size. */
const CAPITAL_HEIGHT = 0.714;

/** In millimetres from the top left corner of the label. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Bold text in the middle of the area's height, as large as the area allows. */
export function heading(
  typeface: Typeface,
  words: string,
  area: Area,
  size: Pick<Room, 'sizeMillimetres' | 'smallestMillimetres'>,
): LabelText[] {
  const height = area.bottom - area.top;
  const room: Room = { ...size, widthMillimetres: area.right - area.left, weight: 'bold' };
  const lines = fitLines(typeface, words, room, height);
  const pitch = (lines[0]?.sizeMillimetres ?? 0) * LINE_PITCH;
  const capitals = (lines[0]?.sizeMillimetres ?? 0) * CAPITAL_HEIGHT;
  const firstBaseline = area.top + (height + capitals - (lines.length - 1) * pitch) / 2;
  return lines.map((each, row) => text(each, area.left, firstBaseline + row * pitch, 'bold'));
}

/** Lines under each other; all of them shrink together until the block is high enough for them. */
export function block(
  typeface: Typeface,
  lines: readonly { text: string; weight: FontWeight; scale: number }[],
  area: Area,
  size: Pick<Room, 'sizeMillimetres' | 'smallestMillimetres'>,
): LabelText[] {
  const height = lines.reduce((total, { scale }) => total + scale * LINE_PITCH, 0);
  const common = Math.min(size.sizeMillimetres, (area.bottom - area.top) / height);
  let bottom = area.top;
  return lines.map(({ text: words, weight, scale }) => {
    const sizeMillimetres = Math.floor((common * scale) / DOT) * DOT;
    const smallestMillimetres = Math.min(size.smallestMillimetres, sizeMillimetres);
    const widthMillimetres = area.right - area.left;
    bottom += sizeMillimetres * LINE_PITCH;
    const fitted = fitLine(typeface, words, { widthMillimetres, sizeMillimetres, smallestMillimetres, weight });
    return text(fitted, area.left, bottom - 0.25 * sizeMillimetres, weight);
  });
}

export function caption(words: string, x: number, y: number): LabelText {
  return text({ text: words, sizeMillimetres: 2.125 }, x, y, 'regular');
}

export function text(
  { text: words, sizeMillimetres }: FittedText,
  x: number,
  y: number,
  weight: FontWeight,
): LabelText {
  return { kind: 'text', text: words, x: onDot(x), y: onDot(y), size: onDot(sizeMillimetres), weight };
}

/** Renderers of whole dots and of fractions would drift apart. */
function onDot(millimetres: number): number {
  return Math.round(millimetres / DOT) * DOT;
}
