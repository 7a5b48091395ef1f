import { afterAll, expect, test } from 'vitest';
import {
  CarrierAccountRejected,
  CarrierNotReached,
} from '../../../../../src/modules/shipping/carriers/carrier-outcome.ts';
import { dhlParcelDeCarrier } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-parcel-de-carrier.ts';
import { bookWith, contextOf } from '../carrier-context.ts';
import { laneOf } from '../lane.ts';
import type { StandInFault } from '../stand-in.ts';
import { startDhlParcelDeStandIn } from './dhl-parcel-de-stand-in.ts';
import { BILLING_NUMBERS, CREDENTIALS } from './dhl-suite.ts';

const standIn = await startDhlParcelDeStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

/** With circuits and tokens of its own. */
const context = (apiSecret = 'app-secret') =>
  contextOf(dhlParcelDeCarrier, {
    credentials: { ...CREDENTIALS, apiSecret },
    settings: { billingNumbers: BILLING_NUMBERS },
    productCode: 'V01PAK',
    baseUrl: standIn.baseUrl,
  });
const request = { ...laneOf('DE', 'DE'), bookingReference: 'VY-00000001' };

test.each<[string, StandInFault]>([
  ['resets', 'reset'],
  ['answers garbage', { status: 200, text: '<html>It works!</html>' }],
  ['has none in its answer', { status: 200, json: { token_type: 'Bearer' } }],
  ['answers 429', { status: 429, json: { title: 'Too many requests', status: 429 } }],
  ['answers 503', { status: 503, text: 'later' }],
])(
  'a token that cannot be had, because DHL %s, means that nothing was booked, and is asked for again',
  async (_, fault) => {
    const account = context();
    const before = standIn.received('book').length;
    standIn.strike('token', fault);
    await expect(bookWith(dhlParcelDeCarrier, request, account)).rejects.toThrow(CarrierNotReached);
    expect(standIn.received('book')).toHaveLength(before);
    expect(await bookWith(dhlParcelDeCarrier, request, account)).toMatchObject({ outcome: 'booked' });
  },
);

test.each<[string, StandInFault, string, string]>([
  [
    'RFC 6749',
    { status: 400, json: { error: 'invalid_grant', error_description: 'Wrong password.' } },
    'invalid_grant',
    'Wrong password.',
  ],
  ['RFC 6749, without words', { status: 401, json: { error: 'invalid_client' } }, 'invalid_client', 'invalid_client'],
  [
    'its other answers',
    { status: 401, json: { title: 'Unauthorized', status: 401, detail: 'Unknown app.' } },
    '401',
    'Unknown app.',
  ],
  ['no form at all', { status: 403, text: '<html>Forbidden</html>' }, '403', 'not accepted'],
])('that DHL gives no token, told in the form of %s, is the account’s', async (_, fault, code, words) => {
  standIn.strike('token', fault);
  const refused = await bookWith(dhlParcelDeCarrier, request, context()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(CarrierAccountRejected);
  expect(refused).toMatchObject({
    carrierErrorCode: code,
    carrierMessage: expect.stringContaining(words) as string,
  });
});
