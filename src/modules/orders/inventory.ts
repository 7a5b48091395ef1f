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

/** One item that there is not enough of. */
export interface Shortage {
  sku: string;
  wanted: bigint;
  available: bigint;
}

/** What was asked may have been done or not: the same call, repeated, tells. */
export class DependencyUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
  readonly dependency: 'inventory' | 'payment system';
  /** It was asked and did not answer in time; else it could not be asked, or said that it cannot. */
  readonly isTimeout: boolean;

  constructor(dependency: DependencyUnavailable['dependency'], options: { isTimeout?: boolean; cause?: unknown } = {}) {
    super(`the ${dependency} ${options.isTimeout === true ? 'did not answer in time' : 'is unavailable'}`, {
      cause: options.cause,
    });
    this.dependency = dependency;
    this.isTimeout = options.isTimeout ?? false;
  }
}
