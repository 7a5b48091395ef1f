import { Type } from '@sinclair/typebox';
import { StringEnum, Uuid } from '../../../platform/schema.ts';
import type { DependencyUnavailable } from '../dependency.ts';
import type { OrderAction, OrderStatus, Step } from '../order.ts';

/** As `Order.status` is told, so that the two can be compared. */
const STATUSES = [
  'ORDER_STATUS_PENDING',
  'ORDER_STATUS_RESERVED',
  'ORDER_STATUS_PAID',
  'ORDER_STATUS_CONFIRMED',
  'ORDER_STATUS_CANCELED',
  'ORDER_STATUS_REFUNDED',
] as const satisfies readonly `ORDER_STATUS_${OrderStatus}`[];
const TRANSITIONS = ['pay', 'cancel', 'refund'] as const satisfies readonly OrderAction[];
const STEPS = ['reserve', 'hold', 'capture', 'confirm', 'void', 'release', 'refund'] as const satisfies readonly Step[];
const DEPENDENCIES = ['inventory', 'payment system'] as const satisfies readonly DependencyUnavailable['dependency'][];

/** What problems of this service tell beside what every problem tells. */
export const PROBLEM_MEMBERS = {
  orderId: { ...Uuid, description: 'The order, where there is one.' },
  currentStatus: StringEnum(STATUSES, { description: 'The status of the order.' }),
  currentVersion: Type.String({
    description: 'Of `precondition-failed`: the version that there is now, as `Order.version`.',
  }),
  allowedTransitions: Type.Array(StringEnum(TRANSITIONS), {
    description: 'Of `invalid-state-transition`: what the status allows.',
  }),
  step: StringEnum(STEPS, { description: 'Of `order-busy`: what is being done.' }),
  failure: Type.String({ description: "The payment provider's own code for what it refuses." }),
  violations: Type.Array(
    Type.Object({
      type: Type.String({ description: 'The kind of rule, `STOCK`.' }),
      subject: Type.String({ description: 'The SKU; empty where the stock system names none.' }),
      description: Type.String({ description: 'What is wanted, and what there is.' }),
    }),
    { description: 'Of `out-of-stock`.' },
  ),
  refundableMinor: Type.String({ description: 'Of `refund-too-large`: what is left, in minor units.' }),
  currency: Type.String({ description: 'Of `refund-too-large`: ISO 4217.' }),
  dependency: StringEnum(DEPENDENCIES, { description: 'What does not answer.' }),
  resourceType: Type.String({ description: 'Of `not-found`: the type that there is none of.' }),
  resourceName: Type.String({ description: 'Of `not-found`: its id.' }),
};
