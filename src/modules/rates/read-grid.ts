import { Big } from 'big.js';
import type { Weight } from '../../platform/field-schemas.ts';
import { MAX_ERRORS } from '../../platform/problem.ts';
import type { GridError } from './errors.ts';
import { toFemtograms } from './exact-measure.ts';
import type { Cell } from './spreadsheet.ts';
import type { Bracket, Per, Price } from './v1/contract-schemas.ts';

/** What a grid calls a zone that is everywhere. */
export const EVERYWHERE = '*';
/** What a grid calls the bound of the open bracket. */
export const MORE = 'more';

type Unit = Weight['unit'];
const UNITS: readonly Unit[] = ['kg', 'g', 'lb', 'oz'];
/** At the end of the first cell: `kg`, `Weight (kg)`. */
const UNIT = /\b(kg|g|lb|oz)\W*$/i;

/** One row of prices: what bracket it is about and which of its fields. */
interface RowLabel {
  upTo?: Weight;
  field: 'amount' | 'perKg' | 'minimum' | 'perStep';
  step?: Weight;
}

interface Column {
  price: Omit<Price, 'brackets'>;
  brackets: Bracket[];
}

/**
 * The prices of a grid as carriers send it: zones across and weights down, or the other way round. The first cell may name the unit of the
 * weights, or say `zone` where the zones stand below it. Rows `origin` and `per` may follow the zones. A weight is the upper bound of a bracket, `more` the open one; behind it may stand
 * `per kg`, `minimum`, or `each` and a step. An empty cell: the zone has no such bracket.
 */
export function readGrid(
  rows: readonly (readonly Cell[])[],
  zones: readonly string[],
): { prices: Price[]; errors: GridError[] } {
  const known = new Set([...zones, EVERYWHERE]);
  const isUpright = standsUpright(rows, known);
  const grid = isUpright ? rows : transposed(rows);
  const errors: GridError[] = [];
  const report = (row: number, column: number, message: string): void => {
    if (errors.length === MAX_ERRORS) return;
    const [r, c] = isUpright ? [row + 1, column + 1] : [column + 1, row + 1];
    errors.push({ field: `${columnName(c)}${r}`, pointer: `/rows/${r}/columns/${c}`, row: r, column: c, message });
  };
  const [header = [], ...rest] = grid;
  const unit = unitOf(textOf(header[0]), (message) => report(0, 0, message));
  const columns = header.slice(1).map((cell, index) => readColumn(textOf(cell), index + 1, known, report));
  if (columns.every((column) => column === undefined))
    report(0, 1, 'There is no zone: name the zones of the contract in the first row.');
  rest.forEach((row, index) => {
    const at = index + 1;
    if (row.every((cell) => textOf(cell) === '')) return;
    const label = textOf(row[0]).toLowerCase();
    if (label === 'origin' || label === 'per') {
      columns.forEach((column, number) => {
        const text = textOf(row[number + 1]);
        if (column !== undefined && text !== '')
          readHeading(label, text, column, known, (message) => report(at, number + 1, message));
      });
      return;
    }
    const read = readLabel(label, unit);
    if (read === undefined) {
      report(
        at,
        0,
        `'${textOf(row[0])}' is no weight: write an upper bound such as 31.5, or more, and behind it perhaps per kg, minimum, or each 0.5.`,
      );
      return;
    }
    row.slice(1).forEach((cell, number) => {
      if (textOf(cell) === '') return;
      const column = columns[number];
      const here = (message: string): void => report(at, number + 1, message);
      if (column === undefined) here('There is no zone to this price.');
      else addPrice(column, read, cell, here);
    });
  });
  const prices = columns.flatMap((column) =>
    column === undefined || column.brackets.length === 0 ? [] : [{ ...column.price, brackets: column.brackets }],
  );
  if (prices.length === 0 && errors.length === 0) report(1, 1, 'There is no price in the file.');
  return { prices, errors };
}

/** "AB" for 28, as spreadsheets name columns. */
function columnName(column: number): string {
  return column === 0 ? '' : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * Whether the zones stand in the first row. The first cell tells, where it says `zone` or a unit; else the zones themselves do. Zones that are
 * called 1, 2 and 3 look like weights.
 */
function standsUpright(rows: readonly (readonly Cell[])[], known: ReadonlySet<string>): boolean {
  const corner = textOf(rows[0]?.[0]);
  if (/^zones?\b/i.test(corner)) return false;
  if (UNIT.test(corner)) return true;
  const down = rows.slice(1).map((row) => row[0]);
  return namesZones(rows[0]?.slice(1) ?? [], known) || !namesZones(down, known);
}

function namesZones(cells: readonly (Cell | undefined)[], known: ReadonlySet<string>): boolean {
  const named = cells.map(textOf).filter((text) => text !== '' && text !== 'origin' && text !== 'per');
  return named.length > 0 && named.every((text) => known.has(text));
}

function transposed(rows: readonly (readonly Cell[])[]): Cell[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}

/** Numbers in their shortest text, rounded to what contracts take: a computed cell holds 6.949999999999999. */
function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? new Big(cell).round(6, Big.roundHalfUp).toFixed() : '';
  // What looks like a formula is written with an apostrophe before it.
  return cell === undefined || cell === null
    ? ''
    : String(cell)
        .trim()
        .replace(/^'(?=[=+\-@])/, '');
}

function unitOf(text: string, report: (message: string) => void): Unit {
  const word = UNIT.exec(text)?.[1]?.toLowerCase();
  const unit = UNITS.find((each) => each === word);
  if (unit === undefined && text !== '' && !/^(weight|zone)s?\b/i.test(text))
    report(`'${text}' is no unit of weight: write kg, g, lb or oz.`);
  return unit ?? 'kg';
}

function readColumn(
  zone: string,
  at: number,
  known: ReadonlySet<string>,
  report: (row: number, column: number, message: string) => void,
): Column | undefined {
  if (zone === '') return undefined;
  if (!known.has(zone)) {
    report(0, at, `There is no zone '${zone}' in this contract.`);
    return undefined;
  }
  return { price: zone === EVERYWHERE ? {} : { destination: zone }, brackets: [] };
}

function readHeading(
  label: 'origin' | 'per',
  text: string,
  column: Column,
  known: ReadonlySet<string>,
  report: (message: string) => void,
): void {
  if (label === 'per') {
    if (text === 'shipment' || text === 'handlingUnit') column.price = { ...column.price, per: text satisfies Per };
    else report(`'${text}' is neither shipment nor handlingUnit.`);
  } else if (!known.has(text)) report(`There is no zone '${text}' in this contract.`);
  else if (text !== EVERYWHERE) column.price = { ...column.price, origin: text };
}

const LABEL = /^(more|[\d.,]+)\s*(kg|g|lb|oz)?\s*(?:(per kg)|(minimum)|each\s+([\d.,]+)\s*(kg|g|lb|oz)?)?$/;

function readLabel(text: string, unit: Unit): RowLabel | undefined {
  const [, bound, boundUnit, perKg, minimum, step, stepUnit] = LABEL.exec(text) ?? [];
  if (bound === undefined) return undefined;
  const value = bound === MORE ? undefined : toDecimal(bound);
  const each = step === undefined ? undefined : toDecimal(step);
  if ((bound !== MORE && !isWeight(value)) || (step !== undefined && !isWeight(each))) return undefined;
  return {
    ...(value === undefined ? {} : { upTo: { value: Number(value), unit: (boundUnit ?? unit) as Unit } }),
    field:
      perKg !== undefined ? 'perKg' : minimum !== undefined ? 'minimum' : each !== undefined ? 'perStep' : 'amount',
    ...(each === undefined ? {} : { step: { value: Number(each), unit: (stepUnit ?? unit) as Unit } }),
  };
}

function isWeight(decimal: string | undefined): boolean {
  return decimal !== undefined && Number(decimal) > 0;
}

/** "6.95" and "6,95"; undefined for what might be read in two ways, such as "1,234". */
function toDecimal(text: string): string | undefined {
  const [, whole, sign, decimals = ''] = /^(\d{1,12})(?:([.,])(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined || (sign === ',' && decimals.length === 3)) return undefined;
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

function addPrice(column: Column, label: RowLabel, cell: Cell, report: (message: string) => void): void {
  const amount = toDecimal(textOf(cell));
  if (amount === undefined) {
    report(`'${textOf(cell)}' is no price: write digits with a point, for example 6.95.`);
    return;
  }
  const last = column.brackets.at(-1);
  const isSame = last !== undefined && sizeOf(last.upTo) === sizeOf(label.upTo);
  if (!isSame && last !== undefined && (last.upTo === undefined || sizeOf(label.upTo) < sizeOf(last.upTo))) {
    report('The weight must be more than that of the price above it.');
    return;
  }
  const bracket: Bracket = isSame ? last : label.upTo === undefined ? {} : { upTo: label.upTo };
  if (!isSame) column.brackets.push(bracket);
  const { field } = label;
  if (bracket[field] !== undefined || isContrary(bracket, field)) {
    report(
      'This bracket has a price already. A bracket has either a price, with or without steps, or a price per kg, with or without a minimum.',
    );
  } else if (field === 'perStep') {
    if (label.step !== undefined) bracket.perStep = { step: label.step, amount };
  } else bracket[field] = amount;
}

function isContrary(bracket: Bracket, field: RowLabel['field']): boolean {
  const isByWeight = field === 'perKg' || field === 'minimum';
  return isByWeight
    ? bracket.amount !== undefined || bracket.perStep !== undefined
    : bracket.perKg !== undefined || bracket.minimum !== undefined;
}

/** The open bracket is above every other. */
function sizeOf(upTo: Weight | undefined): bigint {
  return upTo === undefined ? 10n ** 40n : toFemtograms(upTo);
}
