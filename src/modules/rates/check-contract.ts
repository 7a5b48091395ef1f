import { checkCurrencyCode } from '../../platform/currency.ts';
import type { FieldError } from '../../platform/field-error.ts';
import type { Weight } from '../../platform/field-schemas.ts';
import { MAX_ERRORS, type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import { checkArea } from './check-area.ts';
import { checkUnique, unknownReference } from './check-references.ts';
import { checkSurcharges } from './check-surcharges.ts';
import { sizeOf } from './compile-contract.ts';
import { countConditions } from './condition.ts';
import { toFemtograms, toMillionths } from './exact-measure.ts';
import { findDoubtful } from './find-doubtful.ts';
import { EVERYWHERE } from './read-grid.ts';
import type { Bracket, ContractInput, ContractServiceLevel } from './v1/contract-schemas.ts';

type Path = FieldError['path'];

/** Brackets, postal code ranges and countries together: what a grid of 100,000 cells comes to, with room to spare. */
const MAX_CONTRACT_SIZE = 150_000;
/** Each is judged for each unit and service level. */
const MAX_CONDITIONS = 1_000;
/** What a weight may be at most, in any unit: no ship carries it. */
const MAX_WEIGHT = 1e9;

/**
 * The rules of a contract that a schema cannot say; the first fifty broken ones are named at once, each with its place.
 * @returns warnings: what is allowed but can hardly be meant
 * @throws validation (400)
 */
export function checkContract(content: ContractInput): ProblemField[] {
  const conditions = countConditions(content.surcharges ?? []);
  if (conditions > MAX_CONDITIONS) {
    const rule = `A contract has at most ${MAX_CONDITIONS} conditions and zones named by them; this has ${conditions}.`;
    const message = `${rule} Name countries, postal codes and zones in one condition where they mean the same.`;
    throw validationProblem([problemField(['surcharges'], message)]);
  }
  const errors = toFields(faultsOf(content));
  if (errors.length > 0) throw validationProblem(errors);
  return toFields(findDoubtful(content));
}

/** The first ones only: looking for more would cost what a megabyte of faults has to say. */
function toFields(errors: IteratorObject<FieldError>): ProblemField[] {
  return errors
    .take(MAX_ERRORS)
    .map(({ path, message }) => problemField(path, message))
    .toArray();
}

function* faultsOf(content: ContractInput): Generator<FieldError, void> {
  yield* checkTerms(content);
  yield* checkZones(content);
  yield* checkLevels(content);
  yield* checkSurcharges(content);
  const size = sizeOf(content);
  if (size <= MAX_CONTRACT_SIZE) return;
  const rule = `A contract has at most ${MAX_CONTRACT_SIZE} brackets, postal codes and countries; this has ${size}.`;
  const message = `${rule} Make several contracts of it, one for each service level say.`;
  yield { path: ['serviceLevels'], message };
}

function* checkTerms(content: ContractInput): Generator<FieldError, void> {
  const { currency, validFrom, validTo, volumetricDivisor, weightStep } = content;
  const unknownCurrency = checkCurrencyCode(currency);
  if (unknownCurrency !== undefined) yield { path: ['currency'], message: unknownCurrency };
  if (validTo !== undefined && validTo < validFrom) {
    const message = `Is before validFrom, which is ${validFrom}. Both days belong to the contract.`;
    yield { path: ['validTo'], message };
  }
  if (volumetricDivisor !== undefined && toMillionths(volumetricDivisor) === 0n)
    yield { path: ['volumetricDivisor'], message: 'Must be at least 0.000001.' };
  if (weightStep !== undefined) yield* checkWeight(weightStep, ['weightStep']);
}

const NO_ZONES: ReadonlySet<string> = new Set();

function* checkZones({ zones }: ContractInput): Generator<FieldError, void> {
  yield* checkUnique(zones, ['zones']);
  for (const [index, zone] of zones.entries()) {
    const path = ['zones', index];
    if (zone.reference === EVERYWHERE) {
      const message = `'${EVERYWHERE}' stands for everywhere in a grid of prices. Choose another reference.`;
      yield { path: [...path, 'reference'], message };
    } else if (zone.countries === undefined && zone.postCodes === undefined) {
      yield { path, message: 'The zone is nowhere: name its countries, its postal codes, or both.' };
    } else yield* checkArea(zone, path, NO_ZONES);
  }
}

function* checkLevels({ serviceLevels, zones }: ContractInput): Generator<FieldError, void> {
  const known = new Set(zones.map(({ reference }) => reference));
  yield* checkUnique(serviceLevels, ['serviceLevels']);
  for (const [index, level] of serviceLevels.entries()) yield* checkLevel(level, ['serviceLevels', index], known);
}

function* checkLevel(
  { transitDays, prices }: ContractServiceLevel,
  path: Path,
  zones: ReadonlySet<string>,
): Generator<FieldError, void> {
  if (transitDays !== undefined && transitDays.max < transitDays.min)
    yield { path: [...path, 'transitDays', 'max'], message: `Is less than min, which is ${transitDays.min}.` };
  for (const [index, price] of prices.entries()) {
    const here = [...path, 'prices', index];
    for (const end of ['origin', 'destination'] as const) {
      const reference = price[end];
      if (reference !== undefined && !zones.has(reference))
        yield { path: [...here, end], message: unknownReference('zone', reference, zones) };
    }
    yield* checkBrackets(price.brackets, [...here, 'brackets']);
  }
}

/** Every weight must be in one bracket and no more, so their bounds rise, and only the last may be open. */
function* checkBrackets(brackets: readonly Bracket[], path: Path): Generator<FieldError, void> {
  let bound = 0n;
  let boundText = '0 kg';
  for (const [index, { upTo, amount, perKg, minimum, perStep }] of brackets.entries()) {
    const here = [...path, index];
    if ((amount === undefined) === (perKg === undefined))
      yield { path: here, message: 'Must have either `amount` or `perKg`.' };
    if (minimum !== undefined && perKg === undefined)
      yield { path: [...here, 'minimum'], message: 'Only a price `perKg` has a minimum.' };
    if (perStep !== undefined && amount === undefined)
      yield { path: [...here, 'perStep'], message: 'Is added to an `amount`, which is missing.' };
    if (perStep !== undefined) yield* checkWeight(perStep.step, [...here, 'perStep', 'step']);
    if (upTo === undefined) {
      if (index < brackets.length - 1)
        yield { path: [...here, 'upTo'], message: 'Is required: only the last bracket may be open.' };
      continue;
    }
    yield* checkWeight(upTo, [...here, 'upTo']);
    const next = toFemtograms(upTo);
    if (next <= bound) {
      const rule = `Overlaps the bracket before, which ends at ${boundText}: the bounds must rise.`;
      yield { path: [...here, 'upTo'], message: `${rule} Bounds are inclusive.` };
    }
    bound = next;
    boundText = `${upTo.value} ${upTo.unit}`;
  }
}

/** A weight of a contract is meant as it is written: what has more decimals than are counted would be another one. */
function* checkWeight({ value }: Weight, path: Path): Generator<FieldError, void> {
  const fault = faultOfWeight(value);
  if (fault !== undefined) yield { path: [...path, 'value'], message: fault };
}

function faultOfWeight(value: number): string | undefined {
  if (value > MAX_WEIGHT) return `Must be at most ${MAX_WEIGHT}.`;
  const millionths = toMillionths(value);
  if (millionths === 0n) return 'Must be at least 0.000001 of its unit.';
  return Number(millionths) / 1e6 === value ? undefined : 'Must have at most 6 decimals. Write it in a smaller unit.';
}
