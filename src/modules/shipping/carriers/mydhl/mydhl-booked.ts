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

/**
 * The answer to `POST /shipments`, whose packages have our numbers from 1. A piece that it does not tell is known by the waybill.
 * @throws CarrierOutcomeUnknown when there is no waybill number in it
 */
export function readShipAnswer(body: unknown, unitCount: number): Booked {
  const waybill = textAt(body, 'shipmentTrackingNumber');
  if (waybill === undefined) throw new CarrierOutcomeUnknown('DHL Express answered without a waybill number');
  const pieces = new Map(
    listAt(body, 'packages').map((each, index) => [
      numberAt(each, 'referenceNumber') ?? index + 1,
      textAt(each, 'trackingNumber'),
    ]),
  );
  const units = Array.from({ length: unitCount }, (_, index) => ({
    trackingReference: pieces.get(index + 1) ?? waybill,
  }));
  const documents = listAt(body, 'documents').flatMap((document) => readDocument(document, unitCount));
  return { ...bookedUnder(waybill, units), documents: withUnits(documents, unitCount) };
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

function readDocument(document: unknown, unitCount: number): CarrierDocument[] {
  const kind = KINDS[(textAt(document, 'typeCode') ?? '').toLowerCase()];
  const format = documentFormat(textAt(document, 'imageFormat') ?? 'PDF');
  const content = bytesAt(document, 'content');
  if (kind === undefined || format === undefined || content === undefined) return [];
  const number = numberAt(document, 'packageReferenceNumber') ?? 0;
  const isOfUnit = kind === 'label' && Number.isInteger(number) && number >= 1 && number <= unitCount;
  return [{ kind, format, content, ...(isOfUnit ? { unitIndex: number - 1 } : {}) }];
}

/** Where DHL does not say which label is whose, there is one for each unit, in order; or one that holds all. */
function withUnits(documents: readonly CarrierDocument[], unitCount: number): CarrierDocument[] {
  const labels = documents.filter((document) => document.kind === 'label');
  if (labels.length !== unitCount || labels.every((label) => label.unitIndex !== undefined)) return [...documents];
  return documents.map((document) =>
    document.kind === 'label' ? { ...document, unitIndex: labels.indexOf(document) } : document,
  );
}
