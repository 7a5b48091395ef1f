import { expect, test } from 'vitest';
import type { DhlContext } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-account.ts';
import { dhlOrderRequest } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-order-request.ts';
import { at } from '../json-at.ts';
import { DDP, DOCUMENTS, laneOf } from '../lane.ts';

/** What a request needs of its context; it cannot be sent. */
const CONTEXT = { settings: { billingNumbers: { V53WPAK: '33333333335301' } } } as unknown as DhlContext;

const ordered = (...lane: Parameters<typeof laneOf>): unknown =>
  at(dhlOrderRequest(laneOf(...lane), CONTEXT, 'V53WPAK'), 'shipments', 0);

test.each([
  ['DE', 'CH', true],
  ['DE', 'CANARIES', true],
  ['DE', 'FR', undefined],
  ['DE', 'DE', undefined],
] as const)('DDP from %s to %s is the service of paid duties: %s', (from, to, isPaid) => {
  expect(at(ordered(from, to, DDP), 'services', 'postalDeliveryDutyPaid')).toBe(isPaid);
});

test('documents that leave the customs union are declared as such, without a value', () => {
  expect(at(ordered('DE', 'CH', DOCUMENTS), 'customs')).toEqual({
    exportType: 'DOCUMENT',
    postalCharges: { currency: 'EUR', value: 0 },
    items: [
      {
        itemDescription: 'Documents',
        packagedQuantity: 1,
        itemValue: { currency: 'EUR', value: 0 },
        itemWeight: { uom: 'g', value: 2_000 },
      },
    ],
  });
  expect(ordered('DE', 'FR', DOCUMENTS)).not.toHaveProperty('customs');
});

test('goods that leave it are declared as what they are', () => {
  expect(at(ordered('DE', 'CH'), 'customs')).toMatchObject({
    exportType: 'COMMERCIAL_GOODS',
    items: [{ itemDescription: 'Cotton T-shirt', packagedQuantity: 2 }],
  });
});
