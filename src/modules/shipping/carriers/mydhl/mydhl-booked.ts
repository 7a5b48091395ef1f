import { Type } from '@sinclair/typebox';
import { documentFormat } from '../capabilities.ts';
import type { Booked, CarrierDocument } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';

const KINDS: Readonly<Record<string, CarrierDocument['kind']>> = {
  label: 'label',
  waybilldoc: 'waybill',
  waybill: 'waybill',
  invoice: 'commercial-invoice',
  proforma: 'commercial-invoice',
  shipmentreceipt: 'receipt',
  receipt: 'receipt',
};

const Document = Type.Object({
  typeCode: Type.String(),
  content: Type.Uint8Array(),
  packageReferenceNumber: Type.Number(),
});

/** What `POST /shipments` tells of a booking. */
export const MyDhlShipAnswer = Type.Object({
  shipmentTrackingNumber: Type.String(),
  packages: Type.Array(Type.Object({ referenceNumber: Type.Number(), trackingNumber: Type.String() })),
  documents: Type.Array(Document),
});

/**
 * The answer to `POST /shipments`, whose packages have our numbers from 1. A piece that it does not tell is known by the waybill.
 * @throws CarrierOutcomeUnknown when there is no waybill number in it
 */
export function readShipAnswer(body: unknown, unitCount: number): Booked {
  const answer = decodeAnswer(MyDhlShipAnswer, body);
  const waybill = answer.shipmentTrackingNumber;
  if (waybill === undefined) throw new CarrierOutcomeUnknown('DHL Express answered without a waybill number');
  const pieces = new Map(
    answer.packages.map(({ referenceNumber, trackingNumber }, index) => [referenceNumber ?? index + 1, trackingNumber]),
  );
  const units = Array.from({ length: unitCount }, (_, index) => ({
    trackingReference: pieces.get(index + 1) ?? waybill,
  }));
  const documents = answer.documents.flatMap((document) => readDocument(document, unitCount));
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

function readDocument(document: Told<typeof Document>, unitCount: number): CarrierDocument[] {
  const { typeCode = '', content, packageReferenceNumber: number = 0 } = document;
  const kind = KINDS[typeCode.toLowerCase()];
  const format = content && documentFormat(content);
  if (kind === undefined || format === undefined || content === undefined) return [];
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
