import { describe, expect, test } from 'vitest';
import { PLACES, type PlaceAddress } from '../conformance/places.ts';
import { at, listAt } from '../json-at.ts';
import { DOCUMENTS, laneOf } from '../lane.ts';
import { booked, shipped } from './ups-sent.ts';

const agentsOf = (shipment: unknown): readonly unknown[] =>
  listAt(shipment, 'GlobalTaxInformation', 'AgentTaxIdentificationNumber');
/** The first number of the receiver, where the sender has none. */
const receiverOf = (shipment: unknown): unknown => at(agentsOf(shipment)[0], 'TaxIdentificationNumber', 0);

const BRAZIL = { street: 'Av. Paulista 1', city: 'São Paulo', postCode: '01310-100', countryCode: 'BR' };
const SWISS: PlaceAddress = { ...PLACES.CH, companyName: 'Acme AG', vatNumber: 'CHE-123.456.789 MWST' };
const GERMAN: PlaceAddress = {
  ...PLACES.DE,
  companyName: 'Acme GmbH',
  vatNumber: 'DE123456789',
  eoriNumber: 'DE9876543210',
};

/** Of every number. */
const TOLD = { IDNumberEncryptionIndicator: '0', IncludeIDNumberOnShippingBrokerageDocs: '01' };

test('VAT and EORI numbers of both ends are told to customs, each as what it is', () => {
  expect(agentsOf(shipped(GERMAN, SWISS))).toEqual([
    {
      AgentRole: '20',
      TaxIdentificationNumber: [
        {
          IdentificationNumber: 'DE123456789',
          IDNumberTypeCode: '1002',
          IDNumberPurposeCode: '01',
          IDNumberCustomerRole: '06',
          IDNumberIssuingCntryCd: 'DE',
          IDNumberRequestingCntryCd: 'DE',
          ...TOLD,
        },
        {
          IdentificationNumber: 'DE9876543210',
          IDNumberTypeCode: '0002',
          IDNumberPurposeCode: '02',
          IDNumberCustomerRole: '06',
          IDNumberIssuingCntryCd: 'DE',
          IDNumberRequestingCntryCd: 'DE',
          ...TOLD,
        },
      ],
    },
    {
      AgentRole: '30',
      TaxIdentificationNumber: [
        {
          IdentificationNumber: 'CHE123456789MWST',
          IDNumberTypeCode: '1002',
          IDNumberPurposeCode: '01',
          IDNumberCustomerRole: '18',
          IDNumberIssuingCntryCd: 'CH',
          IDNumberRequestingCntryCd: 'CH',
          ...TOLD,
        },
      ],
    },
  ]);
});

test('the types of a consignee’s numbers are among the three that UPS takes of it, an EORI number’s too', () => {
  const [, receiver] = agentsOf(shipped(SWISS, GERMAN));
  expect(at(receiver, 'TaxIdentificationNumber')).toMatchObject([
    { IdentificationNumber: 'DE123456789', IDNumberTypeCode: '1002', IDNumberPurposeCode: '01' },
    { IdentificationNumber: 'DE9876543210', IDNumberTypeCode: '1002', IDNumberPurposeCode: '02' },
  ]);
  const { companyName: _company, ...person } = GERMAN;
  const [, individual] = agentsOf(shipped(SWISS, person));
  expect(at(individual, 'TaxIdentificationNumber')).toMatchObject([
    { IDNumberTypeCode: '0005', IDNumberPurposeCode: '01' },
    { IDNumberTypeCode: '0005', IDNumberPurposeCode: '02' },
  ]);
});

describe('a tax number', () => {
  test.each<[string, string, string, string | undefined]>([
    ['12.345.678/0001-95', 'BR', '12345678000195', 'BR'],
    ['123.456.789-09', 'BR', '12345678909', 'BR'],
    ['CHE-123.456.789 MWST', 'CH', 'CHE123456789MWST', 'CH'],
    ['A'.repeat(20), 'US', 'A'.repeat(20), undefined],
    ['12-3456789', 'US', '123456789', 'US'],
    // Of a name: it is no number of Morocco.
    ['MAAR790213XY9', 'MX', 'MAAR790213XY9', undefined],
    ['A&B680524P76', 'MX', 'A&B680524P76', 'MX'],
    ['DE123456789', 'CH', 'DE123456789', undefined],
    ['XI123456789', 'GB', 'XI123456789', 'GB'],
  ])('%s in %s is told whole, as %s, issued by %s', (vatNumber, countryCode, told, issuer) => {
    const tax = receiverOf(shipped('DE', { ...BRAZIL, countryCode, vatNumber }));
    expect(at(tax, 'IdentificationNumber')).toBe(told);
    expect(at(tax, 'IDNumberIssuingCntryCd')).toBe(issuer);
    expect(at(tax, 'IDNumberRequestingCntryCd')).toBe(countryCode);
  });

  test.each([
    ['NL123456789', 'NL'],
    ['XI123456789012', 'GB'],
    ['QQ123456789', undefined],
  ])('that is an EORI number, %s, is issued by %s', (eoriNumber, issuer) => {
    const tax = receiverOf(shipped('DE', { ...BRAZIL, eoriNumber }));
    expect(at(tax, 'IdentificationNumber')).toBe(eoriNumber);
    expect(at(tax, 'IDNumberIssuingCntryCd')).toBe(issuer);
  });

  test('of documents that leave a customs territory is told too', () => {
    expect(agentsOf(shipped(GERMAN, SWISS, DOCUMENTS))).toHaveLength(2);
  });

  test('is told of what goes back, of where it goes from and where it goes to', () => {
    const back = agentsOf(shipped(SWISS, GERMAN, { returnService: 'return-shipment' }));
    expect(back).toMatchObject([{ AgentRole: '20' }, { AgentRole: '30' }]);
    expect(at(back[1], 'TaxIdentificationNumber', 0, 'IdentificationNumber')).toBe('DE123456789');
  });

  test('is none of UPS’s business where nothing goes through customs', () => {
    const french = { ...PLACES.FR, vatNumber: 'FR12345678901' };
    expect(shipped(GERMAN, french)).not.toHaveProperty('GlobalTaxInformation');
    expect(shipped('DE', 'CH')).not.toHaveProperty('GlobalTaxInformation');
  });

  test('stands in no member that the document calls deprecated', () => {
    const text = JSON.stringify(booked(laneOf(GERMAN, SWISS)));
    expect(text.match(/"TaxIdentificationNumber":"/g)).toBeNull();
  });
});
