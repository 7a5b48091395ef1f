import { create } from '@bufbuild/protobuf';
import { PaymentService } from '../../../platform/generated/proto/oms/v1/payment_service_pb.ts';
import {
  type Money,
  type Payment,
  PaymentSchema,
  PaymentStatus,
  RefundReasonSchema,
} from '../../../platform/generated/proto/oms/v1/types_pb.ts';
import { type Call, implement, type RpcService } from '../../../platform/grpc-service.ts';
import { newId } from '../../../platform/ids.ts';
import { invalidField } from '../../../platform/proto-validation.ts';
import { DependencyUnavailable } from '../dependency.ts';
import { dependencyProblem, invalidStateTransition, paymentNotFound, refundRefused } from '../errors.ts';
import type { PaymentOutcome, PaymentRequest } from '../payments.ts';
import type { SandboxPayment, SandboxPayments } from '../sandbox-payments.ts';
import { enumName } from './present.ts';

const permission = 'oms.internal';

type Action = 'hold' | 'capture' | 'refund';

/** What can be asked about a payment that there is. */
const ALLOWED: Readonly<Record<SandboxPayment['status'], readonly Action[]>> = {
  PENDING: [],
  HELD: ['capture', 'refund'],
  CAPTURED: ['refund'],
  PARTIALLY_REFUNDED: ['refund'],
  REFUNDED: [],
  VOIDED: [],
  FAILED: [],
};

/** Money moves once. @throws invalid-state-transition (409), unless it is an operation that there is already, asked for again */
function refuseIllegal(call: Call, action: Action, { status, keys }: SandboxPayment): void {
  if (ALLOWED[status].includes(action) || keys.has(keyOf(call))) return;
  throw invalidStateTransition(action, status, ALLOWED[status], 'a payment');
}

/** oms.v1.PaymentService: the sandbox provider, also for an installation that tries a payment system of its own. */
export function paymentService(sandbox: SandboxPayments): RpcService {
  const find = async (tenantId: string, paymentId: string): Promise<SandboxPayment> => {
    const payment = await sandbox.find(tenantId, paymentId);
    if (payment === undefined) throw paymentNotFound(paymentId);
    return payment;
  };
  const settle = async (tenantId: string, asked: Promise<PaymentOutcome>): Promise<Payment> => {
    const outcome = await asked.catch((error: unknown) => {
      throw error instanceof DependencyUnavailable ? dependencyProblem(error) : error;
    });
    return presentPayment(await find(tenantId, outcome.systemId), outcome);
  };

  return implement(PaymentService, {
    hold: {
      permission,
      handle: async ({ orderId, amount, paymentToken: token, paymentId }, call) => {
        const { tenantId } = call.principal;
        const { amountMinor = 0n, currency = '' } = amount ?? {};
        const known = paymentId === '' ? undefined : await sandbox.find(tenantId, paymentId);
        if (known !== undefined) refuseIllegal(call, 'hold', known);
        const request = { tenantId, key: keyOf(call), orderId, paymentId: paymentId || newId(), amountMinor, currency };
        return { payment: await settle(tenantId, sandbox.hold({ ...request, token })) };
      },
    },
    capture: {
      permission,
      handle: async ({ paymentId, amount }, call) => {
        const { tenantId } = call.principal;
        const payment = await find(tenantId, paymentId);
        refuseIllegal(call, 'capture', payment);
        const request = requestOf(call, payment, amount, payment.heldMinor);
        return { payment: await settle(tenantId, sandbox.capture(request)) };
      },
    },
    refund: {
      permission,
      handle: async ({ paymentId, amount, refundReason }, call) => {
        const { tenantId } = call.principal;
        const payment = await find(tenantId, paymentId);
        refuseIllegal(call, 'refund', payment);
        const isHeld = payment.capturedMinor === 0n;
        const leftMinor = isHeld ? payment.heldMinor : payment.capturedMinor - payment.refundedMinor;
        const request = requestOf(call, payment, amount, leftMinor);
        const reason = enumName(RefundReasonSchema, refundReason);
        const asked = isHeld ? sandbox.void(request) : sandbox.refund({ ...request, reason });
        const done = asked.then((outcome) => {
          if (outcome.outcome === 'refused') throw refundRefused(payment.orderId, outcome.failure);
          return outcome;
        });
        return { payment: await settle(tenantId, done), refundId: request.key };
      },
    },
  });
}

const keyOf = ({ idempotencyKey = newId() }: Call): string => idempotencyKey;

function requestOf(
  call: Call,
  { id: paymentId, orderId, currency }: SandboxPayment,
  amount: Money | undefined,
  leftMinor: bigint,
): PaymentRequest {
  if (amount !== undefined && amount.currency !== currency) {
    throw invalidField(['amount', 'currency'], `Must be the payment's currency, ${currency}.`);
  }
  const { tenantId } = call.principal;
  return { tenantId, key: keyOf(call), orderId, paymentId, amountMinor: amount?.amountMinor ?? leftMinor, currency };
}

function presentPayment(payment: SandboxPayment, outcome: PaymentOutcome): Payment {
  const { currency } = payment;
  return create(PaymentSchema, {
    id: payment.id,
    orderId: payment.orderId,
    status: outcome.outcome === 'refused' ? PaymentStatus.FAILED : PaymentStatus[payment.status],
    amount: { currency, amountMinor: payment.amountMinor },
    capturedAmount: { currency, amountMinor: payment.capturedMinor },
    refundedAmount: { currency, amountMinor: payment.refundedMinor },
    provider: outcome.provider,
    externalId: outcome.externalId,
  });
}
