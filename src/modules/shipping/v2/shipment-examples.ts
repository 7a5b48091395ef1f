/** One trip, told once: the shipment of all examples, in each status that it comes to. */
export const SHIPMENT_ID = '01a200da-fb25-70a4-887f-831d4eb0607a';
export const CONSIGNMENT_ID = '01a200da-fe98-70e9-bbbf-624879a1a504';
const UNIT_ID = '01a200da-fb26-7b16-bf70-e7b774e8a9a1';
export const SHIPMENT_HREF = `/api/shipping/v2/shipments/${SHIPMENT_ID}`;
export const CONSIGNMENT_HREF = `/api/shipping/v2/consignments/${CONSIGNMENT_ID}`;
export const CREATED_ON = '2026-01-20T10:30:00.000Z';
const UPDATED_ON = '2026-01-20T10:30:45.000Z';
export const ORDERED_ON = '2026-01-20T10:31:04.512Z';
const CANCELED_ON = '2026-01-20T11:02:10.250Z';
const EXECUTED_ON = '2026-01-20T15:05:07.310Z';
/** What the carrier calls the booking and the parcel. */
export const BOOKED = {
  carrierBookingReference: 'SBX81A60198BE9168AF',
  trackingUrl: 'https://sandbox.invalid/track/SBX81A60198BE9168AF',
};
export const TRACKING_REFERENCE = '395212340000000014';
export const refusalExample = { carrierErrorCode: 'ADDR_001', carrierMessage: 'Postleitzahl ungültig' };

const self = { self: { href: SHIPMENT_HREF } };
const linkTo = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { href: `${SHIPMENT_HREF}/${name}` }]));
/** What there is to be seen once it was ordered. */
const consignmentLinks = { ...linkTo('tracking-events', 'carrier-calls'), consignment: { href: CONSIGNMENT_HREF } };

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

export const createdShipmentExample = {
  id: SHIPMENT_ID,
  status: 'Created',
  version: 1,
  ...shipmentInputExample,
  handlingUnits: [{ id: UNIT_ID, status: 'AtOrigin', ...handlingUnit }],
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { ...self, update: { href: SHIPMENT_HREF }, ...linkTo('order', 'cancel') },
};

export const updatedShipmentExample = { ...createdShipmentExample, version: 2, updatedOn: UPDATED_ON };

export const orderedShipmentExample = {
  ...createdShipmentExample,
  status: 'Ordered',
  version: 2,
  consignmentId: CONSIGNMENT_ID,
  updatedOn: ORDERED_ON,
  _links: { ...self, ...consignmentLinks },
};

/** The one that is shown where nothing else is meant: what ordering answers. */
export const shipmentExample = {
  ...orderedShipmentExample,
  status: 'Accepted',
  version: 3,
  handlingUnits: [{ id: UNIT_ID, status: 'AtOrigin', trackingReference: TRACKING_REFERENCE, ...handlingUnit }],
  ...BOOKED,
  _links: { ...self, ...linkTo('labels', 'documents', 'cancel', 'reset'), ...consignmentLinks },
};

export const heldShipmentExample = {
  ...orderedShipmentExample,
  version: 3,
  hold: {
    reason: 'booking-outcome-unknown',
    detail:
      "DHLPX did not say whether it booked VY01M80DNYS5E2J8GZW33N7B0R3T-1, and does not tell when asked, or cannot be asked. Look for that reference in the carrier's own portal, then tell the outcome with PUT /shipments/{id}/booking-outcome.",
    since: ORDERED_ON,
  },
  _links: { ...self, ...linkTo('booking-outcome'), ...consignmentLinks },
};

export const declinedShipmentExample = {
  ...orderedShipmentExample,
  status: 'Declined',
  version: 3,
  refusal: refusalExample,
  _links: { ...self, ...linkTo('cancel', 'reset'), ...consignmentLinks },
};

export const executedShipmentExample = {
  ...shipmentExample,
  status: 'Executed',
  version: 4,
  handlingUnits: shipmentExample.handlingUnits.map((unit) => ({ ...unit, status: 'InTransit' })),
  updatedOn: EXECUTED_ON,
  _links: { ...self, ...linkTo('labels', 'documents'), ...consignmentLinks },
};

/** An accepted one: by then it is voided at the carrier. */
export const canceledShipmentExample = {
  ...shipmentExample,
  status: 'Canceled',
  version: 5,
  updatedOn: CANCELED_ON,
  _links: { ...self, ...linkTo('reset'), ...consignmentLinks },
};

/** An accepted one, likewise. */
export const resetShipmentExample = { ...createdShipmentExample, version: 5, updatedOn: CANCELED_ON };
