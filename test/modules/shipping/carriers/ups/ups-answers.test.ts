import { afterAll, describe, expect, test } from 'vitest';
import type { BookingRequest, BookingToTrack } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import type { UpsContext } from '../../../../../src/modules/shipping/carriers/ups/ups-account.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { bookWith, requestWhere, toTrack, trackWith } from '../carrier-context.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { upsConformance } from '../conformance/ups-conformance.ts';
import { listAt, textAt } from '../json-at.ts';
import { hasCarrierDocuments, readCarrierDocument } from '../tracking-codes/carrier-documents.ts';
import { upsContextFor } from './ups-context.ts';
import { startUpsStandIn } from './ups-stand-in.ts';

const standIn = await startUpsStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const contextFor = (changes: Parameters<typeof upsContextFor>[1] = {}) => upsContextFor(standIn, changes);
const context = contextFor();
const shipments = generateShipments(upsConformance.range);
const isLane = ({ content }: BookingRequest, from: string, to: string): boolean =>
  content.addresses.sender.countryCode === from && content.addresses.receiver.countryCode === to;
const sent = (): unknown => standIn.received('book').at(-1)?.json;

async function quoteOf(
  request: BookingRequest,
  on: UpsContext = context,
  productCodes: readonly string[] = ['11', '07'],
) {
  const { sender, receiver } = request.content.addresses;
  return upsCarrier.quote?.({ ...request, sender, receiver, shipsOn: '2026-12-01', productCodes }, on);
}

describe('a booking', () => {
  test('of goods through customs brings the invoice that UPS drew of them', async () => {
    const request = requestWhere(shipments, ({ isDutiable }) => isDutiable);
    const { documents } = await bookWith(upsCarrier, request, context);
    const invoice = documents?.find(({ kind }) => kind === 'commercial-invoice');
    expect(invoice).toMatchObject({ format: 'pdf' });
    expect(Buffer.from(invoice?.content ?? []).toString()).toMatch(/^%PDF-/);
    const goods = request.handlingUnits.flatMap((unit) => unit.content.goodsItems ?? []);
    expect(sent()).toMatchObject({
      ShipmentRequest: {
        Shipment: {
          ShipmentServiceOptions: {
            InternationalForms: {
              FormType: ['01'],
              InvoiceDate: '20261130',
              Product: expect.arrayContaining([
                expect.objectContaining({
                  Unit: expect.objectContaining({ Value: goods[0]?.value.amount }) as unknown,
                }),
              ]) as unknown,
            },
          },
        },
      },
    });
  });

  test('of a hundred kinds of goods is sent, and of more is refused', async () => {
    const request = requestWhere(shipments, (each) => isLane(each, 'NL', 'CH') && each.isDutiable);
    const [unit] = request.handlingUnits;
    const [item] = unit?.content.goodsItems ?? [];
    if (unit === undefined || item === undefined) throw new Error('it has goods');
    const ofKinds = (kinds: number): BookingRequest => {
      const goodsItems = Array.from({ length: kinds }, (_, kind) => ({ ...item, description: `Kind ${kind}` }));
      return { ...request, handlingUnits: [{ ...unit, content: { ...unit.content, goodsItems } }] };
    };
    await bookWith(upsCarrier, ofKinds(100), context);
    const forms = ['ShipmentRequest', 'Shipment', 'ShipmentServiceOptions', 'InternationalForms', 'Product'];
    expect(listAt(sent(), ...forms)).toHaveLength(100);
    expect(await upsCarrier.book(ofKinds(101), context)).toMatchObject({ carrierErrorCode: 'TOO_MANY_GOODS' });
  });

  test('of a return is billed to its receiver’s account', async () => {
    const request = requestWhere(shipments, ({ content }) => content.returnService === 'return-shipment');
    await bookWith(upsCarrier, request, context);
    const { sender, receiver } = request.content.addresses;
    expect(sent()).toMatchObject({
      ShipmentRequest: {
        Shipment: {
          ReturnService: { Code: '9' },
          Shipper: { ShipperNumber: 'A1B2C3', Address: { CountryCode: receiver.countryCode } },
          ShipFrom: { Address: { CountryCode: sender.countryCode } },
        },
      },
    });
  });

  test('within the United States has its references on the packages, pounds and the state', async () => {
    const request = requestWhere(shipments, (each) => isLane(each, 'US', 'US') && each.handlingUnits.length > 1);
    await bookWith(upsCarrier, request, context);
    const shipment = (sent() as { ShipmentRequest: { Shipment: Record<string, unknown> } }).ShipmentRequest.Shipment;
    expect(shipment).not.toHaveProperty('ReferenceNumber');
    expect(shipment['ShipTo']).toMatchObject({ Address: { StateProvinceCode: 'NY' } });
    expect(shipment['Package']).toEqual(
      request.handlingUnits.map(() =>
        expect.objectContaining({
          ReferenceNumber: expect.arrayContaining([{ Value: request.bookingReference }]) as unknown,
          PackageWeight: expect.objectContaining({
            UnitOfMeasurement: { Code: 'LBS', Description: 'LBS' },
          }) as unknown,
        }),
      ),
    );
  });

  test('is read where UPS answers with one where it promised several, with more than it promised, and without charges', async () => {
    const PackageResults = {
      TrackingNumber: '1ZX',
      ShippingLabel: { ImageFormat: { Code: 'gif' }, GraphicImage: 'R0lGODlh' },
      News: [],
    };
    const ShipmentResults = { ShipmentIdentificationNumber: '1ZX', PackageResults, Disclaimer: { Code: '01' } };
    standIn.strike('book', { status: 200, json: { ShipmentResponse: { ShipmentResults } } });
    const booked = await bookWith(
      upsCarrier,
      requestWhere(shipments, () => true),
      context,
    );
    expect(booked).toMatchObject({
      carrierBookingReference: '1ZX',
      documents: [{ kind: 'label', format: 'gif', unitIndex: 0 }],
    });
  });

  test('without numbers in its answer is in doubt', async () => {
    standIn.strike('book', { status: 200, json: { ShipmentResponse: { ShipmentResults: { PackageResults: [{}] } } } });
    await expect(
      upsCarrier.book(
        requestWhere(shipments, () => true),
        context,
      ),
    ).rejects.toMatchObject({
      name: 'CarrierOutcomeUnknown',
    });
  });
});

describe('a booking whose answer was lost', () => {
  test.each([
    ['of several units', ({ handlingUnits }: BookingRequest) => handlingUnits.length === 3],
    ['within the United States', (each: BookingRequest) => isLane(each, 'US', 'US')],
  ])('%s is found by our reference, with the label of each unit in order', async (_name, wanted) => {
    const request = { ...requestWhere(shipments, wanted), bookingReference: `VY-LOST-${standIn.bookings().length}` };
    const booked = await bookWith(upsCarrier, request, context);
    const found = await upsCarrier.find(request, context);
    expect(found?.carrierBookingReference).toBe(booked.carrierBookingReference);
    expect(found?.units).toEqual(booked.units);
    expect(found?.documents?.map(({ kind, unitIndex }) => [kind, unitIndex])).toEqual(
      request.handlingUnits.map((_, index) => ['label', index]),
    );
    await upsCarrier.cancel(toTrack(request, booked), context);
    expect(await upsCarrier.find(request, context)).toBeUndefined();
  });

  test('is surely none where UPS has no label', async () => {
    const request = { ...requestWhere(shipments, () => true), bookingReference: 'VY-NONE' };
    expect(await upsCarrier.find(request, context)).toBeUndefined();
  });

  test.runIf(hasCarrierDocuments)(
    'is looked for by a version that UPS’s document lists for label recovery',
    async () => {
      await upsCarrier.find(
        requestWhere(shipments, () => true),
        context,
      );
      const { paths } = JSON.parse(readCarrierDocument('ups/shipping.openapi.json')) as { paths: object };
      const parameters = listAt(paths, '/labels/{version}/recovery', 'post', 'parameters');
      const version = parameters.find((each) => textAt(each, 'name') === 'version');
      const listed = textAt(version, 'description')?.match(/\bv\d+\b/gi);
      expect(listed).toContain('v1701');
      expect(listed).toContain(standIn.received('find').at(-1)?.path.split('/')[3]);
    },
  );

  const finding = (message: string) => {
    standIn.strike('find', { status: 400, json: { response: { errors: [{ code: '300500', message }] } } });
    return upsCarrier.find(
      requestWhere(shipments, () => true),
      context,
    );
  };

  test.each([
    'No label found for the given reference number.',
    'No shipment was found for this account.',
    'The tracking number could not be found',
    'Reference number does not exist',
    'Unable to locate the shipment',
  ])('is surely none where UPS says: %s', async (message) => {
    expect(await finding(message)).toBeUndefined();
  });

  test.each([
    'The service is down for maintenance.',
    'The shipper number was not found.',
    'Account not found',
    'No access to label recovery',
    'No label format was given',
    'The version is not found',
  ])('is in doubt where UPS says: %s', async (message) => {
    await expect(finding(message)).rejects.toMatchObject({ name: 'CarrierAnswerUnclear' });
  });
});

describe('tracking', () => {
  const booking: BookingToTrack = {
    bookingReference: 'VY-1',
    carrierBookingReference: '1ZA',
    unitReferences: ['1ZA', '1ZB'],
    bookedOn: new Date('2026-12-01T09:00:00Z'),
  };
  const track = async (trackResponse: object, of = booking) => {
    standIn.strike('track', { status: 200, json: { trackResponse } });
    return (await trackWith(upsCarrier, [of], context)).get(of.bookingReference);
  };
  const status = { type: 'I', code: 'DP', statusCode: '005', description: 'Departed from Facility' };

  test('tells the scans of each package in the order in which they happened, with place, code and text', async () => {
    const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 2);
    const two = toTrack(request, await bookWith(upsCarrier, request, context));
    const scans = (await trackWith(upsCarrier, [two], context)).get(two.bookingReference) ?? [];
    expect(scans.filter(({ unitIndex }) => unitIndex === 1)).toEqual([
      expect.objectContaining({ code: 'AtHub', carrierCode: 'OR', occurredOn: new Date('2026-12-02T08:15:00Z') }),
      expect.objectContaining({ code: 'Unknown', carrierCode: 'ZZ', description: 'A code that nobody knows' }),
      expect.objectContaining({
        code: 'Delivered',
        carrierCode: 'FS',
        location: { city: 'Koeln', countryCode: 'DE' },
        occurredOn: new Date('2026-12-03T10:15:00Z'),
      }),
    ]);
    expect(scans.filter(({ unitIndex }) => unitIndex === 0)).toHaveLength(3);
  });

  test('is read where UPS writes one for several', async () => {
    const activity = { status, gmtDate: '20261202', gmtTime: '101500' };
    expect(await track({ shipment: { package: { trackingNumber: '1ZB', activity } } })).toMatchObject([
      { code: 'InTransit', unitIndex: 1 },
    ]);
  });

  test.each([
    ['in UTC', { gmtDate: '20261202', gmtTime: '71500' }, '2026-12-02T07:15:00Z'],
    ['with colons', { gmtDate: '20261202', gmtTime: '07:15:00' }, '2026-12-02T07:15:00Z'],
    ['local with its offset', { date: '20261202', time: '071500', gmtOffset: '-05:00' }, '2026-12-02T12:15:00Z'],
    ['local without its offset', { date: '20261202', time: '071500' }, '2026-12-02T07:15:00Z'],
    ['a day alone', { date: '20261202' }, '2026-12-02T00:00:00Z'],
  ])('takes a moment that is %s', async (_name, moment, occurredOn) => {
    const scans = await track({
      shipment: [{ package: [{ trackingNumber: '1ZA', activity: [{ status, ...moment }] }] }],
    });
    expect(scans).toMatchObject([{ occurredOn: new Date(occurredOn) }]);
  });

  test('leaves out what has no moment, and nothing else', async () => {
    const activity = [{ status }, { gmtDate: '20269999', status }, null, { gmtDate: '20261202', status: null }];
    expect(await track({ shipment: [{ package: [{ trackingNumber: '1ZA', activity }] }] })).toMatchObject([
      { code: 'Unknown', occurredOn: new Date('2026-12-02T00:00:00Z') },
    ]);
  });

  test('of more packages than a page has asks for every page', async () => {
    const before = standIn.received('track').length;
    const many = { ...booking, unitReferences: Array.from({ length: 120 }, (_, index) => `1Z${index}`) };
    await trackWith(upsCarrier, [many], context);
    const pages = standIn.received('track').slice(before);
    expect(pages.map(({ query }) => query.get('offset'))).toEqual(['0', '50', '100']);
  });

  test('of what is not there has no scans, in whatever words UPS says so', async () => {
    standIn.strike('track', { status: 404, json: { response: { errors: [{ code: 'TV1002', message: 'Missing.' }] } } });
    expect(await trackWith(upsCarrier, [booking], context)).toEqual(new Map([['VY-1', []]]));
  });

  test('of what UPS has not seen yet has no scans', async () => {
    expect(await trackWith(upsCarrier, [{ ...booking, unitReferences: ['1ZA'] }], context)).toEqual(
      new Map([['VY-1', []]]),
    );
  });
});

describe('the token', () => {
  const request = requestWhere(shipments, ({ isDutiable }) => !isDutiable);
  const fetched = () => standIn.received('token').length;

  test('is fetched once for all who need it, and again only shortly before it ends', async () => {
    let now = new Date('2026-12-01T09:00:00Z');
    const own = contextFor({ now: () => now });
    const before = fetched();
    await Promise.all(Array.from({ length: 20 }, () => quoteOf(request, own)));
    expect(fetched() - before).toBe(1);
    now = new Date(now.getTime() + (14_399 - 90) * 1_000);
    await quoteOf(request, own);
    expect(fetched() - before).toBe(1);
    now = new Date(now.getTime() + 60_000);
    await Promise.all(Array.from({ length: 5 }, () => quoteOf(request, own)));
    expect(fetched() - before).toBe(2);
  });

  test('is asked for in the name of the account that is billed', async () => {
    await quoteOf(request, contextFor());
    expect(standIn.received('token').at(-1)?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('client:secret').toString('base64')}`,
      'x-merchant-id': 'A1B2C3',
    });
  });

  test('that UPS no longer takes is fetched anew; a second no is the profile’s', async () => {
    const own = contextFor();
    await quoteOf(request, own);
    const before = fetched();
    const refused = {
      status: 401,
      json: { response: { errors: [{ code: '250002', message: 'Invalid Authentication.' }] } },
    };
    standIn.strike('quote', refused);
    expect(await quoteOf(request, own)).toHaveLength(2);
    expect(fetched() - before).toBe(1);
    standIn.strike('quote', refused, 2);
    await expect(quoteOf(request, own)).rejects.toMatchObject({
      name: 'CarrierAccountRejected',
      carrierErrorCode: '250002',
    });
  });

  test('that UPS does not give is the profile’s', async () => {
    await expect(quoteOf(request, contextFor({ clientSecret: 'another' }))).rejects.toMatchObject({
      name: 'CarrierAccountRejected',
      carrierErrorCode: '10401',
    });
  });
});
