import { afterAll, expect, test } from 'vitest';
import { textAt } from '../../../../../src/modules/shipping/carriers/answer-reader.ts';
import type { BookingRequest, BookingToTrack } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import { bookWith, contextOf, requestWhere, toTrack, trackWith } from '../carrier-context.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { myDhlConformance } from '../conformance/mydhl-conformance.ts';
import { startMyDhlStandIn } from './mydhl-stand-in.ts';

const standIn = await startMyDhlStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const context = contextOf(myDhlCarrier, {
  credentials: { username: 'user', password: 'secret' },
  settings: { accountNumber: '123456789' },
  productCode: 'P',
  baseUrl: standIn.baseUrl,
});
const shipments = generateShipments(myDhlConformance.range);

async function book(wanted: (request: BookingRequest) => boolean): Promise<BookingToTrack> {
  const request = requestWhere(shipments, wanted);
  return toTrack(request, await bookWith(myDhlCarrier, request, context));
}

const bogus: BookingToTrack = {
  bookingReference: 'VY-BOGUS',
  carrierBookingReference: 'REFUSED',
  unitReferences: ['REFUSED'],
  bookedOn: new Date(),
};

test('several bookings are asked for in one call; a scan of pieces and shipment is told once', async () => {
  const one = await book(({ handlingUnits }) => handlingUnits.length === 1);
  const two = await book(({ handlingUnits }) => handlingUnits.length === 2);
  const calls = standIn.received('track').length;
  const found = await trackWith(myDhlCarrier, [one, two], context);
  expect(standIn.received('track').length - calls).toBe(1);
  expect(found.get(one.bookingReference)).toMatchObject([
    { code: 'PickedUp', carrierCode: 'PU', unitIndex: 0, occurredOn: new Date('2026-12-01T16:30:00Z') },
    { code: 'Customs', carrierCode: 'RR', location: { city: 'Cologne-DE' } },
    { code: 'Unknown', carrierCode: '??', unitIndex: 0 },
    { code: 'Delivered', carrierCode: 'OK', unitIndex: 0 },
  ]);
  expect(found.get(two.bookingReference)?.filter(({ code }) => code === 'Delivered')).toHaveLength(2);
});

test('a booking that DHL does not know yet has no scans', async () => {
  const unknown = { ...bogus, carrierBookingReference: '9999999999' };
  expect(await trackWith(myDhlCarrier, [unknown], context)).toEqual(new Map([['VY-BOGUS', []]]));
});

test('a number that DHL refuses does not keep the others from being told', async () => {
  const one = await book(({ handlingUnits }) => handlingUnits.length === 1);
  const found = await trackWith(myDhlCarrier, [bogus, one], context);
  expect(found.get(one.bookingReference)).toHaveLength(4);
  expect(found.has('VY-BOGUS')).toBe(false);
});

test('goods that leave a customs territory bring their invoice', async () => {
  const request = requestWhere(
    shipments,
    ({ isDutiable, content }) =>
      isDutiable && content.customs?.incoterm === 'DDP' && content.addresses.sender.phone !== undefined,
  );
  const { documents } = await bookWith(myDhlCarrier, request, context);
  expect(documents?.map(({ kind }) => kind)).toContain('commercial-invoice');
  expect(standIn.received('book').at(-1)?.json).toMatchObject({
    accounts: [{ typeCode: 'shipper' }, { typeCode: 'duties-taxes' }],
    valueAddedServices: [{ serviceCode: 'DD' }],
    content: { isCustomsDeclarable: true, incoterm: 'DDP', exportDeclaration: { invoice: {} } },
  });
});

test('a booking that is sent again a day later tells a time of shipping of that day', async () => {
  const request = requestWhere(shipments, ({ content }) => content.addresses.sender.countryCode === 'NL');
  const told = async (now: string): Promise<string | undefined> => {
    await bookWith(myDhlCarrier, request, { ...context, clock: () => new Date(now) });
    return textAt(standIn.received('book').at(-1)?.json, 'plannedShippingDateAndTime');
  };
  expect(await told('2026-12-01T09:00:05Z')).toBe('2026-12-01T10:15:05 GMT+01:00');
  expect(await told('2026-12-02T09:00:05Z')).toBe('2026-12-02T10:15:05 GMT+01:00');
});

test('a price of today that is asked for in the afternoon is one of the afternoon', async () => {
  const request = requestWhere(shipments, ({ content }) => content.addresses.sender.countryCode === 'NL');
  const { sender, receiver } = request.content.addresses;
  const question = { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['P'] };
  await myDhlCarrier.quote?.(question, { ...context, clock: () => new Date('2026-12-01T14:00:00Z') });
  expect(standIn.received('quote').at(-1)?.json).toMatchObject({
    plannedShippingDateAndTime: '2026-12-01T15:15:00 GMT+01:00',
  });
});

test('a return is paid by the account of its receiver', async () => {
  await book(
    ({ content }) => content.returnService === 'return-shipment' && content.addresses.sender.phone !== undefined,
  );
  expect(standIn.received('book').at(-1)?.json).toMatchObject({
    accounts: [{ typeCode: 'shipper' }, { typeCode: 'payer' }],
    valueAddedServices: [{ serviceCode: 'PT' }],
  });
});

test('a held booking of several units whose pieces DHL does not tell stays unknown; a waybill DHL has not is none', async () => {
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 3);
  expect(await myDhlCarrier.find({ ...request, carrierBookingReference: '9999999999' }, context)).toBeUndefined();
  const one = await book(({ handlingUnits }) => handlingUnits.length === 2);
  const { carrierBookingReference } = one;
  await expect(myDhlCarrier.find({ ...request, carrierBookingReference }, context)).rejects.toThrow('pieces');
});

test('rates are what the account is billed, with their days and lines; odd products and unasked ones are left out', async () => {
  const request = requestWhere(shipments, ({ isDutiable }) => isDutiable);
  const { sender, receiver } = request.content.addresses;
  const quotes = await myDhlCarrier.quote?.(
    { ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['P', 'Q'] },
    context,
  );
  expect(quotes).toEqual([
    {
      productCode: 'P',
      total: { amount: '141.51', currency: 'EUR' },
      transitDays: 2,
      lines: [
        { description: 'EXPRESS WORLDWIDE', amount: '100.1' },
        { description: 'FUEL SURCHARGE', amount: '18.82' },
        { description: 'Tax', amount: '22.59' },
      ],
    },
  ]);
});

test('a lane that DHL does not serve is refused in its own words', async () => {
  const request = requestWhere(shipments, () => true);
  const { sender, receiver } = request.content.addresses;
  standIn.strike('quote', {
    status: 404,
    json: { title: 'Not found', detail: '996: The requested product(s) not available based on your search criteria.' },
  });
  expect(
    await myDhlCarrier.quote?.({ ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['P'] }, context),
  ).toMatchObject({
    outcome: 'refused',
    carrierErrorCode: '996',
    errors: [{ pointer: '/serviceLevelReference' }],
  });
});
