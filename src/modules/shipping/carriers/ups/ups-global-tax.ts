import { type Static, Type } from '@sinclair/typebox';
import type { Address } from '../../address.ts';
import type { BookingRequest } from '../carrier.ts';
import { countryOfTaxNumber } from '../tax-number.ts';
import { isUpsBusiness } from './ups-parties.ts';

const SHIP_FROM = '20';
const CONSIGNEE = '30';
/** Of the customer: what each is to customs, on the way back too. */
const CUSTOMER_ROLES = { [SHIP_FROM]: '06', [CONSIGNEE]: '18' } as const;
/** "For all tax ID that are not EORI". */
const CUSTOMS = '01';
const CUSTOMS_EORI = '02';
/** "Importer Tax ID Number or EORI Number - when IdentificationNumberPurposeCode = 02". */
const EORI = '0002';
const BUSINESS_TAX = '1002';
const PERSONAL_TAX = '0005';
/** The longest that the API takes, of VAT and EORI; the document tells of no limit. */
const MAX_NUMBER = 20;
/** What stands in a number for the eye. The &, + and * of some countries are part of it. */
const SEPARATORS = /[ .\-/]/g;

const Country = Type.String({ minLength: 2, maxLength: 2 });

const TaxNumber = Type.Object({
  IdentificationNumber: Type.String({ minLength: 1, maxLength: MAX_NUMBER }),
  IDNumberTypeCode: Type.Union([Type.Literal(EORI), Type.Literal(BUSINESS_TAX), Type.Literal(PERSONAL_TAX)]),
  IDNumberPurposeCode: Type.Union([Type.Literal(CUSTOMS), Type.Literal(CUSTOMS_EORI)]),
  IDNumberCustomerRole: Type.Union(Object.values(CUSTOMER_ROLES).map((role) => Type.Literal(role))),
  IDNumberEncryptionIndicator: Type.Literal('0'),
  IDNumberIssuingCntryCd: Type.Optional(Country),
  IDNumberRequestingCntryCd: Country,
  IncludeIDNumberOnShippingBrokerageDocs: Type.Literal('01'),
});

/** Tax numbers for customs, in place of the deprecated `TaxIdentificationNumber` of each party. */
export const UpsGlobalTax = Type.Object({
  AgentTaxIdentificationNumber: Type.Array(
    Type.Object({
      AgentRole: Type.Union([Type.Literal(SHIP_FROM), Type.Literal(CONSIGNEE)]),
      TaxIdentificationNumber: Type.Array(TaxNumber, { maxItems: 8 }),
    }),
    { maxItems: 4 },
  ),
});

/** Undefined where customs need none, and where none is known. */
export function upsGlobalTax({
  content,
  leavesCustomsTerritory,
}: Pick<BookingRequest, 'content' | 'leavesCustomsTerritory'>): Static<typeof UpsGlobalTax> | undefined {
  if (!leavesCustomsTerritory) return undefined;
  const { sender, receiver } = content.addresses;
  const agents = [[SHIP_FROM, sender] as const, [CONSIGNEE, receiver] as const].flatMap(([role, address]) => {
    const numbers = taxNumbers(role, address);
    return numbers.length === 0 ? [] : [{ AgentRole: role, TaxIdentificationNumber: numbers }];
  });
  return agents.length === 0 ? undefined : { AgentTaxIdentificationNumber: agents };
}

type Told = Static<typeof TaxNumber>;

function taxNumbers(role: keyof typeof CUSTOMER_ROLES, address: Address): Told[] {
  const { vatNumber, eoriNumber, countryCode } = address;
  const taxType = isUpsBusiness(address) ? BUSINESS_TAX : PERSONAL_TAX;
  const told = (
    IdentificationNumber: string,
    IDNumberTypeCode: Told['IDNumberTypeCode'],
    IDNumberPurposeCode: Told['IDNumberPurposeCode'],
    issuer: string | undefined,
  ): Told => ({
    IdentificationNumber,
    IDNumberTypeCode,
    IDNumberPurposeCode,
    IDNumberCustomerRole: CUSTOMER_ROLES[role],
    IDNumberEncryptionIndicator: '0',
    ...(issuer === undefined ? {} : { IDNumberIssuingCntryCd: issuer }),
    // "For Import, the Consignee ID is requested by the Ship To country; for export, the Shipper ID by the Ship From country".
    IDNumberRequestingCntryCd: countryCode,
    IncludeIDNumberOnShippingBrokerageDocs: '01',
  });
  const vat = vatNumber?.replace(SEPARATORS, '');
  // Of a consignee "the value passed to the IDNumberTypeCode parameter must be 1002, 1005 or 0005": that it is an EORI number, its purpose says.
  const eoriType = role === CONSIGNEE ? taxType : EORI;
  return [
    ...(vat === undefined ? [] : [told(vat, taxType, CUSTOMS, issuerOfVat(vat, countryCode))]),
    ...(eoriNumber === undefined ? [] : [told(eoriNumber, eoriType, CUSTOMS_EORI, countryOfTaxNumber(eoriNumber))]),
  ];
}

/** Two letters at its beginning may be another country, and may be none: the number of a Mexican begins with a name's. */
function issuerOfVat(number: string, countryCode: string): string | undefined {
  return !/^[A-Z]{2}/.test(number) || countryOfTaxNumber(number) === countryCode ? countryCode : undefined;
}
