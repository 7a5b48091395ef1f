import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  myDhlPickupMonths,
  myDhlPricedTime,
  myDhlShippingTime,
} from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-shipping-time.ts';
import { PLACES } from '../conformance/places.ts';

const at = (countryCode: string, stateCode?: string) => ({
  street: 'Street 1',
  city: 'City',
  countryCode,
  ...(stateCode === undefined ? {} : { stateCode }),
});

test.each([
  ['of Germany in winter', at('DE'), '2026-12-01T09:00:00Z', '2026-12-01T10:15:00 GMT+01:00'],
  ['of Germany in summer', at('DE'), '2026-07-01T09:00:00Z', '2026-07-01T11:15:00 GMT+02:00'],
  ['of Japan, where it is tomorrow', at('JP'), '2026-12-01T20:00:00Z', '2026-12-02T05:15:00 GMT+09:00'],
  ['of India', at('IN'), '2026-12-01T09:00:00Z', '2026-12-01T14:45:00 GMT+05:30'],
  ['of New York, where it is yesterday', at('US', 'NY'), '2026-12-02T02:00:00Z', '2026-12-01T21:15:00 GMT-05:00'],
  ['of California', at('US', 'CA'), '2026-07-01T09:00:00Z', '2026-07-01T02:15:00 GMT-07:00'],
  ['of Newfoundland', at('CA', 'NL'), '2026-12-01T09:00:00Z', '2026-12-01T05:45:00 GMT-03:30'],
  ['of Spain', at('ES'), '2026-12-01T09:00:00Z', '2026-12-01T10:15:00 GMT+01:00'],
  ['of a country of several times, in GMT', at('RU'), '2026-12-01T09:00:00Z', '2026-12-01T09:15:00 GMT+00:00'],
  ['of a country without a zone, in GMT', at('XK'), '2026-12-01T09:00:00Z', '2026-12-01T09:15:00 GMT+00:00'],
])('a booking ships a quarter of an hour after it is sent, in the time %s', (_name, origin, now, expected) => {
  expect(myDhlShippingTime(new Date(now), origin)).toBe(expected);
});

test.each([
  ['at noon of its day', '2026-12-03', '2026-12-01T09:00:00Z', '2026-12-03T12:00:00 GMT+01:00'],
  ['at noon, in the morning', '2026-12-01', '2026-12-01T08:00:00Z', '2026-12-01T12:00:00 GMT+01:00'],
  ['as soon as a booking, in the afternoon', '2026-12-01', '2026-12-01T14:00:00Z', '2026-12-01T15:15:00 GMT+01:00'],
  [
    'as soon as a booking, where the day is past',
    '2026-11-01',
    '2026-12-01T14:00:00Z',
    '2026-12-01T15:15:00 GMT+01:00',
  ],
])('what is priced ships %s', (_name, day, now, expected) => {
  expect(myDhlPricedTime(day, new Date(now), at('DE'))).toBe(expected);
});

test.each([
  ['one, in the middle of it', '2026-11-10T09:00:00Z', '2027-03-01T09:00:00Z', ['2026-11']],
  ['one, near its end, before the next', '2026-11-28T09:00:00Z', '2026-11-29T09:00:00Z', ['2026-11']],
  ['two, near its end, in the next', '2026-11-28T09:00:00Z', '2026-12-01T09:00:00Z', ['2026-11', '2026-12']],
  ['two, ten days before its end', '2026-11-21T09:00:00Z', '2027-03-01T09:00:00Z', ['2026-11', '2026-12']],
  ['one, eleven days before its end', '2026-11-20T09:00:00Z', '2027-03-01T09:00:00Z', ['2026-11']],
  ['one, where the clock is behind', '2026-12-01T09:00:00Z', '2026-11-30T09:00:00Z', ['2026-12']],
  ['the sender’s', '2026-12-31T22:50:00Z', '2026-12-31T22:51:00Z', ['2027-01']],
])('the months of the pickup are %s', (_name, orderedOn, now, expected) => {
  expect(myDhlPickupMonths(new Date(orderedOn), new Date(now), at('DE'))).toEqual(expected);
});

test('wherever and whenever, the moment that is told is a quarter of an hour ahead', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.constantFrom(...Object.values(PLACES)), (now, origin) => {
      const told = myDhlShippingTime(now, origin);
      expect(told).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d GMT[+-]\d\d:\d\d$/);
      const aheadMs = Date.parse(told.replace(' GMT', '')) - now.getTime();
      expect(Math.abs(aheadMs - 900_000)).toBeLessThan(1_000);
    }),
  );
});
