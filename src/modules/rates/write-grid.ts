import type { Weight } from '../../platform/field-schemas.ts';
import { toFemtograms } from './exact-measure.ts';
import { EVERYWHERE, MORE } from './read-grid.ts';
import type { Cell } from './spreadsheet.ts';
import type { Bracket, Price } from './v1/contract-schemas.ts';

interface Row {
  label: string;
  /** Of the bound; undefined for the open bracket, which comes last. */
  femtograms: bigint | undefined;
  /** Within one bound. */
  rank: number;
  cells: Map<number, string>;
}

/** The prices of a service level as a grid that `readGrid` reads back as the same: zones across, weights down. */
export function writeGrid(prices: readonly Price[]): Cell[][] {
  const unit = prices[0]?.brackets[0]?.upTo?.unit ?? 'kg';
  const rows = new Map<string, Row>();
  prices.forEach(({ brackets }, column) => {
    for (const bracket of brackets) {
      for (const [suffix, rank, amount] of fieldsOf(bracket, unit)) {
        const label = `${bracket.upTo === undefined ? MORE : weightText(bracket.upTo, unit)}${suffix}`;
        const row = rows.get(label) ?? { label, femtograms: exact(bracket.upTo), rank, cells: new Map() };
        row.cells.set(column, amount);
        rows.set(label, row);
      }
    }
  });
  const heading = (label: string, of: (price: Price) => string | undefined): Cell[][] =>
    prices.some((price) => of(price) !== undefined) ? [[label, ...prices.map((price) => of(price) ?? '')]] : [];
  return [
    [unit, ...prices.map(({ destination }) => destination ?? EVERYWHERE)],
    ...heading('origin', ({ origin }) => origin),
    ...heading('per', ({ per }) => per),
    ...[...rows.values()]
      .sort(byWeight)
      .map(({ label, cells }) => [asCell(label), ...prices.map((_, column) => asCell(cells.get(column) ?? ''))]),
  ];
}

/** What a bracket says: each as the end of a row's label, its place among these, and the amount. */
function fieldsOf({ amount, perKg, minimum, perStep }: Bracket, unit: Weight['unit']): [string, number, string][] {
  return [
    ...(amount === undefined ? [] : [['', 0, amount] as [string, number, string]]),
    ...(perStep === undefined
      ? []
      : [[` each ${weightText(perStep.step, unit)}`, 1, perStep.amount] as [string, number, string]]),
    ...(perKg === undefined ? [] : [[' per kg', 2, perKg] as [string, number, string]]),
    ...(minimum === undefined ? [] : [[' minimum', 3, minimum] as [string, number, string]]),
  ];
}

function weightText({ value, unit }: Weight, usual: Weight['unit']): string {
  return unit === usual ? String(value) : `${value} ${unit}`;
}

function exact(weight: Weight | undefined): bigint | undefined {
  return weight === undefined ? undefined : toFemtograms(weight);
}

function byWeight(one: Row, other: Row): number {
  if (one.femtograms === other.femtograms) return one.rank - other.rank;
  if (one.femtograms === undefined) return 1;
  if (other.femtograms === undefined) return -1;
  return one.femtograms < other.femtograms ? -1 : 1;
}

/** A number where it is one and stays the same: "6.950" is text, so that it comes back as it was. */
function asCell(text: string): Cell {
  return text !== '' && String(Number(text)) === text ? Number(text) : text;
}
