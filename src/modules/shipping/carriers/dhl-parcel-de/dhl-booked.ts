import { documentFormat } from '../capabilities.ts';
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

/** Whichever member it stands in, and whatever DHL calls it; nothing for what nobody can print. */
function readPaper({ zpl2, b64 }: ToldPaper): Pick<CarrierDocument, 'format' | 'content'> | undefined {
  const text = typeof zpl2 === 'string' ? zpl2 : '';
  for (const content of [Buffer.from(text), Buffer.from(text, 'base64'), b64]) {
    const format = content && documentFormat(content);
    if (content !== undefined && format !== undefined) return { format, content };
  }
  return undefined;
}
