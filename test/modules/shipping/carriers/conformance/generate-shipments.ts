import { Value } from '@sinclair/typebox/value';
import type { ReturnService } from '../../../../../src/modules/shipping/carriers/capabilities.ts';
import type { BookingRequest } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { checkShipment } from '../../../../../src/modules/shipping/check-shipment.ts';
import { bookingReference } from '../../../../../src/modules/shipping/consignment.ts';
import { leavesCustomsTerritory } from '../../../../../src/modules/shipping/customs-territory.ts';
import { measureUnits } from '../../../../../src/modules/shipping/measure-units.ts';
import type { ShipmentInput } from '../../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { LONG, NAMES, PLACES, type Place, type PlaceAddress } from './places.ts';

export interface ShipmentRange {
  /** From where to where, one shipment at least for each. */
  lanes: readonly (readonly [Place, Place])[];
  maxHandlingUnits: number;
  returns: readonly ReturnService[];
  /** Several units in one booking. Default: up to five. */
  manyUnits?: number;
}

export interface GeneratedShipment {
  /** What is particular about it, for messages. */
  name: string;
  request: BookingRequest;
}

const ORDERED_ON = new Date('2026-12-01T09:00:00Z');
const INCOTERMS = ['DAP', 'DDP', 'EXW', 'FCA', 'CPT', 'CIP', 'DPU', 'CIF'] as const;
const CONTENT_TYPES = ['merchandise', 'gift', 'sample', 'returned-goods', 'other', 'documents'] as const;
const PACKAGE_TYPES = ['Box', 'Envelope', 'Pallet', 'Tube', 'Crate', 'Bag', 'Other'] as const;
const WEIGHTS = [
  { value: 2.5, unit: 'kg' },
  { value: 1, unit: 'g' },
  { value: 0.1, unit: 'oz' },
  { value: 31.4999, unit: 'kg' },
  { value: 5, unit: 'lb' },
] as const;
const DIMENSIONS = [
  { length: 30, width: 20, height: 15, unit: 'cm' },
  undefined,
  { length: 1, width: 1, height: 1, unit: 'mm' },
  { length: 47.24, width: 19.7, height: 11.8, unit: 'in' },
] as const;
const ROUNDS = 60;

/**
 * At least fifty shipments that the API takes, the same in every run: each lane, each kind of customs data, one and several units, the
 * longest texts, names in other scripts, everything optional left out.
 */
export function generateShipments(range: ShipmentRange): GeneratedShipment[] {
  return Array.from({ length: Math.max(ROUNDS, range.lanes.length) }, (_, round) => generate(range, round));
}

function generate(range: ShipmentRange, round: number): GeneratedShipment {
  const [from, to] = pick(range.lanes, round);
  const isLong = round % 7 === 3;
  const isBare = round % 7 === 5;
  const sender = party(from, round, isLong, isBare);
  const receiver = party(to, round + 1, isLong, isBare);
  const unitCount = Math.min(range.maxHandlingUnits, round % 3 === 1 ? (range.manyUnits ?? 2 + (round % 4)) : 1);
  const leaves = leavesCustomsTerritory(sender, receiver);
  const contentType = pick(CONTENT_TYPES, round);
  const returnService = round % 10 === 9 && !leaves ? range.returns[round % range.returns.length] : undefined;
  const input: ShipmentInput = {
    reference: isLong ? `ORD-${'ü'.repeat(60)}` : `ORD-2026-${String(round).padStart(5, '0')}`,
    carrierReference: 'CARRIER',
    serviceLevelReference: 'STANDARD',
    addresses: { sender, receiver },
    handlingUnits: Array.from({ length: unitCount }, (_, unit) => ({
      ...(isBare ? {} : { reference: `PKG-${unit + 1}` }),
      packageType: pick(PACKAGE_TYPES, round),
      weight: pick(WEIGHTS, leaves ? 0 : round + unit),
      ...withDimensions(round + unit, isBare),
      ...(leaves && contentType !== 'documents' ? { goodsItems: goods(round, unit, isLong) } : {}),
    })),
    ...(leaves
      ? {
          customs: {
            incoterm: pick(INCOTERMS, round),
            contentType,
            invoiceNumber: isLong ? `INV-${'9'.repeat(60)}` : `INV-${round}`,
            invoiceDate: '2026-11-30',
            ...(round % 2 === 0 ? { lowValue: false } : {}),
          },
        }
      : {}),
    ...(isBare ? {} : { instructions: isLong ? `Läuten ${'und warten '.repeat(5)}` : 'Ring twice' }),
    ...(returnService === undefined ? {} : { returnService }),
  };
  checkShipment(input);
  const { handlingUnits, ...content } = input;
  const shipmentId = `01a200da-fb25-70a4-887f-${String(round).padStart(12, '0')}`;
  return {
    name: `${round}: ${from}-${to}, ${unitCount} unit(s)${isLong ? ', long' : ''}${isBare ? ', bare' : ''}${returnService === undefined ? '' : `, ${returnService}`}`,
    request: {
      bookingReference: bookingReference(shipmentId, 1),
      shipmentId,
      content: Value.Clone(content),
      handlingUnits: measureUnits(handlingUnits),
      orderedOn: ORDERED_ON,
      leavesCustomsTerritory: leaves,
      isDutiable: leaves && contentType !== 'documents',
    },
  };
}

function party(place: Place, round: number, isLong: boolean, isBare: boolean): PlaceAddress {
  const address: PlaceAddress = PLACES[place];
  const name = pick(NAMES, round);
  if (isBare) {
    const { phone: _phone, ...rest } = address;
    return { ...rest, contactName: 'J' };
  }
  if (isLong) return { ...address, ...LONG };
  return {
    ...address,
    ...name,
    addressLine2: round % 2 === 0 ? '2. OG' : '',
    email: 'john@example.com',
    residential: round % 2 === 0,
    ...(round % 4 === 0 ? { eoriNumber: 'NL123456789', vatNumber: 'NL123456789B01' } : {}),
  };
}

function goods(round: number, unit: number, isLong: boolean) {
  return Array.from({ length: 1 + (round % 3) }, (_, item) => ({
    description: isLong ? `Baumwollhemd, langärmelig, ${'mit Kragen '.repeat(3)}` : `Cotton T-shirt ${item + unit}`,
    quantity: item === 2 ? 999 : 2,
    ...(item === 1 ? {} : { sku: isLong ? `SKU-${'ü'.repeat(60)}` : `SKU-${round}` }),
    value: { amount: item === 1 ? '0.01' : '12.50', currency: 'EUR' },
    hsCode: item === 0 ? '6109.10.00' : '610910',
    countryOfOrigin: 'PT',
    netWeight: { value: 0.4, unit: 'g' } as const,
  }));
}

function withDimensions(round: number, isBare: boolean) {
  const dimensions = isBare ? undefined : DIMENSIONS[round % DIMENSIONS.length];
  return dimensions === undefined ? {} : { dimensions };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from');
  return item;
}
