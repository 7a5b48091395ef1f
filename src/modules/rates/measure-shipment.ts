import type { Weight } from '../../platform/field-schemas.ts';
import type { Measure, Measured } from './condition.ts';
import {
  addWeights,
  billableWeight,
  type ExactSize,
  type ExactWeight,
  measureSides,
  presentWeight,
  toFemtograms,
  volumetricWeight,
} from './exact-measure.ts';
import type { RateHandlingUnit } from './v1/calculate-schemas.ts';
import { type Place, toPlace } from './zone-index.ts';

/** What is to be priced: as much of a shipment as makes its price. */
export interface RateShipment {
  addresses: {
    sender: { countryCode: string; postCode?: string };
    receiver: { countryCode: string; postCode?: string; residential?: boolean };
  };
  /** Of the goods, carriers want to know what they are worth. */
  handlingUnits: readonly Pick<RateHandlingUnit, 'weight' | 'dimensions' | 'dangerousGoods' | 'goodsItems'>[];
  /** Carriers price documents apart; contracts do not. */
  customs?: { contentType?: string };
}

/** A shipment in exact units, measured once for all contracts. */
export interface MeasuredShipment {
  origin: Place;
  destination: Place;
  residential: boolean;
  units: readonly Measured[];
  whole: Measured;
  physicalWeight: Weight;
  /** What contracts of one divisor and step have in common. */
  billable: Map<string, BillableWeights>;
}

export interface BillableWeights {
  /** Absent where there is no divisor, or no dimensions. */
  volumetric?: Weight;
  whole: BillableWeight;
  units: readonly BillableWeight[];
  unitsTogether: Weight;
}

/** A weight, and how it is shown. */
export interface BillableWeight {
  exact: ExactWeight;
  shown: Weight;
}

export function measureShipment({ addresses, handlingUnits }: RateShipment): MeasuredShipment {
  const units = handlingUnits.map(measureUnit);
  const whole = measureTogether(units);
  return {
    origin: toPlace(addresses.sender),
    destination: toPlace(addresses.receiver),
    residential: addresses.receiver.residential ?? false,
    units,
    whole,
    physicalWeight: presentWeight({ femtograms: whole.measures.weight, divisor: 1n }),
    billable: new Map(),
  };
}

/** How a contract weighs. */
export interface Weighing {
  /** The same for contracts that weigh alike. */
  key: string;
  divisorMillionths?: bigint;
  stepFemtograms?: bigint;
}

/** Units without dimensions weigh what they weigh: their volume counts as none. */
export function billableWeights(
  shipment: MeasuredShipment,
  { key, divisorMillionths, stepFemtograms }: Weighing,
): BillableWeights {
  const known = shipment.billable.get(key);
  if (known !== undefined) return known;
  const volumetricOf = ({ measures }: Measured): ExactWeight | undefined =>
    divisorMillionths === undefined || measures.volume === 0n
      ? undefined
      : volumetricWeight(measures.volume, divisorMillionths);
  const billableOf = (unit: Measured): BillableWeight => {
    const exact = billableWeight(unit.measures.weight, volumetricOf(unit), stepFemtograms);
    return { exact, shown: presentWeight(exact) };
  };
  const volumetric = volumetricOf(shipment.whole);
  const units = shipment.units.map(billableOf);
  const weights = {
    ...(volumetric === undefined ? {} : { volumetric: presentWeight(volumetric) }),
    whole: billableOf(shipment.whole),
    units,
    unitsTogether: presentWeight(units.map(({ exact }) => exact).reduce(addWeights)),
  };
  shipment.billable.set(key, weights);
  return weights;
}

const NO_SIZE: ExactSize = { longestSide: 0n, girth: 0n, lengthPlusGirth: 0n, volume: 0n };

function measureUnit({ weight, dimensions, dangerousGoods }: RateShipment['handlingUnits'][number]): Measured {
  return {
    measures: { weight: toFemtograms(weight), ...(dimensions === undefined ? NO_SIZE : measureSides(dimensions)) },
    sizesAreLeast: dimensions === undefined,
    dangerousGoods: Array.isArray(dangerousGoods) ? dangerousGoods.length > 0 : dangerousGoods === true,
  };
}

/** Weights and volumes in all; of the other measures the greatest. */
function measureTogether(units: readonly Measured[]): Measured {
  const sum = (measure: Measure): bigint => units.reduce((total, unit) => total + unit.measures[measure], 0n);
  const greatest = (measure: Measure): bigint =>
    units.reduce((most, { measures }) => (measures[measure] > most ? measures[measure] : most), 0n);
  return {
    measures: {
      weight: sum('weight'),
      longestSide: greatest('longestSide'),
      girth: greatest('girth'),
      lengthPlusGirth: greatest('lengthPlusGirth'),
      volume: sum('volume'),
    },
    sizesAreLeast: units.some((unit) => unit.sizesAreLeast),
    dangerousGoods: units.some((unit) => unit.dangerousGoods),
  };
}
