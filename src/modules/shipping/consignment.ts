import type { CarrierProfile, ServiceLevel } from './carrier-profile.ts';
import type { Refusal } from './shipment.ts';

export type ConsignmentStatus = 'Ordered' | 'Accepted' | 'Declined' | 'Canceled';

/** One booking with one carrier: what was asked under which reference, and how far it has come. */
export interface Consignment {
  tenantId: string;
  id: string;
  shipmentIds: readonly string[];
  carrierReference: string;
  serviceLevelReference: string;
  /** The profile and the service level that it was booked with, whatever has become of them since. */
  profileId: string;
  serviceLevel: ServiceLevel;
  /** The account's settings as they were then: whatever is asked about the booking is asked of that account. */
  settings?: CarrierProfile['settings'];
  status: ConsignmentStatus;
  /** Sent with the booking; by it the carrier is asked later what became of it. */
  bookingReference: string;
  carrierBookingReference?: string;
  trackingUrl?: string;
  refusal?: Refusal;
  /** What the caller wanted when the voiding of the booking began; absent when none is under way. */
  voidingFor?: VoidingPurpose;
  /** Until then only the one who set it may call the carrier about this booking. */
  calledUntil: Date;
  /** Whether a booking call may have had an effect that nobody learnt. */
  doubtful: boolean;
  /** When the carrier is asked for scans next; absent when it is not, or no longer. */
  trackOn?: Date;
  eventSequence: number;
  createdOn: Date;
  updatedOn: Date;
}

export const VOIDING_PURPOSES = ['cancel', 'reset'] as const;
export type VoidingPurpose = (typeof VOIDING_PURPOSES)[number];

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference under which a shipment's n-th booking is made: `VY`, the id in Crockford's base 32 (26 characters),
 * and the attempt. The same shipment and attempt give the same reference for ever; 32 characters hold it to attempt 999.
 */
export function bookingReference(shipmentId: string, attempt: number): string {
  let rest = BigInt(`0x${shipmentId.replaceAll('-', '')}`);
  let encoded = '';
  for (let digit = 0; digit < 26; digit++) {
    encoded = `${ALPHABET[Number(rest & 31n)]}${encoded}`;
    rest >>= 5n;
  }
  return `VY${encoded}-${attempt}`;
}
