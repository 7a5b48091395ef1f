import type { Shortage } from './dependency.ts';
import type { Order, OrderLine } from './order.ts';

/** The stock system, in this process or another company's. Every call may be repeated: the order's id is its key. */
export interface Inventory {
  /** All items or none. @throws DependencyUnavailable when it is not known whether it was done */
  reserve(order: ReservationRequest, deadlineMs?: number): Promise<Reserved | NotReserved>;
  /** Also of a reservation that is free already, or not made yet, which it then never is. @throws DependencyUnavailable */
  release(order: ReleaseRequest, deadlineMs?: number): Promise<{ released: boolean }>;
}

export interface ReservationRequest extends Pick<Order, 'tenantId' | 'id' | 'currency'> {
  items: readonly OrderLine[];
  until: Date;
}

export interface ReleaseRequest extends Pick<Order, 'tenantId' | 'id'> {
  reason: string;
}

export interface Reserved {
  outcome: 'reserved';
  reservationId: string;
  reservedUntil: Date;
}

/** Not enough of something; or it was released before it came here, and then nothing is short. */
export interface NotReserved {
  outcome: 'refused';
  shortages: readonly Shortage[];
  /** The stock system's own words, where it names no shortages. */
  message?: string;
}
