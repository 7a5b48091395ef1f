import type { Carrier } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { TokenAnswer } from '../../../../../src/modules/shipping/carriers/http/token-answer.ts';
import { UpsRecoveryAnswer, UpsShipAnswer } from '../../../../../src/modules/shipping/carriers/ups/ups-booked.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { UpsErrorAnswer } from '../../../../../src/modules/shipping/carriers/ups/ups-complaints.ts';
import { UpsRecoveryRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-find.ts';
import { UpsRateAnswer, UpsRateRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-rate-schema.ts';
import { UpsShipRequest } from '../../../../../src/modules/shipping/carriers/ups/ups-ship-schema.ts';
import { UpsTrackAnswer } from '../../../../../src/modules/shipping/carriers/ups/ups-track.ts';
import { UpsVoidAnswer } from '../../../../../src/modules/shipping/carriers/ups/ups-void.ts';
import type { Conformance } from './run-conformance.ts';
import { readUpsWords } from './ups-words.ts';

const carrier: Carrier = upsCarrier;
const REFUSED = { 400: UpsErrorAnswer, 401: UpsErrorAnswer, 403: UpsErrorAnswer, 429: UpsErrorAnswer };
const NOT_TRACKED = { 400: UpsErrorAnswer, 403: UpsErrorAnswer, 404: UpsErrorAnswer };
/** The products of an account are its contract's: a profile says which, and UPS whether it is one. */
const SHIP_DEPARTURES = [
  '/ShipmentRequest/Shipment/Service/Code: any string and not one of ["01","02","03","07","08","11","12","13","14","17","54","59","65","M2","M3","M4","M5","M6","M7","70"',
];
/** The document contradicts itself: "100: Commercial Invoice"; and what it calls an array, "the list", has the members of its items. */
const FORM_DEPARTURES = [
  ...['ProductID', 'ProductIDTypeCode'].map(
    (member) =>
      `/ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product/*/ProductIdentifier/*/${member}: not in the document`,
  ),
  '/ShipmentRequest/Shipment/ShipmentServiceOptions/InternationalForms/Product: maxItems 100 and not 50',
];
const NUMBER = '1ZXXXXXXXXXXXXXXXX';

export const upsConformance: Conformance = {
  carrier,
  documents: [
    {
      file: 'ups/oauth.openapi.json',
      prefix: '',
      reviver: readUpsWords,
      operations: {
        token: {
          method: 'POST',
          path: /^\/security\/v1\/oauth\/token$/,
          documented: '/security/v1/oauth/token',
          told: { 200: TokenAnswer, ...REFUSED },
          textsReadAsNumbers: ['/expires_in'],
        },
      },
    },
    {
      file: 'ups/shipping.openapi.json',
      prefix: '/api',
      reviver: readUpsWords,
      operations: {
        ship: {
          method: 'POST',
          path: /^\/shipments\/v2409\/ship$/,
          documented: '/shipments/{version}/ship',
          sent: UpsShipRequest,
          departures: [...SHIP_DEPARTURES, ...FORM_DEPARTURES],
          told: { 200: UpsShipAnswer, ...REFUSED },
        },
        void: {
          method: 'DELETE',
          path: /^\/shipments\/v2409\/void\/cancel\/[^/]+$/,
          documented: '/shipments/{version}/void/cancel/{shipmentidentificationnumber}',
          told: { 200: UpsVoidAnswer, ...REFUSED },
        },
        'label recovery': {
          method: 'POST',
          path: /^\/labels\/V1903\/recovery$/,
          documented: '/labels/{version}/recovery',
          sent: UpsRecoveryRequest,
          told: { 200: UpsRecoveryAnswer, ...REFUSED },
        },
      },
    },
    {
      file: 'ups/rating.openapi.json',
      prefix: '/api',
      reviver: readUpsWords,
      operations: {
        rate: {
          method: 'POST',
          path: /^\/rating\/v2409\/\w+$/,
          documented: '/rating/{version}/{requestoption}',
          sent: UpsRateRequest,
          told: { 200: UpsRateAnswer, ...REFUSED },
          textsReadAsNumbers: [
            '/RateResponse/RatedShipment/*/GuaranteedDelivery/BusinessDaysInTransit',
            '/RateResponse/RatedShipment/*/TimeInTransit/ServiceSummary/EstimatedArrival/BusinessDaysInTransit',
          ],
        },
      },
    },
    {
      file: 'ups/tracking.openapi.json',
      prefix: '/api',
      reviver: readUpsWords,
      operations: {
        'track package': {
          method: 'GET',
          path: /^\/track\/v1\/details\/[^/]+$/,
          documented: '/track/v1/details/{inquiryNumber}',
          told: { 200: UpsTrackAnswer, ...NOT_TRACKED },
        },
        'track shipment': {
          method: 'GET',
          path: /^\/track\/v1\/shipment\/details\/[^/]+$/,
          documented: '/track/v1/shipment/details/{inquiryNumber}',
          told: { 200: UpsTrackAnswer, ...NOT_TRACKED },
        },
      },
    },
  ],
  range: {
    lanes: [
      ['DE', 'DE'],
      ['NL', 'DE'],
      ['DE', 'PL'],
      ['DE', 'US'],
      ['US', 'US'],
      ['US', 'CA'],
      ['DE', 'GB'],
      ['GB', 'FR'],
      ['DE', 'GR'],
      ['NL', 'CH'],
      ['IE', 'IT'],
      ['DE', 'JP'],
      ['DE', 'AE'],
    ],
    maxHandlingUnits: carrier.capabilities.maxHandlingUnits,
    returns: carrier.capabilities.returns,
  },
  account: { credentials: { clientId: 'client', clientSecret: 'secret' }, settings: { accountNumber: 'A1B2C3' } },
  productCode: () => '11',
  carrierBookingReference: NUMBER,
  // By the number that a person tells.
  more: (request, context) => [() => carrier.find({ ...request, carrierBookingReference: NUMBER }, context)],
  plantedFaults: [
    { operation: 'ship', name: 'no receiver', json: { place: ['ShipmentRequest', 'Shipment', 'ShipTo'] } },
    { operation: 'ship', name: 'no service', json: { place: ['ShipmentRequest', 'Shipment', 'Service', 'Code'] } },
    {
      operation: 'ship',
      name: 'a weight that is a number',
      json: { place: ['ShipmentRequest', 'Shipment', 'Package', 0, 'PackageWeight', 'Weight'], value: 2.5 },
    },
    { operation: 'ship', name: 'no packages', json: { place: ['ShipmentRequest', 'Shipment', 'Package'] } },
    {
      operation: 'ship',
      name: 'goods without a description',
      json: {
        place: [
          'ShipmentRequest',
          'Shipment',
          'ShipmentServiceOptions',
          'InternationalForms',
          'Product',
          0,
          'Description',
        ],
      },
    },
    {
      operation: 'ship',
      name: 'a tax number without its type',
      json: {
        place: [
          'ShipmentRequest',
          'Shipment',
          'GlobalTaxInformation',
          'AgentTaxIdentificationNumber',
          0,
          'TaxIdentificationNumber',
          0,
          'IDNumberTypeCode',
        ],
      },
    },
    { operation: 'rate', name: 'no sender', json: { place: ['RateRequest', 'Shipment', 'Shipper'] } },
    {
      operation: 'rate',
      name: 'a country that is a number',
      json: { place: ['RateRequest', 'Shipment', 'ShipTo', 'Address', 'CountryCode'], value: 49 },
    },
    {
      operation: 'label recovery',
      name: 'no reference',
      json: { place: ['LabelRecoveryRequest', 'ReferenceValues'] },
    },
  ],
};
