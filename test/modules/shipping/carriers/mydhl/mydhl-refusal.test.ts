import { expect, test } from 'vitest';
import { myDhlRefusal } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-refusal.ts';

test.each([
  ['postalAddress/addressLine1', 'street'],
  ['postalAddress/addressLine2', 'addressLine2'],
  ['postalAddress/addressLine3', 'addressLine2'],
  ['postalAddress/cityName', 'city'],
  ['contactInformation/phone', 'phone'],
])('what DHL holds against %s is about our %s', (place, field) => {
  const complaint = { code: '1001', message: 'too long', place: `#/customerDetails/receiverDetails/${place}` };
  expect(myDhlRefusal([complaint]).errors).toMatchObject([{ pointer: `/addresses/receiver/${field}` }]);
});
