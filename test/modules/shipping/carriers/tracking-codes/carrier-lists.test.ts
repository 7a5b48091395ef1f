import { describe, expect, test } from 'vitest';
import type { StandardisedCode } from '../../../../../src/modules/shipping/carriers/tracking-codes/code-table.ts';
import { DHL_PARCEL_DE_CODES } from '../../../../../src/modules/shipping/carriers/tracking-codes/dhl-parcel-de-codes.ts';
import { standardiseDhlParcelDe } from '../../../../../src/modules/shipping/carriers/tracking-codes/standardise-dhl-parcel-de.ts';
import {
  MYDHL_SERVICES,
  standardiseMyDhl,
} from '../../../../../src/modules/shipping/carriers/tracking-codes/standardise-mydhl.ts';
import { standardiseUps } from '../../../../../src/modules/shipping/carriers/tracking-codes/standardise-ups.ts';
import { isPhysicalScan } from '../../../../../src/modules/shipping/tracking-event.ts';
import { hasCarrierDocuments, readCarrierDocument, readCarrierList } from './carrier-documents.ts';
import { DHL_PARCEL_DE_MEANINGS, MYDHL_MEANINGS } from './meanings.ts';

const myDhlList = hasCarrierDocuments ? readCarrierList('mydhl/tracking-status-codes.csv') : [];
const parcelDeList = hasCarrierDocuments ? readCarrierList('dhl-parcel-de/tracking-ice-ric-codes.csv') : [];

describe.skipIf(!hasCarrierDocuments)('DHL: the table against the list of status codes', () => {
  test('every code of every service has a row', () => {
    expect(myDhlList.length).toBeGreaterThan(1000);
    const unmapped = myDhlList.filter(([service = '', code = '']) => standardiseMyDhl({ service, code }) === undefined);
    expect(unmapped).toEqual([]);
  });

  test('no row is of a code that the list does not have', () => {
    const listed = new Set(myDhlList.map(([service, code]) => `${service} ${code}`));
    const rows = Object.entries(MYDHL_SERVICES).flatMap(([service, table]) =>
      Object.keys(table).map((code) => `${service} ${code}`),
    );
    expect(rows.filter((row) => !listed.has(row))).toEqual([]);
  });

  test('the meanings that the tests require are in words of the list', () => {
    const otherwise = MYDHL_MEANINGS.filter(([service, code, words]) => {
      const rows = myDhlList.filter((row) => row[0] === service && row[1] === code);
      return !rows.some((row) => row.slice(2).join(' ').toLowerCase().includes(words));
    });
    expect(otherwise).toEqual([]);
  });

  test('of what DHL counts as before transit, nothing is a scan by DHL', () => {
    const early = myDhlList.filter(([, , , remark = '']) => /^pre-transit/i.test(remark));
    const codes = early.map(([service = '', code = '']) => standardiseMyDhl({ service, code })?.code);
    expect(codes).toContain('Registered');
    expect(codes).not.toContain('PickedUp');
  });

  test('a wish of the sender or the recipient is no scan by DHL', () => {
    const wishes = myDhlList.filter((row) =>
      /recipient.?s decision|has requested changes|\bINTERVENTION_/i.test(row.join(' ')),
    );
    expect(wishes.length).toBeGreaterThan(35);
    for (const [service = '', code = ''] of wishes) {
      expect(isPhysicalScan(standardiseMyDhl({ service, code })?.code ?? 'PickedUp'), `${service} ${code}`).toBe(false);
    }
  });

  test('what DHL counts as a failure never ends as delivered', () => {
    const failures = myDhlList.filter(([, , , remark]) => /^failure/i.test(remark ?? ''));
    expect(failures.length).toBeGreaterThan(50);
    for (const [service = '', code = ''] of failures) {
      expect(standardiseMyDhl({ service, code })?.code, `${service} ${code}`).not.toMatch(/^(Delivered|Returned)$/);
    }
  });
});

describe.skipIf(!hasCarrierDocuments)('DHL Parcel DE: the table against the list of ICE and RIC codes', () => {
  test('every pair of the list has a row of its own, and so a meaning without its standard event', () => {
    expect(parcelDeList.length).toBeGreaterThan(300);
    const unmapped = parcelDeList.filter(([ice = '', ric = '']) => standardiseDhlParcelDe({ ice, ric }) === undefined);
    expect(unmapped).toEqual([]);
  });

  test('no row is of a pair or a standard event that the list does not have', () => {
    const listed = new Set(parcelDeList.flatMap(([ice, ric, ttpro]) => [`${ice}/${ric}`, `${ice}/${ric}/${ttpro}`]));
    expect(Object.keys(DHL_PARCEL_DE_CODES).filter((row) => !listed.has(row))).toEqual([]);
  });

  test('the meanings that the tests require are in words of the list', () => {
    const otherwise = DHL_PARCEL_DE_MEANINGS.filter(([ice, ric, ttpro, words]) => {
      const rows = parcelDeList.filter((row) => row[0] === ice && row[1] === ric && (!ttpro || row[2] === ttpro));
      return !rows.some((row) => row.slice(3).join(' ').toLowerCase().includes(words));
    });
    expect(otherwise).toEqual([]);
  });

  test('a pick-up that did not happen is never a scan of the parcel', () => {
    const failed = parcelDeList.filter(([, , ttpro]) => ttpro === 'AN');
    expect(failed.length).toBeGreaterThan(15);
    for (const [ice = '', ric = '', ttpro] of failed) {
      const standard = standardiseDhlParcelDe({ ice, ric, ttpro });
      expect(standard, `${ice}/${ric}`).toEqual({ code: 'Delayed', reason: expect.stringMatching(/^pickup/) });
    }
  });

  test('a data service, a notice in advance and a transfer of money are no scan of the parcel', () => {
    const told = parcelDeList.filter(([, , ttpro = '']) => ['DD', 'VA', 'GT'].includes(ttpro));
    expect(new Set(told.map(([, , ttpro]) => ttpro)).size).toBe(3);
    for (const [ice = '', ric = '', ttpro] of told) {
      expect(isPhysicalScan(standardiseDhlParcelDe({ ice, ric, ttpro })?.code ?? 'PickedUp'), `${ice}/${ric}`).toBe(
        false,
      );
    }
  });

  test('delivered is what DHL counts as delivered, and nothing else', () => {
    const delivered = parcelDeList.filter(
      ([ice = '', ric = '', ttpro]) => standardiseDhlParcelDe({ ice, ric, ttpro })?.code === 'Delivered',
    );
    expect(new Set(delivered.map(([, , ttpro]) => ttpro))).toEqual(new Set(['ZU']));
  });
});

describe.skipIf(!hasCarrierDocuments)('UPS: the table against the document of the Track API', () => {
  test('every type and code that it names is mapped', () => {
    const { components } = JSON.parse(readCarrierDocument('ups/tracking.openapi.json')) as {
      components: { schemas: { Status: { properties: Record<string, { example?: string; enum?: string[] }> } } };
    };
    const named = (['type', 'code', 'statusCode'] as const).flatMap((field) => {
      const { example, enum: values = [] } = components.schemas.Status.properties[field] ?? {};
      return [...values, ...(example === undefined ? [] : [example])].map((value) => ({ [field]: value }));
    });
    expect(named.length).toBeGreaterThanOrEqual(3);
    const none: (StandardisedCode | undefined)[] = named.map(standardiseUps).filter((found) => found === undefined);
    expect(none).toEqual([]);
  });
});
