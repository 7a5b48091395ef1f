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
