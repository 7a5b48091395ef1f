import type { FieldError } from '../../platform/field-error.ts';
import { toFemtograms } from './exact-measure.ts';
import { findUnreachablePrices } from './find-unreachable-prices.ts';
import type { ContractInput, Surcharge } from './v1/contract-schemas.ts';

/** What a sound contract has that can hardly be meant: what is never reached, and days without a value. */
export function findDoubtful(content: ContractInput): FieldError[] {
  return [
    ...findUnusedZones(content),
    ...findEmptyLevels(content),
    ...findUnreachablePrices(content),
    ...findUnreachableBrackets(content),
    ...(content.surcharges ?? []).flatMap((surcharge, index) => findGaps(content, surcharge, ['surcharges', index])),
  ];
}

function findUnusedZones({ zones, serviceLevels, surcharges }: ContractInput): FieldError[] {
  const used = new Set(
    serviceLevels.flatMap(({ prices }) => prices.flatMap(({ origin, destination }) => [origin, destination])),
  );
  const conditions = JSON.stringify((surcharges ?? []).map(({ when }) => when));
  return zones.flatMap(({ reference }, index) =>
    used.has(reference) || conditions.includes(JSON.stringify(reference))
      ? []
      : [{ path: ['zones', index], message: `No price and no surcharge is for the zone '${reference}'.` }],
  );
}

function findEmptyLevels({ serviceLevels }: ContractInput): FieldError[] {
  return serviceLevels.flatMap(({ reference, prices }, index) =>
    prices.length > 0
      ? []
      : [{ path: ['serviceLevels', index, 'prices'], message: `The service level '${reference}' has no prices yet.` }],
  );
}

/** Between whose bounds no whole step lies: billable weights are rounded up past it. */
function findUnreachableBrackets({ serviceLevels, weightStep }: ContractInput): FieldError[] {
  if (weightStep === undefined) return [];
  const step = toFemtograms(weightStep);
  return serviceLevels.flatMap(({ prices }, level) =>
    prices.flatMap(({ brackets }, price) => {
      let below = 0n;
      return brackets.flatMap(({ upTo }, index) => {
        if (upTo === undefined) return [];
        const steps = toFemtograms(upTo) / step;
        const isReached = steps > below;
        below = steps;
        if (isReached) return [];
        const message = `No weight is ever in it: weights are rounded up to steps of ${weightStep.value} ${weightStep.unit}.`;
        return [{ path: ['serviceLevels', level, 'prices', price, 'brackets', index], message }];
      });
    }),
  );
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
