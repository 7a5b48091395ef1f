import { fitLine } from './fit-text.ts';
import { LABEL_WIDTH_MILLIMETRES, type LabelElement, ROUTING_MODULES } from './label-elements.ts';
import type { LabelFields } from './label-fields.ts';
import { block, caption, heading, text } from './place-text.ts';
import { postalLines } from './postal-lines.ts';
import type { Typeface } from './typeface.ts';

/**
 * GS1 General Specifications, symbol specifications for logistic units in general distribution: X-dimension 0.495
 * to 1.016 mm, bars at least 31.75 mm high, a quiet zone of ten modules on both sides.
 */
const SSCC = { modules: 156, moduleWidth: 0.5, barHeight: 32 };
/** Modules of 0.75 mm read from an arm's length; Data Matrix (ISO/IEC 16022) wants one module of quiet zone. */
const ROUTING_MODULE_WIDTH = 0.75;

const FRAME = { left: 3, top: 3, right: 102, bottom: 145, thickness: 0.375 };
const PADDING = 2.5;

const HEADER_BOTTOM = 16;
const SENDER_BOTTOM = 37;
const ROUTING_HEIGHT = 29;
const INSTRUCTIONS_HEIGHT = 8.5;
const SSCC_TOP = 106;
const SERVICE_LEFT = 52;
const FACTS_LEFT = 66;

/** Places everything on the label of one handling unit. The three renderers draw this and decide nothing. */
export function layOutLabel(typeface: Typeface, fields: LabelFields): LabelElement[] {
  const note = fields.instructions?.trim();
  const instructionsTop = SSCC_TOP - (note ? INSTRUCTIONS_HEIGHT : 0);
  const routingTop = instructionsTop - ROUTING_HEIGHT;
  return [
    { kind: 'rectangle', x: FRAME.left, y: FRAME.top, ...frameSize(), frame: FRAME.thickness },
    ...[HEADER_BOTTOM, SENDER_BOTTOM, routingTop, SSCC_TOP].map(line),
    ...header(typeface, fields),
    ...sender(typeface, fields),
    ...facts(typeface, fields),
    ...receiver(typeface, fields, routingTop),
    ...routing(typeface, fields, routingTop),
    ...(note ? instructions(typeface, note, instructionsTop) : []),
    ...ssccSymbol(typeface, fields.sscc),
  ];
}

function header(typeface: Typeface, { carrierName, serviceName }: LabelFields): LabelElement[] {
  const carrier = { left: FRAME.left + PADDING, right: SERVICE_LEFT - PADDING };
  const service = { left: SERVICE_LEFT + PADDING, right: FRAME.right - PADDING };
  const area = { top: FRAME.top + 1, bottom: HEADER_BOTTOM - 1 };
  return [
    {
      kind: 'rectangle',
      x: SERVICE_LEFT,
      y: FRAME.top,
      width: FRAME.right - SERVICE_LEFT,
      height: HEADER_BOTTOM - FRAME.top,
    },
    ...heading(typeface, carrierName, { ...area, ...carrier }, { sizeMillimetres: 6.5, smallestMillimetres: 2.5 }),
    ...heading(typeface, serviceName, { ...area, ...service }, { sizeMillimetres: 8, smallestMillimetres: 2.5 }).map(
      (element) => ({ ...element, white: true }),
    ),
  ];
}

function sender(typeface: Typeface, fields: LabelFields): LabelElement[] {
  const left = FRAME.left + PADDING;
  const area = { left, top: 20, right: FACTS_LEFT - 1.5, bottom: SENDER_BOTTOM - 1 };
  return [
    caption('FROM', left, 19.25),
    {
      kind: 'rectangle',
      x: FACTS_LEFT,
      y: HEADER_BOTTOM,
      width: FRAME.thickness,
      height: SENDER_BOTTOM - HEADER_BOTTOM,
    },
    ...block(typeface, postalLines(fields.sender), area, { sizeMillimetres: 2.75, smallestMillimetres: 1.75 }),
  ];
}

function facts(typeface: Typeface, fields: LabelFields): LabelElement[] {
  const left = FACTS_LEFT + 2;
  const width = FRAME.right - PADDING - left;
  const unit = fitLine(typeface, `${fields.unitNumber} / ${fields.unitCount}`, {
    widthMillimetres: width,
    sizeMillimetres: 6.5,
    smallestMillimetres: 2,
    weight: 'bold',
  });
  const size = fields.dimensionsMillimetres;
  const rows: [string, string][] = [['WEIGHT', `${Number((fields.weightGrams / 1000).toFixed(3))} kg`]];
  if (size) rows.push(['SIZE', `${size.length} × ${size.width} × ${size.height} mm`]);
  rows.push(['SHIPPED', fields.shippedOn]);
  return [
    caption('UNIT', left, 19.25),
    text(unit, left, 25.25, 'bold'),
    ...rows.flatMap(([name, value], row) =>
      fact(typeface, name, value, { left, valueLeft: left + 10.5, y: 29 + row * 3.25 }),
    ),
  ];
}

function receiver(typeface: Typeface, fields: LabelFields, bottom: number): LabelElement[] {
  const tag = { x: FRAME.left, y: SENDER_BOTTOM, width: 9, height: 4.5 };
  const left = tag.x + tag.width + 2;
  const area = { left, top: SENDER_BOTTOM + 1, right: FRAME.right - PADDING, bottom: bottom - 1 };
  return [
    { kind: 'rectangle', ...tag },
    { ...text({ text: 'TO', sizeMillimetres: 3 }, FRAME.left + PADDING, tag.y + 3.375, 'bold'), white: true },
    ...block(typeface, postalLines(fields.receiver), area, { sizeMillimetres: 4.75, smallestMillimetres: 2.25 }),
  ];
}

function routing(typeface: Typeface, fields: LabelFields, top: number): LabelElement[] {
  const side = ROUTING_MODULES * ROUTING_MODULE_WIDTH;
  const left = FRAME.left + side + 2 * PADDING;
  const widthMillimetres = FRAME.right - PADDING - left;
  const { countryCode, postCode, city } = fields.receiver;
  const destination = fitLine(typeface, `${countryCode} ${postCode || city}`, {
    widthMillimetres,
    sizeMillimetres: 7.5,
    smallestMillimetres: 3,
    weight: 'bold',
  });
  const code = fitLine(typeface, fields.routingCode, {
    widthMillimetres,
    sizeMillimetres: 3,
    smallestMillimetres: 1.5,
    weight: 'regular',
  });
  const references: [string, string | undefined][] = [
    ['TRACKING', fields.trackingReference],
    ['SHIPMENT', fields.shipmentReference],
    ['BOOKING', fields.bookingReference],
    ['UNIT REF', fields.handlingUnitReference],
  ];
  return [
    {
      kind: 'barcode',
      symbology: 'datamatrix',
      data: fields.routingCode,
      x: FRAME.left + PADDING,
      y: top + (ROUTING_HEIGHT - side) / 2,
      moduleWidth: ROUTING_MODULE_WIDTH,
      moduleHeight: ROUTING_MODULE_WIDTH,
    },
    text(destination, left, top + 7.5, 'bold'),
    text(code, left, top + 11.75, 'regular'),
    ...references.flatMap(([name, value], row) =>
      value ? fact(typeface, name, value, { left, valueLeft: left + 13, y: top + 16 + row * 3.625 }) : [],
    ),
  ];
}

function instructions(typeface: Typeface, note: string, top: number): LabelElement[] {
  const area = { left: FRAME.left + PADDING, right: FRAME.right - PADDING, top: top + 0.75, bottom: SSCC_TOP - 0.5 };
  return [line(top), ...heading(typeface, note, area, { sizeMillimetres: 3, smallestMillimetres: 2.25 })];
}

function ssccSymbol(typeface: Typeface, sscc: string): LabelElement[] {
  const width = SSCC.modules * SSCC.moduleWidth;
  const readable = { text: `(00) ${sscc}`, sizeMillimetres: 4.25 };
  const readableWidth = typeface.measure(readable.text, 'regular') * readable.sizeMillimetres;
  return [
    {
      kind: 'barcode',
      symbology: 'gs1-128',
      data: sscc,
      x: (LABEL_WIDTH_MILLIMETRES - width) / 2,
      y: SSCC_TOP + 1.25,
      moduleWidth: SSCC.moduleWidth,
      moduleHeight: SSCC.barHeight,
    },
    text(readable, (LABEL_WIDTH_MILLIMETRES - readableWidth) / 2, FRAME.bottom - 1.5, 'regular'),
  ];
}

function fact(
  typeface: Typeface,
  name: string,
  value: string,
  { left, valueLeft, y }: { left: number; valueLeft: number; y: number },
): LabelElement[] {
  const fitted = fitLine(typeface, value, {
    widthMillimetres: FRAME.right - PADDING - valueLeft,
    sizeMillimetres: 2.75,
    smallestMillimetres: 1.75,
    weight: 'bold',
  });
  return [caption(name, left, y), text(fitted, valueLeft, y, 'bold')];
}

function line(y: number): LabelElement {
  return { kind: 'rectangle', x: FRAME.left, y, width: FRAME.right - FRAME.left, height: FRAME.thickness };
}

function frameSize(): { width: number; height: number } {
  return { width: FRAME.right - FRAME.left, height: FRAME.bottom - FRAME.top };
}
