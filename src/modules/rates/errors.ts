import { ProblemError, type ProblemField } from '../../platform/problem.ts';

export interface OverlappingContract {
  id: string;
  validFrom: string;
  validTo?: string;
}

export function contractsOverlap(reference: string, other: OverlappingContract | undefined): ProblemError {
  const end = other?.validTo === undefined ? 'until further notice' : `to ${other.validTo}`;
  const which = other === undefined ? '' : ` (from ${other.validFrom} ${end})`;
  return new ProblemError({
    type: 'contracts-overlap',
    status: 409,
    title: 'Contracts Overlap',
    detail: `There is a contract '${reference}' already that holds in this time${which}. Change or end that one, or choose other dates or another reference.`,
    extensions: other === undefined ? {} : { contractId: other.id },
  });
}

export function contractEnded(endedFrom: string): ProblemError {
  return new ProblemError({
    type: 'contract-ended',
    status: 409,
    title: 'Contract Ended',
    detail: `The contract was ended from ${endedFrom} on and does not change any more. Create a new one.`,
    extensions: { endedFrom },
  });
}

export function batchTooLarge(): ProblemError {
  return new ProblemError({
    type: 'batch-too-large',
    status: 422,
    title: 'Batch Too Large',
    detail: 'The answers to the items before are as much as one answer holds. Send this item again, in another batch.',
  });
}

export function calculationTooLarge(units: number): ProblemError {
  return new ProblemError({
    type: 'calculation-too-large',
    status: 422,
    title: 'Calculation Too Large',
    detail: `The contracts that could price these ${units} handling units have more to say of them than one answer holds. Name the carrierReference, the serviceLevelReference, or both.`,
  });
}

/** A broken rule of a file, with its place in it: rows and columns from 1, as spreadsheets count. */
export interface GridError extends ProblemField {
  row: number;
  column: number;
}

/** Not one of the two forms, or damaged. */
export function unreadableFile(cause: Error): ProblemError {
  return new ProblemError({
    type: 'unreadable-file',
    status: 400,
    title: 'Unreadable File',
    detail: `The file could not be read: ${cause.message} Send CSV in UTF-8, or a workbook as Excel saves it (.xlsx).`,
    cause,
  });
}

/** A file that can be read and is no grid of prices. */
export function faultyFile(errors: readonly GridError[]): ProblemError {
  const [first] = errors;
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more, see errors)`;
  return new ProblemError({
    type: 'validation',
    status: 400,
    title: 'Validation Error',
    detail: `${first?.field}: ${first?.message}${more} Nothing was imported.`,
    extensions: { errors },
  });
}
