import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Carrier } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { dhlParcelDeCarrier } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-parcel-de-carrier.ts';
import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import type { CodeTable } from '../../../../../src/modules/shipping/carriers/tracking-codes/code-table.ts';
import { DHL_PARCEL_DE_CODES } from '../../../../../src/modules/shipping/carriers/tracking-codes/dhl-parcel-de-codes.ts';
import { standardiseDhlParcelDe } from '../../../../../src/modules/shipping/carriers/tracking-codes/standardise-dhl-parcel-de.ts';
import {
  MYDHL_SERVICES,
  standardiseMyDhl,
} from '../../../../../src/modules/shipping/carriers/tracking-codes/standardise-mydhl.ts';
import { standardiseUps } from '../../../../../src/modules/shipping/carriers/tracking-codes/standardise-ups.ts';
import { TRACKING_REASONS } from '../../../../../src/modules/shipping/carriers/tracking-codes/tracking-reasons.ts';
import {
  UPS_ACTIVITY_CODES,
  UPS_GENERAL_STATUS_CODES,
  UPS_STATUS_CODES,
  UPS_STATUS_TYPES,
} from '../../../../../src/modules/shipping/carriers/tracking-codes/ups-codes.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { isPhysicalScan, TRACKING_CODES } from '../../../../../src/modules/shipping/tracking-event.ts';
import { DHL_PARCEL_DE_MEANINGS, MYDHL_MEANINGS, UPS_MEANINGS } from './meanings.ts';

const TABLES: Readonly<Record<string, CodeTable>> = {
  ...MYDHL_SERVICES,
  'dhl-parcel-de': DHL_PARCEL_DE_CODES,
  'ups status codes': UPS_STATUS_CODES,
  'ups general status codes': UPS_GENERAL_STATUS_CODES,
  'ups activity codes': UPS_ACTIVITY_CODES,
  'ups types': UPS_STATUS_TYPES,
};
const ROWS = Object.entries(TABLES).flatMap(([table, rows]) =>
  Object.entries(rows).map(([carrierCode, [code, reason]]) => ({ row: `${table} ${carrierCode}`, code, reason })),
);

describe('what a carrier means', () => {
  test.each(MYDHL_MEANINGS)('DHL %s %s, "%s", is %s', (service, code, _words, standard, reason) => {
    expect(standardiseMyDhl({ service, code })).toEqual({ code: standard, ...(reason && { reason }) });
  });

  test.each(DHL_PARCEL_DE_MEANINGS)(
    'DHL Parcel DE %s %s %s, "%s", is %s',
    (ice, ric, ttpro, _words, standard, reason) => {
      expect(standardiseDhlParcelDe({ ice, ric, ttpro })).toEqual({ code: standard, ...(reason && { reason }) });
    },
  );

  test.each(UPS_MEANINGS)('UPS: %s (%o) is %s', (_words, status, standard, reason) => {
    expect(standardiseUps(status)).toEqual({ code: standard, ...(reason && { reason }) });
  });
});

describe('a code that is told, as docs/carriers.md writes it', () => {
  const told = (carrier: Pick<Carrier, 'standardise'>, code: string) => carrier.standardise?.(code);

  test('of DHL Express is its own, or of the service that is named before it', () => {
    expect(told(myDhlCarrier, 'WC')).toEqual({ code: 'OutForDelivery' });
    for (const [service, table] of Object.entries(MYDHL_SERVICES)) {
      for (const code of Object.keys(table)) {
        // As far as there is room.
        const carrierCode = `${service}/${code}`.slice(0, 64);
        expect(told(myDhlCarrier, carrierCode), carrierCode).toEqual(standardiseMyDhl({ service, code }));
      }
    }
    expect(told(myDhlCarrier, 'nobody/WC')).toBeUndefined();
    expect(told(myDhlCarrier, `nobody/${'X'.repeat(60)}`)).toBeUndefined();
    expect(told(myDhlCarrier, 'parcel-nl/INTERVENTION_RECEIVER')).toBeUndefined();
  });

  test('of DHL Parcel DE is of ICE and RIC, or the standard event alone', () => {
    for (const key of Object.keys(DHL_PARCEL_DE_CODES)) expect(told(dhlParcelDeCarrier, key), key).toBeDefined();
    for (const [code, [meaning]] of Object.entries(MYDHL_SERVICES['parcel-de'] ?? {})) {
      expect(told(dhlParcelDeCarrier, code)).toMatchObject({ code: meaning });
    }
    expect(told(dhlParcelDeCarrier, '??')).toBeUndefined();
  });

  test('of UPS is an activity code, a status code or a type', () => {
    expect(['OR', '011', 'P'].map((code) => told(upsCarrier, code)?.code)).toEqual(['AtHub', 'Delivered', 'PickedUp']);
  });
});

describe('the tables', () => {
  test('hold standardised codes and reasons of the vocabulary only', () => {
    expect(ROWS.filter(({ code }) => !TRACKING_CODES.includes(code))).toEqual([]);
    expect(ROWS.filter(({ reason }) => reason !== undefined && !Object.hasOwn(TRACKING_REASONS, reason))).toEqual([]);
  });

  test('use every standardised code and every reason', () => {
    expect(TRACKING_CODES.filter((code) => !ROWS.some((row) => row.code === code))).toEqual([]);
    expect(Object.keys(TRACKING_REASONS).filter((reason) => !ROWS.some((row) => row.reason === reason))).toEqual([]);
  });

  test('never take a parcel for collected by reason of its collection having failed', () => {
    const failed = ROWS.filter(({ reason }) => reason?.startsWith('pickup'));
    expect(failed.filter(({ code }) => isPhysicalScan(code))).toEqual([]);
  });

  test('never call a parcel delivered that was refused, not collected, disposed of or handed to another carrier', () => {
    const elsewhere = /^(recipientRefused|recipientAbsent|notCollected|disposed|handedToPartner|undeliverable)$/;
    const delivered = ROWS.filter(({ code }) => code === 'Delivered' || code === 'Returned');
    expect(delivered.filter(({ reason }) => elsewhere.test(reason ?? ''))).toEqual([]);
  });

  test('never take wishes, changed data or money for a scan, save where the same row tells of the parcel', () => {
    const words = ROWS.filter(({ reason = '' }) =>
      /^(deliveryPreference|serviceChanged|paymentReceived)$/.test(reason),
    );
    const physical = words.filter(({ code }) => isPhysicalScan(code)).map(({ row }) => row);
    expect(physical.toSorted()).toEqual([
      'dhl-parcel-de CHECK/SVCHG', // found when the parcel was examined
      'dhl-parcel-de DLVRD/CODRP/ZU', // counted as delivered
      'ecommerce 504', // at customs
      'svb AMOUNT_TRANSFERRED', // counted as delivered, as the two below
      'svb PAID_EPOS',
      'svb PAID_MAILMAN',
    ]);
  });

  test('have no partial delivery that is an end', () => {
    const partial = ROWS.filter(({ reason }) => reason === 'partlyDelivered');
    expect(partial.length).toBeGreaterThan(2);
    expect(partial.filter(({ code }) => code !== 'InTransit')).toEqual([]);
  });

  test('give a pair of DHL Parcel DE a row by standard event only where it differs from that of the pair', () => {
    const exact = Object.entries(DHL_PARCEL_DE_CODES).filter(([key]) => key.split('/').length === 3);
    expect(exact.length).toBeGreaterThan(0);
    for (const [key, row] of exact) {
      const pair = DHL_PARCEL_DE_CODES[key.split('/').slice(0, 2).join('/')];
      expect(pair, key).toBeDefined();
      expect(row, key).not.toEqual(pair);
    }
  });

  test('have no UPS status code in two tables', () => {
    expect(Object.keys(UPS_STATUS_CODES).filter((code) => Object.hasOwn(UPS_GENERAL_STATUS_CODES, code))).toEqual([]);
  });
});

describe('a code without a row', () => {
  const names = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', ''));
  const unknown = (table: CodeTable) => names.filter((name) => !Object.hasOwn(table, name));

  test('of DHL is undefined in every service, and so is every code of a service unheard of', () => {
    for (const [service, table] of Object.entries(MYDHL_SERVICES)) {
      fc.assert(
        fc.property(unknown(table), (code) => {
          expect(standardiseMyDhl({ service, code })).toBeUndefined();
        }),
      );
    }
    fc.assert(
      fc.property(
        unknown(Object.fromEntries(Object.keys(MYDHL_SERVICES).map((name) => [name, ['Unknown']]))),
        (service) => {
          expect(standardiseMyDhl({ service, code: 'PU' })).toBeUndefined();
        },
      ),
    );
  });

  test('of DHL Parcel DE is undefined for a pair unheard of; a standard event unheard of leaves the pair its meaning', () => {
    fc.assert(
      fc.property(names, names, names, (ice, ric, ttpro) => {
        fc.pre(!Object.hasOwn(DHL_PARCEL_DE_CODES, `${ice}/${ric}`));
        expect(standardiseDhlParcelDe({ ice, ric, ttpro })).toBeUndefined();
      }),
    );
    expect(standardiseDhlParcelDe({ ice: 'LDTMV', ric: 'MVMTV', ttpro: '??' })).toEqual({ code: 'InTransit' });
  });

  test('of UPS is undefined, and so is a delivery of which UPS tells nothing but the type', () => {
    const all = { ...UPS_STATUS_CODES, ...UPS_GENERAL_STATUS_CODES, ...UPS_ACTIVITY_CODES, ...UPS_STATUS_TYPES };
    fc.assert(
      fc.property(unknown(all), unknown(all), unknown(all), (type, code, statusCode) => {
        expect(standardiseUps({ type, code, statusCode })).toBeUndefined();
      }),
    );
    expect(standardiseUps({ type: 'D' })).toBeUndefined();
    expect(standardiseUps({})).toBeUndefined();
  });
});
