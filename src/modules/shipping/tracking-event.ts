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
/** Why a lost parcel stays lost. */
const GONE: ReadonlySet<string> = new Set(['recordClosed', 'disposed']);
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
  return LAST.has(code) || (code === 'Lost' && GONE.has(reason ?? ''));
}

/**
 * The same for the same scan however often and by whatever path it is told. A carrier's own code tells its scans apart, not what we
 * make of it: a mapping that has been mended since does not make a new scan.
 */
export function fingerprint(event: TrackingEvent): string {
  const isCoded = event.source === 'carrier' && event.carrierCode !== undefined;
  const identity = [
    event.source,
    event.handlingUnitId ?? '',
    isCoded ? '' : event.code,
    event.carrierCode ?? '',
    event.occurredOn.toISOString(),
    isCoded ? '' : (event.reason ?? ''),
    event.description ?? '',
    [event.location?.city ?? '', event.location?.postCode ?? '', event.location?.countryCode ?? ''],
  ];
  return createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 27);
}
