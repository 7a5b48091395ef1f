import type { FieldError } from '../../platform/field-error.ts';
import { checkArea } from './check-area.ts';
import { checkUnique, unknownReference } from './check-references.ts';
import { orderSurcharges } from './compile-surcharge.ts';
import { parseDecimal } from './exact-money.ts';
import { BASE_REFERENCE } from './rate-line.ts';
import type { Condition } from './v1/condition-schemas.ts';
import type { ContractInput, Surcharge } from './v1/contract-schemas.ts';

type Path = FieldError['path'];

const WHOLE_DISCOUNT = parseDecimal('-100');

/** The broken rules of a contract's surcharges. */
export function* checkSurcharges(contract: ContractInput): Generator<FieldError, void> {
  const { surcharges = [] } = contract;
  const known: Known = {
    zones: new Set(contract.zones.map(({ reference }) => reference)),
    serviceLevels: new Set(contract.serviceLevels.map(({ reference }) => reference)),
    bases: new Set([BASE_REFERENCE, ...surcharges.map(({ reference }) => reference)]),
  };
  let isSound = true;
  for (const error of checkEach(known, surcharges)) {
    isSound = false;
    yield error;
  }
  if (isSound) yield* checkCycles(surcharges);
}

function* checkEach(known: Known, surcharges: readonly Surcharge[]): Generator<FieldError, void> {
  yield* checkUnique(surcharges, ['surcharges']);
  for (const [index, surcharge] of surcharges.entries()) yield* checkSurcharge(known, surcharge, ['surcharges', index]);
}

/** What a surcharge may name. */
type Known = Readonly<Record<'zones' | 'serviceLevels' | 'bases', ReadonlySet<string>>>;

function* checkSurcharge(known: Known, surcharge: Surcharge, path: Path): Generator<FieldError, void> {
  const fault = (field: string, message: string): FieldError => ({ path: [...path, field], message });
  const { reference, type, appliesTo, per, when } = surcharge;
  if (reference === BASE_REFERENCE)
    yield fault('reference', `'${BASE_REFERENCE}' is what the base price is called. Choose another reference.`);
  if (type === 'fixed' && appliesTo !== undefined) yield fault('appliesTo', 'Only a percentage applies to something.');
  if (type === 'percentage') {
    if (per !== undefined) yield fault('per', 'Only a fixed surcharge is per shipment or per handling unit.');
    if (appliesTo === undefined)
      yield fault('appliesTo', 'Is required: name what it is a percentage of, for example ["base"].');
    for (const [index, name] of (appliesTo ?? []).entries()) {
      if (known.bases.has(name)) continue;
      yield { path: [...path, 'appliesTo', index], message: unknownReference('surcharge', name, known.bases) };
    }
  }
  yield* checkValues(surcharge, path);
  if (when !== undefined) yield* checkCondition(known, when, [...path, 'when']);
}

/** A value of the surcharge's own type, or several with dates. */
function* checkValues(surcharge: Surcharge, path: Path): Generator<FieldError, void> {
  const { type, values } = surcharge;
  if (values === undefined) {
    yield* checkValue(type, surcharge, path, 'or `values` with dates');
    return;
  }
  for (const name of ['amount', 'percentage'] as const) {
    if (surcharge[name] !== undefined)
      yield { path: [...path, name], message: 'Leave it out where `values` say what holds when.' };
  }
  for (const [index, value] of values.entries()) {
    const here = [...path, 'values', index];
    yield* checkValue(type, value, here, '');
    const before = values[index - 1];
    if (before !== undefined && value.from <= (before.to ?? before.from)) {
      const rule = `Must be after ${before.to ?? before.from}, where the value before is`;
      yield {
        path: [...here, 'from'],
        message: `${rule}: values stand in the order of their dates and do not overlap.`,
      };
    }
    if (value.to !== undefined && value.to < value.from)
      yield { path: [...here, 'to'], message: `Is before from, which is ${value.from}. Both days belong to it.` };
  }
}

function* checkValue(
  type: Surcharge['type'],
  value: { amount?: string; percentage?: string },
  path: Path,
  alternative: string,
): Generator<FieldError, void> {
  const [wanted, other] = type === 'fixed' ? (['amount', 'percentage'] as const) : (['percentage', 'amount'] as const);
  if (value[wanted] === undefined) {
    const message = `Is required of a ${type} surcharge${alternative === '' ? '' : `, ${alternative}`}.`;
    yield { path: [...path, wanted], message };
  }
  if (value[other] !== undefined) yield { path: [...path, other], message: `A ${type} surcharge has no ${other}.` };
  if (value.percentage !== undefined && parseDecimal(value.percentage) < WHOLE_DISCOUNT)
    yield { path: [...path, 'percentage'], message: 'A discount is at most -100.' };
}

function* checkCondition(known: Known, condition: Condition, path: Path): Generator<FieldError, void> {
  const { origin, destination, serviceLevels = [], and = [], or = [], not } = condition;
  if (origin !== undefined) yield* checkArea(origin, [...path, 'origin'], known.zones);
  if (destination !== undefined) yield* checkArea(destination, [...path, 'destination'], known.zones);
  for (const [index, reference] of serviceLevels.entries()) {
    if (known.serviceLevels.has(reference)) continue;
    const message = unknownReference('service level', reference, known.serviceLevels);
    yield { path: [...path, 'serviceLevels', index], message };
  }
  for (const [index, each] of and.entries()) yield* checkCondition(known, each, [...path, 'and', index]);
  for (const [index, each] of or.entries()) yield* checkCondition(known, each, [...path, 'or', index]);
  if (not !== undefined) yield* checkCondition(known, not, [...path, 'not']);
}

/** Of a cycle, and of cycles: who takes these out meets the others the next time. */
const MAX_SHOWN = 10;

/** A percentage of itself, by whatever detour, has no value. */
function* checkCycles(surcharges: readonly Surcharge[]): Generator<FieldError, void> {
  const sound = new Set(orderSurcharges(surcharges));
  let shownCycles = 0;
  for (const [index, { reference, appliesTo = [] }] of surcharges.entries()) {
    const way = sound.has(index) ? undefined : wayBack(surcharges, reference);
    if (way === undefined) continue;
    if (++shownCycles > MAX_SHOWN) return;
    const shown = way.length > MAX_SHOWN ? [...way.slice(0, MAX_SHOWN - 2), '...', reference] : way;
    yield {
      path: ['surcharges', index, 'appliesTo', appliesTo.indexOf(way[1] ?? '')],
      message: `It would be a percentage of itself: ${shown.join(' -> ')}. Take one of these out.`,
    };
  }
}

/** From a surcharge over what it applies to back to itself; undefined where there is no such way. */
function wayBack(surcharges: readonly Surcharge[], start: string): string[] | undefined {
  const byReference = new Map(surcharges.map((surcharge) => [surcharge.reference, surcharge]));
  const seen = new Set<string>();
  const search = (at: string): string[] | undefined => {
    for (const next of byReference.get(at)?.appliesTo ?? []) {
      if (next === start) return [at, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const rest = search(next);
      if (rest !== undefined) return [at, ...rest];
    }
    return undefined;
  };
  return search(start);
}
