import { afterAll, describe, expect, test } from 'vitest';
import type { BookingRequest } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import type { UpsContext } from '../../../../../src/modules/shipping/carriers/ups/ups-account.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { requestWhere } from '../carrier-context.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { upsConformance } from '../conformance/ups-conformance.ts';
import { upsContextFor } from './ups-context.ts';
import { startUpsStandIn } from './ups-stand-in.ts';

const standIn = await startUpsStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());
const context = upsContextFor(standIn);
const shipments = generateShipments(upsConformance.range);

async function quoteOf(
  request: BookingRequest,
  on: UpsContext = context,
  productCodes: readonly string[] = ['11', '07'],
) {
  const { sender, receiver } = request.content.addresses;
  return upsCarrier.quote?.({ ...request, sender, receiver, shipsOn: '2026-12-01', productCodes }, on);
}

describe('rates', () => {
  const request = requestWhere(shipments, ({ isDutiable }) => !isDutiable);
  const charges = (MonetaryValue: string, CurrencyCode = 'EUR') => ({ CurrencyCode, MonetaryValue });
  const inTransit = (BusinessDaysInTransit: string) => ({
    TimeInTransit: { ServiceSummary: { EstimatedArrival: { BusinessDaysInTransit } } },
  });
  const answer = (...rated: object[]) => ({ status: 200, json: { RateResponse: { RatedShipment: rated } } });

  test('are the account’s own prices with their days, of the asked products', async () => {
    expect(await quoteOf(request)).toEqual([
      { productCode: '11', total: { amount: '8.40', currency: 'EUR' }, transitDays: 2 },
      { productCode: '07', total: { amount: '21.00', currency: 'EUR' }, transitDays: 1 },
    ]);
    expect(await quoteOf(request, context, ['11'])).toHaveLength(1);
  });

  test('of what UPS does not take are not asked for', async () => {
    const { addresses } = request.content;
    const receiver = { ...addresses.receiver, countryCode: 'IR', postCode: '1193653471' };
    const before = standIn.received('quote').length;
    expect(
      await quoteOf({ ...request, content: { ...request.content, addresses: { ...addresses, receiver } } }),
    ).toMatchObject({
      outcome: 'refused',
      errors: [{ pointer: '/addresses/receiver/postCode' }],
    });
    expect(standIn.received('quote')).toHaveLength(before);
  });

  test.each([
    [
      'with taxes',
      { NegotiatedRateCharges: { TotalCharge: charges('8.40'), TotalChargesWithTaxes: charges('10.00') } },
      '10.00',
    ],
    ['negotiated', { TotalCharges: charges('12.00'), NegotiatedRateCharges: { TotalCharge: charges('8.40') } }, '8.40'],
    ['of the list', { TotalCharges: charges('12.00') }, '12.00'],
    [
      'of the list instead of none',
      { TotalCharges: charges('20.00'), NegotiatedRateCharges: { TotalCharge: charges('0.00') } },
      '20.00',
    ],
  ])('are those %s, where UPS names them', async (_name, price, amount) => {
    standIn.strike('quote', answer({ Service: { Code: '11' }, ...price }));
    expect(await quoteOf(request)).toEqual([{ productCode: '11', total: { amount, currency: 'EUR' } }]);
  });

  const items = {
    ItemizedCharges: [
      { Code: '375', Description: 'Fuel Surcharge', ...charges('1.40') },
      { Code: '270', ...charges('2.00') },
      { Code: '432', ...charges('0.00') },
      { Code: '433', Description: 'Discount', ...charges('-0.50') },
    ],
    TaxCharges: { Type: 'VAT', MonetaryValue: '1.60' },
  };
  const parts = [
    { description: 'Base service charge', amount: '5.50' },
    { description: 'Fuel Surcharge', amount: '1.40' },
    { description: 'Charge 270', amount: '2.00' },
    { description: 'Discount', amount: '-0.50' },
  ];
  const tax = { description: 'Tax VAT', amount: '1.60' };

  test.each<[string, object, object[] | undefined]>([
    [
      'the account’s own, with taxes',
      {
        NegotiatedRateCharges: {
          TotalChargesWithTaxes: charges('10.00'),
          BaseServiceCharge: [charges('5.50')],
          ...items,
        },
      },
      [...parts, tax],
    ],
    [
      'the account’s own, without',
      { NegotiatedRateCharges: { TotalCharge: charges('8.40'), BaseServiceCharge: [charges('5.50')], ...items } },
      parts,
    ],
    ['the list’s', { TotalCharges: charges('8.40'), BaseServiceCharge: charges('5.50'), ...items }, parts],
    [
      'what adds up to another sum',
      { TotalCharges: charges('8.41'), BaseServiceCharge: charges('5.50'), ...items },
      undefined,
    ],
    [
      'another’s than the total’s',
      { NegotiatedRateCharges: { TotalCharge: charges('8.40') }, BaseServiceCharge: charges('5.50'), ...items },
      undefined,
    ],
  ])('have lines in UPS’s words, of %s', async (_whose, price, lines) => {
    standIn.strike('quote', answer({ Service: { Code: '11' }, ...price }));
    const quotes = await quoteOf(request);
    expect(quotes).toHaveLength(1);
    expect(quotes).toMatchObject([lines === undefined ? {} : { lines }]);
    if (lines === undefined) expect(JSON.stringify(quotes)).not.toContain('lines');
  });

  test.each([
    [{ TotalCharges: charges('0.00') }, []],
    [{ TotalCharges: charges('1'), ...inTransit('-3') }, [undefined]],
    [{ TotalCharges: charges('1'), ...inTransit('0') }, [undefined]],
    [{ TotalCharges: charges('1'), ...inTransit('1000') }, [undefined]],
    [{ TotalCharges: charges('1'), ...inTransit('-3'), GuaranteedDelivery: { BusinessDaysInTransit: '2' } }, [2]],
  ])('of which UPS says %j have the days %j', async (price, days) => {
    standIn.strike('quote', answer({ Service: { Code: '11' }, ...price }));
    const quotes = await quoteOf(request);
    if (!Array.isArray(quotes)) throw new Error('it is refused');
    expect(quotes.map(({ transitDays }: { transitDays?: number }) => transitDays)).toEqual(days);
  });

  test('leave out what has no product or no price', async () => {
    standIn.strike(
      'quote',
      answer(
        { TotalCharges: charges('1') },
        { Service: { Code: '11' } },
        { Service: { Code: '11' }, TotalCharges: charges('free') },
        {
          Service: { Code: '07' },
          TotalCharges: charges('3', 'EUR'),
          GuaranteedDelivery: { BusinessDaysInTransit: '1' },
        },
      ),
    );
    expect(await quoteOf(request)).toEqual([
      { productCode: '07', total: { amount: '3', currency: 'EUR' }, transitDays: 1 },
    ]);
  });
});
