import { Big } from 'big.js';
import type { HandlingUnit } from '../../shipment.ts';

type UnitMeasures = Pick<HandlingUnit, 'weightGrams' | 'dimensionsMillimetres' | 'content'>;

interface Measured {
  UnitOfMeasurement: { Code: string; Description: string };
}

export interface UpsMeasures {
  Dimensions?: Measured & { Length: string; Width: string; Height: string };
  PackageWeight: Measured & { Weight: string };
}

/** UPS takes pounds and inches from these countries, and kilograms and centimetres from all others. */
const IMPERIAL: ReadonlySet<string> = new Set(['US', 'PR']);
const GRAMS_PER = { LBS: '453.59237', KGS: '1000' };
const MILLIMETRES_PER = { IN: '25.4', CM: '10' };

/** Rounded up, as UPS would: to a tenth of the unit of weight, to whole units of length, the longest side first. */
export function upsMeasures(unit: UnitMeasures, originCountry: string): UpsMeasures {
  const isImperial = IMPERIAL.has(originCountry);
  const sides = unit.dimensionsMillimetres;
  return {
    ...(sides === undefined ? {} : { Dimensions: dimensions(sides, isImperial ? 'IN' : 'CM') }),
    PackageWeight: upsWeight(new Big(unit.weightGrams), isImperial ? 'LBS' : 'KGS'),
  };
}

export function upsWeight(grams: Big, code: 'LBS' | 'KGS'): UpsMeasures['PackageWeight'] {
  const weight = grams.div(GRAMS_PER[code]).round(1, Big.roundUp);
  return { UnitOfMeasurement: { Code: code, Description: code }, Weight: weight.toFixed() };
}

/** The unit in which goods from that country are weighed. */
export function weightUnitOf(originCountry: string): 'LBS' | 'KGS' {
  return IMPERIAL.has(originCountry) ? 'LBS' : 'KGS';
}

function dimensions(
  sides: NonNullable<HandlingUnit['dimensionsMillimetres']>,
  code: 'IN' | 'CM',
): NonNullable<UpsMeasures['Dimensions']> {
  const [length = '1', width = '1', height = '1'] = [sides.length, sides.width, sides.height]
    .toSorted((one, other) => other - one)
    .map((side) => new Big(side).div(MILLIMETRES_PER[code]).round(0, Big.roundUp).toFixed());
  return { UnitOfMeasurement: { Code: code, Description: code }, Length: length, Width: width, Height: height };
}
