import { expect, test } from 'vitest';
import type { MyDhlContext } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-account.ts';
import { myDhlRateRequest } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-rate.ts';
import { myDhlShipRequest } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-ship-request.ts';
import { at, listAt } from '../json-at.ts';
import { DDP, laneOf, withGoods } from '../lane.ts';

/** What a request needs of its context; it cannot be sent. */
const CONTEXT = {
  productCode: 'P',
  labelFormat: 'pdf',
  clock: () => new Date('2026-12-01T09:00:00Z'),
  settings: { accountNumber: '123456789' },
} as MyDhlContext;

const shipped = (...lane: Parameters<typeof laneOf>): unknown => myDhlShipRequest(laneOf(...lane), CONTEXT);

test('goods are declared by the piece, with how many there are and where they were made', () => {
  expect(at(shipped('DE', 'CH'), 'content')).toMatchObject({
    declaredValue: 25,
    declaredValueCurrency: 'EUR',
    exportDeclaration: {
      shipmentType: 'commercial',
      lineItems: [
        {
          price: 12.5,
          quantity: { value: 2, unitOfMeasurement: 'PCS' },
          commodityCodes: [{ typeCode: 'outbound', value: '610910' }],
          manufacturerCountry: 'PT',
          weight: { netValue: 0.8, grossValue: 2 },
        },
      ],
    },
  });
});

test('product and account are the profile’s, wherever they stand', () => {
  const context = { ...CONTEXT, productCode: 'T', settings: { accountNumber: '987654321' } };
  const request = laneOf('DE', 'CH', DDP);
  const { sender, receiver } = request.content.addresses;
  const question = { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['T'] };
  const number = '987654321';
  expect(myDhlShipRequest(request, context)).toMatchObject({
    productCode: 'T',
    accounts: ['shipper', 'duties-taxes'].map((typeCode) => ({ typeCode, number })),
  });
  expect(myDhlRateRequest(question, context)).toMatchObject({ accounts: [{ typeCode: 'shipper', number }] });
});

test('a gift is declared as one person’s to another', () => {
  const customs = { incoterm: 'DAP', contentType: 'gift', invoiceNumber: 'INV-1' } as const;
  expect(at(shipped('DE', 'CH', { customs }), 'content', 'exportDeclaration')).toMatchObject({
    exportReasonType: 'gift',
    shipmentType: 'personal',
  });
});

test.each([
  ['TSHIRT-M-RED', [{ typeCode: 'PAN', value: 'TSHIRT-M-RED' }]],
  ['a'.repeat(35), [{ typeCode: 'PAN', value: 'a'.repeat(35) }]],
  ['a'.repeat(36), undefined],
  [' ', undefined],
])('the shipper’s number of a product, %s, is told whole or not at all', (sku, told) => {
  const request = withGoods(laneOf('DE', 'CH'), { sku });
  const line = at(myDhlShipRequest(request, CONTEXT), 'content', 'exportDeclaration', 'lineItems', 0);
  expect(at(line, 'customerReferences')).toEqual(told);
});

test.each([
  [{}, 'commercial', 'COMMERCIAL_INVOICE_P_10'],
  [{ returnService: 'return-shipment' }, 'returns', 'RET_COM_INVOICE_A4_01'],
] as const)(
  'the invoice of a booking with %j is of the type %s, on its own form',
  (changes, invoiceType, templateName) => {
    const images = listAt(shipped('DE', 'CH', changes), 'outputImageProperties', 'imageOptions');
    expect(images).toContainEqual(expect.objectContaining({ typeCode: 'invoice', invoiceType, templateName }));
  },
);

test('each side of a package keeps its name', () => {
  const request = laneOf('DE', 'CH');
  const handlingUnits = request.handlingUnits.map((unit) => ({
    ...unit,
    dimensionsMillimetres: { length: 305, width: 204, height: 103 },
  }));
  expect(at(myDhlShipRequest({ ...request, handlingUnits }, CONTEXT), 'content', 'packages', 0)).toMatchObject({
    weight: 2,
    dimensions: { length: 30.5, width: 20.4, height: 10.3 },
  });
});

test.each([
  ['a company', { companyName: 'Acme' }, 'business'],
  ['a company at home', { companyName: 'Acme', residential: true }, 'private'],
  ['nobody’s company', {}, 'private'],
])('%s, %j, is told as %s', (_name, changes, typeCode) => {
  const request = laneOf('DE', 'CH');
  const { sender, receiver } = request.content.addresses;
  const addresses = { sender, receiver: { ...receiver, ...changes } };
  const told = myDhlShipRequest({ ...request, content: { ...request.content, addresses } }, CONTEXT);
  expect(at(told, 'customerDetails', 'receiverDetails', 'typeCode')).toBe(typeCode);
});
