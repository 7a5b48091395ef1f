import { createHash } from 'node:crypto';
import type { HandlingUnitStatus } from './shipment.ts';

/** Standardised tracking codes; every carrier's own codes map to these. */
export const TRACKING_CODES = [
  'Registered',
  'PickedUp',
  'InTransit',
  'AtHub',
  'OutForDelivery',
  'ReadyForPickup',
  'Delivered',
  'DeliveryFailed',
  'Delayed',
  'OnHold',
  'Customs',
  'ReturnToSender',
  'Returned',
  'Damaged',
  'Lost',
  'Canceled',
  'Unknown',
] as const;
export type TrackingCode = (typeof TRACKING_CODES)[number];

export interface TrackingEvent {
  id: string;
  consignmentId?: string;
  handlingUnitId?: string;
  source: 'carrier' | 'shipper' | 'partner';
  code: TrackingCode;
  reason?: string;
  /** The carrier's own code and text, kept for ever as they came. */
  carrierCode?: string;
  description?: string;
  location?: TrackingLocation;
  occurredOn: Date;
  recordedOn: Date;
}

export interface TrackingLocation {
  city?: string;
  postCode?: string;
  countryCode?: string;
}

interface Meaning {
  /** The parcel is in someone's hands. */
  physical: boolean;
  unit?: HandlingUnitStatus;
}

/** What a code says about the parcel itself. */
const MEANINGS: Readonly<Record<TrackingCode, Meaning>> = {
  Registered: { physical: false },
  PickedUp: { physical: true, unit: 'InTransit' },
  InTransit: { physical: true, unit: 'InTransit' },
  AtHub: { physical: true, unit: 'InHub' },
  OutForDelivery: { physical: true, unit: 'InTransit' },
  ReadyForPickup: { physical: true, unit: 'InHub' },
  Delivered: { physical: true, unit: 'Delivered' },
  DeliveryFailed: { physical: true, unit: 'InTransit' },
  Delayed: { physical: false },
  OnHold: { physical: false },
  Customs: { physical: true, unit: 'InHub' },
  ReturnToSender: { physical: true, unit: 'InTransit' },
  Returned: { physical: true, unit: 'AtOrigin' },
  Damaged: { physical: true },
  Lost: { physical: false },
  Canceled: { physical: false },
  Unknown: { physical: false },
};

/** Whether the event proves that the carrier has the parcel, which is what makes a shipment `Executed`. */
export function isPhysicalScan(code: TrackingCode): boolean {
  return MEANINGS[code].physical;
}

/** Where a unit is after the event; undefined when the event does not say. */
export function unitStatusAfter(code: TrackingCode): HandlingUnitStatus | undefined {
  return MEANINGS[code].unit;
}

/** After one of these a carrier has nothing more to tell of a parcel. */
const LAST: ReadonlySet<TrackingCode> = new Set<TrackingCode>(['Delivered', 'Returned', 'Canceled']);
/** They say nothing of where the parcel is, and may follow its delivery: the photo, the message to the sender, the money's transfer. */
const PAPERWORK: ReadonlySet<TrackingCode> = new Set<TrackingCode>(['Registered', 'Unknown']);

/** Whether the newest scan of every unit that tells of the parcel itself is the last that there will be. */
export function isFinal(
  unitCount: number,
  scans: readonly (Pick<TrackingEvent, 'code' | 'reason' | 'occurredOn'> & { unitIndex?: number })[],
): boolean {
  return Array.from({ length: unitCount }, (_, index) => index).every((unit) => {
    const newest = scans
      .filter((scan) => (scan.unitIndex === undefined || scan.unitIndex === unit) && !PAPERWORK.has(scan.code))
      .toSorted((one, other) => one.occurredOn.getTime() - other.occurredOn.getTime())
      .at(-1);
    return newest !== undefined && isLast(newest);
  });
}

function isLast({ code, reason }: Pick<TrackingEvent, 'code' | 'reason'>): boolean {
  // Whatever became of the parcel, its carrier tells no more.
  if (reason === 'recordClosed') return true;
  return LAST.has(code) || (code === 'Lost' && reason === 'disposed');
}

/**
 * The recorded scans that this scan repeats, though it may have come another way or in other words: those with the same carrier's code at the
 * same moment, unless their places contradict each other. A scan of the whole shipment stands for one of each unit: so a unit's scan is
 * known when the shipment's is, and the shipment's when those of all units are.
 * @returns none when the scan is new
 */
export function sameScans(
  scan: TrackingEvent,
  recorded: readonly TrackingEvent[],
  units: readonly { id: string }[],
): TrackingEvent[] {
  const isOf = (unitId: string | undefined) => (each: TrackingEvent) => each.handlingUnitId === unitId;
  const isOwn = isOf(scan.handlingUnitId);
  if (!isCoded(scan)) {
    const key = fingerprint(scan);
    return recorded.filter((each) => isOwn(each) && fingerprint(each) === key);
  }
  const same = recorded.filter((each) => agree(scan, each));
  const own = same.filter(isOwn);
  if (own.length > 0) return own;
  if (scan.handlingUnitId !== undefined) return same.filter(isOf(undefined));
  return units.every(({ id }) => same.some(isOf(id))) ? same : [];
}

/** Whether scans are compared by the carrier's own code. What we make of the code may change with the mapping, which must not make a new scan. */
function isCoded({ source, carrierCode }: TrackingEvent): boolean {
  return source === 'carrier' && carrierCode !== undefined;
}

function agree(one: TrackingEvent, other: TrackingEvent): boolean {
  return (
    isCoded(other) &&
    one.carrierCode === other.carrierCode &&
    one.occurredOn.getTime() === other.occurredOn.getTime() &&
    PLACE_MEMBERS.every((member) => isCompatible(one.location?.[member], other.location?.[member]))
  );
}

const PLACE_MEMBERS = ['city', 'postCode', 'countryCode'] as const;

/** What one of them does not say, it does not deny. */
function isCompatible(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** The same for the same scan in the same words, however often it is told. */
export function fingerprint(event: TrackingEvent): string {
  const coded = isCoded(event);
  const identity = [
    event.source,
    event.handlingUnitId ?? '',
    coded ? '' : event.code,
    event.carrierCode ?? '',
    event.occurredOn.toISOString(),
    coded ? '' : (event.reason ?? ''),
    event.description ?? '',
    [event.location?.city ?? '', event.location?.postCode ?? '', event.location?.countryCode ?? ''],
  ];
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 27);
}
