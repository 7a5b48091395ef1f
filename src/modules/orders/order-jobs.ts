import type { JobRequest } from '../../platform/jobs.ts';
import { nextStep, type Order } from './order.ts';

/** How long a reservation waits for its payment. */
export const RESERVATION_MS = 15 * 60_000;
/** How long a request works on an order before it says that it cannot wait; a dependency's deadline ends within it. */
export const REQUEST_PATIENCE_MS = 8_000;
/** How long one call of a dependency may take. */
export const CALL_TIMEOUT_MS = 4_000;
/** After what time without an end somebody should look. */
const ALARM_AFTER_MS = 5 * 60_000;
/** Whoever began is surely done, or dead, when this has passed since the newest change. */
const TAKE_OVER_AFTER_MS = REQUEST_PATIENCE_MS + 1_000;

export const ADVANCE_TASK = 'advance-order';

/** What the job is told; everything else it reads. */
export interface OrderJobPayload {
  tenantId: string;
  orderId: string;
}

/** An order's only job. Each saved change replaces it or ends it. */
export function orderJob(order: Pick<Order, 'tenantId' | 'id'>, runAt: Date): JobRequest {
  const payload: OrderJobPayload = { tenantId: order.tenantId, orderId: order.id };
  return { task: ADVANCE_TASK, key: orderJobKey(order), runAt, payload: { ...payload } };
}

export function orderJobKey({ tenantId, id }: Pick<Order, 'tenantId' | 'id'>): string {
  return `${ADVANCE_TASK}:${tenantId}:${id}`;
}

export function reservationEnd(now: Date): Date {
  return new Date(now.getTime() + RESERVATION_MS);
}

/** When somebody is to look at an order as it is now, if ever: to take over what is under way, or to end a reservation that lapsed. */
export function lookAgainAt(order: Order, now: Date): Date | undefined {
  if (nextStep(order) !== undefined) return new Date(now.getTime() + TAKE_OVER_AFTER_MS);
  return order.status === 'RESERVED' ? order.reservedUntil : undefined;
}

export function isOverdue(order: Order, now: Date): boolean {
  return order.unsettledSince !== undefined && now.getTime() - order.unsettledSince.getTime() >= ALARM_AFTER_MS;
}
