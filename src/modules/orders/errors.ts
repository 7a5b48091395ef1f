import { currencyMinorDigits } from '../../platform/currency.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { DependencyUnavailable, Shortage } from './dependency.ts';

export function invalidStateTransition(
  action: string,
  currentStatus: string,
  allowedTransitions: readonly string[],
  what = 'an order',
): ProblemError {
  return new ProblemError({
    type: 'invalid-state-transition',
    status: 409,
    title: 'Invalid State Transition',
    detail: `Cannot ${action} ${what} in ${currentStatus} status`,
    extensions: { currentStatus, allowedTransitions },
  });
}

/** It passes: what is under way is settled within seconds, or when the dependency is back. */
export function orderBusy(currentStatus: string, step: string): ProblemError {
  return new ProblemError({
    type: 'order-busy',
    status: 409,
    title: 'Order Busy',
    detail: `Another request is being worked on for this order (${step}). Send this one again after Retry-After seconds.`,
    extensions: { currentStatus, step },
    headers: { 'retry-after': '1' },
  });
}

export function outOfStock(
  orderId: string,
  { note, shortages = [] }: { note: string; shortages?: readonly Shortage[] },
): ProblemError {
  return new ProblemError({
    type: 'out-of-stock',
    status: 422,
    title: 'Out Of Stock',
    detail: `Nothing was reserved and the order is canceled: ${note || 'the stock system refused'}. Order less, or wait for stock, with a new Idempotency-Key.`,
    extensions: {
      orderId,
      currentStatus: 'CANCELED',
      // A stock system of another company may say it in its own words only.
      violations:
        shortages.length > 0 ? shortages.map(toViolation) : [{ type: 'STOCK', subject: '', description: note }],
    },
  });
}

export function paymentDeclined(orderId: string, failure: string): ProblemError {
  return new ProblemError({
    type: 'payment-declined',
    status: 422,
    title: 'Payment Declined',
    detail: `The payment was declined (${failure}); nothing was charged and the order is canceled. Create a new order to try another means of payment.`,
    extensions: { orderId, currentStatus: 'CANCELED', failure },
  });
}

/** What the stock system says of itself; the order's caller is told `out-of-stock`. */
export function notReserved(orderId: string, shortages: readonly Shortage[]): ProblemError {
  return new ProblemError({
    type: 'out-of-stock',
    status: 422,
    title: 'Out Of Stock',
    detail:
      shortages.length === 0
        ? 'The order was released, and nothing is reserved for it any more. Reserve for another order_id.'
        : `Nothing was reserved: ${describeShortages(shortages)}.`,
    extensions: {
      orderId,
      violations:
        shortages.length === 0
          ? [{ type: 'RESERVATION', subject: orderId, description: 'released' }]
          : shortages.map(toViolation),
    },
  });
}

export function describeShortages(shortages: readonly Shortage[]): string {
  return shortages
    .map(toViolation)
    .map(({ subject, description }) => `${subject}: ${description}`)
    .join('; ');
}

function toViolation({ sku, wanted, available }: Shortage): { type: string; subject: string; description: string } {
  return { type: 'STOCK', subject: sku, description: `${wanted} wanted, ${available} available` };
}

export function paymentNotFound(id: string): ProblemError {
  return new ProblemError({
    type: 'not-found',
    status: 404,
    title: 'Not Found',
    detail: `There is no payment with id ${id}.`,
    extensions: { resourceType: 'oms.v1.Payment', resourceName: id },
  });
}

export function refundRefused(orderId: string, failure: string): ProblemError {
  return new ProblemError({
    type: 'refund-refused',
    status: 422,
    title: 'Refund Refused',
    detail: `The payment provider refused the refund (${failure}); no money was moved.`,
    extensions: { orderId, failure },
  });
}

export function refundTooLarge(leftMinor: bigint, currency: string): ProblemError {
  return new ProblemError({
    type: 'refund-too-large',
    status: 422,
    title: 'Refund Too Large',
    detail: `At most ${readableAmount(leftMinor, currency)} of this order is left to refund. Ask for that or less, or leave the amount out for all that is left.`,
    extensions: { refundableMinor: String(leftMinor), currency },
  });
}

/** `EUR 1,250.00`. */
function readableAmount(amountMinor: bigint, currency: string): string {
  // Currencies that are no more, such as HRK, had two.
  const digits = currencyMinorDigits(currency) ?? 2;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code', ...fraction });
  return format.format(`${amountMinor}e-${digits}` as `${number}`).replace('\u00a0', ' ');
}

export function stockReserved(sku: string, reserved: bigint): ProblemError {
  return new ProblemError({
    type: 'stock-reserved',
    status: 422,
    title: 'Stock Reserved',
    detail: `${reserved} of ${sku} are reserved for orders; the stock on hand cannot be less. Release reservations first.`,
    extensions: { sku, reserved: String(reserved) },
  });
}

/** Whether it did what it was asked is not known; it is asked again, under the same key, until it says so. */
export function dependencyProblem(cause: DependencyUnavailable): ProblemError {
  const { dependency, isTimeout } = cause;
  const what = isTimeout ? 'did not answer in time' : 'is unavailable';
  return new ProblemError({
    type: isTimeout ? 'dependency-timeout' : 'dependency-unavailable',
    status: isTimeout ? 504 : 503,
    title: isTimeout ? 'Dependency Timeout' : 'Dependency Unavailable',
    detail: `The ${dependency} ${what}. What was begun is worked on without you; send the same request again with the same Idempotency-Key to learn how it ends.`,
    extensions: { dependency },
    headers: { 'retry-after': '2' },
    cause,
  });
}

export function orderNotFound(id: string): ProblemError {
  return new ProblemError({
    type: 'not-found',
    status: 404,
    title: 'Not Found',
    detail: `There is no order with id ${id}.`,
    extensions: { resourceType: 'oms.v1.Order', resourceName: id },
  });
}
