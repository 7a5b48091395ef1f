import type { BookingRequest, Carrier } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { DhlAnswer, DhlStatus } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-answer.ts';
import { DhlOrder } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-order-request.ts';
import { dhlParcelDeCarrier } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-parcel-de-carrier.ts';
import type { Conformance } from './run-conformance.ts';

const carrier: Carrier = dhlParcelDeCarrier;
const NUMBER = '00340434161094042557';
const PATH = /^\/orders$/;
const TOLD = { 200: DhlAnswer, 207: DhlAnswer, 400: DhlAnswer, 401: DhlStatus };
/** Ours matches the same texts, and is not exponential in them. */
const DEPARTURES = ['shipper', 'consignee', 'services/dhlRetoure/returnAddress'].map(
  (party) =>
    `/shipments/*/${party}/postalCode: pattern ^[0-9A-Za-z]+([ -][0-9A-Za-z]+)*$ and not ^[0-9A-Za-z]+([ -]?[0-9A-Za-z]+)*$`,
);

/** The same to a parcel locker or a post office, where it goes to Germany. */
function toDropPoint(request: BookingRequest): BookingRequest {
  const { content, shipmentId } = request;
  const { sender, receiver } = content.addresses;
  if (receiver.countryCode !== 'DE') return request;
  const isLocker = Number(shipmentId.at(-1)) % 2 === 0;
  const { companyName: _company, ...person } = receiver;
  const dropPoint = {
    ...person,
    contactName: person.contactName ?? 'Paula Packstation',
    street: isLocker ? 'Packstation 118' : 'Postfiliale 518',
    addressLine2: '12345678',
  };
  return { ...request, content: { ...content, addresses: { sender, receiver: dropPoint } } };
}

/** The document has no OAuth operation, so that HTTP Basic and the API key are sent. */
export const dhlParcelDeConformance: Conformance = {
  carrier,
  documents: [
    {
      file: 'dhl-parcel-de/shipping.openapi.yaml',
      prefix: '',
      operations: {
        orders: {
          method: 'POST',
          path: PATH,
          documented: '/orders',
          sent: DhlOrder,
          departures: DEPARTURES,
          told: TOLD,
        },
        'order documents': { method: 'GET', path: PATH, documented: '/orders', told: { ...TOLD, 404: DhlStatus } },
        'order deletion': { method: 'DELETE', path: PATH, documented: '/orders', told: TOLD },
      },
    },
  ],
  range: {
    lanes: [
      ['DE', 'DE'],
      ['DE', 'NL'],
      ['DE', 'US'],
      ['DE', 'CH'],
      ['DE', 'DE'],
      ['DE', 'GB'],
      ['DE', 'GR'],
      ['DE', 'JP'],
      ['DE', 'PL'],
      ['DE', 'AE'],
      ['DE', 'IE'],
    ],
    maxHandlingUnits: carrier.capabilities.maxHandlingUnits,
    returns: carrier.capabilities.returns,
  },
  account: {
    credentials: { apiKey: 'app-key', username: 'portal-user', password: 'portal-secret' },
    settings: {
      billingNumbers: { V01PAK: '33333333330102', V53WPAK: '33333333335301', dhlRetoure: '33333333330701' },
      printFormat: '910-300-400',
    },
  },
  productCode: ({ request }) => (request.content.addresses.receiver.countryCode === 'DE' ? 'V01PAK' : 'V53WPAK'),
  carrierBookingReference: NUMBER,
  more: (request, context) => [
    () => carrier.book(toDropPoint(request), context),
    // A person tells the numbers of all units.
    () =>
      carrier.find({ ...request, carrierBookingReference: request.handlingUnits.map(() => NUMBER).join(',') }, context),
  ],
  plantedFaults: [
    {
      operation: 'orders',
      name: 'a receiver without a city',
      json: { place: ['shipments', 0, 'consignee', 'city'] },
    },
    { operation: 'orders', name: 'an unknown product', json: { place: ['shipments', 0, 'product'], value: 5 } },
    {
      operation: 'orders',
      name: 'a billing number that is too short',
      json: { place: ['shipments', 0, 'billingNumber'], value: '123' },
    },
    {
      operation: 'orders',
      name: 'a country of two letters',
      json: { place: ['shipments', 0, 'consignee', 'country'], value: 'DE' },
    },
    {
      operation: 'orders',
      name: 'a weight in stone',
      json: { place: ['shipments', 0, 'details', 'weight', 'uom'], value: 'st' },
    },
    {
      operation: 'orders',
      name: 'customs items that are none',
      json: { place: ['shipments', 0, 'customs', 'items'], value: [] },
    },
    {
      operation: 'orders',
      name: 'a locker without its number',
      json: { place: ['shipments', 0, 'consignee', 'lockerID'] },
    },
    { operation: 'order documents', name: 'no shipment', query: { name: 'shipment' } },
    { operation: 'order documents', name: 'an unknown format', query: { name: 'docFormat', value: 'TIFF' } },
    { operation: 'order deletion', name: 'no profile', query: { name: 'profile' } },
  ],
};
