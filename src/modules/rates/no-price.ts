import type { Ends } from './choose-price.ts';
import type { CompiledContract, CompiledPrice, CompiledServiceLevel } from './compile-contract.ts';
import type { BillableWeight, MeasuredShipment } from './measure-shipment.ts';
import { nameSome } from './name-some.ts';
import type { Place, ZoneGroup } from './zone-index.ts';

/** Why there is no price. */
export interface NoPrice {
  serviceLevelReference?: string;
  reason: string;
  detail: string;
}

export function notOffered({ serviceLevels }: CompiledContract, asked: string): NoPrice {
  const offered = serviceLevels.map(({ reference }) => reference).join(', ');
  return {
    serviceLevelReference: asked,
    reason: 'service-level-not-offered',
    detail: `The contract has no service level '${asked}'. It has: ${offered}.`,
  };
}

export function notCovered({ brackets }: CompiledPrice, { shown }: BillableWeight, unit?: number): NoPrice {
  const last = brackets.at(-1)?.shown.upTo;
  const what = unit === undefined ? 'The billable weight' : `The billable weight of handling unit ${unit}`;
  return {
    reason: 'weight-not-covered',
    detail: `${what} is ${shown.value} kg; the last bracket ends at ${last?.value} ${last?.unit}.`,
  };
}

export function noLane(
  contract: CompiledContract,
  level: CompiledServiceLevel,
  { origin, destination }: MeasuredShipment,
  { origins, destinations }: Ends,
): NoPrice {
  const zonesOf = (groups: readonly ZoneGroup[]): string => {
    const zones = groups.values().flatMap((group) => group);
    const names = nameSome(zones.map((zone) => contract.zoneReferences[zone]).filter((name) => name !== undefined));
    return names === '' ? 'in no zone' : `in ${names}`;
  };
  const name = ({ countryCode, key }: Place): string => (key === undefined ? countryCode : `${countryCode} ${key}`);
  return {
    reason: 'no-price-for-lane',
    detail: `${level.reference} has no price from ${name(origin)} (${zonesOf(origins)}) to ${name(destination)} (${zonesOf(destinations)}).`,
  };
}
