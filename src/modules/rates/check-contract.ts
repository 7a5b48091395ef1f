import { currencyMinorDigits } from '../../platform/currency.ts';
import type { FieldError } from '../../platform/field-error.ts';
import type { Weight } from '../../platform/field-schemas.ts';
import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import { checkArea } from './check-area.ts';
import { checkUnique, unknownReference } from './check-references.ts';
import { checkSurcharges, countConditions } from './check-surcharges.ts';
import { sizeOf } from './compile-contract.ts';
import { toFemtograms, toMillionths } from './exact-measure.ts';
import { findDoubtful } from './find-doubtful.ts';
import { EVERYWHERE } from './read-grid.ts';
import type { Bracket, ContractInput, ContractServiceLevel } from './v1/contract-schemas.ts';

type Path = FieldError['path'];

const MAX_ERRORS = 50;
/** Brackets, postal code ranges and countries together: what a grid of 100,000 cells comes to, with room to spare. */
const MAX_CONTRACT_SIZE = 150_000;
/** Each is judged for each unit and service level. */
const MAX_CONDITIONS = 1_000;
/** What a weight may be at most, in any unit: no ship carries it. */
const MAX_WEIGHT = 1e9;

/**
 * The rules of a contract that a schema cannot say; all broken ones are named at once, each with its place.
 * @returns warnings: what is allowed but can hardly be meant
 * @throws validation (400)
 */
export function checkContract(content: ContractInput): ProblemField[] {
  const conditions = countConditions(content.surcharges ?? []);
  if (conditions > MAX_CONDITIONS) {
    const rule = `A contract has at most ${MAX_CONDITIONS} conditions and zones named by them; this has ${conditions}.`;
    const message = `${rule} Name countries, postal codes and zones in one condition where they mean the same.`;
    throw validationProblem(toFields([{ path: ['surcharges'], message }]));
  }
  const errors = [...checkTerms(content), ...checkZones(content), ...checkLevels(content), ...checkSurcharges(content)];
  const size = sizeOf(content);
  if (size > MAX_CONTRACT_SIZE) {
    const rule = `A contract has at most ${MAX_CONTRACT_SIZE} brackets, postal codes and countries; this has ${size}.`;
    errors.push({
      path: ['serviceLevels'],
      message: `${rule} Make several contracts of it, one for each service level say.`,
    });
  }
  if (errors.length > 0) throw validationProblem(toFields(errors));
  return toFields(findDoubtful(content));
}

function toFields(errors: readonly FieldError[]): ProblemField[] {
  return errors.slice(0, MAX_ERRORS).map((error) => problemField(error.path, error.message));
}

function checkTerms({ currency, validFrom, validTo, volumetricDivisor, weightStep }: ContractInput): FieldError[] {
  const errors: FieldError[] = [];
  if (currencyMinorDigits(currency) === undefined) {
    errors.push({ path: ['currency'], message: 'Unknown currency: write a code of ISO 4217, for example EUR.' });
  }
  if (validTo !== undefined && validTo < validFrom) {
    errors.push({
      path: ['validTo'],
      message: `Is before validFrom, which is ${validFrom}. Both days belong to the contract.`,
    });
  }
  if (volumetricDivisor !== undefined && toMillionths(volumetricDivisor) === 0n) {
    errors.push({ path: ['volumetricDivisor'], message: 'Must be at least 0.000001.' });
  }
  if (weightStep !== undefined) errors.push(...checkWeight(weightStep, ['weightStep']));
  return errors;
}

const NO_ZONES: ReadonlySet<string> = new Set();

function checkZones({ zones }: ContractInput): FieldError[] {
  return [
    ...checkUnique(zones, ['zones']),
    ...zones.flatMap((zone, index) => {
      const path = ['zones', index];
      if (zone.reference === EVERYWHERE) {
        const message = `'${EVERYWHERE}' stands for everywhere in a grid of prices. Choose another reference.`;
        return [{ path: [...path, 'reference'], message }];
      }
      if (zone.countries === undefined && zone.postCodes === undefined) {
        return [{ path, message: 'The zone is nowhere: name its countries, its postal codes, or both.' }];
      }
      return checkArea(zone, path, NO_ZONES);
    }),
  ];
}

function checkLevels({ serviceLevels, zones }: ContractInput): FieldError[] {
  const known = new Set(zones.map(({ reference }) => reference));
  return [
    ...checkUnique(serviceLevels, ['serviceLevels']),
    ...serviceLevels.flatMap((level, index) => checkLevel(level, ['serviceLevels', index], known)),
  ];
}

function checkLevel(
  { transitDays, prices }: ContractServiceLevel,
  path: Path,
  zones: ReadonlySet<string>,
): FieldError[] {
  const errors: FieldError[] = [];
  if (transitDays !== undefined && transitDays.max < transitDays.min) {
    errors.push({ path: [...path, 'transitDays', 'max'], message: `Is less than min, which is ${transitDays.min}.` });
  }
  prices.forEach((price, index) => {
    const here = [...path, 'prices', index];
    for (const end of ['origin', 'destination'] as const) {
      const reference = price[end];
      if (reference !== undefined && !zones.has(reference)) {
        errors.push({ path: [...here, end], message: unknownReference('zone', reference, [...zones]) });
      }
    }
    errors.push(...checkBrackets(price.brackets, [...here, 'brackets']));
  });
  return errors;
}

/** Every weight must be in one bracket and no more, so their bounds rise, and only the last may be open. */
function checkBrackets(brackets: readonly Bracket[], path: Path): FieldError[] {
  const errors: FieldError[] = [];
  let bound = 0n;
  let boundText = '0 kg';
  brackets.forEach((bracket, index) => {
    const here = [...path, index];
    const { upTo, amount, perKg, minimum, perStep } = bracket;
    if ((amount === undefined) === (perKg === undefined)) {
      errors.push({ path: here, message: 'Must have either `amount` or `perKg`.' });
    }
    if (minimum !== undefined && perKg === undefined) {
      errors.push({ path: [...here, 'minimum'], message: 'Only a price `perKg` has a minimum.' });
    }
    if (perStep !== undefined && amount === undefined) {
      errors.push({ path: [...here, 'perStep'], message: 'Is added to an `amount`, which is missing.' });
    }
    if (perStep !== undefined) errors.push(...checkWeight(perStep.step, [...here, 'perStep', 'step']));
    if (upTo === undefined) {
      if (index < brackets.length - 1)
        errors.push({ path: [...here, 'upTo'], message: 'Is required: only the last bracket may be open.' });
      return;
    }
    errors.push(...checkWeight(upTo, [...here, 'upTo']));
    const next = toFemtograms(upTo);
    if (next <= bound) {
      errors.push({
        path: [...here, 'upTo'],
        message: `Overlaps the bracket before, which ends at ${boundText}: the bounds must rise. Bounds are inclusive.`,
      });
    }
    bound = next;
    boundText = `${upTo.value} ${upTo.unit}`;
  });
  return errors;
}

/** A weight of a contract is meant as it is written: what has more decimals than are counted would be another one. */
function checkWeight({ value }: Weight, path: Path): FieldError[] {
  const report = (message: string): FieldError[] => [{ path: [...path, 'value'], message }];
  if (value > MAX_WEIGHT) return report(`Must be at most ${MAX_WEIGHT}.`);
  const millionths = toMillionths(value);
  if (millionths === 0n) return report('Must be at least 0.000001 of its unit.');
  return Number(millionths) / 1e6 === value ? [] : report('Must have at most 6 decimals. Write it in a smaller unit.');
}
