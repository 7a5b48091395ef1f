import PDFDocument from 'pdfkit';
import { darkRuns } from './barcodes.ts';
import {
  LABEL_HEIGHT_MILLIMETRES,
  LABEL_WIDTH_MILLIMETRES,
  type LabelBarcode,
  type LabelElement,
  type LabelRectangle,
  type LabelText,
} from './label-elements.ts';
import type { FontWeight, Typeface } from './typeface.ts';

/** The paper of a PDF: one label to a page of A6, or four to a page of A4. */
export type LabelLayout = 'a6' | 'a4';

const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Where the labels stand on a page, in millimetres. */
const SHEETS = {
  a6: { width: LABEL_WIDTH_MILLIMETRES, height: LABEL_HEIGHT_MILLIMETRES, places: [{ x: 0, y: 0 }] },
  a4: {
    width: 210,
    height: 297,
    places: [
      { x: 0, y: 0 },
      { x: 105, y: 0 },
      { x: 0, y: 148.5 },
      { x: 105, y: 148.5 },
    ],
  },
} as const satisfies Record<LabelLayout, unknown>;

export interface PdfSheets {
  add(elements: readonly LabelElement[]): void;
  /** Ends the document; nothing can be added afterwards. */
  finish(): Promise<Buffer>;
}

/** A document whose bytes depend on nothing but its title, its date and its labels. */
export function createPdfSheets(typeface: Typeface, layout: LabelLayout, title: string, createdAt: Date): PdfSheets {
  const { width, height, places } = SHEETS[layout];
  const document = new PDFDocument({
    size: [width * POINTS_PER_MILLIMETRE, height * POINTS_PER_MILLIMETRE],
    margin: 0,
    autoFirstPage: false,
    font: '',
    info: { Title: title, CreationDate: createdAt, Producer: 'Viya TMS', Creator: 'Viya TMS' },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  registerFonts(document, typeface);
  let count = 0;
  return {
    add(elements) {
      const place = places[count % places.length];
      if (place === undefined) throw new Error('A sheet has at least one place');
      if (count % places.length === 0) document.addPage();
      count++;
      document.save().scale(POINTS_PER_MILLIMETRE).translate(place.x, place.y);
      for (const element of elements) draw(document, element);
      document.restore();
    },
    finish() {
      return new Promise((resolve, reject) => {
        document.once('error', reject).once('end', () => resolve(Buffer.concat(chunks)));
        document.end();
      });
    },
  };
}

function registerFonts(document: PDFKit.PDFDocument, typeface: Typeface): void {
  for (const weight of ['regular', 'bold'] satisfies FontWeight[]) {
    // pdfkit takes fonts that are parsed already, which its type definitions do not say.
    document.registerFont(weight, typeface.fonts[weight] as unknown as Uint8Array);
  }
}

function draw(document: PDFKit.PDFDocument, element: LabelElement): void {
  switch (element.kind) {
    case 'rectangle':
      return drawRectangle(document, element);
    case 'text':
      return drawText(document, element);
    case 'barcode':
      return drawBarcode(document, element);
  }
}

function drawRectangle(document: PDFKit.PDFDocument, { x, y, width, height, frame }: LabelRectangle): void {
  if (frame === undefined) {
    document.rect(x, y, width, height).fill('black');
    return;
  }
  document
    .lineWidth(frame)
    .rect(x + frame / 2, y + frame / 2, width - frame, height - frame)
    .stroke('black');
}

function drawText(document: PDFKit.PDFDocument, { text, x, y, size, weight, white }: LabelText): void {
  document
    .fillColor(white ? 'white' : 'black')
    .font(weight)
    .fontSize(size);
  document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}

function drawBarcode(document: PDFKit.PDFDocument, barcode: LabelBarcode): void {
  const { x, y, moduleWidth, moduleHeight } = barcode;
  for (const { column, row, length } of darkRuns(barcode)) {
    document.rect(x + column * moduleWidth, y + row * moduleHeight, length * moduleWidth, moduleHeight);
  }
  document.fill('black');
}
