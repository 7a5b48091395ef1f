import type { CarrierDocument } from '../carrier.ts';

/** What UPS tells of one package. */
export interface ToldPackage {
  number: string | undefined;
  /** Undefined where there is none, or none that anybody can read. */
  label: CarrierDocument | undefined;
  papers: readonly CarrierDocument[];
}

/**
 * The package of each unit, undefined where it is not told. A package belongs to the unit whose number it has; one with another number to the
 * unit at its own place, else to the first, of which no number is known; one without a number to the unit at its place, where there are as many
 * packages as units. What belongs to none is another shipment's, and left out.
 * @param known the units' numbers, undefined where it is not known
 */
export function placePackages(
  packages: readonly ToldPackage[],
  known: readonly (string | undefined)[],
): readonly (ToldPackage | undefined)[] {
  const placed = new Map<number, ToldPackage>();
  const numbers = new Set<string>();
  const others: [number, ToldPackage][] = [];
  for (const [index, told] of packages.entries()) {
    const unit = told.number === undefined ? -1 : known.indexOf(told.number);
    if (unit === -1) others.push([index, told]);
    // A package may be told twice, and only once with a label.
    else if (placed.get(unit)?.label === undefined) placed.set(unit, told);
  }
  for (const [index, told] of others) {
    const { number } = told;
    if (number === undefined ? known.length > 1 && packages.length !== known.length : numbers.has(number)) continue;
    const isFree = (unit: number) => !placed.has(unit) && (number === undefined || known[unit] === undefined);
    const unit = index < known.length && isFree(index) ? index : known.findIndex((_, each) => isFree(each));
    if (unit === -1) continue;
    placed.set(unit, told);
    if (number !== undefined) numbers.add(number);
  }
  return known.map((_, unit) => placed.get(unit));
}

/**
 * Of so many units what the number of their shipment tells: it is the "1Z Number of the first package" (Shipping v2409). It counts where a package has
 * it or where packages are missing; what nevertheless has other numbers only is taken in order.
 */
export function knownByShipment(
  unitCount: number,
  packages: readonly ToldPackage[],
  shipmentNumber: string,
): (string | undefined)[] {
  const isOfFirst = packages.length < unitCount || packages.some(({ number }) => number === shipmentNumber);
  return Array.from({ length: unitCount }, (_, unit) => (unit === 0 && isOfFirst ? shipmentNumber : undefined));
}

/** Of units that were booked: those of which UPS told nothing have the shipment's number, which is the first one's alone. */
export function knownByReferences(references: readonly string[], shipmentNumber: string): (string | undefined)[] {
  const isOfFirst = references.lastIndexOf(shipmentNumber) === 0;
  return references.map((reference, unit) =>
    reference === shipmentNumber && !(unit === 0 && isOfFirst) ? undefined : reference,
  );
}
