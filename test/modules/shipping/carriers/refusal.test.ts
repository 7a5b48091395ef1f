import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dhlRefusal } from '../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-refusal.ts';
import { myDhlRefusal } from '../../../../src/modules/shipping/carriers/mydhl/mydhl-refusal.ts';
import { keptRefusal } from '../../../../src/modules/shipping/carriers/refusal.ts';
import { upsRefusal } from '../../../../src/modules/shipping/carriers/ups/ups-refusal.ts';

const GERMAN_PARTY = { street: 'Hauptstr. 1', postCode: '10115', city: 'Berlin', countryCode: 'DE' };

test.each([
  ['The requested product is unavailable between the origin and the destination.', false],
  ['Service unavailable for this lane, please correct and try again', false],
  ['exportReasonType: expected [permanent, temporary, return]', false],
  ['API not available for this account', false],
  ['The web service is not available in this country', false],
  ['Delivery time-out window is invalid', false],
  ['Try again in another format', false],
  ['Goods temporarily exported need a reason', false],
  ['The service time-out window is invalid', false],
  ['The service is down temporarily', true],
  ['The system is temporarily unavailable', true],
  ['temporarily unavailable, try again later', true],
  ['Process failure occurred, please try again later', true],
  ['Please try again in a few minutes.', true],
  ['Temporary system failure', true],
  ['The API is currently unavailable.', true],
  ['Server down', true],
  ['The request timed out', true],
  ['Gateway timeout', true],
  ['Time-out while waiting for the rating engine', true],
])('"%s" may be a yes later: %s, whichever carrier says it', (message, retryable) => {
  for (const refusal of [upsRefusal, myDhlRefusal, dhlRefusal]) {
    expect(refusal([{ code: '996', message }])).toMatchObject({ retryable });
  }
});

const name = { code: '1', message: 'ShipTo: invalid name' };

test.each([
  ['UPS', upsRefusal, name],
  ['DHL Express', myDhlRefusal, { ...name, place: '#/customerDetails/receiverDetails/contactInformation/companyName' }],
  ['DHL Parcel DE', dhlRefusal, { ...name, place: 'shipments[0].consignee.name1' }],
])('%s complains about the name that it was sent', (_, refusal, complaint) => {
  const pointersFor = (names: object): string[] => {
    const receiver = { ...GERMAN_PARTY, ...names };
    const { errors = [] } = refusal([complaint], { addresses: { sender: GERMAN_PARTY, receiver } });
    return errors.map(({ pointer }) => pointer);
  };
  expect(pointersFor({ companyName: 'Muster GmbH', contactName: 'Erika Muster' })).toEqual([
    '/addresses/receiver/companyName',
  ]);
  expect(pointersFor({ companyName: ' ', contactName: 'Erika Muster' })).toEqual(['/addresses/receiver/contactName']);
  expect(pointersFor({})).toEqual(['/addresses/receiver/companyName']);
});

const PLACE_OF_ACCOUNT = { place: 'shipments[0].billingNumber' };
test.each([
  ['UPS', upsRefusal, { code: '120100', message: 'Missing or invalid shipper number' }, 'profile'],
  ['UPS', upsRefusal, { code: '120206', message: 'Missing or invalid ship to phone number' }, undefined],
  ['DHL Express', myDhlRefusal, { code: '8010', message: 'Shipper account number is invalid' }, 'profile'],
  ['DHL Express', myDhlRefusal, { code: '7042', message: '#/accounts/0/number: too long' }, 'profile'],
  ['DHL Express', myDhlRefusal, { code: '7042', message: 'the postal code is not valid' }, undefined],
  ['DHL Parcel DE', dhlRefusal, { code: '400', message: 'is unknown', ...PLACE_OF_ACCOUNT }, 'profile'],
  ['DHL Parcel DE', dhlRefusal, { code: '400', message: 'is unknown', place: 'shipments[0].refNo' }, undefined],
] as const)('%s: whether the account is to blame, case %#', (_, refusal, complaint, fault) => {
  expect(refusal([complaint]).fault).toBe(fault);
});

test.each([
  [upsRefusal, 'The maximum per package weight is 70 kg', undefined, '/handlingUnits'],
  [upsRefusal, 'Missing or invalid invoice number', undefined, '/customs/invoiceNumber'],
  [upsRefusal, 'Missing or invalid invoice date', undefined, '/customs/invoiceDate'],
  [upsRefusal, 'Invalid terms of shipment', undefined, '/customs/incoterm'],
  [upsRefusal, 'The requested service is unavailable', undefined, '/serviceLevelReference'],
  [myDhlRefusal, 'too heavy', '#/content/packages/1/weight', '/handlingUnits/1/weight'],
  [myDhlRefusal, 'unknown', '#/content/incoterm', '/customs/incoterm'],
  [myDhlRefusal, 'too long', '#/content/exportDeclaration/invoice/number', '/customs/invoiceNumber'],
  [myDhlRefusal, 'too long', '#/content/exportDeclaration/lineItems/0/description', '/handlingUnits'],
  [myDhlRefusal, 'unknown', '#/productCode', '/serviceLevelReference'],
  [dhlRefusal, 'too heavy', 'shipments[1].details.weight', '/handlingUnits/1/weight'],
  [dhlRefusal, 'too long', 'shipments[1].details.dim.length', '/handlingUnits/1/dimensions'],
  [dhlRefusal, 'unknown', 'shipments[0].customs.items[2].hsCode', '/handlingUnits/0/goodsItems/2/hsCode'],
  [
    dhlRefusal,
    'unknown',
    'shipments[0].customs.items[0].itemValue.currency',
    '/handlingUnits/0/goodsItems/0/value/currency',
  ],
  [dhlRefusal, 'too long', 'shipments[0].customs.invoiceNo', '/customs/invoiceNumber'],
  [dhlRefusal, 'unknown', 'shipments[0].customs.shipperCustomsRef', '/addresses/sender/eoriNumber'],
  [dhlRefusal, 'unknown', 'shipments[0].shipper.postalCode', '/addresses/sender/postCode'],
  [dhlRefusal, 'not offered', 'shipments[0].services.dhlRetoure', '/returnService'],
  [dhlRefusal, 'not offered', 'shipments[0].product', '/serviceLevelReference'],
])('%o, "%s" at %s, is about our %s', (refusal, message, place, pointer) => {
  const complaint = { code: '400', message, ...(place === undefined ? {} : { place }) };
  expect(refusal([complaint]).errors).toMatchObject([{ pointer }]);
});

test('of several complaints, one that does not pass is enough', () => {
  const complaints = ['The system is temporarily unavailable', 'Invalid city'].map((message) => ({
    code: '1',
    message,
  }));
  expect(upsRefusal(complaints as [(typeof complaints)[0]])).toMatchObject({ retryable: false });
});

test('whatever texts a carrier refuses with, they are kept bounded, and as a database can hold them', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 990, maxLength: 1_010 }),
    fc.nat(1_001).map((length) => `${'x'.repeat(length)}${'\u{1F69A}'.repeat(20)}`),
    fc.array(fc.constantFrom('\uD83D', '\uDE9A', '\u0000', 'a')).map((each) => each.join('')),
  );
  fc.assert(
    fc.property(text, text, (code, message) => {
      const error = { field: 'Data', pointer: '', message };
      const kept = keptRefusal({
        outcome: 'refused',
        carrierErrorCode: code,
        carrierMessage: message,
        errors: [error],
      });
      expect(kept).not.toHaveProperty('outcome');
      for (const each of [kept.carrierErrorCode, kept.carrierMessage, kept.errors?.[0]?.message ?? '']) {
        expect(each.isWellFormed() && !each.includes('\u0000')).toBe(true);
        expect(each.length).toBeLessThanOrEqual(1_000);
      }
    }),
    { numRuns: 30 },
  );
});

test('half of a character at the cut is left out, not replaced', () => {
  const refused = { outcome: 'refused' as const, carrierErrorCode: '1', carrierMessage: `${'x'.repeat(999)}\u{1F69A}` };
  expect(keptRefusal(refused).carrierMessage).toBe('x'.repeat(999));
});
