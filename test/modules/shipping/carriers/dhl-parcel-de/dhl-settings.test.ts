import { afterAll, expect, test } from 'vitest';
import type { DhlAccount } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-account.ts';
import { dhlParcelDeCarrier } from '../../../../../src/modules/shipping/carriers/dhl-parcel-de/dhl-parcel-de-carrier.ts';
import { bookWith, contextOf, toTrack } from '../carrier-context.ts';
import { laneOf } from '../lane.ts';
import { startDhlParcelDeStandIn } from './dhl-parcel-de-stand-in.ts';
import { BILLING_NUMBERS, CREDENTIALS } from './dhl-suite.ts';

const standIn = await startDhlParcelDeStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const request = { ...laneOf('DE', 'DE', { returnService: 'enclosed-label' }), bookingReference: 'VY-00000001' };

/** What DHL is asked when an account with these settings books and deletes. */
async function askedWith(settings: Partial<DhlAccount['settings']>) {
  const context = contextOf(dhlParcelDeCarrier, {
    credentials: CREDENTIALS,
    settings: { billingNumbers: BILLING_NUMBERS, ...settings },
    productCode: 'V01PAK',
    baseUrl: standIn.baseUrl,
  });
  const booked = await bookWith(dhlParcelDeCarrier, request, context);
  expect(await dhlParcelDeCarrier.cancel(toTrack(request, booked), context)).toEqual({ outcome: 'canceled' });
  const [order, deletion] = [standIn.received('book').at(-1), standIn.received('cancel').at(-1)];
  return { order: order?.json, query: Object.fromEntries(order?.query ?? []), deletion: deletion?.query };
}

test('what an account does not say is DHL’s standard: its user group, its paper, and addresses that DHL can route', async () => {
  const { order, query, deletion } = await askedWith({});
  expect(order).toMatchObject({ profile: 'STANDARD_GRUPPENPROFIL' });
  expect(deletion?.get('profile')).toBe('STANDARD_GRUPPENPROFIL');
  expect(query).toEqual({ mustEncode: 'true', docFormat: 'PDF', includeDocs: 'include', combine: 'false' });
});

test('the user group of an account books and deletes', async () => {
  const { order, deletion } = await askedWith({ userGroupProfile: 'VERSAND' });
  expect(order).toMatchObject({ profile: 'VERSAND' });
  expect(deletion?.get('profile')).toBe('VERSAND');
});

test('labels are asked for on the paper of an account, that for the way back too, and printed anyway where it wants that', async () => {
  const { query } = await askedWith({ printFormat: '910-300-400', mustEncode: false });
  expect(query).toMatchObject({
    printFormat: '910-300-400',
    retourePrintFormat: '910-300-400',
    mustEncode: 'false',
  });
});
