import { Type } from '@sinclair/typebox';
import type { Carrier } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { MyDhlShipAnswer } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-booked.ts';
import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import { MyDhlErrorAnswer } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-complaints.ts';
import { MyDhlRateAnswer, MyDhlRateRequest } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-rate.ts';
import { MyDhlShipRequest } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-ship-schema.ts';
import { MyDhlTrackingAnswer } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-tracking-answer.ts';
import { MyDhlImageAnswer } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-waybill.ts';
import type { Conformance } from './run-conformance.ts';

const NUMBER = '1234567890';
const carrier: Carrier = myDhlCarrier;
/** The document's schema of errors does not have the `code` that its examples of 403 and 500 tell in place of `status`. */
const ErrorAnswer = Type.Omit(MyDhlErrorAnswer, ['code']);

export const myDhlConformance: Conformance = {
  carrier,
  documents: [
    {
      file: 'mydhl/openapi.yaml',
      prefix: '',
      operations: {
        ship: {
          method: 'POST',
          path: /^\/shipments$/,
          documented: '/shipments',
          sent: MyDhlShipRequest,
          told: { 201: MyDhlShipAnswer, 400: ErrorAnswer, 422: ErrorAnswer },
        },
        rate: {
          method: 'POST',
          path: /^\/rates$/,
          documented: '/rates',
          sent: MyDhlRateRequest,
          told: { 200: MyDhlRateAnswer, 400: ErrorAnswer },
        },
        track: {
          method: 'GET',
          path: /^\/tracking$/,
          documented: '/tracking',
          told: { 200: MyDhlTrackingAnswer, 400: ErrorAnswer, 404: ErrorAnswer },
        },
        'get image': {
          method: 'GET',
          path: /^\/shipments\/[^/]+\/get-image$/,
          documented: '/shipments/{shipmentTrackingNumber}/get-image',
          told: { 200: MyDhlImageAnswer, 400: ErrorAnswer, 404: ErrorAnswer },
        },
        'validate address': {
          method: 'GET',
          path: /^\/address-validate$/,
          documented: '/address-validate',
          told: { 400: ErrorAnswer },
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
    maxHandlingUnits: myDhlCarrier.capabilities.maxHandlingUnits,
    returns: myDhlCarrier.capabilities.returns,
  },
  account: { credentials: { username: 'user', password: 'secret' }, settings: { accountNumber: '123456789' } },
  productCode: () => 'P',
  carrierBookingReference: NUMBER,
  more: (request, context) => [
    () => Promise.resolve(carrier.find({ ...request, carrierBookingReference: NUMBER }, context)),
  ],
  // Of `ship` there are none, as Prism accepts an empty body there: `mydhl-document.test.ts` compares bookings with the schema.
  plantedFaults: [
    { operation: 'rate', name: 'no packages', json: { place: ['packages'], value: [] } },
    { operation: 'rate', name: 'no weight', json: { place: ['packages', 0, 'weight'] } },
    {
      operation: 'rate',
      name: 'a weight of more than three decimals',
      json: { place: ['packages', 0, 'weight'], value: 1.0005 },
    },
    { operation: 'rate', name: 'pounds of stone', json: { place: ['unitOfMeasurement'], value: 'stone' } },
    { operation: 'rate', name: 'customs not told', json: { place: ['isCustomsDeclarable'] } },
    { operation: 'rate', name: 'no moment', json: { place: ['plannedShippingDateAndTime'], value: '' } },
    {
      operation: 'rate',
      name: 'a country of three letters',
      json: { place: ['customerDetails', 'receiverDetails', 'countryCode'], value: 'DEU' },
    },
    { operation: 'rate', name: 'an unknown member', json: { place: ['anything'], value: 'unknown' } },
    { operation: 'track', name: 'an unknown view', query: { name: 'trackingView', value: 'everything' } },
    { operation: 'get image', name: 'no account', query: { name: 'shipperAccountNumber' } },
    { operation: 'validate address', name: 'no country', query: { name: 'countryCode' } },
  ],
};
