import {
  LABEL_HEIGHT_MILLIMETRES,
  LABEL_WIDTH_MILLIMETRES,
  type LabelBarcode,
  type LabelElement,
  type LabelRectangle,
  type LabelText,
  ROUTING_MODULES,
} from './label-elements.ts';

const DOTS_PER_MILLIMETRE = 8;

/** Swiss 721, the Unicode font that Zebra printers are delivered with. */
const UNICODE_FONT = 'E:TT0003M_.FNT';

/** One label as a ZPL II format (Zebra, ZPL II Programming Guide) for printers of 8 dots a millimetre, in UTF-8. */
export function drawZplLabel(elements: readonly LabelElement[]): string {
  const width = dots(LABEL_WIDTH_MILLIMETRES);
  const height = dots(LABEL_HEIGHT_MILLIMETRES);
  return ['^XA^CI28^LH0,0', `^PW${width}^LL${height}`, ...elements.map(draw), '^PQ1^XZ', ''].join('\n');
}

function draw(element: LabelElement): string {
  switch (element.kind) {
    case 'rectangle':
      return drawRectangle(element);
    case 'text':
      return drawText(element);
    case 'barcode':
      return drawBarcode(element);
  }
}

function drawRectangle({ x, y, width, height, frame }: LabelRectangle): string {
  const thickness = frame ?? Math.min(width, height);
  return `^FO${dots(x)},${dots(y)}^GB${dots(width)},${dots(height)},${dots(thickness)},B^FS`;
}

/** `^FT` places the baseline. `^FR` prints white on the black that is there already. */
function drawText({ text, x, y, size, white }: LabelText): string {
  const height = dots(size);
  // The built-in font 0 is scalable and on every printer, but knows Latin-1 only.
  const font = /^[\u0020-\u00ff]*$/.test(text)
    ? `^A0N,${height},${height}`
    : `^A@N,${height},${height},${UNICODE_FONT}`;
  return `^FT${dots(x)},${dots(y)}${font}${white ? '^FR' : ''}${fieldData(text)}^FS`;
}

function drawBarcode({ symbology, data, x, y, moduleWidth, moduleHeight }: LabelBarcode): string {
  const origin = `^FO${dots(x)},${dots(y)}`;
  if (symbology === 'gs1-128') {
    const height = dots(moduleHeight);
    // `>;` starts in subset C and `>8` is FNC1, which together make it GS1-128; the check symbol is the printer's.
    return `${origin}^BY${dots(moduleWidth)},3,${height}^BCN,${height},N,N,N,N^FD>;>800${data}^FS`;
  }
  // The size is forced, or it would depend on the encoder of the firmware.
  const symbol = `^BXN,${dots(moduleWidth)},200,${ROUTING_MODULES},${ROUTING_MODULES},6,${unusedCharacter(data)}`;
  return `${origin}${symbol}${fieldData(data)}^FS`;
}

/**
 * The printer takes one character of a Data Matrix as the start of a control sequence, which the data must not contain.
 * At most 48 of these 90 characters are taken.
 */
function unusedCharacter(data: string): string {
  const printable = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index));
  const unused = printable.find((character) => !'^~,_'.includes(character) && !data.includes(character));
  if (unused === undefined) throw new RangeError('The data of a Data Matrix uses every printable character');
  return unused;
}

/** Nothing in the text can end the field or start a command: what the printer would read as one is sent as hexadecimal. */
function fieldData(text: string): string {
  const safe = text.replace(/[\p{Cc}^~_\\]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return `^FH_^FD${safe}`;
}

function dots(millimetres: number): number {
  return Math.round(millimetres * DOTS_PER_MILLIMETRE);
}
