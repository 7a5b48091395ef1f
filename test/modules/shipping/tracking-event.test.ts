import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fingerprint,
  isFinal,
  isPhysicalScan,
  sameScans,
  TRACKING_CODES,
  type TrackingCode,
  type TrackingEvent,
  unitStatusAfter,
} from '../../../src/modules/shipping/tracking-event.ts';

const SCAN: TrackingEvent = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  handlingUnitId: '01890a5d-ac96-774b-bcce-b302099a8058',
  source: 'carrier',
  code: 'AtHub',
  carrierCode: 'HUB1',
  occurredOn: new Date('2026-01-20T10:30:00Z'),
  recordedOn: new Date('2026-01-20T10:31:00Z'),
};

/** Code, whether the parcel is in the carrier's hands, and where its unit is afterwards. */
const MEANINGS: readonly [TrackingCode, boolean, string | undefined][] = [
  ['Registered', false, undefined],
  ['PickedUp', true, 'InTransit'],
  ['InTransit', true, 'InTransit'],
  ['AtHub', true, 'InHub'],
  ['OutForDelivery', true, 'InTransit'],
  ['ReadyForPickup', true, 'InHub'],
  ['Delivered', true, 'Delivered'],
  ['DeliveryFailed', true, 'InTransit'],
  ['Delayed', false, undefined],
  ['OnHold', false, undefined],
  ['Customs', true, 'InHub'],
  ['ReturnToSender', true, 'InTransit'],
  ['Returned', true, 'AtOrigin'],
  ['Damaged', true, undefined],
  ['Lost', false, undefined],
  ['Canceled', false, undefined],
  ['Unknown', false, undefined],
];

test('the standardised codes are those of the domain', () => {
  expect([...TRACKING_CODES]).toEqual(MEANINGS.map(([code]) => code));
});

test.each(MEANINGS)('%s: physical %s, the unit is then %s', (code, physical, unit) => {
  expect(isPhysicalScan(code)).toBe(physical);
  expect(unitStatusAfter(code)).toBe(unit);
});

test('a scan that moves a unit is one that the carrier made with the parcel in hand', () => {
  const moving = TRACKING_CODES.filter((code) => unitStatusAfter(code) !== undefined);
  expect(moving.filter((code) => !isPhysicalScan(code))).toEqual([]);
});

const differences: readonly Partial<TrackingEvent>[] = [
  { source: 'partner' },
  { carrierCode: 'HUB2' },
  { carrierCode: '' },
  { description: 'another text' },
  { location: { city: 'Leipzig' } },
  { handlingUnitId: '01890a5d-ac96-774b-bcce-b302099a8059' },
  { occurredOn: new Date('2026-01-20T10:30:00.001Z') },
];

test.each(differences)('the scan with %j is another scan', (difference) => {
  expect(fingerprint({ ...SCAN, ...difference })).not.toBe(fingerprint(SCAN));
});

test('what we make of a carrier’s code does not make another scan of it', () => {
  expect(fingerprint({ ...SCAN, code: 'Delayed', reason: 'weather' })).toBe(fingerprint(SCAN));
});

test.each([{ source: 'shipper' }, { carrierCode: undefined }])('with %j the standardised code does', (change) => {
  const { carrierCode: _code, ...uncoded } = SCAN;
  const scan = { ...('source' in change ? SCAN : uncoded), ...change } as TrackingEvent;
  expect(fingerprint({ ...scan, code: 'InTransit' })).not.toBe(fingerprint(scan));
});

test('the same scan told again is the same, whenever and under whatever id it is told', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.date({ noInvalidDate: true }), (id, recordedOn) => {
      expect(fingerprint({ ...SCAN, id, recordedOn })).toBe(fingerprint(SCAN));
    }),
  );
});

test('no text moves from one part of the identity into the next', () => {
  const one = { ...SCAN, handlingUnitId: 'a', carrierCode: 'b","c' };
  const other = { ...SCAN, handlingUnitId: 'a","b', carrierCode: 'c' };
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test('is 27 characters of base64url, 162 bits', () => {
  expect(fingerprint(SCAN)).toMatch(/^[\w-]{27}$/);
});

describe('a carrier’s scan that is told again', () => {
  const [ONE, TWO] = ['unit-1', 'unit-2'];
  const UNITS = [{ id: ONE }, { id: TWO }];
  const LEIPZIG = { city: 'Leipzig', postCode: '04435', countryCode: 'DE' };
  const { handlingUnitId: _unit, ...whole } = { ...SCAN, location: LEIPZIG };
  const ofUnit = (handlingUnitId: string): TrackingEvent => ({ ...whole, handlingUnitId });
  const knows = (recorded: readonly TrackingEvent[], scan: TrackingEvent, units = UNITS): boolean =>
    sameScans(scan, recorded, units).length > 0;

  test.each<[string, Partial<TrackingEvent>]>([
    ['in other words', { description: 'Im Paketzentrum' }],
    ['by a mapping that was mended', { code: 'Delayed', reason: 'weather' }],
    ['without its place', { location: {} }],
    ['with less of its place', { location: { countryCode: 'DE' } }],
    ['with its place in other letters', { location: { city: 'LEIPZIG ', postCode: '04435' } }],
  ])('%s is the same, whichever came first', (_how, change) => {
    expect(knows([whole], { ...whole, ...change })).toBe(true);
    expect(knows([{ ...whole, ...change }], whole)).toBe(true);
  });

  test.each<[string, Partial<TrackingEvent>]>([
    ['code', { carrierCode: 'HUB2' }],
    ['moment', { occurredOn: new Date('2026-01-20T10:30:01Z') }],
    ['town', { location: { city: 'Halle' } }],
    ['post code', { location: { city: 'Leipzig', postCode: '04129' } }],
    ['country', { location: { countryCode: 'AT' } }],
    ['teller', { source: 'partner' }],
  ])('with another %s is another', (_what, change) => {
    expect(knows([whole], { ...whole, ...change })).toBe(false);
    expect(knows([{ ...whole, ...change }], whole)).toBe(false);
  });

  test('without a code of the carrier’s is the same only word for word', () => {
    const { carrierCode: _code, ...uncoded } = whole;
    expect(knows([uncoded], uncoded)).toBe(true);
    expect(knows([uncoded], { ...uncoded, description: 'another' })).toBe(false);
    expect(knows([whole], uncoded)).toBe(false);
  });

  test.each<[string, TrackingEvent[], TrackingEvent, boolean]>([
    ['of a unit, once it is known of the shipment', [whole], ofUnit(ONE), true],
    ['of a unit, once it is known of another unit only', [ofUnit(TWO)], ofUnit(ONE), false],
    ['of the shipment, once it is known of every unit', [ofUnit(ONE), ofUnit(TWO)], whole, true],
    ['of the shipment, once it is known of one of two units', [ofUnit(ONE)], whole, false],
  ])('%s: known %#', (_what, recorded, scan, isKnown) => {
    expect(knows(recorded, scan)).toBe(isKnown);
  });

  test('of a shipment of one unit is the unit’s', () => {
    expect(sameScans(whole, [ofUnit(ONE)], [{ id: ONE }])).toEqual([ofUnit(ONE)]);
  });
});

const at = (day: number, code: TrackingEvent['code'], more: { reason?: string; unitIndex?: number } = {}) => ({
  code,
  occurredOn: new Date(Date.UTC(2026, 0, day)),
  ...more,
});

test.each([
  ['nothing was heard', 1, [], false],
  ['it is on its way', 1, [at(1, 'InTransit')], false],
  ['it was delivered', 1, [at(1, 'InTransit'), at(2, 'Delivered')], true],
  ['it was delivered, told in another order', 1, [at(2, 'Delivered'), at(1, 'InTransit')], true],
  ['a photo or a message followed', 1, [at(2, 'Delivered'), at(3, 'Unknown'), at(4, 'Registered')], true],
  ['it moved again', 1, [at(2, 'Delivered'), at(3, 'InTransit')], false],
  ['one of two units was delivered', 2, [at(2, 'Delivered', { unitIndex: 0 })], false],
  ['both units were delivered', 2, [at(2, 'Delivered', { unitIndex: 0 }), at(2, 'Delivered', { unitIndex: 1 })], true],
  ['the whole shipment was delivered', 2, [at(2, 'Delivered')], true],
  ['it is lost and may be found', 1, [at(1, 'Lost')], false],
  ['it was disposed of', 1, [at(1, 'Lost', { reason: 'disposed' })], true],
  ['its record was closed', 1, [at(1, 'Lost', { reason: 'recordClosed' })], true],
  ['its record was closed without a word', 1, [at(1, 'OnHold', { reason: 'recordClosed' })], true],
  [
    'its record was closed after it was delivered',
    1,
    [at(1, 'Delivered'), at(2, 'OnHold', { reason: 'recordClosed' })],
    true,
  ],
  [
    'it went on after its record was closed',
    1,
    [at(1, 'OnHold', { reason: 'recordClosed' }), at(2, 'InTransit')],
    false,
  ],
  ['it is on hold', 1, [at(1, 'OnHold', { reason: 'paymentDue' })], false],
] as const)('the end when %s: %#', (_what, unitCount, scans, isOver) => {
  expect(isFinal(unitCount, scans)).toBe(isOver);
});
