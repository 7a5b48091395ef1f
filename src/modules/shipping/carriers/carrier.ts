import type { TObject } from '@sinclair/typebox';
import type { Clock } from '../../../platform/clock.ts';
import type { LabelFields } from '../labels/render-labels.ts';
import type { HandlingUnit, Refusal, ShipmentContent } from '../shipment.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { CarrierCapabilities, DocumentFormat, DocumentKind } from './capabilities.ts';
import type { CarrierHttp } from './http/carrier-http.ts';
import type { StandardisedCode } from './tracking-codes/code-table.ts';

/**
 * One carrier's API, as this product needs it. An implementation translates and asks; it keeps nothing and decides nothing.
 * Whatever it cannot tell for sure it throws as `CarrierOutcomeUnknown`: only a refusal in the carrier's own words is a refusal.
 * The methods that a carrier lacks are those that its `capabilities` deny.
 */
export interface Carrier<Account extends CarrierAccount = CarrierAccount> {
  readonly name: string;
  /** Ships nothing, so that test tokens may use it. */
  readonly isSandbox: boolean;
  readonly capabilities: CarrierCapabilities;
  /** Where the carrier's API is; absent for the sandbox, which is in this process. */
  readonly baseUrls?: Readonly<Record<CarrierEnvironment, string>>;
  /** What a profile must say to use this carrier; the errors of its creation come from here. */
  readonly credentialsSchema: TObject;
  readonly settingsSchema: TObject;
  readonly defaultBookingTimeoutMs: number;
  /** After a booking call has ended without an answer, how long until `find` would surely show its booking. */
  readonly bookingVisibleAfterMs: number;
  book(request: BookingRequest, context: CarrierContext<Account>): Promise<Booked | Refused>;
  /**
   * The live booking with its labels; undefined when the carrier surely has none. It is asked for in two ways. With
   * `carrierBookingReference`: the booking of that number, which every carrier must find, since a person has told it or its labels are
   * missing. Without: the one under our `bookingReference`, to settle a booking whose answer was lost; only where
   * `capabilities.findsBy` is `booking-reference`. @throws CarrierAnswerUnclear when the carrier's answer does not tell
   */
  find(request: BookingToFind, context: CarrierContext<Account>): Promise<Booked | undefined>;
  /** Voids a booking. Voiding one that is void already is a success. */
  cancel(booking: BookingToCancel, context: CarrierContext<Account>): Promise<Canceled | Refused>;
  /**
   * The carrier's scans of each booking, by our booking reference. At most `capabilities.trackingBatch` are asked for in one call.
   * A booking of which nothing could be learnt is left out; one without scans yet has an empty list. Absent: that is none.
   */
  track?(
    bookings: readonly BookingToTrack[],
    context: CarrierContext<Account>,
  ): Promise<ReadonlyMap<string, readonly CarrierScan[]>>;
  /**
   * What one of the carrier's own codes means, however it came here, as `docs/carriers.md` writes it; undefined where its table
   * does not have it. Absent: the carrier has no codes.
   */
  standardise?(carrierCode: string): StandardisedCode | undefined;
  /** Prices and days of every product that the carrier offers for it, or of the asked ones. */
  quote?(request: QuoteRequest, context: CarrierContext<Account>): Promise<readonly CarrierQuote[] | Refused>;
  /** Asks the carrier whether it accepts the credentials; books nothing. Few carriers say more of an account before it is used. A refusal says what the carrier said. */
  verify(context: CarrierContext<Account>): Promise<Verified | Refused>;
}

export type CarrierEnvironment = 'test' | 'production';

/** What a profile says about the account, each in the form of the adapter's own schema. */
export interface CarrierAccount {
  credentials: object;
  settings: object;
}

export interface CarrierContext<Account extends CarrierAccount = CarrierAccount> {
  tenantId: string;
  /**
   * The carrier's product code of the chosen service level, as the profile has it; empty where a call is about none. An adapter checks it when
   * it books, and only where the carrier's document has a short closed list.
   */
  productCode: string;
  serviceName: string;
  /** Opened for this call only. */
  credentials: Readonly<Account['credentials']>;
  settings: Readonly<Account['settings']>;
  /** Of the profile, without a trailing slash; empty for the sandbox. */
  baseUrl: string;
  /** What labels are asked for as, where the carrier offers it. */
  labelFormat: DocumentFormat;
  /** Every request to the carrier goes through it. */
  http: CarrierHttp;
  clock: Clock;
  /** Aborts when the call's deadline has passed. After that the call must not begin anything at the carrier. */
  signal: AbortSignal;
}

export interface BookingRequest {
  bookingReference: string;
  shipmentId: string;
  content: ShipmentContent;
  handlingUnits: readonly HandlingUnit[];
  /**
   * The moment of ordering, for papers. It is past when the booking is sent, and a day old when it is sent again: what a carrier wants to
   * know as the time of shipping is made of `CarrierContext.clock` and never of this.
   */
  orderedOn: Date;
  /** The lane leaves a customs territory, be it with goods or with documents. */
  leavesCustomsTerritory: boolean;
  /** It does so with more than documents: customs data are complete, and a commercial invoice is wanted. */
  isDutiable: boolean;
}

export interface BookingToFind extends BookingRequest {
  /** The carrier's own number: of the booking that a person has found in the carrier's portal, or of one whose labels are missing. */
  carrierBookingReference?: string;
  /** The carrier's numbers of the units, in order, where they are known. */
  unitReferences?: readonly string[];
}

export interface BookingToCancel {
  bookingReference: string;
  carrierBookingReference: string;
  /** The carrier's numbers of the units, in order. */
  unitReferences: readonly string[];
}

export interface BookingToTrack extends BookingToCancel {
  bookedOn: Date;
}

export interface Booked {
  outcome: 'booked';
  carrierBookingReference: string;
  trackingUrl?: string;
  /** One for each handling unit, in order. `label` where the carrier leaves the drawing to us. */
  units: readonly { trackingReference: string; label?: LabelFields }[];
  /**
   * Labels and papers that the carrier drew. Each unit should have a label here or in `units`; one that has none is booked all the same,
   * and its label is asked for again by `find` when somebody wants it (`missing-labels.ts`).
   */
  documents?: readonly CarrierDocument[];
  scans: readonly CarrierScan[];
}

/** A paper as the carrier gave it. */
export interface CarrierDocument {
  kind: DocumentKind;
  format: DocumentFormat;
  /** Index into the booking's units; absent: of the whole booking. A label document that holds every unit's label has none. */
  unitIndex?: number;
  content: Uint8Array;
}

export interface Refused extends Refusal {
  outcome: 'refused';
}

export interface Canceled {
  outcome: 'canceled';
}

export interface Verified {
  outcome: 'verified';
}

export interface QuoteRequest {
  sender: ShipmentContent['addresses']['sender'];
  receiver: ShipmentContent['addresses']['receiver'];
  /** With goods only where every unit has some, and all of them a quantity and a value, in one currency. */
  handlingUnits: readonly Pick<HandlingUnit, 'weightGrams' | 'dimensionsMillimetres' | 'content'>[];
  /** The day that is asked about, YYYY-MM-DD; today mostly, of which an hour may be past already. */
  shipsOn: string;
  leavesCustomsTerritory: boolean;
  /** It does so with more than documents. */
  isDutiable: boolean;
  /** It holds documents and nothing else, wherever it goes. Absent: as `isDutiable` tells of what leaves a customs territory. */
  isDocuments?: boolean;
  /** The products of the profile's service levels. */
  productCodes: readonly string[];
}

export interface CarrierQuote {
  productCode: string;
  /** A decimal string and its ISO 4217 currency, all surcharges and taxes that the carrier names included. */
  total: { amount: string; currency: string };
  /** Working days until delivery, where the carrier says. */
  transitDays?: number;
  /** What the total is made of, in the carrier's words. */
  lines?: readonly { description: string; amount: string }[];
}

/** A scan as the carrier told it, with the standardised code beside its own. */
export type CarrierScan = Pick<
  TrackingEvent,
  'code' | 'reason' | 'carrierCode' | 'description' | 'location' | 'occurredOn'
> & {
  /** Index into the booking's units; absent: all of them. */
  unitIndex?: number;
  /** It has a code that no table of the carrier has, unlike one that is `Unknown` on purpose. */
  isUnmapped?: true;
};
