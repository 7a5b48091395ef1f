import { describe, expect, test } from 'vitest';
import { nextStep, type Order, type Payment } from '../../../src/modules/orders/order.ts';

type State = Parameters<typeof nextStep>[0];

const payment = (status: Payment['status']): Payment => ({
  id: 'p',
  status,
  capturedMinor: 0n,
  provider: 'sandbox',
  eventSequence: 0,
});
const refund = (status: 'running' | 'done'): NonNullable<Order['refund']> => ({
  key: 'k',
  amountMinor: 1n,
  reason: 'OTHER',
  note: '',
  status,
  createdOn: new Date(0),
});
const canceled = { cancellation: { reason: 'DECLINED' as const, note: '' } };

const STEPS: [string, State, ReturnType<typeof nextStep>][] = [
  ['an order that was just made is reserved', { status: 'PENDING', stock: 'none' }, 'reserve'],
  ['one that is reserved waits for its caller', { status: 'RESERVED', stock: 'reserved' }, undefined],
  [
    'a payment that was asked for is held',
    { status: 'RESERVED', stock: 'reserved', payment: payment('PENDING') },
    'hold',
  ],
  ['what is held is captured', { status: 'RESERVED', stock: 'reserved', payment: payment('HELD') }, 'capture'],
  ['what is paid is confirmed', { status: 'PAID', stock: 'reserved', payment: payment('CAPTURED') }, 'confirm'],
  [
    'a hold is given back before its order is canceled',
    { status: 'RESERVED', stock: 'reserved', payment: payment('HELD'), ...canceled },
    'void',
  ],
  [
    'a declined order frees its stock',
    { status: 'RESERVED', stock: 'reserved', payment: payment('FAILED'), ...canceled },
    'release',
  ],
  [
    'an order that is canceled while it is reserved is released',
    { status: 'PENDING', stock: 'none', ...canceled },
    'release',
  ],
  ['a canceled order is over', { status: 'CANCELED', stock: 'released', ...canceled }, undefined],
  [
    'a refund that was asked for is made',
    { status: 'CONFIRMED', stock: 'reserved', payment: payment('CAPTURED'), refund: refund('running') },
    'refund',
  ],
  [
    'one that is made is over',
    { status: 'CONFIRMED', stock: 'reserved', payment: payment('PARTIALLY_REFUNDED'), refund: refund('done') },
    undefined,
  ],
  [
    'an order of which all is refunded frees its stock',
    { status: 'REFUNDED', stock: 'reserved', payment: payment('REFUNDED') },
    'release',
  ],
  ['and then is over', { status: 'REFUNDED', stock: 'released', payment: payment('REFUNDED') }, undefined],
];

describe('what comes next follows from what is written down', () => {
  test.each(STEPS)('%s', (_name, state, step) => {
    expect(nextStep(state)).toBe(step);
  });
});
