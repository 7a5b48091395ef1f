import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../../../../src/modules/shipping/address.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { upsInternationalForms } from '../../../../../src/modules/shipping/carriers/ups/ups-international-forms.ts';
import { upsRateRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-rate.ts';
import { UpsRateRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-rate-schema.ts';
import { upsRefusal } from '../../../../../src/modules/shipping/carriers/ups/ups-refusal.ts';
import { upsShipRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-ship-request.ts';
import { UpsShipRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-ship-schema.ts';
import { measureUnits } from '../../../../../src/modules/shipping/measure-units.ts';
import { exactly } from '../conformance/exactly.ts';
import type { PlaceAddress } from '../conformance/places.ts';
import { at } from '../json-at.ts';
import { DDP, DOCUMENTS, laneOf, withGoods } from '../lane.ts';
import { asked, booked, CONTEXT, priced, shipped } from './ups-sent.ts';

describe('by the rules of UPS’s document', () => {
  test.each([
    ['to another customs territory', 'DE', 'CH', ['01', '02']],
    ['to another customs territory', 'DE', 'GB', ['01', '02']],
    ['to another customs territory', 'US', 'CA', ['01', '02']],
    ['within a country', 'DE', 'DE', ['01']],
    ['within a country, through customs', 'DE', 'CANARIES', ['01']],
    ['within the European Union', 'DE', 'FR', ['01']],
    ['from the United States to Puerto Rico', 'US', 'PR', ['01']],
    ['from Puerto Rico to the United States', 'PR', 'US', ['01']],
  ] as const)('DDP %s, %s to %s, has the charges %j', (_name, from, to, types) => {
    const charges = at(shipped(from, to, DDP), 'PaymentInformation', 'ShipmentCharge') as { Type: string }[];
    expect(charges.map(({ Type }) => Type)).toEqual(types);
  });

  test('product and account are the profile’s, wherever they stand', () => {
    const context = { ...CONTEXT, productCode: '65', settings: { accountNumber: 'Z9Y8X7' } };
    const request = laneOf('DE', 'CH', DDP);
    const { sender, receiver } = request.content.addresses;
    const question = { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['65'] };
    expect(upsShipRequest(request, context).ShipmentRequest.Shipment).toMatchObject({
      Service: { Code: '65' },
      Shipper: { ShipperNumber: 'Z9Y8X7' },
      PaymentInformation: {
        ShipmentCharge: ['01', '02'].map((Type) => ({ Type, BillShipper: { AccountNumber: 'Z9Y8X7' } })),
      },
    });
    expect(upsRateRequest(question, context).RateRequest.Shipment).toMatchObject({
      Shipper: { ShipperNumber: 'Z9Y8X7' },
      PaymentDetails: { ShipmentCharge: [{ BillShipper: { AccountNumber: 'Z9Y8X7' } }] },
    });
  });

  test('the shipper of a return is who gets it back', () => {
    const returned = shipped('FR', 'DE', { returnService: 'return-shipment' });
    expect(returned).toMatchObject({
      Shipper: { ShipperNumber: 'A1B2C3', Address: { CountryCode: 'DE' } },
      ShipFrom: { Address: { CountryCode: 'FR' } },
      ShipTo: { Address: { CountryCode: 'DE' } },
    });
  });

  test('an invoice is the receiver’s, in the currency of the goods, by the piece', () => {
    const goods = { description: 'Watch', quantity: 3, value: { amount: '10.05', currency: 'CHF' } };
    const [unit] = measureUnits([{ weight: { value: 1, unit: 'kg' }, goodsItems: [goods] }]);
    const request = { ...laneOf('CH', 'DE'), handlingUnits: unit === undefined ? [] : [unit] };
    expect(upsInternationalForms(request)).toMatchObject({
      CurrencyCode: 'CHF',
      Contacts: { SoldTo: { Address: { CountryCode: 'DE' } } },
      Product: [{ Unit: { Number: '3', Value: '10.05' } }],
    });
  });

  test.each([
    ['DE', 'CH', true],
    ['DE', 'FR', true],
    ['DE', 'DE', false],
    ['US', 'CA', false],
    ['US', 'DE', false],
    ['DE', 'CA', false],
    ['DE', 'MX', false],
    ['DE', 'PR', false],
  ] as const)('documents from %s to %s say that they are none but documents: %s', (from, to, isSaid) => {
    expect(Object.hasOwn(shipped(from, to, DOCUMENTS) as object, 'DocumentsOnlyIndicator')).toBe(isSaid);
    expect(shipped(from, to)).not.toHaveProperty('DocumentsOnlyIndicator');
  });

  test('documents are priced as documents where they leave a customs territory', () => {
    const documents = { DocumentsOnlyIndicator: '', DeliveryTimeInformation: { PackageBillType: '02' } };
    expect(priced('DE', 'CH', DOCUMENTS)).toMatchObject(documents);
    expect(priced('DE', 'CH', DOCUMENTS)).not.toHaveProperty('InvoiceLineTotal');
    expect(priced('DE', 'CH')).toMatchObject({ DeliveryTimeInformation: { PackageBillType: '03' } });
    expect(priced('DE', 'CH')).not.toHaveProperty('DocumentsOnlyIndicator');
  });

  test.each([
    ['DE', 'CH'],
    ['DE', 'FR'],
    ['DE', 'DE'],
    ['US', 'CA'],
    ['US', 'DE'],
    ['DE', 'MX'],
  ] as const)('documents from %s to %s are priced as they are booked', (from, to) => {
    const isTold = (shipment: unknown) => at(shipment, 'DocumentsOnlyIndicator') !== undefined;
    expect(isTold(priced(from, to, DOCUMENTS))).toBe(isTold(shipped(from, to, DOCUMENTS)));
  });

  const TOTAL = { CurrencyCode: 'EUR', MonetaryValue: '25' };
  test.each([
    ['US', 'PR', undefined, TOTAL],
    ['US', 'CA', undefined, TOTAL],
    ['US', 'CA', 'return-shipment', undefined],
    ['US', 'MX', undefined, undefined],
    ['DE', 'CA', undefined, undefined],
    ['DE', 'CH', undefined, undefined],
    ['US', 'US', undefined, undefined],
  ] as const)('from %s to %s (%s) the invoice’s total is %j', (from, to, returnService, total) => {
    const changes = returnService === undefined ? {} : { returnService };
    expect(at(shipped(from, to, changes), 'InvoiceLineTotal')).toEqual(total);
  });

  test.each([
    ['DE', 'FR', TOTAL],
    ['DE', 'CH', TOTAL],
    ['US', 'PR', TOTAL],
    ['US', 'DE', TOTAL],
    ['DE', 'CANARIES', TOTAL],
    ['DE', 'DE', undefined],
    ['US', 'US', undefined],
  ] as const)('prices from %s to %s are asked for with what goods are worth: %j', (from, to, total) => {
    expect(at(priced(from, to), 'InvoiceLineTotal')).toEqual(total);
  });

  test('between countries prices are asked for without it where it is not known', () => {
    const request = laneOf('DE', 'FR');
    const handlingUnits = request.handlingUnits.map((unit) => {
      const { goodsItems: _goods, ...content } = unit.content;
      return { ...unit, content };
    });
    expect(asked({ ...request, handlingUnits })).not.toHaveProperty('InvoiceLineTotal');
    expect(priced('DE', 'FR', DOCUMENTS)).not.toHaveProperty('InvoiceLineTotal');
  });

  test('every product of an invoice has a part number', () => {
    const forms = at(shipped('DE', 'CH'), 'ShipmentServiceOptions', 'InternationalForms');
    expect(at(forms, 'Product')).toMatchObject([{ PartNumber: '1', CommodityCode: '610910' }]);
  });

  test.each([
    ['TSHIRT-M', 'TSHIRT-M'],
    ['TSHIRT-M-RED', '1'],
  ])('%s is told as the part number %s: whole, or in its line', (sku, PartNumber) => {
    const forms = at(
      booked(withGoods(laneOf('DE', 'CH'), { sku })),
      'ShipmentServiceOptions',
      'InternationalForms',
      'Product',
    );
    expect(forms).toMatchObject([{ PartNumber }]);
  });

  test('what nothing can be written of is described all the same, and a reference of which there is nothing left out', () => {
    const request = withGoods(laneOf('DE', 'CH', { reference: '\u{12000}' }), { description: '\u{12000}' });
    expect(booked(request)).toMatchObject({
      Description: 'Goods',
      ReferenceNumber: [{ Value: 'VY-1' }],
      Package: [{ Description: 'Goods' }],
      ShipmentServiceOptions: { InternationalForms: { Product: [{ Description: ['-'] }] } },
    });
    expect(at(booked(request), 'ReferenceNumber')).toHaveLength(1);
  });

  test.each([
    [{ value: 499.95, unit: 'kg' }, '999.9'],
    [{ value: 499.96, unit: 'kg' }, '1000'],
    [{ value: 500.01, unit: 'kg' }, undefined],
  ] as const)(
    'two pieces of %j each weigh %s on an invoice, and what has no room in five characters is left out',
    (netWeight, weight) => {
      const request = laneOf('DE', 'CH');
      const handlingUnits = request.handlingUnits.map((unit) => ({
        ...unit,
        content: {
          ...unit.content,
          goodsItems: unit.content.goodsItems?.map((item) => ({ ...item, netWeight })) ?? [],
        },
      }));
      const sent = upsShipRequest({ ...request, handlingUnits }, CONTEXT).ShipmentRequest.Shipment;
      const product = sent.ShipmentServiceOptions?.InternationalForms?.Product[0];
      expect(product).toMatchObject({ PartNumber: '1' });
      expect(product?.ProductWeight?.Weight).toBe(weight);
    },
  );

  test.each([
    ['Box', '02'],
    ['Tube', '03'],
    ['Pallet', '30'],
  ] as const)('a %s is booked and priced as packaging %s', (packageType, code) => {
    expect(at(shipped('DE', 'DE', { packageType }), 'Package', 0, 'Packaging', 'Code')).toBe(code);
    expect(at(priced('DE', 'DE', { packageType }), 'Package', 0, 'PackagingType', 'Code')).toBe(code);
  });

  test.each([
    ['Pallet', 'DE', 'US', '04'],
    ['Pallet', 'DE', 'FR', '04'],
    ['Pallet', 'DE', 'DE', '07'],
    ['Box', 'DE', 'US', '03'],
    ['Box', 'DE', 'DE', '03'],
  ] as const)('a %s from %s to %s is priced with the bill type %s', (packageType, from, to, type) => {
    expect(at(priced(from, to, { packageType }), 'DeliveryTimeInformation', 'PackageBillType')).toBe(type);
  });

  test('a pallet beside a box is priced as packages are', () => {
    const [pallet, box] = [laneOf('DE', 'US', { packageType: 'Pallet' }), laneOf('DE', 'US')];
    const both = asked({ ...box, handlingUnits: [...pallet.handlingUnits, ...box.handlingUnits] });
    expect(at(both, 'DeliveryTimeInformation', 'PackageBillType')).toBe('03');
  });

  test.each([
    ['96', '2'],
    ['71', '2'],
    ['11', undefined],
  ])('of two pallets service %s is told %s pieces', (productCode, pieces) => {
    const request = laneOf('DE', 'US', { packageType: 'Pallet' });
    const handlingUnits = [...request.handlingUnits, ...request.handlingUnits];
    expect(at(booked({ ...request, handlingUnits }, productCode), 'NumOfPiecesInShipment')).toBe(pieces);
  });

  const HANOI = { street: '1 Lê Lợi', city: 'Hà Nội', postCode: '100000', countryCode: 'VN' };
  test('a province of Vietnam is told with its country, and any other state without', () => {
    expect(at(shipped('DE', { ...HANOI, stateCode: 'HN' }), 'ShipTo', 'Address', 'StateProvinceCode')).toBe('VN-HN');
    expect(at(priced('DE', { ...HANOI, stateCode: '44' }), 'ShipTo', 'Address', 'StateProvinceCode')).toBe('VN-44');
    expect(at(shipped('US', 'CA'), 'ShipTo', 'Address', 'StateProvinceCode')).toBe('ON');
  });

  test.each([
    ['US', '10118-0110', '101180110'],
    ['PR', '00901', '00901'],
    ['CA', 'K1A 0A9', 'K1A0A9'],
    ['GB', 'NW1 6XE', 'NW1 6XE'],
    ['PL', '90-001', '90-001'],
    ['SA', '12345-6789', '123456789'],
    ['VI', '00802-1234', '008021234'],
    ['GU', '96910-1234', '969101234'],
    ['GU', '96910', '96910'],
    ['IR', '1193653471', undefined],
  ] as const)('of %s the post code %s is told as %s', (countryCode, postCode, told) => {
    const address = { street: '1 Main St', city: 'Town', stateCode: 'NY', postCode, countryCode };
    expect(at(shipped('DE', address), 'ShipTo', 'Address', 'PostalCode')).toBe(told);
    expect(at(priced('DE', address), 'ShipTo', 'Address', 'PostalCode')).toBe(told);
  });

  test.each([
    ['US', '+12127363100', '2127363100'],
    ['PR', '+17877225000', '7877225000'],
    ['CA', '+16139924793', '6139924793'],
    ['VI', '+13407761111', '3407761111'],
    ['US', '+4930123456', '4930123456'],
    ['DE', '+12127363100', '12127363100'],
    ['DE', '+493012345678901', '493012345678901'],
  ] as const)('an address in %s has the phone %s as %s', (countryCode, phone, told) => {
    const address = { street: '1 Main St', city: 'Town', postCode: '10115', countryCode, phone };
    expect(at(shipped('DE', address), 'ShipTo', 'Phone', 'Number')).toBe(told);
    expect(at(shipped(address, 'DE'), 'ShipFrom', 'Phone', 'Number')).toBe(told);
  });

  test('a state that is not told, or is empty, is none', () => {
    const dublin = { street: '12 Grafton Street', city: 'Dublin', postCode: 'D02 X285', countryCode: 'IE' };
    for (const address of [dublin, { ...dublin, stateCode: '' }, { ...HANOI, stateCode: '' }]) {
      expect(at(priced('DE', address), 'ShipTo', 'Address')).not.toHaveProperty('StateProvinceCode');
    }
  });

  test.each([
    ['without its province', {}],
    ['with a province that cannot be one', { stateCode: 'HNI' }],
  ])('an address in Vietnam %s is refused at our field, and nothing is sent', async (_name, state) => {
    const receiver = { ...HANOI, phone: '+842439345000', ...state };
    expect(await upsCarrier.book(laneOf('DE', receiver), CONTEXT)).toMatchObject({
      outcome: 'refused',
      retryable: false,
      errors: [{ pointer: '/addresses/receiver/stateCode' }],
    });
  });
});

const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 35 });
/** What the API takes as an address, in any script. */
const address = fc
  .record(
    {
      companyName: line,
      contactName: line,
      street: line,
      addressLine2: line,
      city: line,
      countryCode: fc.constantFrom('DE', 'CH', 'US', 'IE', 'VN', 'AQ'),
      postCode: fc.oneof(fc.constantFrom('10115', '8001', '10118-0110'), fc.string({ minLength: 1, maxLength: 16 })),
      stateCode: fc.constantFrom('', 'NY', '44', '13', 'ABC'),
      phone: fc.constantFrom('+4930123456', '+12127363100'),
      email: fc.constantFrom('a@b.de', `${'a'.repeat(64)}@${'b'.repeat(30)}.de`),
      vatNumber: fc.constantFrom('NL123456789B01', 'A'.repeat(20), '12.345.678/0001-95'),
      eoriNumber: fc.constantFrom('NL123456789', 'XI123456789012', `QQ${'1'.repeat(15)}`),
      residential: fc.boolean(),
    },
    { requiredKeys: ['companyName', 'street', 'city', 'countryCode'] },
  )
  .filter((each) => checkAddress(each, []).length === 0);

test('whatever the addresses are, they are booked and priced in the form of the schema', () => {
  const [booking, pricing] = [exactly(UpsShipRequest), exactly(UpsRateRequest)];
  const check = (sender: PlaceAddress, receiver: PlaceAddress, reference: string) => {
    const request = laneOf(sender, receiver, { reference });
    expect(Value.Errors(booking, upsShipRequest(request, CONTEXT)).First()).toBeUndefined();
    const question = { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['11'] };
    expect(Value.Errors(pricing, upsRateRequest(question, CONTEXT)).First()).toBeUndefined();
  };
  fc.assert(fc.property(address, address, line, check), { numRuns: 200 });
});

describe('UPS’s no', () => {
  test.each(['120100', '120115', '250003'])('%s is the account’s, and not the shipment’s', (code) => {
    expect(upsRefusal([{ code, message: 'Missing or invalid shipper number' }])).toMatchObject({ fault: 'profile' });
    expect(upsRefusal([{ code: '120000', message: 'Missing or invalid shipper name' }])).not.toHaveProperty('fault');
  });

  test.each([
    ['The requested service is unavailable between the selected locations.', false],
    ['The requested service is unavailable for the account. Please correct it and try again.', false],
    ['The service is temporarily unavailable', true],
    ['The system is currently unavailable. Please try again later.', true],
    ['Request timed out', true],
  ])('"%s" may be a yes later: %s', (message, retryable) => {
    expect(upsRefusal([{ code: '111210', message }])).toMatchObject({ retryable });
  });

  test.each([
    ['Missing or invalid Shipper phone number', undefined, '/addresses/sender/phone'],
    ['Missing or invalid Shipper phone number', 'return-shipment', '/addresses/receiver/phone'],
    ['Missing or invalid ShipFrom city', 'return-shipment', '/addresses/sender/city'],
    ['Missing or invalid ShipTo city', 'return-shipment', '/addresses/receiver/city'],
  ] as const)('"%s" (%s) is about %s', (message, returnService, pointer) => {
    const { addresses } = laneOf('DE', 'DE').content;
    const content = returnService === undefined ? { addresses } : { addresses, returnService };
    expect(upsRefusal([{ code: '120000', message }], content).errors).toMatchObject([{ pointer }]);
  });
});
