import { tryAgainAt } from '../../platform/backoff.ts';
import { type AdvanceDeps, advanceOrder, save } from './advance-order.ts';
import { DependencyUnavailable } from './dependency.ts';
import type { OrdersDeps } from './deps.ts';
import { dependencyProblem } from './errors.ts';
import { nextStep, type Order } from './order.ts';
import { isOverdue, type OrderJobPayload, REQUEST_PATIENCE_MS } from './order-jobs.ts';
import { findOrder, postponeOrder } from './order-repository.ts';

type SettleDeps = AdvanceDeps & Pick<OrdersDeps, 'log' | 'metrics'>;

/** Settles an order for a caller who waits. @throws dependency-unavailable (503), dependency-timeout (504); then a job goes on */
export async function settleForCaller(deps: SettleDeps, order: Order): Promise<Order> {
  try {
    return await advanceOrder(deps, order, performance.now() + REQUEST_PATIENCE_MS);
  } catch (error) {
    if (!(error instanceof DependencyUnavailable)) throw error;
    await postpone(deps, order, error);
    throw dependencyProblem(error);
  }
}

/** What the job does: ends a reservation that has lapsed, and goes on with whatever is under way. */
export async function settleLater(deps: SettleDeps, { tenantId, orderId }: OrderJobPayload): Promise<void> {
  const order = await findOrder(deps.db, tenantId, orderId);
  if (order === undefined) return;
  try {
    await advanceOrder(deps, await endLapsedReservation(deps, order), performance.now() + REQUEST_PATIENCE_MS);
  } catch (error) {
    if (!(error instanceof DependencyUnavailable)) throw error;
    await postpone(deps, order, error);
  }
}

async function endLapsedReservation(deps: SettleDeps, order: Order): Promise<Order> {
  const { status, reservedUntil } = order;
  if (status !== 'RESERVED' || nextStep(order) !== undefined || reservedUntil === undefined) return order;
  const now = deps.clock();
  if (reservedUntil <= now) return save(deps, order, { ...order, cancellation: { reason: 'EXPIRED', note: '' } });
  // The database's clock, by which jobs begin, is ahead of this one.
  await postponeOrder(deps.db, order, { runAt: reservedUntil });
  return order;
}

/** Never given up: tried again at growing distances, and after a while somebody is called. */
async function postpone(deps: SettleDeps, begun: Order, error: DependencyUnavailable): Promise<void> {
  const order = (await findOrder(deps.db, begun.tenantId, begun.id)) ?? begun;
  const step = nextStep(order);
  if (step === undefined) return;
  const now = deps.clock();
  const isAlarm = order.alarmedOn === undefined && isOverdue(order, now);
  const told = { err: error, orderId: order.id, step, unsettledSince: order.unsettledSince };
  if (isAlarm) {
    deps.metrics.orderAlarms.inc({ step });
    deps.log.error(told, 'an order is not settled after a long time; somebody should look at its dependency');
  } else deps.log.warn(told, 'an order waits for a dependency');
  await postponeOrder(deps.db, order, {
    runAt: tryAgainAt(order.unsettledSince ?? now, now),
    ...(isAlarm ? { alarmedOn: now } : {}),
  });
}
