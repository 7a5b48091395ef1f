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
  const told = numbersOf(
    answer.packages.map(({ referenceNumber }) => referenceNumber),
    unitCount,
  );
  const pieces = new Map(
    answer.packages.map(({ trackingNumber }, index) => [told[index] ?? index + 1, trackingNumber]),
  );
  const units = Array.from({ length: unitCount }, (_, index) => ({
    trackingReference: pieces.get(index + 1) ?? waybill,
  }));
  const papers = answer.documents.flatMap(readDocument);
  const labels = papers.filter(({ kind }) => kind === 'label');
  const others = papers.filter(({ kind }) => kind !== 'label').map(({ number: _number, ...paper }) => paper);
  return { ...bookedUnder(waybill, units), documents: [...withUnits(labels, unitCount), ...others] };
}

/** Of packages, as DHL tells them: ours, from 1. Where one is not among these, all are told of something else, and none is known. */
function numbersOf(told: readonly (number | undefined)[], unitCount: number): (number | undefined)[] {
  const areOurs = told.every(
    (number) => number === undefined || (Number.isInteger(number) && number >= 1 && number <= unitCount),
  );
  return areOurs ? [...told] : told.map(() => undefined);
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

type Paper = Pick<CarrierDocument, 'kind' | 'format' | 'content'> & { number: number | undefined };

function readDocument(document: Told<typeof Document>): Paper[] {
  const { typeCode = '', content, packageReferenceNumber: number } = document;
  const kind = KINDS[typeCode.toLowerCase()];
  const format = content && documentFormat(content);
  return kind === undefined || format === undefined || content === undefined ? [] : [{ kind, format, content, number }];
}

/**
 * The labels with their units. Those that DHL gives no number are of the units that are left, in order, where that can only be meant; or there is
 * one that holds all. A label that may be another unit's is none: it is asked for again.
 */
function withUnits(labels: readonly Paper[], unitCount: number): CarrierDocument[] {
  const told = numbersOf(
    labels.map(({ number }) => number),
    unitCount,
  );
  const left = Array.from({ length: unitCount }, (_, index) => index + 1).filter((number) => !told.includes(number));
  const untold = told.filter((number) => number === undefined).length;
  const areInOrder = told.every((number, index) => number === undefined || number === index + 1);
  const isOneEach = untold === left.length && (untold === 1 || areInOrder);
  const holdAll = left.length === 0 || (untold === labels.length && (untold === 1 || untold > unitCount));
  return labels.flatMap(({ number: _number, ...label }, index) => {
    const number = told[index] ?? (isOneEach ? left.shift() : undefined);
    if (number !== undefined) return [{ ...label, unitIndex: number - 1 }];
    return holdAll ? [label] : [];
  });
}
