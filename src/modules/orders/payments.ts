import type { Order } from './order.ts';

/**
 * The payment system: the sandbox, or another company's. Every operation carries a key that is fixed before the first try: the same key is
 * the same operation, made once, however often it is called. All of them throw DependencyUnavailable where it is not known whether it was made.
 */
export interface Payments {
  /** What payments of it are said to be made by before it has answered. */
  readonly provider: string;
  hold(request: HoldRequest, deadlineMs?: number): Promise<PaymentOutcome>;
  capture(request: PaymentRequest, deadlineMs?: number): Promise<PaymentOutcome>;
  /** Money back. */
  refund(request: PaymentRequest & { reason: string }, deadlineMs?: number): Promise<PaymentOutcome>;
  /** Gives back what is held and not captured. */
  void(request: PaymentRequest, deadlineMs?: number): Promise<PaymentOutcome>;
}

export interface HoldRequest extends PaymentRequest {
  token: string;
}

export interface PaymentRequest {
  tenantId: string;
  key: string;
  orderId: string;
  /** Ours at the hold; then the one that the payment system gave it. */
  paymentId: string;
  amountMinor: bigint;
  currency: string;
}

/** What the payment system calls the payment, and whether it did what was asked. */
export type PaymentOutcome = { systemId: string; externalId: string; provider: string } & (
  | { outcome: 'done' }
  | { outcome: 'refused'; failure: string }
);

/** The keys under which the payment system is called about an order: fixed, so that no try is another operation. */
export const paymentKeys = {
  hold: ({ id }: Pick<Order, 'id'>): string => `${id}:hold`,
  capture: ({ id }: Pick<Order, 'id'>): string => `${id}:capture`,
  void: ({ id }: Pick<Order, 'id'>): string => `${id}:void`,
  refund: ({ id }: Pick<Order, 'id'>, refundKey: string): string => `${id}:refund:${refundKey}`,
};
