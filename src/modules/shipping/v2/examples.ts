/** One trip, told once: the examples of every operation in the document belong to the same shipment. */
const SHIPMENT_ID = '01a200da-fb25-70a4-887f-831d4eb0607a';
const CONSIGNMENT_ID = '01a200da-fe98-70e9-bbbf-624879a1a504';
const PROFILE_ID = '01a200d9-71c2-7e0a-8f1b-0c6f0d5a7e11';
const SHIPMENT_HREF = `/api/shipping/v2/shipments/${SHIPMENT_ID}`;
const CONSIGNMENT_HREF = `/api/shipping/v2/consignments/${CONSIGNMENT_ID}`;
const CREATED_ON = '2026-01-20T10:30:00.000Z';
const ORDERED_ON = '2026-01-20T10:31:04.512Z';

const handlingUnit = {
  reference: 'PKG-001',
  weight: { value: 2.5, unit: 'kg' as const },
  dimensions: { length: 30, width: 20, height: 15, unit: 'cm' as const },
};

export const shipmentInputExample = {
  reference: 'ORD-2026-00123',
  carrierReference: 'DHLPX',
  serviceLevelReference: 'DFY-B2C',
  addresses: {
    sender: {
      companyName: 'Acme Corp',
      street: 'Hoofdweg 123',
      city: 'Amsterdam',
      postCode: '1012AB',
      countryCode: 'NL',
    },
    receiver: {
      contactName: 'John Doe',
      street: 'Berliner Str. 45',
      city: 'Berlin',
      postCode: '10115',
      countryCode: 'DE',
    },
  },
  handlingUnits: [handlingUnit],
};

export const shipmentExample = {
  id: SHIPMENT_ID,
  status: 'Accepted',
  version: 3,
  ...shipmentInputExample,
  handlingUnits: [
    {
      id: '01a200da-fb26-7b16-bf70-e7b774e8a9a1',
      status: 'AtOrigin',
      trackingReference: '395212340000000014',
      ...handlingUnit,
    },
  ],
  consignmentId: CONSIGNMENT_ID,
  carrierBookingReference: 'SBX81A60198BE9168AF',
  trackingUrl: 'https://sandbox.invalid/track/SBX81A60198BE9168AF',
  createdOn: CREATED_ON,
  updatedOn: ORDERED_ON,
  _links: {
    self: { href: SHIPMENT_HREF },
    labels: { href: `${SHIPMENT_HREF}/labels` },
    cancel: { href: `${SHIPMENT_HREF}/cancel` },
    reset: { href: `${SHIPMENT_HREF}/reset` },
    'tracking-events': { href: `${SHIPMENT_HREF}/tracking-events` },
    documents: { href: `${SHIPMENT_HREF}/documents` },
    consignment: { href: CONSIGNMENT_HREF },
    'carrier-calls': { href: `${SHIPMENT_HREF}/carrier-calls` },
  },
};

export const heldShipmentExample = {
  id: SHIPMENT_ID,
  status: 'Ordered',
  version: 3,
  ...shipmentInputExample,
  handlingUnits: [{ id: '01a200da-fb26-7b16-bf70-e7b774e8a9a1', status: 'AtOrigin', ...handlingUnit }],
  consignmentId: CONSIGNMENT_ID,
  hold: {
    reason: 'booking-outcome-unknown',
    detail:
      "DHLPX did not say whether it booked VY01M80DNYS5E2J8GZW33N7B0R3T-1, and does not tell when asked, or cannot be asked. Look for that reference in the carrier's own portal, then tell the outcome with PUT /shipments/{id}/booking-outcome.",
    since: ORDERED_ON,
  },
  createdOn: CREATED_ON,
  updatedOn: ORDERED_ON,
  _links: {
    self: { href: SHIPMENT_HREF },
    'booking-outcome': { href: `${SHIPMENT_HREF}/booking-outcome` },
    'tracking-events': { href: `${SHIPMENT_HREF}/tracking-events` },
    consignment: { href: CONSIGNMENT_HREF },
    'carrier-calls': { href: `${SHIPMENT_HREF}/carrier-calls` },
  },
};

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

export const consignmentExample = {
  id: CONSIGNMENT_ID,
  status: 'Accepted',
  shipmentIds: [SHIPMENT_ID],
  carrierReference: 'DHLPX',
  serviceLevelReference: 'DFY-B2C',
  bookingReference: 'VY01M80DNYS5E2J8GZW33N7B0R3T-1',
  carrierBookingReference: 'SBX81A60198BE9168AF',
  trackingUrl: 'https://sandbox.invalid/track/SBX81A60198BE9168AF',
  createdOn: ORDERED_ON,
  updatedOn: ORDERED_ON,
  _links: { self: { href: CONSIGNMENT_HREF }, shipments: [{ href: SHIPMENT_HREF }] },
};

export const carrierProfileInputExample = {
  reference: 'DHLPX',
  name: 'Sandbox carrier',
  carrier: 'sandbox',
  serviceLevels: [{ reference: 'DFY-B2C', name: 'Delivered for you', productCode: '01000000' }],
  countries: ['NL', 'DE'],
  bookingTimeoutMs: 5_000,
};

export const carrierProfileExample = {
  id: PROFILE_ID,
  version: 1,
  ...carrierProfileInputExample,
  quoteTimeoutMs: 3_000,
  environment: 'test',
  labelFormat: 'pdf',
  settings: {},
  hasCredentials: true,
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { self: { href: `/api/shipping/v2/carrier-profiles/${PROFILE_ID}` } },
};

export const sandboxBookingExample = {
  id: '01a200da-fef3-77c4-81a6-0198be9168af',
  bookingReference: 'VY01M80DNYS5E2J8GZW33N7B0R3T-1',
  shipmentId: SHIPMENT_ID,
  carrierBookingReference: 'SBX81A60198BE9168AF',
  unitReferences: ['395212340000000014'],
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
