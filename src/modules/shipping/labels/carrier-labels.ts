import type { DocumentFormat } from '../carriers/capabilities.ts';
import { type DrawnLabel, toUprightPng } from './drawn-label.ts';
import type { LabelFormat, LabelLayout } from './render-labels.ts';

const PICTURES: ReadonlySet<DocumentFormat> = new Set<DocumentFormat>(['png', 'gif']);

/** What a carrier's labels can be served as: as what they are, and pictures on the pages of a PDF too. */
export function formatsOf(labels: readonly DrawnLabel[]): LabelFormat[] {
  const given = new Set(labels.map((label) => label.format));
  const hasPictures = [...given].some((format) => PICTURES.has(format));
  return [
    ...(given.has('pdf') || hasPictures ? (['pdf'] as const) : []),
    ...(given.has('zpl') ? (['zpl'] as const) : []),
    ...(hasPictures ? (['png'] as const) : []),
  ];
}

/**
 * One document of all the labels, in the order given. A PDF has a page a label, or with layout `a4` four small ones on a page; ZPL is one
 * format after the other; a PNG has the labels below each other. The same labels give the same bytes.
 * @param format one of `formatsOf` these labels
 */
export async function putTogether(
  labels: readonly DrawnLabel[],
  format: LabelFormat,
  layout: LabelLayout,
): Promise<Uint8Array> {
  switch (format) {
    case 'zpl':
      return Buffer.concat(only(labels, ['zpl']));
    case 'png':
      return stackPictures(only(labels, ['png', 'gif']));
    case 'pdf': {
      const drawn = labels.filter((label) => label.format === 'pdf');
      const [first, ...others] = drawn;
      // As is: the carrier's own file is what its manual promises.
      if (first !== undefined && others.length === 0 && layout === 'a6') return first.content;
      const { mergePdf } = await import('./merge-pdf.ts');
      return mergePdf(drawn.length > 0 ? drawn : labels.filter(({ format: given }) => PICTURES.has(given)), layout);
    }
  }
}

function only(labels: readonly DrawnLabel[], formats: readonly DocumentFormat[]): Uint8Array[] {
  return labels.filter((label) => formats.includes(label.format)).map((label) => label.content);
}

async function stackPictures(pictures: readonly Uint8Array[]): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const upright = await Promise.all(pictures.map((picture) => toUprightPng(picture)));
  const [first] = upright;
  if (first !== undefined && upright.length === 1) return first;
  return sharp(upright, { join: { across: 1, background: 'white' } })
    .png()
    .toBuffer();
}
