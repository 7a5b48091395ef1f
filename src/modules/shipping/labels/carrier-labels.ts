import type { DocumentFormat } from '../carriers/capabilities.ts';
import { type DrawnLabel, toUprightPng } from './drawn-label.ts';
import type { LabelFormat, LabelLayout } from './render-labels.ts';

/** What each format is made of: of itself, and of pictures on the pages of a PDF too. */
const SOURCES: Readonly<Record<LabelFormat, readonly DocumentFormat[]>> = {
  pdf: ['pdf', 'png', 'gif'],
  zpl: ['zpl'],
  png: ['png', 'gif'],
};
export const LABEL_FORMATS = Object.keys(SOURCES) as LabelFormat[];

/** A label, and whose it is: of no unit is one that holds the labels of all. */
export interface PlacedLabel extends Pick<DrawnLabel, 'format'> {
  handlingUnitNumber?: number;
}

export function isFor(format: LabelFormat, label: PlacedLabel): boolean {
  return SOURCES[format].includes(label.format);
}

/** The numbers of the units whose labels cannot be had in that format. */
export function unitsWithout(
  format: LabelFormat,
  labels: readonly PlacedLabel[],
  units: readonly { number: number }[],
): number[] {
  const usable = labels.filter((label) => isFor(format, label));
  const labelled = new Set(usable.map((label) => label.handlingUnitNumber));
  if (labelled.has(undefined)) return [];
  return units.map(({ number }) => number).filter((number) => !labelled.has(number));
}

/** What a carrier's labels can be served as: each format in which there is one of every unit. */
export function formatsOf(labels: readonly PlacedLabel[], units: readonly { number: number }[]): LabelFormat[] {
  return LABEL_FORMATS.filter((format) => unitsWithout(format, labels, units).length === 0);
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
  const usable = labels.filter((label) => isFor(format, label));
  const contents = usable.map(({ content }) => content);
  switch (format) {
    case 'zpl':
      return Buffer.concat(contents);
    case 'png':
      return stackPictures(contents);
    case 'pdf': {
      const [first, ...others] = usable;
      // As is: the carrier's own file is what its manual promises.
      if (first?.format === 'pdf' && others.length === 0 && layout === 'a6') return first.content;
      const { mergePdf } = await import('./merge-pdf.ts');
      return mergePdf(usable, layout);
    }
  }
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
