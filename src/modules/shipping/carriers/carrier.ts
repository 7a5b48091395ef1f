import type { LabelFields } from '../labels/render-labels.ts';
import type { HandlingUnit, Refusal, ShipmentContent } from '../shipment.ts';
import type { TrackingEvent } from '../tracking-event.ts';

/**
 * One carrier's API, as this product needs it. An implementation translates and asks; it keeps nothing and decides nothing.
 * Whatever it cannot tell for sure it throws as `CarrierOutcomeUnknown`: only a refusal in the carrier's own words is a refusal.
 */
export interface Carrier {
  readonly name: string;
  /** Ships nothing, so that test tokens may use it. */
  readonly isSandbox: boolean;
  /** After a booking call has ended without an answer, how long until `find` would surely show its booking. */
  readonly bookingVisibleAfterMs: number;
  book(request: BookingRequest, context: CarrierContext): Promise<Booked | Refused>;
  /** The live booking made under this reference; undefined when the carrier surely has none. */
  find(request: BookingRequest, context: CarrierContext): Promise<Booked | undefined>;
  /** Voids a booking. Voiding one that is void already is a success. */
  cancel(booking: BookingToCancel, context: CarrierContext): Promise<Canceled | Refused>;
  /** The carrier's scans of a booking since it was made, oldest first. */
  track(booking: BookingToCancel, context: CarrierContext): Promise<CarrierScan[]>;
}

export interface CarrierContext {
  tenantId: string;
  /** The carrier's product code of the chosen service level. */
  productCode: string;
  serviceName: string;
  /** Opened for this call only. */
  credentials: Readonly<Record<string, string>>;
  /** Aborts when the call's deadline has passed. After that the call must not begin anything at the carrier. */
  signal: AbortSignal;
}

export interface BookingRequest {
  bookingReference: string;
  shipmentId: string;
  content: ShipmentContent;
  handlingUnits: readonly HandlingUnit[];
  shippedOn: Date;
}

export interface BookingToCancel {
  bookingReference: string;
  carrierBookingReference: string;
}

export interface Booked {
  outcome: 'booked';
  carrierBookingReference: string;
  trackingUrl?: string;
  /** One for each handling unit, in order. */
  units: readonly { trackingReference: string; label: LabelFields }[];
  scans: readonly CarrierScan[];
}

export interface Refused extends Refusal {
  outcome: 'refused';
}

export interface Canceled {
  outcome: 'canceled';
}

/** A scan as the carrier told it, with the standardised code beside its own. */
export type CarrierScan = Pick<
  TrackingEvent,
  'code' | 'reason' | 'carrierCode' | 'description' | 'location' | 'occurredOn'
> & {
  /** Index into the booking's units; absent: all of them. */
  unitIndex?: number;
};

/** The call ended and nobody can say from here whether the carrier acted on it: time-out, lost connection, 5xx, an unreadable answer. */
export class CarrierOutcomeUnknown extends Error {
  override readonly name = 'CarrierOutcomeUnknown';
}
