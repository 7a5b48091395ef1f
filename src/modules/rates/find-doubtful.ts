import type { FieldError } from '../../platform/field-error.ts';
import { toFemtograms } from './exact-measure.ts';
import { findUnreachablePrices } from './find-unreachable-prices.ts';
import type { Condition } from './v1/condition-schemas.ts';
import type { ContractInput, Surcharge } from './v1/contract-schemas.ts';

/** What a sound contract has that can hardly be meant: what is never reached, and days without a value. */
export function* findDoubtful(content: ContractInput): Generator<FieldError, void> {
  yield* findUnusedZones(content);
  yield* findEmptyLevels(content);
  yield* findUnreachablePrices(content);
  yield* findUnreachableBrackets(content);
  for (const [index, surcharge] of (content.surcharges ?? []).entries())
    yield* findGaps(content, surcharge, ['surcharges', index]);
}

function* findUnusedZones({ zones, serviceLevels, surcharges = [] }: ContractInput): Generator<FieldError, void> {
  const used = new Set<string | undefined>();
  for (const { prices } of serviceLevels)
    for (const { origin, destination } of prices) used.add(origin).add(destination);
  for (const { when } of surcharges) if (when !== undefined) addNamedZones(when, used);
  for (const [index, { reference }] of zones.entries()) {
    if (!used.has(reference))
      yield { path: ['zones', index], message: `No price and no surcharge is for the zone '${reference}'.` };
  }
}

function addNamedZones(
  { origin, destination, and = [], or = [], not }: Condition,
  used: Set<string | undefined>,
): void {
  for (const area of [origin, destination]) for (const reference of area?.zones ?? []) used.add(reference);
  for (const each of [...and, ...or, ...(not === undefined ? [] : [not])]) addNamedZones(each, used);
}

function* findEmptyLevels({ serviceLevels }: ContractInput): Generator<FieldError, void> {
  for (const [index, { reference, prices }] of serviceLevels.entries()) {
    if (prices.length === 0)
      yield {
        path: ['serviceLevels', index, 'prices'],
        message: `The service level '${reference}' has no prices yet.`,
      };
  }
}

/** Between whose bounds no whole step lies: billable weights are rounded up past it. */
function* findUnreachableBrackets({ serviceLevels, weightStep }: ContractInput): Generator<FieldError, void> {
  if (weightStep === undefined) return;
  const step = toFemtograms(weightStep);
  const message = `No weight is ever in it: weights are rounded up to steps of ${weightStep.value} ${weightStep.unit}.`;
  for (const [level, { prices }] of serviceLevels.entries()) {
    for (const [price, { brackets }] of prices.entries()) {
      let below = 0n;
      for (const [index, { upTo }] of brackets.entries()) {
        if (upTo === undefined) continue;
        const steps = toFemtograms(upTo) / step;
        if (steps <= below) yield { path: ['serviceLevels', level, 'prices', price, 'brackets', index], message };
        below = steps;
      }
    }
  }
}

/** Days of the contract on which a surcharge has no value; where it applies then, there is no price. */
function findGaps({ validFrom, validTo }: ContractInput, surcharge: Surcharge, path: FieldError['path']): FieldError[] {
  const { reference, values = [] } = surcharge;
  const gap = (from: string, to: string | undefined, index: number): FieldError => ({
    path: [...path, 'values', index],
    message: `'${reference}' has no value from ${from}${to === undefined ? ' on' : ` to ${to}`}: what it applies to then has no price. A value of 0 takes it away.`,
  });
  return values.flatMap(({ from, to }, index) => {
    const errors: FieldError[] = [];
    const next = values[index + 1]?.from;
    if (index === 0 && from > validFrom) errors.push(gap(validFrom, dayBefore(from), index));
    if (validTo !== undefined && from > validTo) {
      errors.push({
        path: [...path, 'values', index],
        message: `It holds only after the contract, which ends on ${validTo}.`,
      });
    }
    if ((to !== undefined && to < validFrom) || (next !== undefined && next <= validFrom)) {
      errors.push({
        path: [...path, 'values', index],
        message: `It holds only before the contract, which begins on ${validFrom}.`,
      });
    }
    const afterTo = to === undefined ? undefined : dayAfter(to);
    const end = next ?? (validTo === undefined ? undefined : dayAfter(validTo));
    if (afterTo !== undefined && afterTo > validFrom && (end === undefined || afterTo < end)) {
      errors.push(gap(afterTo, end === undefined ? undefined : dayBefore(end), index));
    }
    return errors;
  });
}

const DAY_MS = 86_400_000;

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
