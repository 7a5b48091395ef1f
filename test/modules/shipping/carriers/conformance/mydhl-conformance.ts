import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import type { Conformance } from './run-conformance.ts';

export const myDhlConformance: Conformance = {
  carrier: myDhlCarrier,
  documents: [
    {
      file: 'mydhl/openapi.yaml',
      prefix: '',
      operations: {
        ship: { method: 'POST', path: /^\/shipments$/ },
        rate: { method: 'POST', path: /^\/rates$/ },
        track: { method: 'GET', path: /^\/tracking$/ },
        'get image': { method: 'GET', path: /^\/shipments\/[^/]+\/get-image$/ },
        'validate address': { method: 'GET', path: /^\/address-validate$/ },
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
  carrierBookingReference: '1234567890',
};
