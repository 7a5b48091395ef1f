import { afterAll, expect, test } from 'vitest';
import type { BookingToTrack } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { createCarrierHttpFor } from '../../../../../src/modules/shipping/carriers/http/create-http.ts';
import type { MyDhlContext } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-account.ts';
import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import { createMetrics } from '../../../../../src/platform/metrics.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { myDhlConformance } from '../conformance/mydhl-conformance.ts';
import { startMyDhlStandIn } from './mydhl-stand-in.ts';

const standIn = await startMyDhlStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const TENANT = '01a200da-fb25-70a4-887f-831d4eb0607a';
const context: MyDhlContext = {
  tenantId: TENANT,
  productCode: 'P',
  serviceName: 'Express Worldwide',
  credentials: { username: 'user', password: 'secret' },
  settings: { accountNumber: '123456789' },
  baseUrl: standIn.baseUrl,
  labelFormat: 'pdf',
  http: createCarrierHttpFor({ clock: () => new Date(), metrics: createMetrics() })({
    key: { tenantId: TENANT, carrier: 'mydhl' },
    personalData: [],
    onExchange: () => undefined,
  }),
  signal: AbortSignal.timeout(60_000),
};
const shipments = generateShipments(myDhlConformance.range).map(({ request }) => request);

async function book(wanted: (request: (typeof shipments)[number]) => boolean): Promise<BookingToTrack> {
  const request = shipments.find(wanted);
  if (request === undefined) throw new Error('nothing like it was generated');
  const booked = await myDhlCarrier.book(request, context);
  if (booked.outcome !== 'booked') throw new Error(booked.carrierMessage);
  return {
    bookingReference: request.bookingReference,
    carrierBookingReference: booked.carrierBookingReference,
    unitReferences: booked.units.map((unit) => unit.trackingReference),
    bookedOn: request.shippedOn,
  };
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
  const found = await myDhlCarrier.track([one, two], context);
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
  expect(await myDhlCarrier.track([unknown], context)).toEqual(new Map([['VY-BOGUS', []]]));
});

test('a number that DHL refuses does not keep the others from being told', async () => {
  const one = await book(({ handlingUnits }) => handlingUnits.length === 1);
  const found = await myDhlCarrier.track([bogus, one], context);
  expect(found.get(one.bookingReference)).toHaveLength(4);
  expect(found.has('VY-BOGUS')).toBe(false);
});

test('goods that leave a customs territory bring their invoice', async () => {
  const request = shipments.find(
    ({ needsCustoms, content }) =>
      needsCustoms && content.customs?.incoterm === 'DDP' && content.addresses.sender.phone,
  );
  if (request === undefined) throw new Error('nothing like it was generated');
  const booked = await myDhlCarrier.book(request, context);
  expect(booked).toMatchObject({ outcome: 'booked' });
  const kinds = booked.outcome === 'booked' ? booked.documents?.map(({ kind }) => kind) : [];
  expect(kinds).toContain('commercial-invoice');
  expect(standIn.received('book').at(-1)?.json).toMatchObject({
    accounts: [{ typeCode: 'shipper' }, { typeCode: 'duties-taxes' }],
    valueAddedServices: [{ serviceCode: 'DD' }],
    content: { isCustomsDeclarable: true, incoterm: 'DDP', exportDeclaration: { invoice: {} } },
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
  const request = shipments.find(({ handlingUnits }) => handlingUnits.length === 3) ?? shipments[0];
  if (request === undefined) throw new Error('nothing was generated');
  expect(await myDhlCarrier.find({ ...request, carrierBookingReference: '9999999999' }, context)).toBeUndefined();
  const one = await book(({ handlingUnits }) => handlingUnits.length === 2);
  const { carrierBookingReference } = one;
  await expect(myDhlCarrier.find({ ...request, carrierBookingReference }, context)).rejects.toThrow('pieces');
});
