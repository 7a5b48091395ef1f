import type { FieldError } from '../../platform/field-error.ts';
import { checkArea } from './check-area.ts';
import { checkUnique, unknownReference } from './check-references.ts';
import { orderSurcharges } from './compile-surcharge.ts';
import { parseDecimal } from './exact-money.ts';
import type { Condition } from './v1/condition-schemas.ts';
import type { ContractInput, Surcharge } from './v1/contract-schemas.ts';

type Path = FieldError['path'];

/** What `appliesTo` calls the base price. */
const BASE = 'base';
const WHOLE_DISCOUNT = parseDecimal('-100');

/** The broken rules of a contract's surcharges. */
export function checkSurcharges(contract: ContractInput): FieldError[] {
  const { surcharges = [] } = contract;
  const known: Known = {
    zones: new Set(contract.zones.map(({ reference }) => reference)),
    serviceLevels: new Set(contract.serviceLevels.map(({ reference }) => reference)),
    bases: new Set([BASE, ...surcharges.map(({ reference }) => reference)]),
  };
  const errors = [
    ...checkUnique(surcharges, ['surcharges']),
    ...surcharges.flatMap((surcharge, index) => checkSurcharge(known, surcharge, ['surcharges', index])),
  ];
  return errors.length > 0 ? errors : checkCycles(surcharges);
}

/** What a surcharge may name. */
type Known = Readonly<Record<'zones' | 'serviceLevels' | 'bases', ReadonlySet<string>>>;

/** How many conditions there are, those within conditions and the zones that they name included. */
export function countConditions(surcharges: readonly Surcharge[]): number {
  const count = ({ origin, destination, and = [], or = [], not }: Condition): number =>
    [...and, ...or, ...(not === undefined ? [] : [not])].reduce(
      (sum, each) => sum + count(each),
      1 + (origin?.zones?.length ?? 0) + (destination?.zones?.length ?? 0),
    );
  return surcharges.reduce((sum, { when }) => sum + (when === undefined ? 0 : count(when)), 0);
}

function checkSurcharge(known: Known, surcharge: Surcharge, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const report = (field: string, message: string): void => void errors.push({ path: [...path, field], message });
  const { reference, type, appliesTo, per, when } = surcharge;
  if (reference === BASE) report('reference', `'${BASE}' is what the base price is called. Choose another reference.`);
  if (type === 'fixed' && appliesTo !== undefined) report('appliesTo', 'Only a percentage applies to something.');
  if (type === 'percentage') {
    if (per !== undefined) report('per', 'Only a fixed surcharge is per shipment or per handling unit.');
    if (appliesTo === undefined)
      report('appliesTo', 'Is required: name what it is a percentage of, for example ["base"].');
    (appliesTo ?? []).forEach((name, index) => {
      if (!known.bases.has(name)) {
        const message = unknownReference('surcharge', name, [...known.bases]);
        errors.push({ path: [...path, 'appliesTo', index], message });
      }
    });
  }
  errors.push(...checkValues(surcharge, path));
  if (when !== undefined) errors.push(...checkCondition(known, when, [...path, 'when']));
  return errors;
}

/** A value of the surcharge's own type, or several with dates. */
function checkValues(surcharge: Surcharge, path: Path): FieldError[] {
  const { type, values } = surcharge;
  if (values === undefined) return checkValue(type, surcharge, path, 'or `values` with dates');
  const errors: FieldError[] = [];
  for (const name of ['amount', 'percentage'] as const) {
    if (surcharge[name] !== undefined)
      errors.push({ path: [...path, name], message: 'Leave it out where `values` say what holds when.' });
  }
  values.forEach((value, index) => {
    const here = [...path, 'values', index];
    errors.push(...checkValue(type, value, here, ''));
    const before = values[index - 1];
    if (before !== undefined && value.from <= (before.to ?? before.from)) {
      const rule = `Must be after ${before.to ?? before.from}, where the value before is`;
      errors.push({
        path: [...here, 'from'],
        message: `${rule}: values stand in the order of their dates and do not overlap.`,
      });
    }
    if (value.to !== undefined && value.to < value.from) {
      errors.push({
        path: [...here, 'to'],
        message: `Is before from, which is ${value.from}. Both days belong to it.`,
      });
    }
  });
  return errors;
}

function checkValue(
  type: Surcharge['type'],
  value: { amount?: string; percentage?: string },
  path: Path,
  alternative: string,
): FieldError[] {
  const [wanted, other] = type === 'fixed' ? (['amount', 'percentage'] as const) : (['percentage', 'amount'] as const);
  const errors: FieldError[] = [];
  if (value[wanted] === undefined) {
    const message = `Is required of a ${type} surcharge${alternative === '' ? '' : `, ${alternative}`}.`;
    errors.push({ path: [...path, wanted], message });
  }
  if (value[other] !== undefined) {
    errors.push({ path: [...path, other], message: `A ${type} surcharge has no ${other}.` });
  }
  if (value.percentage !== undefined && parseDecimal(value.percentage) < WHOLE_DISCOUNT) {
    errors.push({ path: [...path, 'percentage'], message: 'A discount is at most -100.' });
  }
  return errors;
}

function checkCondition(known: Known, condition: Condition, path: Path): FieldError[] {
  const { origin, destination, serviceLevels = [], and = [], or = [], not } = condition;
  return [
    ...(origin === undefined ? [] : checkArea(origin, [...path, 'origin'], known.zones)),
    ...(destination === undefined ? [] : checkArea(destination, [...path, 'destination'], known.zones)),
    ...serviceLevels.flatMap((reference, index) => {
      if (known.serviceLevels.has(reference)) return [];
      const message = unknownReference('service level', reference, [...known.serviceLevels]);
      return [{ path: [...path, 'serviceLevels', index], message }];
    }),
    ...and.flatMap((each, index) => checkCondition(known, each, [...path, 'and', index])),
    ...or.flatMap((each, index) => checkCondition(known, each, [...path, 'or', index])),
    ...(not === undefined ? [] : checkCondition(known, not, [...path, 'not'])),
  ];
}

/** A percentage of itself, by whatever detour, has no value. */
function checkCycles(surcharges: readonly Surcharge[]): FieldError[] {
  const sound = new Set(orderSurcharges(surcharges));
  return surcharges.flatMap(({ reference, appliesTo = [] }, index) => {
    const way = sound.has(index) ? undefined : wayBack(surcharges, reference);
    if (way === undefined) return [];
    const at = appliesTo.indexOf(way[1] ?? '');
    return [
      {
        path: ['surcharges', index, 'appliesTo', at],
        message: `It would be a percentage of itself: ${way.join(' -> ')}. Take one of these out.`,
      },
    ];
  });
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
