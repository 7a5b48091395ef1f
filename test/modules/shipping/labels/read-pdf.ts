import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

export interface Page {
  text: string;
  /** As a printer of 8 dots a millimetre draws it. */
  image: Buffer;
  sizeMillimetres: [number, number];
}

const pdfium = await PDFiumLibrary.init();

export async function countPages(pdf: Uint8Array): Promise<number> {
  return withDocument(pdf, (document) => document.getPageCount());
}

export async function readPdf(pdf: Uint8Array): Promise<Page[]> {
  return withDocument(pdf, async (document) => {
    const pages: Page[] = [];
    for (const page of document.pages()) {
      // Rendering closes the page.
      const text = page.getText();
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const sizeMillimetres: Page['sizeMillimetres'] = [millimetres(originalWidth), millimetres(originalHeight)];
      const [width, height] = [8 * sizeMillimetres[0], 8 * sizeMillimetres[1]];
      const { data } = await page.render({ width, height, colorSpace: 'Gray' });
      const image = await sharp(data, { raw: { width, height, channels: 1 } })
        .png()
        .toBuffer();
      pages.push({ text, image, sizeMillimetres });
    }
    return pages;
  });
}

async function withDocument<T>(pdf: Uint8Array, read: (document: PDFiumDocument) => T | Promise<T>): Promise<T> {
  const document = await pdfium.loadDocument(pdf);
  try {
    return await read(document);
  } finally {
    document.destroy();
  }
}

function millimetres(points: number): number {
  return Math.round(points * (25.4 / 72));
}
