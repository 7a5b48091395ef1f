import { setImmediate } from 'node:timers/promises';
import type { LabelLayout } from './draw-pdf.ts';
import type { LabelElement } from './label-elements.ts';
import type { LabelFields } from './label-fields.ts';
import { layOutLabel } from './label-layout.ts';
import { isSscc } from './sscc.ts';
import { loadTypeface, type Typeface } from './typeface.ts';

export type { LabelLayout } from './draw-pdf.ts';
export type { LabelAddress, LabelFields } from './label-fields.ts';

export type LabelFormat = 'pdf' | 'zpl' | 'png';

export interface RenderLabelsOptions {
  format: LabelFormat;
  /** Default `a6`. PNG and ZPL are A6 always. */
  layout?: LabelLayout;
  /** Aborts when nobody waits for the labels any more; drawing then stops. */
  signal?: AbortSignal;
}

/** Up to so many labels are drawn at once when they are asked for. */
const SMALL_ORDER = 20;

/** The labels of one PNG stand under each other in a single image, whose height is bounded by this. */
export const PNG_MAX_LABELS = 20;

/**
 * Draws one A6 label (105 x 148 mm) for every handling unit, in the order given.
 *
 * - `pdf`: one page of A6 a label, or with layout `a4` four labels a page; vectors, fonts embedded.
 * - `png`: one image of 840 pixels across at 203 dpi, the labels stacked one above another in it.
 * - `zpl`: ZPL II in UTF-8, one format (`^XA` to `^XZ`) a label, for printers of 203 dpi.
 *
 * The same labels give the same bytes. Text shrinks to its place and then ends in an ellipsis; what is not Latin, Greek
 * or Cyrillic is printed in Latin letters. Labels are drawn one at a time, and between two of them other work of the
 * process gets its turn.
 *
 * @throws RangeError for no labels, for more than `PNG_MAX_LABELS` in a PNG, and for an SSCC or a routing code that
 *   cannot be encoded.
 */
export async function renderLabels(labels: readonly LabelFields[], options: RenderLabelsOptions): Promise<Uint8Array> {
  if (labels.length === 0) throw new RangeError('There is no label to draw');
  labels.forEach(checkBarcodes);
  if (labels.length <= SMALL_ORDER) return draw(labels, options);
  // One large order at a time: several at once would take the memory of all and be finished no sooner.
  const turn = largeOrders.then(() => {
    options.signal?.throwIfAborted();
    return draw(labels, options);
  });
  largeOrders = turn.catch(() => undefined);
  return turn;
}

let largeOrders: Promise<unknown> = Promise.resolve();

async function draw(labels: readonly LabelFields[], options: RenderLabelsOptions): Promise<Uint8Array> {
  const typeface = await loadTypeface();
  switch (options.format) {
    case 'pdf':
      return renderPdf(typeface, labels, options);
    case 'png':
      return renderPng(typeface, labels, options);
    case 'zpl':
      return renderZpl(typeface, labels, options);
  }
}

async function renderPdf(
  typeface: Typeface,
  labels: readonly LabelFields[],
  options: RenderLabelsOptions,
): Promise<Uint8Array> {
  const layout = options.layout ?? 'a6';
  const { createPdfSheets } = await import('./draw-pdf.ts');
  const first = labels[0];
  const sheets = createPdfSheets(typeface, layout, `Shipping label ${first?.sscc}`, dayOf(first?.shippedOn));
  for await (const elements of layOut(typeface, labels, options.signal)) sheets.add(elements);
  return sheets.finish();
}

async function renderPng(
  typeface: Typeface,
  labels: readonly LabelFields[],
  options: RenderLabelsOptions,
): Promise<Uint8Array> {
  if (labels.length > PNG_MAX_LABELS) throw new RangeError(`A PNG holds at most ${PNG_MAX_LABELS} labels`);
  const { drawPngLabel, encodePng } = await import('./draw-png.ts');
  const drawn: Buffer[] = [];
  for await (const elements of layOut(typeface, labels, options.signal))
    drawn.push(await drawPngLabel(typeface, elements));
  return encodePng(drawn);
}

async function renderZpl(
  typeface: Typeface,
  labels: readonly LabelFields[],
  options: RenderLabelsOptions,
): Promise<Uint8Array> {
  const { drawZplLabel } = await import('./draw-zpl.ts');
  const drawn: string[] = [];
  for await (const elements of layOut(typeface, labels, options.signal)) drawn.push(drawZplLabel(elements));
  return Buffer.from(drawn.join(''));
}

/** Hundreds of labels take seconds: the event loop gets its turn before each. */
async function* layOut(
  typeface: Typeface,
  labels: readonly LabelFields[],
  signal: AbortSignal | undefined,
): AsyncGenerator<LabelElement[]> {
  for (const label of labels) {
    await setImmediate();
    signal?.throwIfAborted();
    yield layOutLabel(typeface, label);
  }
}

/** A label whose barcode is wrong is worse than none. */
function checkBarcodes({ sscc, routingCode }: LabelFields): void {
  if (!isSscc(sscc)) throw new RangeError('An SSCC is 18 digits that end in their check digit');
  if (!/^[\x20-\x7e]{1,48}$/.test(routingCode)) {
    throw new RangeError('A routing code is 1 to 48 printable ASCII characters');
  }
}

/** A PDF has to say when it was made; the moment of drawing would make every copy differ. */
function dayOf(shippedOn: string | undefined): Date {
  const time = Date.parse(`${shippedOn}T00:00:00Z`);
  return new Date(Number.isNaN(time) ? 0 : time);
}
