import { expect } from 'vitest';
import { checkContract } from '../../../src/modules/rates/check-contract.ts';
import type { ContractInput } from '../../../src/modules/rates/v1/contract-schemas.ts';
import { ProblemError, type ProblemField } from '../../../src/platform/problem.ts';
import { EXAMPLE_CONTRACT } from '../../harness/rates.ts';

export const kg = (value: number) => ({ value, unit: 'kg' as const });
const ZONES = EXAMPLE_CONTRACT.zones;

export const withZones = (...zones: object[]): object => ({ zones: [...ZONES, ...zones] });
export const withBrackets = (...brackets: object[]): object => ({
  serviceLevels: [{ reference: 'L', prices: [{ origin: 'NL', destination: 'DE', brackets }] }],
});
export const withPrices = (...prices: object[]): object => ({ serviceLevels: [{ reference: 'L', prices }] });
export const withSurcharges = (...surcharges: object[]): object => ({ surcharges });
export const BRACKETS = [{ upTo: kg(10), amount: '5.00' }];
export const fixed = (reference: string, more: object = {}): object => ({
  reference,
  type: 'fixed',
  amount: '1.00',
  ...more,
});
export const percent = (reference: string, ...appliesTo: string[]): object => ({
  reference,
  type: 'percentage',
  percentage: '10',
  appliesTo,
});

/** What is wrong with the example after a change of it: `pointer: message`. */
export function faultsOf(change: object): string[] {
  try {
    checkContract({ ...EXAMPLE_CONTRACT, ...change } as ContractInput);
    return [];
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem;
    expect([problem.status, problem.type]).toEqual([400, 'validation']);
    return textsOf(problem.extensions['errors'] as ProblemField[]);
  }
}

export function warningsOf(change: object): string[] {
  return textsOf(checkContract({ ...EXAMPLE_CONTRACT, ...change } as ContractInput));
}

const textsOf = (fields: ProblemField[]): string[] => fields.map(({ pointer, message }) => `${pointer}: ${message}`);
