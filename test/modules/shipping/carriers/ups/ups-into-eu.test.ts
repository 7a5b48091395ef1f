import { describe, expect, test } from 'vitest';
import { PLACES, type PlaceAddress } from '../conformance/places.ts';
import { at, listAt } from '../json-at.ts';
import { DOCUMENTS, laneOf, withGoods } from '../lane.ts';
import { booked, shipped } from './ups-sent.ts';

const told = (shipment: unknown) => ({
  types: [at(shipment, 'ShipperType'), at(shipment, 'ConsigneeType')],
  deMinimis: at(shipment, 'ShipmentServiceOptions', 'EUDeMinimisIndicator'),
  conditions: listAt(shipment, 'ShipmentServiceOptions', 'InternationalForms', 'Product').map((product) =>
    at(product, 'CommodityFieldSpecialConditionCode'),
  ),
});

describe('what UPS wants to know of what comes into the European Union', () => {
  const CONSUMERS = { types: ['02', '02'], deMinimis: 'Y', conditions: ['01'] };

  test.each([
    ['CH', 'DE'],
    ['US', 'FR'],
    ['GB', 'IE'],
  ] as const)('is told from %s to %s', (from, to) => {
    expect(told(shipped(from, to))).toEqual(CONSUMERS);
  });

  test.each([
    ['within it', 'DE', 'FR', []],
    ['within a country', 'DE', 'DE', []],
    ['out of it', 'DE', 'CH', [undefined]],
    ['past it', 'CH', 'GB', [undefined]],
    ['within a member state, through customs', 'CANARIES', 'ES', [undefined]],
  ] as const)('is told of nothing that goes %s, from %s to %s', (_where, from, to, conditions) => {
    expect(told(shipped(from, to))).toEqual({ types: [undefined, undefined], deMinimis: undefined, conditions });
  });

  test('from Northern Ireland, whose goods pass no customs, is not told', () => {
    const belfast: PlaceAddress = { ...PLACES.GB, city: 'Belfast', postCode: 'BT1 5GS' };
    expect(told(shipped(belfast, 'IE'))).toEqual({
      types: [undefined, undefined],
      deMinimis: undefined,
      conditions: [],
    });
  });

  test('of documents, which have no invoice, is told without goods', () => {
    expect(told(shipped('CH', 'DE', DOCUMENTS))).toEqual({ ...CONSUMERS, conditions: [] });
  });

  const company = (place: PlaceAddress): PlaceAddress => ({ ...place, companyName: 'Acme Corp' });
  test.each<[string, PlaceAddress, PlaceAddress, string[], object?]>([
    ['a company to a person', company(PLACES.CH), PLACES.DE, ['01', '02']],
    ['a person to a company', PLACES.CH, company(PLACES.DE), ['02', '01']],
    ['a company to one at home', company(PLACES.CH), { ...company(PLACES.DE), residential: true }, ['01', '01']],
    ['a blank company to a person', { ...PLACES.CH, companyName: ' ' }, PLACES.DE, ['02', '02']],
    [
      'a person back to a company, which is the shipper',
      PLACES.CH,
      company(PLACES.DE),
      ['01', '01'],
      { returnService: 'return-shipment' },
    ],
  ])('is from %s who each end is', (_who, from, to, types, changes = {}) => {
    expect(told(shipped(from, to, changes)).types).toEqual(types);
  });

  test.each([
    ['150', 1, 'EUR', 'Y'],
    ['150.01', 1, 'EUR', 'N'],
    ['50', 3, 'EUR', 'Y'],
    ['50.01', 3, 'EUR', 'N'],
    ['1', 1, 'USD', undefined],
    ['1000', 1, 'CHF', undefined],
  ])('of goods worth %s, %i of them, in %s, is %s', (amount, quantity, currency, deMinimis) => {
    const request = withGoods(laneOf('CH', 'DE'), { quantity, value: { amount, currency } });
    expect(told(booked(request))).toEqual({ ...CONSUMERS, deMinimis });
  });

  test.each([
    ['CHF', true, 'Y'],
    ['CHF', false, 'N'],
    // 25 EUR are what they are, whatever is said of them.
    ['EUR', false, 'Y'],
  ])('of goods in %s that the shipment calls of low value: %s, is %s', (currency, lowValue, deMinimis) => {
    const customs = { incoterm: 'DAP', contentType: 'merchandise', invoiceNumber: 'INV-1', lowValue } as const;
    const request = withGoods(laneOf('CH', 'DE', { customs }), { value: { amount: '12.50', currency } });
    expect(told(booked(request)).deMinimis).toBe(deMinimis);
  });

  const numbered = (from: 'CH' | 'DE', to: 'CH' | 'DE', sku: string): unknown =>
    at(booked(withGoods(laneOf(from, to), { sku })), 'ShipmentServiceOptions', 'InternationalForms', 'Product', 0);

  test('is the shipper’s number of each product, as such', () => {
    expect(numbered('CH', 'DE', 'TSHIRT-M')).toMatchObject({
      ProductIdentifier: [{ ProductID: 'TSHIRT-M', ProductIDTypeCode: '0100' }],
      CommodityFieldSpecialConditionCode: '01',
    });
    expect(numbered('DE', 'CH', 'TSHIRT-M')).not.toHaveProperty('ProductIdentifier');
    expect(numbered('CH', 'DE', ' ')).not.toHaveProperty('ProductIdentifier');
  });
});
