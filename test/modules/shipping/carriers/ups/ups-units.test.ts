import { afterAll, describe, expect, test } from 'vitest';
import type { BookingToFind } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { bookWith } from '../carrier-context.ts';
import { textAt } from '../json-at.ts';
import { laneOf } from '../lane.ts';
import { upsContextFor } from './ups-context.ts';
import { startUpsStandIn } from './ups-stand-in.ts';

const standIn = await startUpsStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const context = upsContextFor(standIn);

/** Of so many units. */
function requestOf(units: number): BookingToFind {
  const request = laneOf('DE', 'DE');
  const [unit] = request.handlingUnits;
  if (unit === undefined) throw new Error('a lane has a unit');
  return { ...request, handlingUnits: Array.from({ length: units }, () => unit) };
}

/** A label that can be told from others, in base64. */
const image = (name: string) => Buffer.from(`^XA${name}^XZ`).toString('base64');
const contents = (found: Awaited<ReturnType<typeof upsCarrier.find>>) =>
  found?.documents?.map(({ unitIndex, content }) => [unitIndex, Buffer.from(content).toString().slice(3, -3)]);
const numbers = (found: Awaited<ReturnType<typeof upsCarrier.find>>) =>
  found?.units.map(({ trackingReference }) => trackingReference);

describe('an accepted booking', () => {
  const accepted = (units: number, ShipmentResults: object) => {
    standIn.strike('book', { status: 200, json: { ShipmentResponse: { ShipmentResults } } });
    return bookWith(upsCarrier, requestOf(units), context);
  };
  const told = (number: string | undefined, label?: string) => ({
    ...(number === undefined ? {} : { TrackingNumber: number }),
    ...(label === undefined ? {} : { ShippingLabel: { GraphicImage: image(label) } }),
  });

  test.each([
    ['no packages', 2, [], ['A', 'A'], []],
    ['the first package alone', 2, [told('A', 'a')], ['A', 'A'], [[0, 'a']]],
    ['the last package alone', 2, [told('B', 'b')], ['A', 'B'], [[1, 'b']]],
    [
      'all but the first package',
      3,
      [told('B', 'b'), told('C', 'c')],
      ['A', 'B', 'C'],
      [
        [1, 'b'],
        [2, 'c'],
      ],
    ],
    [
      'a package without a number',
      2,
      [told('A', 'a'), told(undefined, 'b')],
      ['A', 'A'],
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    ['a label whose package nobody knows', 2, [told(undefined, 'x')], ['A', 'A'], []],
    ['more packages than units', 1, [told('A', 'a'), told('B', 'b')], ['A'], [[0, 'a']]],
    [
      'packages with other numbers only',
      2,
      [told('X', 'x'), told('Y', 'y')],
      ['X', 'Y'],
      [
        [0, 'x'],
        [1, 'y'],
      ],
    ],
    ['a package twice', 2, [told('A'), told('A', 'a')], ['A', 'A'], [[0, 'a']]],
  ] as const)('of which %s is told is booked under its number', async (_name, units, packages, references, labels) => {
    const booked = await accepted(units, { ShipmentIdentificationNumber: 'A', PackageResults: packages });
    expect(booked.carrierBookingReference).toBe('A');
    expect(numbers(booked)).toEqual(references);
    expect(contents(booked)).toEqual(labels);
  });

  test('whose only number is a package’s is booked under that', async () => {
    const booked = await accepted(1, { PackageResults: told('A', 'a') });
    expect(booked.carrierBookingReference).toBe('A');
    expect(contents(booked)).toEqual([[0, 'a']]);
  });
});

describe('recovered labels', () => {
  const answer = (labels: readonly string[], ShipmentIdentificationNumber?: string) => ({
    status: 200,
    json: {
      LabelRecoveryResponse: {
        ...(ShipmentIdentificationNumber === undefined ? {} : { ShipmentIdentificationNumber }),
        LabelResults: labels.map((number) => ({
          TrackingNumber: number,
          LabelImage: { GraphicImage: image(number.toLowerCase()) },
        })),
      },
    },
  });
  const none = { status: 400, json: { response: { errors: [{ code: '300102', message: 'No label found for it' }] } } };
  /** By which numbers UPS was asked, undefined where by our reference. */
  const askedSince = (before: number) =>
    standIn
      .received('find')
      .slice(before)
      .map(({ json }) => textAt(json, 'LabelRecoveryRequest', 'TrackingNumber'));
  const missing = (unitReferences: readonly string[]) =>
    upsCarrier.find({ ...requestOf(unitReferences.length), carrierBookingReference: 'A', unitReferences }, context);

  test('go to the units that have their numbers, whatever their order', async () => {
    standIn.strike('find', answer(['C', 'A', 'B'], 'A'));
    expect(contents(await missing(['A', 'B', 'C']))).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);
  });

  test('of a booking whose answer was lost begin with the first package', async () => {
    standIn.strike('find', answer(['B', 'A'], 'A'));
    const found = await upsCarrier.find(requestOf(2), context);
    expect(numbers(found)).toEqual(['A', 'B']);
    expect(contents(found)).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
  });

  test('that are not given by the shipment’s number are asked for by the units’ own', async () => {
    const before = standIn.received('find').length;
    standIn.strike('find', answer(['A'], 'A'));
    standIn.strike('find', answer(['B']));
    standIn.strike('find', none);
    expect(contents(await missing(['A', 'B', 'C']))).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
    expect(askedSince(before)).toEqual(['A', 'B', 'C']);
  });

  test('of units whose numbers UPS never told are asked for by our reference', async () => {
    const before = standIn.received('find').length;
    standIn.strike('find', answer(['A'], 'A'));
    standIn.strike('find', answer(['A', 'B'], 'A'));
    expect(contents(await missing(['A', 'A']))).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
    expect(askedSince(before)).toEqual(['A', undefined]);
  });

  test('of other units, or of another shipment, are nobody’s', async () => {
    standIn.strike('find', answer(['B', 'Z'], 'A'));
    standIn.strike('find', none);
    expect(contents(await missing(['A', 'B']))).toEqual([[1, 'b']]);
  });

  test('are none where UPS has none by any number', async () => {
    standIn.strike('find', none, 3);
    expect(await missing(['A', 'B'])).toBeUndefined();
  });

  test.each([
    ['nothing', {}],
    ['an empty answer', { LabelRecoveryResponse: { LabelResults: [] } }],
    ['candidates', { LabelRecoveryResponse: { TrackingCandidate: [{ TrackingNumber: 'A' }] } }],
  ])('do not tell of a booking where UPS gives %s', async (_name, json) => {
    for (const more of [{}, { carrierBookingReference: 'A' }]) {
      standIn.strike('find', { status: 200, json });
      await expect(upsCarrier.find({ ...requestOf(1), ...more }, context)).rejects.toMatchObject({
        name: 'CarrierAnswerUnclear',
      });
    }
  });
});
