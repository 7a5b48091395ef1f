import type { Booked, CarrierDocument } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { ToldPaper } from './dhl-answer.ts';
import type { DhlItem } from './dhl-items.ts';

const PAPERS = [
  ['label', 'label'],
  ['returnLabel', 'return-label'],
  ['customsDoc', 'customs-declaration'],
] as const;

/** Of items that are all done, one a unit. @throws CarrierOutcomeUnknown when one has no number */
export function toBooked(items: readonly DhlItem[]): Booked {
  const units = items.flatMap(({ shipmentNo }) =>
    shipmentNo === undefined ? [] : [{ trackingReference: shipmentNo }],
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
    documents: items.flatMap((item, unitIndex) =>
      PAPERS.flatMap(([member, kind]) => {
        const paper = readPaper(item[member]);
        return paper === undefined ? [] : [{ kind, unitIndex, ...paper }];
      }),
    ),
    scans: [],
  };
}

/** What the bytes are counts for more than what they are called. */
function readPaper({ zpl2, b64, fileFormat = '' }: ToldPaper): Pick<CarrierDocument, 'format' | 'content'> | undefined {
  if (typeof zpl2 === 'string' && zpl2 !== '') return { format: 'zpl', content: Buffer.from(zpl2) };
  if (b64 === undefined) return undefined;
  const isPdf = Buffer.from(b64.subarray(0, 5)).toString('latin1') === '%PDF-';
  return { format: !isPdf && /zpl/i.test(fileFormat) ? 'zpl' : 'pdf', content: b64 };
}
