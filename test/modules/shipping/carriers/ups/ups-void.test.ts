import { afterAll, describe, expect, test } from 'vitest';
import { upsCarrier } from '../../../../../src/modules/shipping/carriers/ups/ups-carrier.ts';
import { bookWith, requestWhere, toTrack } from '../carrier-context.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { upsConformance } from '../conformance/ups-conformance.ts';
import { upsContextFor } from './ups-context.ts';
import { startUpsStandIn } from './ups-stand-in.ts';

const standIn = await startUpsStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());
const context = upsContextFor(standIn);
const shipments = generateShipments(upsConformance.range);

describe('a void', () => {
  const voiding = async () => {
    const request = requestWhere(shipments, () => true);
    return toTrack(request, await bookWith(upsCarrier, request, context));
  };

  test('is done once, and to repeat it is a success', async () => {
    const booking = await voiding();
    expect(await upsCarrier.cancel(booking, context)).toEqual({ outcome: 'canceled' });
    expect(await upsCarrier.cancel(booking, context)).toEqual({ outcome: 'canceled' });
  });

  test('after UPS’s period is refused in its words', async () => {
    const booking = { ...(await voiding()), carrierBookingReference: '1ZOLD' };
    expect(await upsCarrier.cancel(booking, context)).toMatchObject({ outcome: 'refused', carrierErrorCode: '190102' });
  });

  const status = (Code: string, Description = 'Voided') => ({ Status: { Code, Description } });
  const answeredWith = async (json: unknown) => {
    standIn.strike('cancel', { status: 200, json });
    return upsCarrier.cancel(await voiding(), context);
  };
  const summed = (Code: string, ...packages: readonly string[]) => ({
    VoidShipmentResponse: { SummaryResult: status(Code), PackageLevelResults: packages.map((code) => status(code)) },
  });

  test('is done where UPS says so of the whole and of every package', async () => {
    expect(await answeredWith(summed('1'))).toEqual({ outcome: 'canceled' });
    expect(await answeredWith(summed('1', '1', '1'))).toEqual({ outcome: 'canceled' });
  });

  test('that UPS answers with success and did not do is refused', async () => {
    expect(await answeredWith({ VoidShipmentResponse: { SummaryResult: status('0', 'Not voided') } })).toMatchObject({
      outcome: 'refused',
      carrierMessage: 'Not voided',
    });
    expect(await answeredWith(summed('0', '0', '0'))).toMatchObject({ outcome: 'refused' });
  });

  test.each([
    ['nothing', {}],
    ['a list of nothing', []],
    ['errors', { response: { errors: [{ code: '190100', message: 'Not voided' }] } }],
    ['no summary', { VoidShipmentResponse: { Response: { ResponseStatus: { Code: '1' } } } }],
    ['an unknown code', summed('2')],
    ['one package that is not void', summed('1', '1', '0')],
    ['one package that is void', summed('0', '0', '1')],
    [
      'no success',
      { VoidShipmentResponse: { Response: { ResponseStatus: { Code: '0' } }, SummaryResult: status('1') } },
    ],
  ])('that UPS answers with %s is in doubt', async (_name, json) => {
    await expect(answeredWith(json)).rejects.toMatchObject({ name: 'CarrierOutcomeUnknown' });
  });
});
