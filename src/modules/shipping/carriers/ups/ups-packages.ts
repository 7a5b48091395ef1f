import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
import { exactGrams, exactMillimetres } from '../../../../platform/measure.ts';
import type { HandlingUnit } from '../../shipment.ts';

/** Of a shipment. */
export const MAX_PACKAGES = 200;

const LengthUnit = Type.Union([Type.Literal('IN'), Type.Literal('CM')]);
const WeightUnit = Type.Union([Type.Literal('LBS'), Type.Literal('KGS')]);

const Dimensions = Type.Object({
  UnitOfMeasurement: Type.Object({ Code: LengthUnit, Description: LengthUnit }),
  Length: Type.String(),
  Width: Type.String(),
  Height: Type.String(),
});

export const UpsWeight = Type.Object({
  UnitOfMeasurement: Type.Object({ Code: WeightUnit, Description: WeightUnit }),
  Weight: Type.String(),
});

export const UpsMeasures = Type.Object({ Dimensions: Type.Optional(Dimensions), PackageWeight: UpsWeight });

const TUBE = '03';
const PALLET = '30';
const CUSTOMER_SUPPLIED = '02';

/** The Rating API knows these codes too, so that what is priced is what is booked. */
export const UpsPackaging = Type.Union([Type.Literal(CUSTOMER_SUPPLIED), Type.Literal(TUBE), Type.Literal(PALLET)]);

type Unit = Pick<HandlingUnit, 'content'>;

/** UPS takes pounds and inches from these countries, and kilograms and centimetres from all others. */
const IMPERIAL: ReadonlySet<string> = new Set(['US', 'PR']);
const GRAMS_PER = { LBS: '453.59237', KGS: '1000' };
const MILLIMETRES_PER = { IN: '25.4', CM: '10' };
/** Of a pound or an inch: what is beyond comes of a client's arithmetic, as in 0.1 + 0.2. */
const EXACT_DECIMALS = 6;

/**
 * Of what was sent, rounded up as UPS would: to a tenth of the unit of weight, to whole units of length, the longest side first. Its grams and
 * millimetres are rounded already, and 5 lb in whole grams are more than 5 lb.
 */
export function upsMeasures({ content }: Unit, originCountry: string): Static<typeof UpsMeasures> {
  const { weight, dimensions } = content;
  const lengthUnit = IMPERIAL.has(originCountry) ? 'IN' : 'CM';
  return {
    ...(dimensions === undefined ? {} : { Dimensions: upsDimensions(dimensions, lengthUnit) }),
    PackageWeight: upsWeight(exactGrams(weight), weightUnitOf(originCountry)),
  };
}

/** What units weigh together. */
export function upsTotalWeight(units: readonly Unit[], originCountry: string): Static<typeof UpsWeight> {
  const total = units.reduce((grams, { content }) => grams.plus(exactGrams(content.weight)), new Big(0));
  return upsWeight(total, weightUnitOf(originCountry));
}

/** @param grams without rounding */
export function upsWeight(grams: Big, code: Static<typeof WeightUnit>): Static<typeof UpsWeight> {
  const weight = roundUp(grams.div(GRAMS_PER[code]), 1);
  return { UnitOfMeasurement: { Code: code, Description: code }, Weight: weight.toFixed() };
}

/** The unit in which goods from that country are weighed. */
export function weightUnitOf(originCountry: string): Static<typeof WeightUnit> {
  return IMPERIAL.has(originCountry) ? 'LBS' : 'KGS';
}

function upsDimensions(
  { length, width, height, unit }: NonNullable<Unit['content']['dimensions']>,
  code: Static<typeof LengthUnit>,
): Static<typeof Dimensions> {
  const [longest = '1', wide = '1', high = '1'] = [length, width, height]
    .toSorted((one, other) => other - one)
    .map((value) => roundUp(exactMillimetres({ value, unit }).div(MILLIMETRES_PER[code]), 0).toFixed());
  return { UnitOfMeasurement: { Code: code, Description: code }, Length: longest, Width: wide, Height: high };
}

function roundUp(measure: Big, decimals: number): Big {
  return measure.round(EXACT_DECIMALS, Big.roundHalfUp).round(decimals, Big.roundUp);
}

/** What is neither of UPS's two is the customer's own. */
export function upsPackaging({ content }: Unit): Static<typeof UpsPackaging> {
  if (content.packageType === 'Tube') return TUBE;
  return content.packageType === 'Pallet' ? PALLET : CUSTOMER_SUPPLIED;
}

/** Pallets and nothing beside them. */
export function isUpsPallets(units: readonly Unit[]): boolean {
  return units.every((unit) => upsPackaging(unit) === PALLET);
}
