import type { ProblemField } from '../../platform/problem.ts';
import type { Rate } from '../../platform/rate-schemas.ts';
import { invalidStateTransition } from './errors.ts';
import type { ShipmentInput } from './v2/shipment-schemas.ts';

export type ShipmentStatus = 'Created' | 'Ordered' | 'Accepted' | 'Declined' | 'Canceled' | 'Executed';
export type ShipmentAction = 'update' | 'order' | 'accept' | 'decline' | 'cancel' | 'reset' | 'execute';
export type HandlingUnitStatus = 'AtOrigin' | 'InTransit' | 'InHub' | 'Delivered';

/** Every legal move. What is not here is `invalid-state-transition` (409). */
const TRANSITIONS = {
  Created: { update: 'Created', order: 'Ordered', cancel: 'Canceled' },
  Ordered: { accept: 'Accepted', decline: 'Declined' },
  Accepted: { cancel: 'Canceled', reset: 'Created', execute: 'Executed' },
  Declined: { cancel: 'Canceled', reset: 'Created' },
  Canceled: { reset: 'Created' },
  Executed: {},
} as const satisfies Record<ShipmentStatus, Partial<Record<ShipmentAction, ShipmentStatus>>>;

/** What a caller may ask for; the other actions are the carrier's. */
const CALLER_ACTIONS: ReadonlySet<string> = new Set<ShipmentAction>(['update', 'order', 'cancel', 'reset']);

/** @throws invalid-state-transition (409) */
export function nextStatus(status: ShipmentStatus, action: ShipmentAction): ShipmentStatus {
  const next = (TRANSITIONS[status] as Partial<Record<ShipmentAction, ShipmentStatus>>)[action];
  if (next === undefined) throw invalidStateTransition(action, status, allowedTransitions(status));
  return next;
}

export function allows(status: ShipmentStatus, action: ShipmentAction): boolean {
  return action in TRANSITIONS[status];
}

/** What a caller may do from here, as offered in `_links` and in a 409's `allowedTransitions`. */
export function allowedTransitions(status: ShipmentStatus): ShipmentAction[] {
  return (Object.keys(TRANSITIONS[status]) as ShipmentAction[]).filter((action) => CALLER_ACTIONS.has(action));
}

type UnitInput = ShipmentInput['handlingUnits'][number];

/** What the client sent, kept and echoed unchanged. */
export type ShipmentContent = Omit<ShipmentInput, 'handlingUnits'>;

export interface HandlingUnit {
  id: string;
  /** From 1, in label order. */
  number: number;
  status: HandlingUnitStatus;
  weightGrams: number;
  dimensionsMillimetres?: { length: number; width: number; height: number };
  trackingReference?: string;
  content: UnitInput;
}

export interface Shipment {
  tenantId: string;
  id: string;
  status: ShipmentStatus;
  /** Rises by one with each saved change. */
  version: number;
  /** The sequence of the newest event about this shipment. */
  eventSequence: number;
  /** Bookings begun so far. */
  bookingAttempts: number;
  content: ShipmentContent;
  handlingUnits: readonly HandlingUnit[];
  /** The live or newest consignment. */
  consignmentId?: string;
  carrierBookingReference?: string;
  trackingUrl?: string;
  refusal?: Refusal;
  /** The shipment waits for a person. */
  hold?: Hold;
  /** What it costs by contract, as of when it was ordered. */
  rate?: Rate;
  /** The newest request with an Idempotency-Key that began or did something here. */
  lastRequest?: string;
  createdOn: Date;
  updatedOn: Date;
}

export interface Refusal {
  carrierErrorCode: string;
  carrierMessage: string;
  /** The places in the shipment that the carrier complained of, where these can be told. */
  errors?: readonly ProblemField[];
  /** Whether the very same request may be accepted later. Absent: no. */
  retryable?: boolean;
  /** `profile`: the account is at fault, not the shipment. */
  fault?: 'profile';
}

/** Why nobody but a person can say how the booking ended. */
export interface Hold {
  reason: 'booking-outcome-unknown';
  /** What to do about it. */
  detail: string;
  since: string;
}
