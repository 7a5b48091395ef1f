import type { FontWeight, Typeface } from './typeface.ts';

export interface Room {
  widthMillimetres: number;
  /** The size when there is room enough. */
  sizeMillimetres: number;
  /** The smallest size that is still readable: below it, text is cut instead. */
  smallestMillimetres: number;
  weight: FontWeight;
}

export interface FittedText {
  text: string;
  sizeMillimetres: number;
}

const ELLIPSIS = '…';
/** From one baseline to the next, as a multiple of the size: accents above capitals need it. */
export const LINE_PITCH = 1.2;
/** A label printer prints text in whole dots of an eighth of a millimetre. */
export const DOT = 0.125;

/** One line that never exceeds the width: it shrinks first, and then ends in an ellipsis. */
export function fitLine(typeface: Typeface, text: string, room: Room): FittedText {
  const printable = typeface.printable(text);
  const widest = room.widthMillimetres / typeface.measure(printable, room.weight);
  const size = Math.floor(Math.min(room.sizeMillimetres, widest) / DOT) * DOT;
  if (size >= room.smallestMillimetres) return { text: printable, sizeMillimetres: size };
  const sizeMillimetres = room.smallestMillimetres;
  return { text: cut(typeface, printable, { ...room, sizeMillimetres }), sizeMillimetres };
}

/** The largest text that the height has lines for; what is too long at the smallest size ends in an ellipsis. */
export function fitLines(typeface: Typeface, text: string, room: Room, heightMillimetres: number): FittedText[] {
  const printable = typeface.printable(text);
  for (let sizeMillimetres = room.sizeMillimetres; ; sizeMillimetres -= DOT) {
    const smallest = sizeMillimetres <= room.smallestMillimetres;
    const lineCount = Math.max(1, Math.floor(heightMillimetres / (sizeMillimetres * LINE_PITCH)));
    const { lines, whole } = wrap(typeface, printable, { ...room, sizeMillimetres }, lineCount);
    if (whole || smallest) return lines.map((line) => ({ text: line, sizeMillimetres }));
  }
}

type Line = Omit<Room, 'smallestMillimetres'>;

/** `whole` when no word had to be broken and nothing had to be left out. */
function wrap(typeface: Typeface, text: string, line: Line, lineCount: number): { lines: string[]; whole: boolean } {
  const lines: string[] = [];
  let rest = text;
  let whole = true;
  while (lines.length < lineCount - 1) {
    const most = unitsWithin(typeface, rest, line);
    if (most === rest.length) break;
    const space = rest.lastIndexOf(' ', most);
    const end = space > 0 ? space : most;
    whole &&= space > 0;
    lines.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  const last = cut(typeface, rest, line);
  return { lines: [...lines, last], whole: whole && last === rest };
}

function cut(typeface: Typeface, text: string, line: Line): string {
  if (unitsWithin(typeface, text, line) === text.length) return text;
  const widthMillimetres = line.widthMillimetres - typeface.measure(ELLIPSIS, line.weight) * line.sizeMillimetres;
  return text.slice(0, unitsWithin(typeface, text, { ...line, widthMillimetres })).trimEnd() + ELLIPSIS;
}

/** How many UTF-16 units of the text fit on the line: at least one character, so that wrapping comes to an end. */
function unitsWithin(typeface: Typeface, text: string, line: Line): number {
  let width = 0;
  let units = 0;
  for (const character of text) {
    width += typeface.measure(character, line.weight) * line.sizeMillimetres;
    if (width > line.widthMillimetres && units > 0) break;
    units += character.length;
  }
  return units;
}
