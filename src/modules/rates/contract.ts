import type { ProblemField } from '../../platform/problem.ts';
import type { NoPrice } from './no-price.ts';
import type { ContractInput } from './v1/contract-schemas.ts';

/** What a calculation has of a contract beside its compiled version. */
export interface ContractHeader {
  id: string;
  reference: string;
  version: number;
  carrierReference: string;
  currency: string;
  validFrom: string;
  validTo?: string;
  /** The first day on which it prices nothing any more. */
  endedFrom?: string;
}

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
export function termsOf(content: ContractInput) {
  return {
    reference: content.reference,
    carrierReference: content.carrierReference,
    currency: content.currency,
    validFrom: content.validFrom,
    ...(content.validTo === undefined ? {} : { validTo: content.validTo }),
    serviceLevels: content.serviceLevels.map(({ reference }) => reference),
  };
}

/** Days are compared as days: the shipment's, without a time zone. Both ends of the validity belong to it. @returns why it does not hold */
export function checkValidity({ validFrom, validTo, endedFrom }: ContractHeader, date: string): NoPrice | undefined {
  if (date >= validFrom && (validTo === undefined || date <= validTo) && (endedFrom === undefined || date < endedFrom))
    return undefined;
  const end = validTo === undefined ? '' : ` to ${validTo}`;
  const ended = endedFrom === undefined ? '' : ` and was ended from ${endedFrom} on`;
  return {
    reason: 'not-valid-on-date',
    detail: `The contract holds from ${validFrom}${end}${ended}; asked was ${date}.`,
  };
}
