import { at, bytesAt, textAt } from '../answer-reader.ts';
import type { Booked, CarrierDocument } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { DhlItem } from './dhl-items.ts';

const PAPERS = [
  ['label', 'label'],
  ['returnLabel', 'return-label'],
  ['customsDoc', 'customs-declaration'],
] as const;

/** Of items that are all done, one a unit. @throws CarrierOutcomeUnknown when one has no number */
export function toBooked(items: readonly DhlItem[]): Booked {
  const units = items.flatMap(({ shipmentNumber }) =>
    shipmentNumber === undefined ? [] : [{ trackingReference: shipmentNumber }],
  );
  const carrierBookingReference = units[0]?.trackingReference;
  if (carrierBookingReference === undefined || units.length < items.length) {
    throw new CarrierOutcomeUnknown('DHL answered without shipment numbers');
  }
  return {
    outcome: 'booked',
    carrierBookingReference,
    trackingUrl: `https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=${encodeURIComponent(carrierBookingReference)}`,
    units,
    documents: items.flatMap(({ body }, unitIndex) =>
      PAPERS.flatMap(([member, kind]) => {
        const paper = readPaper(at(body, member));
        return paper === undefined ? [] : [{ kind, unitIndex, ...paper }];
      }),
    ),
    scans: [],
  };
}

/** ZPL is text, and PDF is base64; what the bytes are counts for more than what they are called. */
function readPaper(paper: unknown): Pick<CarrierDocument, 'format' | 'content'> | undefined {
  const zpl = at(paper, 'zpl2');
  if (typeof zpl === 'string' && zpl !== '') return { format: 'zpl', content: Buffer.from(zpl) };
  const content = bytesAt(paper, 'b64');
  if (content === undefined) return undefined;
  const isPdf = Buffer.from(content.subarray(0, 5)).toString('latin1') === '%PDF-';
  return { format: !isPdf && /zpl/i.test(textAt(paper, 'fileFormat') ?? '') ? 'zpl' : 'pdf', content };
}
