import type { Shortage } from './dependency.ts';
import { invalidStateTransition } from './errors.ts';

export type OrderStatus = 'PENDING' | 'RESERVED' | 'PAID' | 'CONFIRMED' | 'CANCELED' | 'REFUNDED';
export type OrderAction = 'reserve' | 'pay' | 'confirm' | 'cancel' | 'refund';
export type PaymentStatus = 'PENDING' | 'HELD' | 'CAPTURED' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED' | 'FAILED';
export type CancelReason =
  | 'CUSTOMER'
  | 'INVENTORY'
  | 'DECLINED'
  | 'FRAUD'
  | 'STAFF'
  | 'OTHER'
  | 'EXPIRED'
  | 'UNSPECIFIED';

/** Every legal move. What is not here is `invalid-state-transition`. A refund of a part leaves the status as it is. */
const TRANSITIONS = {
  PENDING: { reserve: 'RESERVED', cancel: 'CANCELED' },
  RESERVED: { pay: 'PAID', cancel: 'CANCELED' },
  PAID: { confirm: 'CONFIRMED', refund: 'REFUNDED' },
  CONFIRMED: { refund: 'REFUNDED' },
  CANCELED: {},
  REFUNDED: {},
} as const satisfies Record<OrderStatus, Partial<Record<OrderAction, OrderStatus>>>;

/** What a caller may ask for; the other actions are the saga's. */
const CALLER_ACTIONS: ReadonlySet<string> = new Set<OrderAction>(['pay', 'cancel', 'refund']);

/** @throws invalid-state-transition (409) */
export function nextStatus(order: Pick<Order, 'status'>, action: OrderAction): OrderStatus {
  const next = (TRANSITIONS[order.status] as Partial<Record<OrderAction, OrderStatus>>)[action];
  if (next === undefined) throw invalidStateTransition(action, order.status, allowedActions(order.status));
  return next;
}

/** What a caller may do from here. */
export function allowedActions(status: OrderStatus): OrderAction[] {
  return (Object.keys(TRANSITIONS[status]) as OrderAction[]).filter((action) => CALLER_ACTIONS.has(action));
}

/** An order whose stock is reserved until then. @throws invalid-state-transition (409) */
export function asReserved(order: Order, until: Date): Order {
  return { ...order, status: nextStatus(order, 'reserve'), stock: 'reserved', reservedUntil: until };
}

export interface OrderLine {
  sku: string;
  qty: number;
  /** Of one unit, in the order's currency. */
  priceMinor: bigint;
}

export interface Order {
  tenantId: string;
  id: string;
  customerId: string;
  status: OrderStatus;
  /** ISO 4217, of every amount of the order. */
  currency: string;
  amountMinor: bigint;
  refundedMinor: bigint;
  items: readonly OrderLine[];
  /** Rises by one with each saved change. */
  version: number;
  /** The sequence of the newest event about this order. */
  eventSequence: number;
  stock: 'none' | 'reserved' | 'released';
  /** When the reservation lapses; only while it can. */
  reservedUntil?: Date;
  /** Decided, and done once the status says so. */
  cancellation?: Cancellation;
  payment?: Payment;
  /** The one that is under way, or has just ended. */
  refund?: Refund;
  /** The request that began what was begun last, if it came with an Idempotency-Key. */
  lastRequest?: string;
  /** Of the request that began what is under way, or was last. */
  correlationId: string;
  unsettledSince?: Date;
  alarmedOn?: Date;
  createdOn: Date;
  updatedOn: Date;
}

export interface Cancellation {
  reason: CancelReason;
  note: string;
  /** What there was not enough of, where the stock system names it. */
  shortages?: readonly Shortage[];
}

export interface Payment {
  id: string;
  status: PaymentStatus;
  capturedMinor: bigint;
  /** The payment token, sealed; only until the hold is decided. */
  token?: Buffer;
  /** Who does it: `sandbox`, or the payment system's own word for its provider. */
  provider: string;
  /** The payment system's id of it; known once it has answered. */
  systemId?: string;
  externalId?: string;
  failure?: string;
  eventSequence: number;
  requestedBy?: string;
}

export interface Refund {
  /** The request that asked for it. */
  key: string;
  amountMinor: bigint;
  reason: string;
  note: string;
  status: 'running' | 'done' | 'refused';
  failure?: string;
  createdOn: Date;
}

export type Step = 'reserve' | 'hold' | 'capture' | 'confirm' | 'void' | 'release' | 'refund';

/**
 * What is to be done next, from what is written down and nothing else: whoever comes along, after whatever fault, goes on from here.
 * @returns undefined when the order is settled: nothing is under way, and callers decide what comes next.
 */
export function nextStep(
  order: Pick<Order, 'status' | 'stock' | 'cancellation' | 'payment' | 'refund'>,
): Step | undefined {
  const { status, stock, cancellation, payment, refund } = order;
  if (cancellation !== undefined && status !== 'CANCELED') return payment?.status === 'HELD' ? 'void' : 'release';
  if (status === 'PENDING') return 'reserve';
  if (payment?.status === 'PENDING') return 'hold';
  if (payment?.status === 'HELD') return 'capture';
  if (status === 'PAID') return 'confirm';
  if (refund?.status === 'running') return 'refund';
  return status === 'REFUNDED' && stock === 'reserved' ? 'release' : undefined;
}
