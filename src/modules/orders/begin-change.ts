import { currentRequestScope } from '../../platform/conclude.ts';
import { concurrentChange, requireVersion } from '../../platform/problem.ts';
import { currentCorrelationId } from '../../platform/request-context.ts';
import { changeOf } from './advance-order.ts';
import type { OrdersDeps } from './deps.ts';
import { orderBusy, orderNotFound } from './errors.ts';
import { nextStatus, nextStep, type Order, type OrderAction } from './order.ts';
import { findOrder, saveOrder } from './order-repository.ts';

type BeginDeps = Pick<OrdersDeps, 'db' | 'clock'>;

/** Others may change it between the reading and the writing; after so many times the caller is told. */
const TRIES = 5;

export interface Asked {
  action: Extract<OrderAction, 'pay' | 'cancel' | 'refund'>;
  tenantId: string;
  id: string;
  expectedVersion: bigint | undefined;
  /** Whether the request, sent before, has begun or done it already. */
  isBegun(order: Order): boolean | Promise<boolean>;
  /** What the order is as soon as it is begun: from then on it is done, whoever dies. @throws ProblemError */
  begin(order: Order): Order;
}

/**
 * Begins what a caller asks for: checks and claims in one statement, guarded by the version that was read.
 * @returns the order with the work under way, or, for a request sent again, as it is by now.
 * @throws not-found (404), precondition-failed (412), invalid-state-transition, order-busy, concurrent-change (409)
 */
export async function beginChange(deps: BeginDeps, asked: Asked): Promise<Order> {
  for (let tried = 0; tried < TRIES; tried++) {
    const order = await findOrder(deps.db, asked.tenantId, asked.id);
    if (order === undefined) throw orderNotFound(asked.id);
    if (await asked.isBegun(order)) return order;
    requireVersion(order.version, asked.expectedVersion === undefined ? undefined : Number(asked.expectedVersion));
    refuseWhileBusy(order, asked.action);
    // Refuses what the status does not allow, before anything else is looked at.
    nextStatus(order, asked.action);
    const { lastRequest: _last, ...begun } = asked.begin(order);
    const request = currentRequestScope();
    const change = changeOf(
      order,
      { ...begun, correlationId: currentCorrelationId(), ...(request === undefined ? {} : { lastRequest: request }) },
      deps.clock(),
    );
    if (await saveOrder(deps.db, change)) return change.after;
  }
  throw concurrentChange('order');
}

/** An order that is still being reserved can be canceled; else one thing is done at a time. */
function refuseWhileBusy(order: Order, action: Asked['action']): void {
  const step = nextStep(order);
  if (step === undefined || (step === 'reserve' && action === 'cancel')) return;
  throw orderBusy(order.status, step);
}
