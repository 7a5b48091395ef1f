import { PaymentService } from '../../platform/generated/proto/oms/v1/payment_service_pb.ts';
import { type Payment, PaymentStatus, RefundReason } from '../../platform/generated/proto/oms/v1/types_pb.ts';
import type { GrpcClient } from '../../platform/grpc-client.ts';
import { DependencyUnavailable } from './dependency.ts';
import { CALL_TIMEOUT_MS } from './order-jobs.ts';
import type { PaymentOutcome, PaymentRequest, Payments } from './payments.ts';
import { callMetadata, refusalOf } from './remote-dependency.ts';

const SYSTEM = 'payment system';

/** A payment system that speaks oms.v1.PaymentService. */
export function createRemotePayments(client: GrpcClient): Payments {
  const { hold, capture, refund } = PaymentService.method;
  const ask = async (
    { tenantId, key, paymentId }: PaymentRequest,
    call: (metadata: Record<string, string>) => Promise<{ payment?: Payment | undefined }>,
  ): Promise<PaymentOutcome> => {
    try {
      return outcomeOf((await call(callMetadata(tenantId, key))).payment);
    } catch (error) {
      const { message } = refusalOf(SYSTEM, error);
      return { outcome: 'refused', failure: message, systemId: paymentId, externalId: '', provider: 'remote' };
    }
  };
  const amountOf = ({ amountMinor, currency }: PaymentRequest) => ({ amount: { amountMinor, currency } });

  return {
    provider: 'remote',
    hold: (request, deadlineMs = CALL_TIMEOUT_MS) => {
      const { orderId, token: paymentToken, paymentId } = request;
      const message = { orderId, paymentToken, paymentId, ...amountOf(request) };
      return ask(request, (metadata) => client.call(hold, message, { deadlineMs, metadata }));
    },
    capture: (request, deadlineMs = CALL_TIMEOUT_MS) => {
      const message = { paymentId: request.paymentId, ...amountOf(request) };
      return ask(request, (metadata) => client.call(capture, message, { deadlineMs, metadata }));
    },
    refund: (request, deadlineMs = CALL_TIMEOUT_MS) => {
      const refundReason = RefundReason[request.reason as keyof typeof RefundReason];
      const message = { paymentId: request.paymentId, refundReason, ...amountOf(request) };
      return ask(request, (metadata) => client.call(refund, message, { deadlineMs, metadata }));
    },
    // Of a payment that is held and not captured, it gives the hold back.
    void: (request, deadlineMs = CALL_TIMEOUT_MS) =>
      ask(request, (metadata) => client.call(refund, { paymentId: request.paymentId }, { deadlineMs, metadata })),
  };
}

function outcomeOf(payment: Payment | undefined): PaymentOutcome {
  if (payment === undefined)
    throw new DependencyUnavailable(SYSTEM, { cause: new Error('an answer without a payment') });
  const { id: systemId, externalId, provider, status } = payment;
  const known = { systemId, externalId, provider };
  return status === PaymentStatus.FAILED
    ? { ...known, outcome: 'refused', failure: `declined by ${provider}` }
    : { ...known, outcome: 'done' };
}
