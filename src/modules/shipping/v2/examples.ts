import {
  BOOKED,
  CONSIGNMENT_HREF,
  CONSIGNMENT_ID,
  CREATED_ON,
  ORDERED_ON,
  refusalExample,
  SHIPMENT_HREF,
  SHIPMENT_ID,
  TRACKING_REFERENCE,
} from './shipment-examples.ts';

// The examples of every operation in the document belong to the same shipment.

const PROFILE_ID = '01a200d9-71c2-7e0a-8f1b-0c6f0d5a7e11';

/** Of what belongs to the shipment. */
export const SHIPMENT_PATH = `/shipments/${SHIPMENT_ID}`;

export const trackingEventInputExample = {
  code: 'PickedUp',
  occurredOn: '2026-01-20T16:05:00+01:00',
  location: { city: 'Amsterdam', countryCode: 'NL' },
};

/** Of DHL Parcel DE: ICE event, RIC reason and standard event. */
export const carrierEventInputExample = {
  source: 'carrier',
  carrierCode: 'LDTMV/MVMTV/PO',
  occurredOn: '2026-01-20T16:05:00+01:00',
};

export const trackingEventExample = {
  id: '01a200da-fef7-7f94-a662-c87dbad3d2d9',
  consignmentId: CONSIGNMENT_ID,
  source: 'carrier',
  code: 'Registered',
  carrierCode: 'SBX-REG',
  description: 'Booking registered',
  occurredOn: ORDERED_ON,
  recordedOn: ORDERED_ON,
};

/** What recording the shipper's own scan answers. */
export const recordedEventExample = {
  id: '01a200db-2c51-7d0e-9b3a-4f5e6d7c8b9a',
  consignmentId: CONSIGNMENT_ID,
  source: 'shipper',
  ...trackingEventInputExample,
  occurredOn: '2026-01-20T15:05:00.000Z',
  recordedOn: '2026-01-20T15:05:07.310Z',
};

export const consignmentExample = {
  id: CONSIGNMENT_ID,
  status: 'Accepted',
  shipmentIds: [SHIPMENT_ID],
  carrierReference: 'DHLPX',
  serviceLevelReference: 'DFY-B2C',
  bookingReference: 'VY01M80DNYS5E2J8GZW33N7B0R3T-1',
  ...BOOKED,
  createdOn: ORDERED_ON,
  updatedOn: ORDERED_ON,
  _links: { self: { href: CONSIGNMENT_HREF }, shipments: [{ href: SHIPMENT_HREF }] },
};

const { carrierBookingReference: _reference, trackingUrl: _url, ...unbooked } = consignmentExample;
export const declinedConsignmentExample = { ...unbooked, status: 'Declined', refusal: refusalExample };

const carrierProfile = {
  reference: 'UPS',
  name: 'UPS',
  carrier: 'ups',
  environment: 'test',
  settings: { accountNumber: 'A1B2C3' },
  serviceLevels: [{ reference: 'STANDARD', name: 'UPS Standard', productCode: '11' }],
  countries: ['NL', 'DE'],
};

export const carrierProfileInputExample = {
  ...carrierProfile,
  credentials: { clientId: 'your-client-id', clientSecret: 'your-client-secret' },
};

export const carrierProfileExample = {
  id: PROFILE_ID,
  version: 1,
  ...carrierProfile,
  bookingTimeoutMs: 15_000,
  quoteTimeoutMs: 3_000,
  labelFormat: 'gif',
  hasCredentials: true,
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { self: { href: `/api/shipping/v2/carrier-profiles/${PROFILE_ID}` } },
};

export const sandboxBookingExample = {
  id: '01a200da-fef3-77c4-81a6-0198be9168af',
  bookingReference: 'VY01M80DNYS5E2J8GZW33N7B0R3T-1',
  shipmentId: SHIPMENT_ID,
  carrierBookingReference: BOOKED.carrierBookingReference,
  unitReferences: [TRACKING_REFERENCE],
  bookedOn: ORDERED_ON,
};

export const documentListExample = {
  items: [
    {
      id: '01a200da-fef9-7c1d-9a51-3f1d1b0d2c77',
      kind: 'label',
      format: 'zpl',
      handlingUnitNumber: 1,
      bytes: 2_154,
      _links: { self: { href: `${SHIPMENT_HREF}/documents/01a200da-fef9-7c1d-9a51-3f1d1b0d2c77` } },
    },
  ],
};

export const carrierCallExample = {
  id: '01a200da-ff01-7d0a-8c46-12f0a6a4b9c3',
  consignmentId: CONSIGNMENT_ID,
  carrier: 'ups',
  operation: 'book',
  method: 'POST',
  url: 'https://wwwcie.ups.com/api/shipments/v2409/ship',
  requestBody: '{"ShipmentRequest":{"Shipment":{"ShipTo":{"Name":"J***"}}}}',
  requestId: '8f14e45fceea467a9575b1f0a1c2d3e4',
  status: 200,
  answerBody: '{"ShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1"}}}}',
  startedOn: ORDERED_ON,
  durationMs: 1_204,
};

/** As UPS is asked for a token. */
export const exchangeExample = {
  operation: 'token',
  method: 'POST',
  url: 'https://wwwcie.ups.com/security/v1/oauth/token',
  requestBody: '{"grant_type":"client_credentials"}',
  status: 200,
  answerBody: '{"access_token":"***","expires_in":"14399"}',
  startedOn: ORDERED_ON,
  durationMs: 312,
};

/** A page that holds one example item. */
export function pageExample(item: object, path: string): object {
  const href = `/api/shipping/v2${path}?limit=50&offset=0`;
  return { items: [item], total: 1, limit: 50, offset: 0, _links: { self: { href } } };
}
