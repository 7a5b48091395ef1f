import { afterAll, expect, test } from 'vitest';
import { toBooked } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-booked.ts';
import { readItems } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-items.ts';
import { dhlParcelDeCarrier } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-parcel-de-carrier.ts';
import { parseAnswer } from '../../../../../src/modules/shipping/carriers/http/parse-answer.ts';
import { bookWith, contextOf, requestWhere } from '../carrier-context.ts';
import { dhlParcelDeConformance } from '../conformance/dhl-parcel-de-conformance.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { startDhlParcelDeStandIn } from './dhl-parcel-de-stand-in.ts';

const standIn = await startDhlParcelDeStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const NUMBER = '00340434161094042557';
const ERROR = { validationMessage: 'The weight is too high', validationState: 'Error' };
const WARNING = { validationMessage: 'The street was corrected', validationState: 'Warning' };

/** What DHL says about one shipment, and about the whole request. */
test.each<[string, object, object | undefined, string]>([
  ['a number and success', { shipmentNo: NUMBER, sstatus: { status: 200 } }, undefined, 'done'],
  ['a number and a warning', { shipmentNo: NUMBER, validationMessages: [WARNING] }, undefined, 'done'],
  ['a number alone', { shipmentNo: NUMBER }, undefined, 'done'],
  ['a number, of several that are not all booked', { shipmentNo: NUMBER }, { status: 207 }, 'done'],
  ['a number in a list', { shipmentNo: [NUMBER] }, undefined, 'done'],
  ['a number and a status that is none of HTTP', { shipmentNo: NUMBER, sstatus: { statusCode: 0 } }, undefined, 'done'],
  [
    'a number and a weak error',
    { shipmentNo: NUMBER, sstatus: { title: 'Weak validation error', status: 1000 } },
    undefined,
    'done',
  ],
  ['a number and an error', { shipmentNo: NUMBER, validationMessages: [ERROR] }, undefined, 'unclear'],
  [
    'a number, an error and a status that is none of HTTP',
    { shipmentNo: NUMBER, sstatus: { status: 1101 }, validationMessages: [ERROR] },
    undefined,
    'unclear',
  ],
  ['a number in a request that failed', { shipmentNo: NUMBER }, { status: 400 }, 'unclear'],
  ['a failure within DHL', { shipmentNo: NUMBER, sstatus: { status: 500 } }, undefined, 'unclear'],
  ['nothing', {}, undefined, 'unclear'],
  ['an error alone', { validationMessages: [ERROR] }, undefined, 'refused'],
  [
    'an error and a status that is none of HTTP',
    { sstatus: { status: 1101 }, validationMessages: [ERROR] },
    undefined,
    'refused',
  ],
  ['a refusal', { sstatus: { status: 400 } }, undefined, 'refused'],
])('an item that tells %s is read as what it is', (_name, item, status, outcome) => {
  expect(readItems({ status, items: [item] })).toMatchObject([{ outcome }]);
});

test('a number that the document’s example has as a number keeps its digits', () => {
  const body = parseAnswer('{"items":[{"shipmentNo":340434161094042557,"sstatus":{"title":"OK","status":200}}]}');
  expect(toBooked(readItems(body)).units).toEqual([{ trackingReference: '340434161094042557' }]);
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each<[string, object, string | undefined]>([
  ['a PDF', { b64: base64('%PDF-1.4'), fileFormat: 'PDF' }, 'pdf'],
  ['a PDF that is called ZPL', { b64: base64('%PDF-1.4'), fileFormat: 'ZPL2' }, 'pdf'],
  ['ZPL in base64', { b64: base64('^XA^XZ'), fileFormat: 'PDF' }, 'zpl'],
  ['ZPL', { zpl2: '^XA^XZ' }, 'zpl'],
  ['ZPL where text was promised, in base64', { zpl2: base64('^XA^XZ') }, 'zpl'],
  ['ZPL that is none beside a PDF', { zpl2: 'none', b64: base64('%PDF-1.4') }, 'pdf'],
  ['no document', { b64: 'none', fileFormat: 'PDF' }, undefined],
  ['no ZPL', { zpl2: 'not available' }, undefined],
])('%s is a label as its bytes say', (_name, label, format) => {
  const [item] = readItems({ items: [{ shipmentNo: NUMBER, label }] });
  if (item === undefined) throw new Error('there is one');
  expect(toBooked([item]).documents?.map((document) => document.format)).toEqual(format === undefined ? [] : [format]);
});

test('the parcels of a booking are found in our order, whatever order and form DHL tells them in', async () => {
  const context = contextOf(dhlParcelDeCarrier, {
    credentials: { apiKey: 'app-key', username: 'portal-user', password: 'portal-secret' },
    settings: { billingNumbers: { V01PAK: '33333333330102' } },
    productCode: 'V01PAK',
    baseUrl: standIn.baseUrl,
  });
  const shipments = generateShipments(dhlParcelDeConformance.range);
  const request = requestWhere(
    shipments,
    ({ handlingUnits, content }) =>
      handlingUnits.length === 2 &&
      content.addresses.receiver.countryCode === 'DE' &&
      content.addresses.sender.countryCode === 'DE',
  );
  const booked = await bookWith(dhlParcelDeCarrier, request, context);
  const carrierBookingReference = booked.units.map(({ trackingReference }) => trackingReference).join(',');
  const find = (edit: (items: { shipmentNo: unknown }[]) => unknown) => {
    standIn.strike('find', {
      edit: (answer) => ({ items: edit((answer as { items: { shipmentNo: unknown }[] }).items) }),
    });
    return dhlParcelDeCarrier.find({ ...request, carrierBookingReference }, context);
  };
  const found = await find((items) =>
    items.map((item) => ({ ...item, shipmentNo: String(item.shipmentNo).replace(/^0+/, '') })).toReversed(),
  );
  expect(found?.units).toEqual(booked.units);
  for (const [index, { content }] of (found?.documents ?? []).entries()) {
    expect(Buffer.from(content).toString()).toContain(booked.units[index]?.trackingReference);
  }
  await expect(find(([first]) => [first, { ...first, shipmentNo: '1' }])).rejects.toThrow('clear');
  await expect(find(([first]) => [first, first])).rejects.toThrow('without the number');
});

test.each([
  [{ statusCode: 400 }, 'refused'],
  [{ statusCode: 200 }, 'done'],
  [{ statusCode: 200, status: 400 }, 'refused'],
])('a status under its older name counts where the newer one is not told: %j', (status, outcome) => {
  const [item] = readItems({ items: [{ shipmentNo: '1', sstatus: { title: 'x', ...status } }] });
  expect(item?.outcome).toBe(outcome);
});
