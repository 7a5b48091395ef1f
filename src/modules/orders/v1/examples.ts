import type { JsonObject } from '@bufbuild/protobuf';

const price = { currency: 'EUR', amountMinor: '1250' };
const item = { sku: 'SKU-1', qty: 2, price };
const amount = { currency: 'EUR', amountMinor: '2500' };

export const orderExample = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  customerId: 'c-1',
  status: 'ORDER_STATUS_RESERVED',
  amount,
  items: [item],
  version: '2',
  refundedAmount: { currency: 'EUR', amountMinor: '0' },
  paymentId: '',
  createdAt: '2026-01-20T10:30:00Z',
  updatedAt: '2026-01-20T10:30:00.120Z',
  cancelReason: 'CANCEL_REASON_UNSPECIFIED',
  reservedUntil: '2026-01-20T10:45:00Z',
};

const { reservedUntil: _until, ...unreserved } = orderExample;
const confirmedExample = {
  ...unreserved,
  status: 'ORDER_STATUS_CONFIRMED',
  version: '6',
  paymentId: '01890a5d-ac97-7ae2-9d3f-6a3f1f0c2b11',
  updatedAt: '2026-01-20T10:31:12.480Z',
};

/** What an operation answers where it is not the order as it was created. */
export const ANSWERS: Readonly<Record<string, JsonObject>> = {
  payOrder: confirmedExample,
  cancelOrder: {
    ...unreserved,
    status: 'ORDER_STATUS_CANCELED',
    version: '4',
    updatedAt: '2026-01-20T10:32:00.250Z',
    cancelReason: 'CANCEL_REASON_CUSTOMER',
  },
  refundOrder: {
    ...confirmedExample,
    version: '8',
    refundedAmount: { currency: 'EUR', amountMinor: '500' },
    updatedAt: '2026-01-22T09:14:03.700Z',
  },
};

/** Of each message that the REST face takes or answers, by the name of its schema, in protobuf's JSON form. */
export const EXAMPLES: Readonly<Record<string, JsonObject>> = {
  Money: price,
  OrderItem: item,
  Order: orderExample,
  ListOrdersResponse: { orders: [orderExample], nextPageToken: '' },
  CreateOrderBody: { customerId: 'c-1', items: [item], expectedAmount: amount },
  PayOrderBody: { paymentToken: 'tok_ok' },
  CancelOrderBody: { cancelReason: 'CANCEL_REASON_CUSTOMER', reason: 'Ordered by mistake' },
  RefundOrderBody: {
    amount: { currency: 'EUR', amountMinor: '500' },
    refundReason: 'REFUND_REASON_REQUESTED_BY_CUSTOMER',
    reason: 'One piece arrived damaged',
  },
};
