import { randomUUID } from 'node:crypto';
import { Value } from '@sinclair/typebox/value';
import { afterAll, describe, expect, test } from 'vitest';
import type { BookingRequest, BookingToTrack } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { CarrierAnswerUnclear } from '../../../../../src/modules/shipping/carriers/carrier-outcome.ts';
import type { RecordedExchange } from '../../../../../src/modules/shipping/carriers/http/carrier-http.ts';
import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import { MyDhlRateRequest } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-rate.ts';
import { bookWith, contextOf, requestWhere, toTrack, trackWith } from '../carrier-context.ts';
import { exactly } from '../conformance/exactly.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { myDhlConformance } from '../conformance/mydhl-conformance.ts';
import { textAt } from '../json-at.ts';
import { startMyDhlStandIn } from './mydhl-stand-in.ts';

const standIn = await startMyDhlStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const exchanges: RecordedExchange[] = [];
const context = contextOf(myDhlCarrier, {
  credentials: { username: 'user', password: 'secret' },
  settings: { accountNumber: '123456789' },
  productCode: 'P',
  baseUrl: standIn.baseUrl,
  onExchange: (exchange) => exchanges.push(exchange),
});
const shipments = generateShipments(myDhlConformance.range);

async function book(wanted: (request: BookingRequest) => boolean): Promise<BookingToTrack> {
  const request = requestWhere(shipments, wanted);
  return toTrack(request, await bookWith(myDhlCarrier, request, context));
}

/** Under a reference of its own, so that no other test's booking is found. */
/** Ordered just now, as DHL finds a booking by reference within days only. */
const underOwnReference = (units: number): BookingRequest => ({
  ...requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === units),
  orderedOn: new Date(),
  bookingReference: `VY-${randomUUID().slice(0, 20)}`,
});
const findWith = (request: BookingRequest) => Promise.resolve(myDhlCarrier.find(request, context));

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
  const parts = exchanges.at(-1)?.answerParts;
  expect(parts?.get(one.bookingReference)).toContain(one.carrierBookingReference);
  expect(parts?.get(one.bookingReference)).not.toContain(two.carrierBookingReference);
  expect(found.get(one.bookingReference)).toMatchObject([
    { code: 'PickedUp', carrierCode: 'PU', unitIndex: 0, occurredOn: new Date('2026-12-01T16:30:00Z') },
    { code: 'Customs', carrierCode: 'RR', location: { city: 'Cologne', countryCode: 'DE' } },
    { code: 'Unknown', carrierCode: '??', unitIndex: 0 },
    { code: 'Delivered', carrierCode: 'OK', unitIndex: 0 },
  ]);
  const delivered = found.get(two.bookingReference)?.filter(({ code }) => code === 'Delivered');
  expect(delivered?.map(({ unitIndex }) => unitIndex)).toEqual([0, 1]);
});

test('an event with a time that no database has, or a text that would be cut within a character, drops nothing else', async () => {
  const one = await book(({ handlingUnits }) => handlingUnits.length === 1);
  const event = (date: string, description: string) => ({ date, time: '10:00:00', typeCode: 'PU', description });
  const emoji = `${'a'.repeat(499)}\u{1F600}`;
  const events = [event('0000-01-01', 'x'), event('2026-12-01', emoji), event('2026-12-02', 'y')];
  standIn.strike('track', {
    status: 200,
    json: { shipments: [{ shipmentTrackingNumber: one.carrierBookingReference, events }] },
  });
  const scans = (await trackWith(myDhlCarrier, [one], context)).get(one.bookingReference);
  expect(scans?.map(({ description }) => description)).toEqual(['a'.repeat(499), 'y']);
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

test('what DHL does not say of some does not keep the others from being told', async () => {
  const one = await book(({ handlingUnits }) => handlingUnits.length === 1);
  const two = await book(({ handlingUnits }) => handlingUnits.length === 2);
  standIn.strike('track', { status: 400, json: { status: '400', detail: '1001: not a tracking number' } });
  standIn.strike('track', { edit: (answer) => answer });
  standIn.strike('track', { status: 500, text: 'down' });
  const found = await trackWith(myDhlCarrier, [one, two, { ...bogus, bookingReference: 'VY-3' }, bogus], context);
  expect([...found.keys()]).toEqual([one.bookingReference, two.bookingReference]);
});

test.each([
  ['EAST MIDLANDS - GB', { city: 'EAST MIDLANDS', countryCode: 'GB' }],
  ['LOS ANGELES GATEWAY, CA-US', { city: 'LOS ANGELES GATEWAY, CA', countryCode: 'US' }],
  ['HEATHROW-UK', { city: 'HEATHROW-UK' }],
  ['Stratford-upon-Avon', { city: 'Stratford-upon-Avon' }],
  [undefined, undefined],
])('the service area %s is %j', async (description, location) => {
  const one = await book(({ handlingUnits }) => handlingUnits.length === 1);
  const events = { date: '2026-12-01', time: '10:00:00', typeCode: 'PU', serviceArea: [{ code: 'XXX', description }] };
  standIn.strike('track', {
    status: 200,
    json: { shipments: [{ shipmentTrackingNumber: one.carrierBookingReference, events }] },
  });
  const [scan] = (await trackWith(myDhlCarrier, [one], context)).get(one.bookingReference) ?? [];
  expect(scan?.location).toEqual(location);
});

test.each([1, 2])(
  'an answer without the pieces of %i units is a booking, whose units are known by its waybill',
  async (units) => {
    standIn.strike('book', {
      edit: (answer) => ({ ...(answer as object), packages: undefined }),
    });
    const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === units);
    const booked = await bookWith(myDhlCarrier, request, context);
    expect(booked.carrierBookingReference).toMatch(/^\d{10}$/);
    expect(booked.units).toEqual(
      request.handlingUnits.map(() => ({ trackingReference: booked.carrierBookingReference })),
    );
    const labels = booked.documents?.filter(({ kind }) => kind === 'label');
    expect(labels?.map(({ unitIndex }) => unitIndex)).toEqual(request.handlingUnits.map((_, index) => index));
    const scans = (await trackWith(myDhlCarrier, [toTrack(request, booked)], context)).get(request.bookingReference);
    expect(scans).toContainEqual(expect.objectContaining({ code: 'Delivered' }));
  },
);

test('a piece that the answer leaves out is known by the waybill, and the others keep their places', async () => {
  standIn.strike('book', {
    edit: (answer) => {
      const { packages, ...rest } = answer as { packages: unknown[] };
      return { ...rest, packages: packages.toReversed().slice(0, 2) };
    },
  });
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 3);
  const { units, carrierBookingReference } = await bookWith(myDhlCarrier, request, context);
  expect(units.map(({ trackingReference }) => trackingReference)).toEqual([
    carrierBookingReference,
    expect.stringMatching(/^JD.*2$/),
    expect.stringMatching(/^JD.*3$/),
  ]);
});

test('packages that are numbered from 0 are told in order', async () => {
  standIn.strike('book', {
    edit: (answer) => {
      const { packages, ...rest } = answer as { packages: object[] };
      return { ...rest, packages: packages.map((each, referenceNumber) => ({ ...each, referenceNumber })) };
    },
  });
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 2);
  const { units } = await bookWith(myDhlCarrier, request, context);
  expect(units.map(({ trackingReference }) => trackingReference)).toEqual([
    expect.stringMatching(/^JD.*1$/),
    expect.stringMatching(/^JD.*2$/),
  ]);
});

test('an answer in other forms than the document promises is a booking with its label all the same', async () => {
  standIn.strike('book', {
    edit: (answer) => {
      const { shipmentTrackingNumber, packages, documents } = answer as Record<string, unknown[] | string>;
      return {
        shipmentTrackingNumber: Number(shipmentTrackingNumber),
        packages: { ...(packages?.[0] as object), referenceNumber: '1', odd: null },
        documents: { ...(documents?.[0] as object), imageFormat: 'pdf', packageReferenceNumber: undefined },
        warnings: 'unknown',
      };
    },
  });
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 1);
  expect(await bookWith(myDhlCarrier, request, context)).toMatchObject({
    carrierBookingReference: expect.stringMatching(/^\d{10}$/) as unknown,
    units: [{ trackingReference: expect.stringMatching(/^JD/) as unknown }],
    documents: [{ kind: 'label', format: 'pdf', unitIndex: 0 }],
  });
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

test('a unit whose reference has nothing that DHL could print goes under that of the booking', async () => {
  const request = underOwnReference(2);
  const [first, second] = request.handlingUnits.map((unit, index) => ({
    ...unit,
    content: { ...unit.content, reference: index === 0 ? '\u{12000}' : 'PKG-2' },
  }));
  if (first === undefined || second === undefined) throw new Error('there are two');
  await bookWith(myDhlCarrier, { ...request, handlingUnits: [first, second] }, context);
  expect(standIn.received('book').at(-1)?.json).toMatchObject({
    content: {
      packages: [
        { customerReferences: [{ value: request.bookingReference, typeCode: 'CU' }] },
        { customerReferences: [{ value: 'PKG-2', typeCode: 'CU' }] },
      ],
    },
  });
});

test('a booking is found by DHL’s support under our reference', async () => {
  const request = underOwnReference(1);
  await bookWith(myDhlCarrier, request, context);
  expect(standIn.received('book').at(-1)?.headers).toMatchObject({
    'message-reference': request.bookingReference,
    'x-version': '3.1.0',
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

describe('the waybill document is asked for', () => {
  /** The months that DHL was asked for, by a sender in the Netherlands. */
  async function monthsAsked(orderedOn: string, now: string): Promise<(string | null)[]> {
    const request = {
      ...requestWhere(
        shipments,
        ({ content, handlingUnits }) => content.addresses.sender.countryCode === 'NL' && handlingUnits.length === 1,
      ),
      orderedOn: new Date(orderedOn),
    };
    const { carrierBookingReference } = await bookWith(myDhlCarrier, request, context);
    const asked = standIn.received('find').length;
    const found = myDhlCarrier.find(
      { ...request, carrierBookingReference },
      { ...context, clock: () => new Date(now) },
    );
    expect(await found).toMatchObject({ carrierBookingReference, documents: [{ kind: 'label' }] });
    return standIn
      .received('find')
      .slice(asked)
      .map(({ query }) => query.get('pickupYearAndMonth'));
  }
  const NOT_FOUND = { status: 404, json: { status: '404', detail: '1504: No document images found' } };

  test('by the month in which it is handed over, in the time of its sender', async () => {
    expect(await monthsAsked('2026-11-30T22:30:00Z', '2026-11-30T22:31:00Z')).toEqual(['2026-11']);
    expect(await monthsAsked('2026-11-30T22:50:00Z', '2026-11-30T22:51:00Z')).toEqual(['2026-12']);
  });

  test('by the next month too, where DHL has none of the first and may have picked it up since', async () => {
    standIn.strike('find', NOT_FOUND);
    expect(await monthsAsked('2026-11-30T09:00:00Z', '2026-12-02T09:00:00Z')).toEqual(['2026-11', '2026-12']);
  });
});

test.each([1, 2])(
  'a booking of %i units is found by our reference, with its pieces and its waybill document',
  async (units) => {
    const request = underOwnReference(units);
    await expect(findWith(request)).rejects.toThrow(CarrierAnswerUnclear);
    const booked = await bookWith(myDhlCarrier, request, context);
    expect(await findWith(request)).toMatchObject({
      outcome: 'booked',
      carrierBookingReference: booked.carrierBookingReference,
      units: booked.units,
      documents: [{ kind: 'label', format: 'pdf' }],
    });
  },
);

test('a booking that is found is settled without its waybill document, which is asked for again', async () => {
  const request = underOwnReference(1);
  const { carrierBookingReference } = await bookWith(myDhlCarrier, request, context);
  standIn.strike('find', { edit: (answer) => answer });
  standIn.strike('find', { status: 404, json: { status: '404', detail: '1504: No document images found' } });
  expect(await findWith(request)).toMatchObject({ carrierBookingReference, documents: [] });
});

test.each([
  ['another’s', [{ shipmentTrackingNumber: '1', shipperReferences: [{ value: 'ANOTHER', typeCode: 'CU' }] }]],
  ['two', [{ shipmentTrackingNumber: '1' }, { shipmentTrackingNumber: '2' }]],
  ['one of more pieces', [{ shipmentTrackingNumber: '1', pieces: [{ trackingNumber: 'A' }, { trackingNumber: 'B' }] }]],
])('%s under our reference is no hit', async (_name, found) => {
  const request = underOwnReference(1);
  standIn.strike('find', { status: 200, json: { shipments: found } });
  await expect(findWith(request)).rejects.toThrow(CarrierAnswerUnclear);
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

test('a price is asked for within DHL’s lengths, however long the texts of a question are', async () => {
  const request = requestWhere(shipments, ({ isDutiable }) => isDutiable);
  const [sender, receiver] = [request.content.addresses.sender, request.content.addresses.receiver].map((address) => ({
    ...address,
    ...{ street: 'Ä'.repeat(100), addressLine2: 'b'.repeat(100), city: '漢'.repeat(100), stateCode: 'S'.repeat(100) },
  }));
  if (sender === undefined || receiver === undefined) throw new Error('there are two');
  await myDhlCarrier.quote?.({ ...request, sender, receiver, shipsOn: '2026-12-01', productCodes: ['P'] }, context);
  expect([...Value.Errors(exactly(MyDhlRateRequest), standIn.received('quote').at(-1)?.json)]).toEqual([]);
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
