import { bytesAt, listAt, numberAt, textAt } from '../answer-reader.ts';
import { documentFormat } from '../capabilities.ts';
import type { Booked, CarrierDocument } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';

const KINDS: Readonly<Record<string, CarrierDocument['kind']>> = {
  label: 'label',
  waybilldoc: 'waybill',
  waybill: 'waybill',
  invoice: 'commercial-invoice',
  proforma: 'commercial-invoice',
  shipmentreceipt: 'receipt',
  receipt: 'receipt',
};

/** The answer to `POST /shipments`. @throws CarrierOutcomeUnknown when there is no number in it */
export function readShipAnswer(body: unknown): Booked {
  const waybill = textAt(body, 'shipmentTrackingNumber');
  const packages = listAt(body, 'packages');
  const references = packages.map((each) => textAt(each, 'trackingNumber'));
  const units = references.flatMap((trackingReference) =>
    trackingReference === undefined ? [] : [{ trackingReference }],
  );
  if (waybill === undefined || units.length === 0 || units.length < packages.length) {
    throw new CarrierOutcomeUnknown('DHL Express answered without its numbers');
  }
  const documents = listAt(body, 'documents');
  const numbers = packages.map((each, index) => numberAt(each, 'referenceNumber') ?? index + 1);
  return {
    ...bookedUnder(waybill, units),
    documents: withUnits(
      documents.flatMap((document) => readDocument(document, numbers)),
      units.length,
    ),
  };
}

/** What a booking is, whichever answer told of it. */
export function bookedUnder(waybill: string, units: Booked['units']): Booked {
  return {
    outcome: 'booked',
    carrierBookingReference: waybill,
    trackingUrl: `https://www.dhl.com/global-en/home/tracking.html?tracking-id=${encodeURIComponent(waybill)}`,
    units,
    scans: [],
  };
}

function readDocument(document: unknown, numbers: readonly number[]): CarrierDocument[] {
  const kind = KINDS[(textAt(document, 'typeCode') ?? '').toLowerCase()];
  const format = documentFormat(textAt(document, 'imageFormat') ?? 'PDF');
  const content = bytesAt(document, 'content');
  if (kind === undefined || format === undefined || content === undefined) return [];
  const unitIndex = numbers.indexOf(numberAt(document, 'packageReferenceNumber') ?? 0);
  return [{ kind, format, content, ...(kind !== 'label' || unitIndex === -1 ? {} : { unitIndex }) }];
}

/** Where DHL does not say which label is whose, there is one for each unit, in order; or one that holds all. */
function withUnits(documents: readonly CarrierDocument[], unitCount: number): CarrierDocument[] {
  const labels = documents.filter((document) => document.kind === 'label');
  if (labels.length !== unitCount || labels.every((label) => label.unitIndex !== undefined)) return [...documents];
  return documents.map((document) =>
    document.kind === 'label' ? { ...document, unitIndex: labels.indexOf(document) } : document,
  );
}
