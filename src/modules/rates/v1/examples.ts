import { SAMPLE_ID } from '../../../platform/failures.ts';
import { notFound, type ProblemError, problemDocument } from '../../../platform/problem.ts';
import { batchTooLarge } from '../errors.ts';

const CONTRACT_ID = '01a200e1-3a1c-7c52-9d0e-5b7a4f0e2c11';
const CONTRACT_HREF = `/api/rates/v1/contracts/${CONTRACT_ID}`;
const CREATED_ON = '2026-01-02T09:00:00.000Z';
const CHANGED_ON = '2026-02-01T09:00:00.000Z';

export const contractInputExample = {
  reference: 'DHLPX-2026',
  carrierReference: 'DHLPX',
  currency: 'EUR',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  volumetricDivisor: 5000,
  weightStep: { value: 0.5, unit: 'kg' },
  zones: [
    { reference: 'NL', countries: ['NL'] },
    { reference: 'DE', countries: ['DE'] },
    {
      reference: 'DE-ISLANDS',
      postCodes: [
        { countryCode: 'DE', prefix: '25849' },
        { countryCode: 'DE', from: '26465', to: '26486' },
      ],
    },
  ],
  serviceLevels: [
    {
      reference: 'DFY-B2C',
      transitDays: { min: 1, max: 2 },
      prices: [
        {
          origin: 'NL',
          destination: 'DE',
          per: 'shipment',
          brackets: [
            { upTo: { value: 2, unit: 'kg' }, amount: '4.95' },
            { upTo: { value: 31.5, unit: 'kg' }, amount: '9.50' },
          ],
        },
        {
          origin: 'NL',
          destination: 'DE-ISLANDS',
          per: 'shipment',
          brackets: [
            { upTo: { value: 2, unit: 'kg' }, amount: '6.95' },
            { upTo: { value: 31.5, unit: 'kg' }, amount: '15.50' },
            { perKg: '0.85', minimum: '30.00' },
          ],
        },
      ],
    },
  ],
  surcharges: [
    { reference: 'TOLL', type: 'fixed', amount: '0.35', per: 'shipment' },
    { reference: 'FUEL', type: 'percentage', percentage: '12.5', appliesTo: ['base', 'TOLL'] },
    {
      reference: 'OVERSIZE',
      type: 'fixed',
      amount: '15.00',
      per: 'handlingUnit',
      when: { longestSide: { moreThan: { value: 120, unit: 'cm' } } },
    },
  ],
};

export const contractExample = {
  id: CONTRACT_ID,
  version: 1,
  ...contractInputExample,
  warnings: [],
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { self: { href: CONTRACT_HREF }, version: { href: `${CONTRACT_HREF}/versions/1` } },
};

/** After a change. */
export const changedContractExample = {
  ...contractExample,
  version: 2,
  updatedOn: CHANGED_ON,
  _links: { ...contractExample._links, version: { href: `${CONTRACT_HREF}/versions/2` } },
};

export const contractSummaryExample = {
  id: CONTRACT_ID,
  version: 1,
  reference: 'DHLPX-2026',
  carrierReference: 'DHLPX',
  currency: 'EUR',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  serviceLevelReferences: ['DFY-B2C'],
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { self: { href: CONTRACT_HREF } },
};

export const changedSummaryExample = { ...contractSummaryExample, version: 2, updatedOn: CHANGED_ON };
export const endedSummaryExample = { ...contractSummaryExample, endedFrom: '2026-02-01', updatedOn: CHANGED_ON };

export const calculateExample = {
  date: '2026-01-20',
  addresses: {
    sender: { postCode: '1012AB', countryCode: 'NL' },
    receiver: { postCode: '10115', countryCode: 'DE' },
  },
  handlingUnits: [
    { weight: { value: 2.5, unit: 'kg' }, dimensions: { length: 30, width: 20, height: 15, unit: 'cm' } },
  ],
};

export const calculationExample = {
  date: '2026-01-20',
  rates: [
    {
      source: 'contract',
      carrierReference: 'DHLPX',
      serviceLevelReference: 'DFY-B2C',
      contract: { id: CONTRACT_ID, reference: 'DHLPX-2026', version: 1 },
      total: { amount: '11.08', currency: 'EUR' },
      transitDays: { min: 1, max: 2 },
      physicalWeight: { value: 2.5, unit: 'kg' },
      volumetricWeight: { value: 1.8, unit: 'kg' },
      billableWeight: { value: 2.5, unit: 'kg' },
      lines: [
        {
          type: 'base',
          reference: 'base',
          amount: '9.50',
          zones: { origin: 'NL', destination: 'DE' },
          bracket: {
            moreThan: { value: 2, unit: 'kg' },
            upTo: { value: 31.5, unit: 'kg' },
            amount: '9.50',
          },
          billableWeight: { value: 2.5, unit: 'kg' },
        },
        { type: 'fixed', reference: 'TOLL', amount: '0.35', basis: { amount: '0.35', quantity: 1 } },
        {
          type: 'percentage',
          reference: 'FUEL',
          amount: '1.23',
          percentage: '12.5',
          basis: { amount: '9.85', of: ['base', 'TOLL'] },
        },
      ],
    },
  ],
  unavailable: [],
};

export const exchangeRatesExample = {
  base: 'EUR',
  validFrom: '2026-01-20',
  rates: [
    { currency: 'USD', rate: '1.0825' },
    { currency: 'GBP', rate: '0.8421' },
  ],
};

export const exchangeRateExample = { base: 'EUR', quote: 'USD', rate: '1.0825', validFrom: '2026-01-20' };

/** What is set then, in the order of the currencies. */
export const setExchangeRatesExample = {
  items: [{ ...exchangeRateExample, quote: 'GBP', rate: '0.8421' }, exchangeRateExample],
};

/** A page that holds one example item. */
export function pageExample(item: object, path: string): object {
  const href = `/api/rates/v1${path}?limit=50&offset=0`;
  return { items: [item], total: 1, limit: 50, offset: 0, _links: { self: { href } } };
}

const batchOf = (problem: ProblemError) => ({
  items: [
    calculationExample,
    problemDocument(problem, 'https://viya.shipitsmarter.com/errors', '/api/rates/v1/calculations#/items/1'),
  ],
});

/** A batch whose second item has a problem. */
export const batchExample = { items: [calculateExample, { shipmentId: SAMPLE_ID }] };
export const answeredBatchExample = batchOf(notFound('shipment', SAMPLE_ID));

/** One whose second item has to wait for the next batch. */
export const cutBatchExample = batchOf(batchTooLarge());
