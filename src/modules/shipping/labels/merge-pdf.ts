import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { type DrawnLabel, toUprightPng } from './drawn-label.ts';
import type { LabelLayout } from './render-labels.ts';

/** Points of 1/72 inch. */
const A4 = { width: 595.28, height: 841.89 };
/** 4 x 6 inches, the size of the pictures that carriers draw. */
const LABEL = { width: 288, height: 432 };
/** A page of at most this goes four to an A4 sheet without being made smaller than a scanner can read: A6, with some room. */
const QUARTER = { width: A4.width / 2 + 15, height: A4.height / 2 + 15 };

/** One PDF of all the labels: a page each, or with layout `a4` four to a page as long as they are small enough for that. */
export async function mergePdf(labels: readonly DrawnLabel[], layout: LabelLayout): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  for (const label of labels) {
    if (label.format === 'pdf') await addPages(merged, label.content);
    else await addPicture(merged, label.content);
  }
  const whole = layout === 'a4' && merged.getPages().every(isSmall) ? await fourToAPage(merged) : merged;
  return whole.save({ useObjectStreams: false });
}

async function addPages(merged: PDFDocument, content: Uint8Array): Promise<void> {
  const source = await PDFDocument.load(content, { updateMetadata: false });
  for (const page of await merged.copyPages(source, source.getPageIndices())) merged.addPage(page);
}

async function addPicture(merged: PDFDocument, content: Uint8Array): Promise<void> {
  const picture = await merged.embedPng(await toUprightPng(content));
  const { width, height } = picture.scaleToFit(LABEL.width, LABEL.height);
  merged.addPage([LABEL.width, LABEL.height]).drawImage(picture, { x: 0, y: LABEL.height - height, width, height });
}

function isSmall(page: PDFPage): boolean {
  const { width, height } = page.getSize();
  return Math.min(width, height) <= QUARTER.width && Math.max(width, height) <= QUARTER.height;
}

async function fourToAPage(labels: PDFDocument): Promise<PDFDocument> {
  const sheets = await PDFDocument.create({ updateMetadata: false });
  const embedded = await sheets.embedPdf(await labels.save(), labels.getPageIndices());
  let sheet: PDFPage | undefined;
  for (const [index, label] of embedded.entries()) {
    const place = index % 4;
    if (sheet === undefined || place === 0) sheet = sheets.addPage([A4.width, A4.height]);
    const { width, height } = label.size();
    const scale = Math.min(1, A4.width / 2 / width, A4.height / 2 / height);
    sheet.drawPage(label, {
      x: (place % 2) * (A4.width / 2),
      y: (place < 2 ? A4.height : A4.height / 2) - height * scale,
      xScale: scale,
      yScale: scale,
    });
  }
  return sheets;
}
