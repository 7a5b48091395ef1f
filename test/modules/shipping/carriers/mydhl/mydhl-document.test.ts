import { describe, expect, test } from 'vitest';
import type { MyDhlContext } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-account.ts';
import { readShipAnswer } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-booked.ts';
import { refusePhoneless } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-parties.ts';
import { readRates } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-rate.ts';
import { myDhlShipRequest } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-ship-request.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { myDhlConformance } from '../conformance/mydhl-conformance.ts';
import { hasMyDhlDocument, readMyDhlDocument } from './mydhl-document.ts';

/** What a request needs of its context. */
const CONTEXT = {
  productCode: 'P',
  labelFormat: 'pdf',
  clock: () => new Date('2026-12-01T09:00:00Z'),
  settings: { accountNumber: '123456789' },
} as MyDhlContext;
const shipments = generateShipments(myDhlConformance.range);
const bookable = shipments.filter(({ request }) => refusePhoneless(request.content) === undefined);

describe.runIf(hasMyDhlDocument)('by DHL’s own document', () => {
  const document = hasMyDhlDocument ? readMyDhlDocument() : undefined;
  const validate = document?.validator('CreateShipmentRequest');

  test('every booking is as its schema says, which Prism does not check', () => {
    const faults = bookable.flatMap(({ name, request }) =>
      validate?.(myDhlShipRequest(request, CONTEXT)) === true ? [] : [{ name, errors: validate?.errors }],
    );
    expect(bookable.length).toBeGreaterThanOrEqual(50);
    expect(faults).toEqual([]);
  });

  test.each([
    { changes: { productCode: 'TOO-LONG' } },
    { changes: { customerDetails: {} } },
    { changes: { plannedShippingDateAndTime: undefined } },
    { changes: { anything: 'unknown' } },
  ])('a booking with $changes would be told', ({ changes }) => {
    const [first] = bookable;
    const body = first === undefined ? {} : myDhlShipRequest(first.request, CONTEXT);
    expect(validate?.(JSON.parse(JSON.stringify({ ...body, ...changes })))).toBe(false);
  });

  test.each(['nonDocInternationalShipmentResponse', 'domesticDocShipmentResponse', 'pltShipmentResponse'])(
    'the example %s is a booking with its label',
    (name) => {
      const booked = readShipAnswer(document?.example(name), 1);
      expect(booked.carrierBookingReference).toMatch(/^\d{10}$/);
      expect(booked.units[0]?.trackingReference).toMatch(/^JD\d+$/);
      expect(booked.documents?.map(({ kind }) => kind)).toContain('label');
    },
  );

  test('labels linked to pieces are each its unit’s', () => {
    const { units, documents } = readShipAnswer(document?.example('linkLabelsByPiecesShipmentResponse'), 3);
    expect(units.map((unit) => unit.trackingReference)).toEqual([
      'JD014600004617230711',
      'JD014600004617230712',
      'JD014600004617230713',
    ]);
    expect(documents?.filter(({ kind }) => kind === 'label').map(({ unitIndex }) => unitIndex)).toEqual([0, 1, 2]);
  });

  test('the example of rates is a price with its days', () => {
    expect(readRates(document?.example('nonDocInternationalShipmentRatesResponse'), ['P'])).toMatchObject([
      { productCode: 'P', total: { amount: '157.95', currency: 'GBP' }, transitDays: 3 },
    ]);
  });
});
