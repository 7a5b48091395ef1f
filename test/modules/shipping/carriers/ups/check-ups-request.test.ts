import { describe, expect, test } from 'vitest';
import type { BookingRequest, QuoteRequest } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import {
  refuseUpsBooking,
  refuseUpsQuote,
} from '../../../../../src/modules/shipping/carriers/ups/check-ups-request.ts';
import { PLACES, type PlaceAddress } from '../conformance/places.ts';
import { laneOf } from '../lane.ts';

type Lane = Parameters<typeof laneOf>;

const pointersOf = (refused: ReturnType<typeof refuseUpsBooking>) =>
  refused === undefined ? 'sent' : [refused.carrierErrorCode, ...(refused.errors ?? []).map(({ pointer }) => pointer)];
const booked = (request: BookingRequest, productCode = '11') => pointersOf(refuseUpsBooking(request, productCode));
const asked = (request: BookingRequest) => {
  const { sender, receiver } = request.content.addresses;
  const question: QuoteRequest = { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['11'] };
  return pointersOf(refuseUpsQuote(question));
};

const withoutPhone = (place: PlaceAddress): PlaceAddress => {
  const { phone: _phone, ...rest } = place;
  return rest;
};
const [DE, NL, IE, US, CA, ES] = [PLACES.DE, PLACES.NL, PLACES.IE, PLACES.US, PLACES.CA, PLACES.ES].map(
  withoutPhone,
) as [PlaceAddress, PlaceAddress, PlaceAddress, PlaceAddress, PlaceAddress, PlaceAddress];
const RETURN = { returnService: 'return-shipment' } as const;
const SENDER = '/addresses/sender/phone';
const RECEIVER = '/addresses/receiver/phone';

describe('a telephone number', () => {
  test.each<[string, Lane, string[] | 'sent', string?]>([
    ['within a country', [DE, DE], 'sent'],
    ['from Germany to Canada', [DE, CA], ['NOT_SENT', SENDER, RECEIVER]],
    ['from the Netherlands to Ireland', [NL, IE], ['NOT_SENT', SENDER, RECEIVER]],
    ['which the receiver has', [DE, 'CA'], ['NOT_SENT', SENDER]],
    ['which the sender has', ['DE', CA], ['NOT_SENT', RECEIVER]],
    ['which both have', ['DE', 'CA'], 'sent'],
    ['of what goes back to its shipper', [NL, DE, RETURN], ['NOT_SENT', RECEIVER]],
    ['of what leaves customs territory within a country', [ES, 'CANARIES'], ['NOT_SENT', SENDER]],
    ['where UPS calls the receiver', [US, US], ['NOT_SENT', RECEIVER], '14'],
  ])('%s', (_name, lane, expected, productCode) => {
    expect(booked(laneOf(...lane), productCode)).toEqual(expected);
  });
});

describe('a return', () => {
  const returned = (from: 'DE' | 'US', units: number) => {
    const request = laneOf(from, from, RETURN);
    return { ...request, handlingUnits: Array.from({ length: units }, () => request.handlingUnits).flat() };
  };
  test.each([
    ['DE', 20, 'sent'],
    ['DE', 21, ['NOT_SENT', '/handlingUnits']],
    ['US', 1, 'sent'],
    ['US', 2, ['NOT_SENT', '/handlingUnits']],
  ] as const)('from %s of %s packages', (from, units, expected) => {
    expect(booked(returned(from, units))).toEqual(expected);
  });

  test('is no limit to what is sent', () => {
    const request = laneOf('DE', 'DE');
    const handlingUnits = Array.from({ length: 200 }, () => request.handlingUnits).flat();
    expect(booked({ ...request, handlingUnits })).toBe('sent');
  });
});

describe('what goods are worth', () => {
  const worth = (lane: Lane, amount: string, currency = 'IDR'): BookingRequest => {
    const request = laneOf(...lane);
    const handlingUnits = request.handlingUnits.map((unit) => ({
      ...unit,
      content: {
        ...unit.content,
        goodsItems: (unit.content.goodsItems ?? []).map((item) => ({
          ...item,
          quantity: 1,
          value: { amount, currency },
        })),
      },
    }));
    return { ...request, handlingUnits };
  };

  test.each<[Lane, string, string[] | 'sent']>([
    [['US', 'CA'], '99999999', 'sent'],
    [['US', 'CA'], '99999999.01', ['NOT_SENT', '/handlingUnits']],
    [['DE', 'CA'], '150000000', 'sent'],
  ])('is booked from %j where it is %s: %j', (lane, amount, expected) => {
    expect(booked(worth(lane, amount))).toEqual(expected);
  });

  test.each<[Lane, string, string[] | 'sent']>([
    [['DE', 'CA'], '99999999', 'sent'],
    [['DE', 'CA'], '150000000', ['NOT_SENT', '/handlingUnits']],
    [['DE', 'FR'], '150000000', ['NOT_SENT', '/handlingUnits']],
    [['DE', 'DE'], '150000000', 'sent'],
  ])('is priced from %j where it is %s: %j', (lane, amount, expected) => {
    expect(asked(worth(lane, amount))).toEqual(expected);
  });
});

describe('an address', () => {
  const place = { street: '1 Main St', city: 'Town', phone: '+4930123456' };
  test.each<[string, PlaceAddress, string[] | 'sent']>([
    [
      'whose post code has ten digits',
      { ...place, countryCode: 'IR', postCode: '1193653471' },
      ['NOT_SENT', '/addresses/receiver/postCode'],
    ],
    ['whose post code has nine', { ...place, countryCode: 'SA', postCode: '12345-6789' }, 'sent'],
    ['without a post code', { ...place, countryCode: 'IR' }, 'sent'],
    [
      'whose street cannot be written',
      { ...place, countryCode: 'IQ', street: '𒀀𒀁' },
      ['NOT_SENT', '/addresses/receiver/street'],
    ],
    [
      'whose city cannot be written',
      { ...place, countryCode: 'IQ', city: '𒀀𒀁' },
      ['NOT_SENT', '/addresses/receiver/city'],
    ],
    ['in Cyrillic letters', { ...place, countryCode: 'KZ', city: 'Алматы', postCode: '050000' }, 'sent'],
  ])('%s is booked and priced: %j', (_name, receiver, expected) => {
    expect(booked(laneOf('DE', receiver))).toEqual(expected);
    expect(asked(laneOf('DE', receiver))).toEqual(expected);
  });
});
