import { DependencyUnavailable } from './dependency.ts';
import type { OrdersDeps } from './deps.ts';
import { describeShortages, orderNotFound } from './errors.ts';
import { raise } from './events.ts';
import { asReserved, nextStatus, nextStep, type Order, type Payment, type Step } from './order.ts';
import { CALL_TIMEOUT_MS, reservationEnd } from './order-jobs.ts';
import { concludeOrder, findOrder, saveOrder } from './order-repository.ts';
import { type PaymentOutcome, type PaymentRequest, paymentKeys } from './payments.ts';

export type AdvanceDeps = Pick<OrdersDeps, 'db' | 'clock' | 'secretBox' | 'inventory' | 'payments'>;

/**
 * Does what is to be done for an order, step by step, until it is settled: asks the stock or the payment system under a key that was fixed
 * before the first try, and writes what they say in one statement with the events. Any number of processes may do this at once, and any may
 * die anywhere: who comes second finds the change made and goes on from it.
 * @param untilMs `performance.now()` after which nothing is begun that could take long
 * @throws DependencyUnavailable when a step's outcome is not known
 */
export async function advanceOrder(deps: AdvanceDeps, order: Order, untilMs: number): Promise<Order> {
  let current = order;
  for (let step = nextStep(current); step !== undefined; step = nextStep(current)) {
    const deadlineMs = Math.min(CALL_TIMEOUT_MS, untilMs - performance.now());
    if (deadlineMs <= 0) throw new DependencyUnavailable(DEPENDENCIES[step], { isTimeout: false });
    current = await save(deps, current, await STEPS[step](deps, current, deadlineMs));
  }
  return current;
}

/** Saves what became of an order. @returns the order as it is then, whoever made it so */
export async function save(deps: Pick<OrdersDeps, 'db' | 'clock'>, before: Order, after: Order): Promise<Order> {
  const change = changeOf(before, after, deps.clock());
  const isLast = nextStep(change.after) === undefined;
  const saved = await (isLast ? concludeOrder : saveOrder)(deps.db, change);
  if (saved) return change.after;
  const current = await findOrder(deps.db, before.tenantId, before.id);
  if (current === undefined) throw orderNotFound(before.id);
  return current;
}

/** The version, the time, and since when it is under way, as they follow from what changed. */
export function changeOf(before: Order, after: Order, now: Date) {
  const { unsettledSince: _since, alarmedOn: _alarm, ...rest } = after;
  const isSettled = nextStep(after) === undefined;
  const { order, events } = raise(before, {
    ...rest,
    version: before.version + 1,
    updatedOn: now,
    ...(isSettled ? {} : { unsettledSince: before.unsettledSince ?? now }),
    ...(isSettled || before.alarmedOn === undefined ? {} : { alarmedOn: before.alarmedOn }),
  });
  return { before, after: order, events };
}

const DEPENDENCIES: Readonly<Record<Step, DependencyUnavailable['dependency']>> = {
  reserve: 'inventory',
  release: 'inventory',
  hold: 'payment system',
  capture: 'payment system',
  confirm: 'payment system',
  void: 'payment system',
  refund: 'payment system',
};

const STEPS: Readonly<Record<Step, (deps: AdvanceDeps, order: Order, deadlineMs: number) => Promise<Order>>> = {
  reserve,
  hold,
  capture,
  confirm: async (_deps, order) => ({ ...order, status: nextStatus(order, 'confirm') }),
  void: voidHold,
  release,
  refund,
};

async function reserve({ inventory, clock }: AdvanceDeps, order: Order, deadlineMs: number): Promise<Order> {
  const made = await inventory.reserve({ ...order, until: reservationEnd(clock()) }, deadlineMs);
  if (made.outcome === 'reserved') return asReserved(order, made.reservedUntil);
  const { shortages, message = describeShortages(shortages) } = made;
  // The release that follows sees to it that no call of this which is still under way reserves anything.
  return { ...order, cancellation: { reason: 'INVENTORY', note: message, shortages } };
}

async function hold({ payments, secretBox }: AdvanceDeps, order: Order, deadlineMs: number): Promise<Order> {
  const payment = paymentOf(order);
  const token = secretBox.open(payment.token ?? Buffer.alloc(0), tokenContext(payment));
  const key = paymentKeys.hold(order);
  const outcome = await payments.hold({ ...toRequest(order, key, order.amountMinor), token }, deadlineMs);
  const { token: _token, ...held } = withAnswer(payment, outcome);
  if (outcome.outcome === 'done') return { ...order, payment: { ...held, status: 'HELD' } };
  return declined(order, { ...held, status: 'FAILED', failure: outcome.failure }, outcome.failure);
}

async function capture({ payments }: AdvanceDeps, order: Order, deadlineMs: number): Promise<Order> {
  const payment = paymentOf(order);
  const outcome = await payments.capture(toRequest(order, paymentKeys.capture(order), order.amountMinor), deadlineMs);
  const answered = withAnswer(payment, outcome);
  // What is still held is given back before the order is canceled.
  if (outcome.outcome === 'refused') return declined(order, { ...answered, failure: outcome.failure }, outcome.failure);
  const { reservedUntil: _until, ...kept } = order;
  return {
    ...kept,
    status: nextStatus(order, 'pay'),
    payment: { ...answered, status: 'CAPTURED', capturedMinor: order.amountMinor },
  };
}

function declined(order: Order, payment: Payment, failure: string): Order {
  return { ...order, payment, cancellation: { reason: 'DECLINED', note: failure } };
}

async function voidHold({ payments }: AdvanceDeps, order: Order, deadlineMs: number): Promise<Order> {
  const payment = paymentOf(order);
  const outcome = await payments.void(toRequest(order, paymentKeys.void(order), order.amountMinor), deadlineMs);
  // A hold must not stay; a payment system that refuses to give it back is asked again until somebody has looked.
  if (outcome.outcome === 'refused')
    throw new DependencyUnavailable('payment system', { cause: new Error(outcome.failure) });
  return { ...order, payment: { ...withAnswer(payment, outcome), status: 'VOIDED' } };
}

async function release({ inventory }: AdvanceDeps, order: Order, deadlineMs: number): Promise<Order> {
  const { cancellation, reservedUntil: _until, ...rest } = order;
  await inventory.release({ ...order, reason: cancellation?.reason ?? order.status }, deadlineMs);
  const after: Order = { ...rest, stock: 'released', ...(cancellation === undefined ? {} : { cancellation }) };
  return cancellation === undefined ? after : { ...after, status: nextStatus(order, 'cancel') };
}

async function refund({ payments }: AdvanceDeps, order: Order, deadlineMs: number): Promise<Order> {
  const { refund: running } = order;
  if (running === undefined) throw new Error(`order ${order.id} has no refund under way`);
  const payment = paymentOf(order);
  const request = toRequest(order, paymentKeys.refund(order, running.key), running.amountMinor);
  const outcome = await payments.refund({ ...request, reason: running.reason }, deadlineMs);
  if (outcome.outcome === 'refused') {
    return { ...order, refund: { ...running, status: 'refused', failure: outcome.failure } };
  }
  const refundedMinor = order.refundedMinor + running.amountMinor;
  const isAll = refundedMinor === payment.capturedMinor;
  return {
    ...order,
    refundedMinor,
    ...(isAll ? { status: nextStatus(order, 'refund') } : {}),
    payment: { ...withAnswer(payment, outcome), status: isAll ? 'REFUNDED' : 'PARTIALLY_REFUNDED' },
    refund: { ...running, status: 'done' },
  };
}

function paymentOf({ id, payment }: Order): Payment {
  if (payment === undefined) throw new Error(`order ${id} has no payment`);
  return payment;
}

function toRequest(order: Order, key: string, amountMinor: bigint): PaymentRequest {
  const { id, systemId = id } = paymentOf(order);
  const { tenantId, currency } = order;
  return { tenantId, key, orderId: order.id, paymentId: systemId, amountMinor, currency };
}

function withAnswer(payment: Payment, { systemId, externalId, provider }: PaymentOutcome): Payment {
  return { ...payment, systemId, externalId, provider };
}

/** What a sealed token is bound to. */
export function tokenContext({ id }: Pick<Payment, 'id'>): string {
  return `payment/${id}`;
}
