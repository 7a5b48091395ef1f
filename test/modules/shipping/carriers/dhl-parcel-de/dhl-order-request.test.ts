import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAddress } from '../../../../../src/modules/shipping/address.ts';
import { checkDhlRequest } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/check-dhl-request.ts';
import type { DhlContext } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-account.ts';
import {
  DhlOrder,
  dhlOrderRequest,
  dhlPrintOptions,
} from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-order-request.ts';
import { exactly } from '../conformance/exactly.ts';
import type { PlaceAddress } from '../conformance/places.ts';
import { at } from '../json-at.ts';
import { DDP, DOCUMENTS, laneOf } from '../lane.ts';

/** What a request needs of its context; it cannot be sent. */
const CONTEXT = {
  productCode: 'V53WPAK',
  settings: { billingNumbers: { V53WPAK: '33333333335301', dhlRetoure: '33333333330701' } },
} as unknown as DhlContext;

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
    items: [
      {
        itemDescription: 'Cotton T-shirt',
        packagedQuantity: 2,
        // Of one piece.
        itemValue: { currency: 'EUR', value: 12.5 },
        itemWeight: { uom: 'g', value: 400 },
        hsCode: '610910',
        countryOfOrigin: 'PRT',
      },
    ],
  });
});

test('an enclosed label brings the parcel back to its sender', () => {
  const { dhlRetoure } = at(ordered('DE', 'CH', { returnService: 'enclosed-label' }), 'services') as {
    dhlRetoure: object;
  };
  expect(dhlRetoure).toMatchObject({
    billingNumber: '33333333330701',
    refNo: 'VY-1',
    returnAddress: at(ordered('DE', 'CH'), 'shipper'),
  });
});

test.each([
  [DDP, 'DDP'],
  [{}, 'DAP'],
] as const)('Europaket tells in its customs details who pays: %j is %s', (changes, shippingConditions) => {
  const settings = { billingNumbers: { V54EPAK: '33333333335401' } };
  const order = dhlOrderRequest(laneOf('DE', 'CH', changes), { ...CONTEXT, settings }, 'V54EPAK');
  expect(at(order, 'shipments', 0)).toMatchObject({ billingNumber: '33333333335401', customs: { shippingConditions } });
  expect(at(order, 'shipments', 0)).not.toHaveProperty('services');
});

test('the EORI numbers of both parties are told to customs', () => {
  const request = laneOf('DE', 'CH');
  const { sender, receiver } = request.content.addresses;
  const addresses = { sender: { ...sender, eoriNumber: 'DE1' }, receiver: { ...receiver, eoriNumber: 'CH2' } };
  const order = dhlOrderRequest({ ...request, content: { ...request.content, addresses } }, CONTEXT, 'V53WPAK');
  const customs = { shipperCustomsRef: 'DE1', consigneeCustomsRef: 'CH2' };
  expect(at(order, 'shipments', 0)).toMatchObject({ customs });
});

test('a state of the United States is told with its country', () => {
  expect(at(ordered('DE', 'US'), 'consignee')).toMatchObject({ country: 'USA', state: 'US-NY' });
});

test.each([
  ['pdf', 'PDF'],
  ['zpl', 'ZPL2'],
] as const)('every label is asked for by itself, %s as %s', (labelFormat, docFormat) => {
  const asked = Object.fromEntries(dhlPrintOptions({ ...CONTEXT, labelFormat }));
  expect(asked).toEqual({ docFormat, includeDocs: 'include', combine: 'false' });
});

const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 35 });
/** What the API takes as an address, in any script. */
const address = fc
  .record(
    {
      companyName: line,
      street: fc.oneof(line, fc.constantFrom('Packstation 118', 'Postfiliale 518', 'Packstation 099')),
      city: line,
      countryCode: fc.constantFrom('DE', 'DE', 'CH', 'US', 'AO', 'AQ'),
      postCode: fc.oneof(fc.constantFrom('10115', '8001'), fc.string({ minLength: 1, maxLength: 16 })),
      addressLine2: fc.oneof(line, fc.constant('Postnummer 12345678')),
      stateCode: fc.constantFrom('NY', 'ZH', '13'),
      phone: fc.constant('+4930123456'),
      email: fc.constantFrom('a@b.de', `${'a'.repeat(64)}@${'b'.repeat(30)}.de`),
    },
    { requiredKeys: ['companyName', 'street', 'city', 'countryCode'] },
  )
  .filter((each) => checkAddress(each, []).length === 0);

test('whatever the addresses are, it is refused here or sent in the form of the schema', () => {
  const check = (sender: PlaceAddress, receiver: PlaceAddress, reference: string) => {
    const request = {
      ...laneOf(sender, receiver, { reference, returnService: 'enclosed-label' }),
      bookingReference: 'VY-00000001',
    };
    const product = checkDhlRequest(request, CONTEXT);
    if (typeof product !== 'string') return;
    expect(Value.Errors(exactly(DhlOrder), dhlOrderRequest(request, CONTEXT, product)).First()).toBeUndefined();
  };
  fc.assert(fc.property(address, address, line, check), { numRuns: 500 });
});
