import type { ProblemError } from '../../../platform/problem.ts';
import { DependencyUnavailable } from '../dependency.ts';
import {
  dependencyProblem,
  describeShortages,
  invalidStateTransition,
  orderBusy,
  outOfStock,
  paymentDeclined,
  refundRefused,
  refundTooLarge,
} from '../errors.ts';
import { allowedActions } from '../order.ts';
import { orderExample } from './examples.ts';

const ORDER_ID = orderExample.id;

const dependencyFailures = (dependency: DependencyUnavailable['dependency']): ProblemError[] =>
  [false, true].map((isTimeout) => dependencyProblem(new DependencyUnavailable(dependency, { isTimeout })));

const SHORTAGES = [{ sku: 'SKU-1', wanted: 3n, available: 2n }];
const BUSY = orderBusy('RESERVED', 'hold');

/** What each operation answers beside what every operation may answer, as the document shows it. */
export const FAILURES: Readonly<Record<string, readonly ProblemError[]>> = {
  createOrder: [
    outOfStock(ORDER_ID, { note: describeShortages(SHORTAGES), shortages: SHORTAGES }),
    ...dependencyFailures('inventory'),
  ],
  payOrder: [
    invalidStateTransition('pay', 'CANCELED', allowedActions('CANCELED')),
    BUSY,
    paymentDeclined(ORDER_ID, 'insufficient_funds'),
    ...dependencyFailures('payment system'),
  ],
  cancelOrder: [
    invalidStateTransition('cancel', 'CANCELED', allowedActions('CANCELED')),
    BUSY,
    ...dependencyFailures('inventory'),
  ],
  refundOrder: [
    invalidStateTransition('refund', 'CANCELED', allowedActions('CANCELED')),
    BUSY,
    refundRefused(ORDER_ID, 'charge_disputed'),
    refundTooLarge(500n, 'EUR'),
    ...dependencyFailures('payment system'),
  ],
};
