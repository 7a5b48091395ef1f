import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CarrierCapabilities } from '../../../../src/modules/shipping/carriers/capabilities.ts';
import { dhlParcelDeCarrier } from '../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-parcel-de-carrier.ts';
import { myDhlCarrier } from '../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import { CARRIER_NAMES, type CarrierName } from '../../../../src/modules/shipping/carriers/registry.ts';
import { SANDBOX } from '../../../../src/modules/shipping/carriers/sandbox/capabilities.ts';
import { upsCarrier } from '../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';

interface Adapter {
  capabilities: CarrierCapabilities;
  track?: unknown;
  quote?: unknown;
}

const ADAPTERS: Readonly<Record<CarrierName, Adapter>> = {
  sandbox: SANDBOX,
  ups: upsCarrier,
  mydhl: myDhlCarrier,
  'dhl-parcel-de': dhlParcelDeCarrier,
};

/** How each capability reads in the table of the documentation: the row, and what its cell must match. */
const ROWS: {
  readonly [Key in keyof CarrierCapabilities]: readonly [string, (value: CarrierCapabilities[Key]) => RegExp];
} = {
  labelFormats: ['labels asked for as (`labelFormat`)', (formats) => onlyNames(formats)],
  maxHandlingUnits: ['handling units in one booking', (max) => new RegExp(`^${max}\\b`)],
  returns: ['returns (`returnService`)', (services) => onlyNames(services)],
  customsDocuments: [
    'customs papers',
    (kinds) => (kinds.length === 0 ? /^none$/ : new RegExp(`^${kinds.join('|').replaceAll('-', ' ')}\\b`)),
  ],
  dangerousGoods: ['dangerous goods (`dangerousGoods`)', yesOrNo],
  findsBy: ['found by our reference', (by) => (by === 'booking-reference' ? /^yes\b/ : /^no: held for a person$/)],
  trackingBatch: [
    'tracking',
    (batch) => {
      if (batch === 0) return /^(none of its own|not in the document)\b/;
      return batch === 1 ? /^polled, one call a booking$/ : new RegExp(`^polled, up to ${batch} bookings a call$`);
    },
  ],
  quotes: ['live prices and days', yesOrNo],
};

/** Of the first table, by row and carrier. */
const TABLE = new Map<string, ReadonlyMap<string, string>>(readTable());

describe.each(CARRIER_NAMES)('%s', (name) => {
  const { capabilities, track, quote } = ADAPTERS[name];

  test.each(Object.keys(ROWS) as (keyof CarrierCapabilities)[])('declares %s as docs/carriers.md has it', (key) => {
    const [row, wanted] = ROWS[key] as readonly [string, (value: unknown) => RegExp];
    const cell = TABLE.get(row)?.get(name);
    // The sandbox draws nothing: whatever is asked for is drawn here.
    if (name === 'sandbox' && key === 'labelFormats') expect(cell).toMatch(/^drawn here: /);
    else expect(cell).toMatch(wanted(capabilities[key]));
  });

  test('has the methods that its capabilities promise, and no others', () => {
    expect(capabilities.trackingBatch > 0, 'track').toBe(track !== undefined);
    expect(capabilities.quotes, 'quote').toBe(quote !== undefined);
  });
});

test('every capability is in the table', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(Object.keys(upsCarrier.capabilities).toSorted());
});

/** Every one of them in code type, and nothing else in it. */
function onlyNames(names: readonly string[]): RegExp {
  const all = names.map((name) => `(?=.*\`${name}\`)`).join('');
  return new RegExp(`^${all}(?:[^\`]*\`(?:${names.join('|')})\`)*[^\`]*$`);
}

function yesOrNo(can: boolean): RegExp {
  return can ? /^yes\b/ : /^no\b/;
}

function readTable(): [string, ReadonlyMap<string, string>][] {
  const lines = readFileSync('docs/carriers.md', 'utf8').split('\n');
  const first = lines.findIndex((line) => line.startsWith('| |'));
  const [head = [], , ...rows] = lines
    .slice(
      first,
      lines.findIndex((line, index) => index > first && !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return rows.map(([name = '', ...values]) => [
    name,
    new Map(values.map((value, index) => [head[index + 1] ?? '', value])),
  ]);
}
