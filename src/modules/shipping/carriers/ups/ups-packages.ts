import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
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

type UnitMeasures = Pick<HandlingUnit, 'weightGrams' | 'dimensionsMillimetres' | 'content'>;

/** UPS takes pounds and inches from these countries, and kilograms and centimetres from all others. */
const IMPERIAL: ReadonlySet<string> = new Set(['US', 'PR']);
const GRAMS_PER = { LBS: '453.59237', KGS: '1000' };
const MILLIMETRES_PER = { IN: '25.4', CM: '10' };

/** Rounded up, as UPS would: to a tenth of the unit of weight, to whole units of length, the longest side first. */
export function upsMeasures(unit: UnitMeasures, originCountry: string): Static<typeof UpsMeasures> {
  const isImperial = IMPERIAL.has(originCountry);
  const sides = unit.dimensionsMillimetres;
  return {
    ...(sides === undefined ? {} : { Dimensions: dimensions(sides, isImperial ? 'IN' : 'CM') }),
    PackageWeight: upsWeight(new Big(unit.weightGrams), isImperial ? 'LBS' : 'KGS'),
  };
}

export function upsWeight(grams: Big, code: Static<typeof WeightUnit>): Static<typeof UpsWeight> {
  const weight = grams.div(GRAMS_PER[code]).round(1, Big.roundUp);
  return { UnitOfMeasurement: { Code: code, Description: code }, Weight: weight.toFixed() };
}

/** The unit in which goods from that country are weighed. */
export function weightUnitOf(originCountry: string): Static<typeof WeightUnit> {
  return IMPERIAL.has(originCountry) ? 'LBS' : 'KGS';
}

function dimensions(
  sides: NonNullable<HandlingUnit['dimensionsMillimetres']>,
  code: Static<typeof LengthUnit>,
): Static<typeof Dimensions> {
  const [length = '1', width = '1', height = '1'] = [sides.length, sides.width, sides.height]
    .toSorted((one, other) => other - one)
    .map((side) => new Big(side).div(MILLIMETRES_PER[code]).round(0, Big.roundUp).toFixed());
  return { UnitOfMeasurement: { Code: code, Description: code }, Length: length, Width: width, Height: height };
}

/** What is neither of UPS's two is the customer's own. */
export function upsPackaging({ content }: Pick<HandlingUnit, 'content'>): Static<typeof UpsPackaging> {
  if (content.packageType === 'Tube') return TUBE;
  return content.packageType === 'Pallet' ? PALLET : CUSTOMER_SUPPLIED;
}
