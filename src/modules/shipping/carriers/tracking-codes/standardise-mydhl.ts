import { type CodeTable, findCode, type StandardisedCode } from './code-table.ts';
import { DGF_CODES } from './mydhl/dgf.ts';
import { ECOMMERCE_CODES } from './mydhl/ecommerce.ts';
import { ECOMMERCE_EUROPE_CODES } from './mydhl/ecommerce-europe.ts';
import { ECOMMERCE_PPL_CODES } from './mydhl/ecommerce-ppl.ts';
import { EXPRESS_CODES } from './mydhl/express.ts';
import { FREIGHT_CODES } from './mydhl/freight.ts';
import { PARCEL_DE_CODES } from './mydhl/parcel-de.ts';
import { PARCEL_NL_CODES } from './mydhl/parcel-nl.ts';
import { PARCEL_PL_CODES } from './mydhl/parcel-pl.ts';
import { SVB_CODES } from './mydhl/svb.ts';

/** By DHL's name of the service, since the same code means another thing in another service. */
export const MYDHL_SERVICES: Readonly<Record<string, CodeTable>> = {
  dgf: DGF_CODES,
  ecommerce: ECOMMERCE_CODES,
  'ecommerce-europe': ECOMMERCE_EUROPE_CODES,
  'ecommerce-ppl': ECOMMERCE_PPL_CODES,
  express: EXPRESS_CODES,
  freight: FREIGHT_CODES,
  'parcel-de': PARCEL_DE_CODES,
  'parcel-nl': PARCEL_NL_CODES,
  'parcel-pl': PARCEL_PL_CODES,
  svb: SVB_CODES,
};

/** A scan's code has no room for more. */
const MAX_TOLD_CODE = 64;

/**
 * What somebody tells: a code of Express, or `service/code` of a parcel that DHL has handed to a sister company. A code that is too long to be
 * told is told as far as there is room.
 */
export function standardiseToldMyDhl(carrierCode: string): StandardisedCode | undefined {
  const [, service = 'express', code = carrierCode] = /^([a-z-]+)\/(.+)$/su.exec(carrierCode) ?? [];
  const known = standardiseMyDhl({ service, code });
  if (known !== undefined || carrierCode.length < MAX_TOLD_CODE || !Object.hasOwn(MYDHL_SERVICES, service))
    return known;
  const [whole, another] = Object.keys(MYDHL_SERVICES[service] ?? {}).filter((each) => each.startsWith(code));
  return whole === undefined || another !== undefined ? undefined : standardiseMyDhl({ service, code: whole });
}

/**
 * Undefined for a code or service that no table has: to be recorded as `Unknown` and counted. MyDHL's own tracking answers
 * are `express`; the other services appear where DHL hands a shipment to a sister company.
 */
export function standardiseMyDhl(event: { service: string; code: string }): StandardisedCode | undefined {
  const table = Object.hasOwn(MYDHL_SERVICES, event.service) ? MYDHL_SERVICES[event.service] : undefined;
  return table === undefined ? undefined : findCode(table, event.code);
}
