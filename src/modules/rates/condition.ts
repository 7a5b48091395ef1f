import type { Weight } from '../../platform/field-schemas.ts';
import { type CompiledArea, compileArea, isIn } from './area.ts';
import { toExactLength, toExactVolume, toFemtograms } from './exact-measure.ts';
import type { Condition, Length, Volume } from './v1/condition-schemas.ts';
import type { Surcharge } from './v1/contract-schemas.ts';
import type { Place } from './zone-index.ts';

/** `undefined`: it cannot be said, because something is not known. Such a condition does not hold, and neither does its `not`. */
export type Verdict = boolean | undefined;

/** What conditions are about: a shipment, or one unit of it. */
export interface Measured {
  measures: Readonly<Record<Measure, bigint>>;
  /** Some dimensions are not known: what is measured by them is at least this. The weight is always known. */
  sizesAreLeast: boolean;
  dangerousGoods: boolean;
}

/** What is the same for all units of a shipment. */
export interface Circumstances {
  origin: Place;
  destination: Place;
  serviceLevel: string;
  residential: boolean;
}

const MEASURES = ['weight', 'longestSide', 'girth', 'lengthPlusGirth', 'volume'] as const;
export type Measure = (typeof MEASURES)[number];

export type Check = (measured: Measured, circumstances: Circumstances) => Verdict;

/** How many conditions there are, those within conditions and the zones that they name included. */
export function countConditions(surcharges: readonly Pick<Surcharge, 'when'>[]): number {
  const count = ({ origin, destination, and = [], or = [], not }: Condition): number =>
    [...and, ...or, ...(not === undefined ? [] : [not])].reduce(
      (sum, each) => sum + count(each),
      1 + (origin?.zones?.length ?? 0) + (destination?.zones?.length ?? 0),
    );
  return surcharges.reduce((sum, { when }) => sum + (when === undefined ? 0 : count(when)), 0);
}

/** A condition as a function, its bounds in exact units and its areas sorted. Zones are those of the contract. */
export function compileCondition(
  condition: Condition,
  areaOf: (zoneReference: string) => CompiledArea | undefined,
): Check {
  const checks: Check[] = [];
  for (const measure of MEASURES) {
    const range = condition[measure];
    if (range !== undefined) checks.push(compileRange(measure, range));
  }
  for (const end of ['origin', 'destination'] as const) {
    const area = condition[end];
    if (area === undefined) continue;
    // Zones are shared with everything else that names them: a contract may name a large one often.
    const parts = [compileArea(area), ...(area.zones ?? []).flatMap((reference) => areaOf(reference) ?? [])];
    const alternatives = parts.map(
      (part): Check =>
        (_measured, circumstances) =>
          isIn(part, circumstances[end]),
    );
    checks.push((measured, circumstances) => anyOf(alternatives, measured, circumstances));
  }
  const { serviceLevels, residential, dangerousGoods, and = [], or, not } = condition;
  if (serviceLevels !== undefined) checks.push((_measured, { serviceLevel }) => serviceLevels.includes(serviceLevel));
  if (residential !== undefined) checks.push((_measured, circumstances) => circumstances.residential === residential);
  if (dangerousGoods !== undefined) checks.push((measured) => measured.dangerousGoods === dangerousGoods);
  checks.push(...and.map((each) => compileCondition(each, areaOf)));
  if (or !== undefined) {
    const alternatives = or.map((each) => compileCondition(each, areaOf));
    checks.push((measured, circumstances) => anyOf(alternatives, measured, circumstances));
  }
  if (not !== undefined) {
    const denied = compileCondition(not, areaOf);
    checks.push((measured, circumstances) => negate(denied(measured, circumstances)));
  }
  return (measured, circumstances) => allOf(checks, measured, circumstances);
}

/** False when one is false; else unknown when one is unknown (Kleene's logic). */
function allOf(checks: readonly Check[], measured: Measured, circumstances: Circumstances): Verdict {
  let verdict: Verdict = true;
  for (const check of checks) {
    const one = check(measured, circumstances);
    if (one === false) return false;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

/** True when one is true; else unknown when one is unknown. */
function anyOf(checks: readonly Check[], measured: Measured, circumstances: Circumstances): Verdict {
  let verdict: Verdict = false;
  for (const check of checks) {
    const one = check(measured, circumstances);
    if (one === true) return true;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

function negate(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

type Range<Bound> = Partial<Record<'moreThan' | 'atLeast' | 'lessThan' | 'atMost', Bound>>;

function compileRange(measure: Measure, range: Range<Weight | Length | Volume>): Check {
  const exact = (bound: Weight | Length | Volume | undefined): bigint | undefined =>
    bound === undefined ? undefined : toExact(measure, bound);
  const moreThan = exact(range.moreThan);
  const atLeast = exact(range.atLeast);
  const lessThan = exact(range.lessThan);
  const atMost = exact(range.atMost);
  return ({ measures, sizesAreLeast }) => {
    const value = measures[measure];
    if ((atMost !== undefined && value > atMost) || (lessThan !== undefined && value >= lessThan)) return false;
    const isHighEnough = (moreThan === undefined || value > moreThan) && (atLeast === undefined || value >= atLeast);
    if (measure === 'weight' || !sizesAreLeast) return isHighEnough;
    // It may be greater, which decides nothing only where that would change nothing.
    return isHighEnough && atMost === undefined && lessThan === undefined ? true : undefined;
  };
}

function toExact(measure: Measure, bound: Weight | Length | Volume): bigint {
  if (measure === 'weight') return toFemtograms(bound as Weight);
  return measure === 'volume' ? toExactVolume(bound as Volume) : toExactLength(bound as Length);
}
