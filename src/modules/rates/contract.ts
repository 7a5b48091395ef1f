import type { ProblemField } from '../../platform/problem.ts';
import type { ContractHeader } from './price-contract.ts';
import type { ContractInput } from './v1/contract-schemas.ts';

/** What is kept of a contract beside what it says. */
export interface ContractRecord extends ContractHeader {
  tenantId: string;
  serviceLevels: readonly string[];
  /** The sequence of the newest event about this contract. */
  eventSequence: number;
  createdOn: Date;
  updatedOn: Date;
}

/** A contract in one of its versions. */
export interface Contract extends ContractRecord {
  /** As it was sent. */
  content: ContractInput;
  warnings: readonly ProblemField[];
}

/** The part of a contract that its content decides. */
export function headerOf(content: ContractInput) {
  return {
    reference: content.reference,
    carrierReference: content.carrierReference,
    currency: content.currency,
    validFrom: content.validFrom,
    ...(content.validTo === undefined ? {} : { validTo: content.validTo }),
    serviceLevels: content.serviceLevels.map(({ reference }) => reference),
  };
}
