import { pagesUnder } from '../../../platform/page.ts';
import type { Contract, ContractRecord } from '../contract.ts';
import type { ContractBody, ContractChangeBody, ContractSummaryBody } from './schemas.ts';

const BASE = '/api/rates/v1';
export const CALCULATIONS_PATH = `${BASE}/calculations`;

/** A contract version as version 1 of the API shows it. */
export function presentContract(contract: Contract): ContractBody {
  const self = `${BASE}/contracts/${contract.id}`;
  return {
    id: contract.id,
    version: contract.version,
    ...contract.content,
    ...(contract.endedFrom === undefined ? {} : { endedFrom: contract.endedFrom }),
    warnings: contract.warnings.map((warning) => ({ ...warning })),
    createdOn: contract.createdOn.toISOString(),
    updatedOn: contract.updatedOn.toISOString(),
    _links: { self: { href: self }, version: { href: `${self}/versions/${contract.version}` } },
  };
}

/** A contract without its prices. */
export function presentSummary(contract: ContractRecord): ContractSummaryBody {
  const { id, version, reference, carrierReference, currency, validFrom, validTo, endedFrom } = contract;
  return {
    id,
    version,
    reference,
    carrierReference,
    currency,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    ...(endedFrom === undefined ? {} : { endedFrom }),
    serviceLevelReferences: [...contract.serviceLevels],
    createdOn: contract.createdOn.toISOString(),
    updatedOn: contract.updatedOn.toISOString(),
    _links: { self: { href: `${BASE}/contracts/${id}` } },
  };
}

/** The version that a change of a part of a contract made. */
export function presentChange({ id, version, warnings }: Contract): ContractChangeBody {
  const contract = `${BASE}/contracts/${id}`;
  return {
    version,
    warnings: warnings.map((warning) => ({ ...warning })),
    _links: { contract: { href: contract }, version: { href: `${contract}/versions/${version}` } },
  };
}

/** A page of one of this version's lists. */
export const presentPage = pagesUnder(BASE);
