import type { DocumentFormat } from '../carriers/capabilities.ts';

/** A label as a carrier drew it; one that holds the labels of several units is one document of several pages. */
export interface DrawnLabel {
  format: DocumentFormat;
  content: Uint8Array;
}

/** Carriers draw some labels lying on their side; a printer's sheet stands. */
export async function toUprightPng(picture: Uint8Array): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const image = sharp(picture);
  const { width, height } = await image.metadata();
  return (width > height ? image.rotate(90) : image).png().toBuffer();
}
