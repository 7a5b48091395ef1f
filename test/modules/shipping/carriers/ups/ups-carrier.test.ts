import { expect, test, vi } from 'vitest';
import { problemOf, SHIPMENTS } from '../../../../harness/app.ts';
import { describeCarrier } from '../carrier-suite.ts';
import { expectStatus, orderInVain, timeoutFor } from '../carrier-world.ts';
import { textAt } from '../json-at.ts';
import type { StandInFault } from '../stand-in.ts';
import { ADDRESSES_WITH_PHONES } from '../with-phones.ts';
import { startUpsStandIn } from './ups-stand-in.ts';

const standIn = await startUpsStandIn();

const { newTenant, bringForward, expectHeld, later } = describeCarrier({
  standIn,
  profile: {
    carrier: 'ups',
    environment: 'test',
    credentials: { clientId: 'client', clientSecret: 'secret' },
    settings: { accountNumber: 'A1B2C3' },
    productCode: '11',
  },
  shipment: { addresses: ADDRESSES_WITH_PHONES },
  label: { accept: 'application/pdf', begins: '%PDF-' },
  canFind: true,
});

test.concurrent('UPS’s no names its code, its words and our field', async () => {
  const { caller, create } = await newTenant();
  const { id } = await create({
    addresses: {
      ...ADDRESSES_WITH_PHONES,
      receiver: { ...ADDRESSES_WITH_PHONES.receiver, postCode: '99999' },
    },
  });
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body).toMatchObject({
    carrierErrorCode: '120802',
    retryable: false,
    errors: [{ pointer: '/addresses/receiver/postCode' }],
  });
});

test.concurrent('several units have a label each, as ZPL where the profile says so', async () => {
  const { caller, create } = await newTenant({ labelFormat: 'zpl' });
  const weight = { value: 2, unit: 'kg' };
  const { id } = await create({ handlingUnits: [{ weight }, { weight }] });
  const { body } = await caller.put(`${SHIPMENTS}/${id}/order`);
  const references = body.handlingUnits.map((unit: { trackingReference: string }) => unit.trackingReference);
  expect(new Set(references).size).toBe(2);
  const labels = await caller.get(`${SHIPMENTS}/${id}/labels?format=zpl`).responseType('blob');
  expect((labels.body as Buffer).toString().match(/\^XA/g)).toHaveLength(2);
  const asPdf = await caller.get(`${SHIPMENTS}/${id}/labels?format=pdf`);
  expect(problemOf(asPdf)).toBe('406 not-acceptable');
  expect(asPdf.body.availableFormats).toEqual(['application/zpl']);
});

test.concurrent('a wrong secret is UPS’s to tell', async () => {
  const { caller, profileId } = await newTenant({ credentials: { clientId: 'client', clientSecret: 'another' } });
  const answer = await caller.put(`/api/shipping/v2/carrier-profiles/${profileId}/verification`);
  expect(answer.body).toMatchObject({ verified: false, refusal: { carrierErrorCode: '10401', fault: 'profile' } });
});

test.concurrent.each<[string, StandInFault]>([
  ['is silent', 'silent'],
  ['resets', 'reset'],
  ['answers garbage', { status: 200, text: '<html>It works!</html>' }],
  [
    'answers 429',
    { status: 429, json: { response: { errors: [{ code: '10429', message: 'Quota Limit Exceeded' }] } } },
  ],
  ['answers 503', { status: 503, text: 'later' }],
])('that %s when it is asked for a token has booked nothing, and is booked with once', async (_, fault) => {
  const tenant = await newTenant(timeoutFor(fault));
  const { carrier, create, bookingsOf } = tenant;
  const { id } = await create();
  carrier.strike('token', fault);
  await orderInVain(tenant, id);
  expect(carrier.received('book')).toEqual([]);
  await expectStatus(tenant, id, 'Accepted');
  expect(carrier.received('book')).toHaveLength(1);
  expect(await bookingsOf(id)).toHaveLength(1);
});

test('that never says whether it has the booking leaves it to a person, who tells UPS’s number', async () => {
  const tenant = await newTenant();
  const { caller, carrier, create, bookingsOf, read } = tenant;
  const { id } = await create();
  const errors = [{ code: '300500', message: 'The service is down for maintenance.' }];
  carrier.strike('book', 'acted-and-reset');
  carrier.strike('find', { status: 400, json: { response: { errors } } }, 2);
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  await vi.waitFor(() => expect(carrier.received('find')).toHaveLength(1), { timeout: 15_000 });
  const { consignmentId, hold } = await read(id);
  expect(hold).toBeUndefined();
  await later(3_600_000, async () => {
    await bringForward('reconcile-booking', consignmentId);
    await expectHeld(tenant, id);
  });
  const [booking] = await bookingsOf(id);
  const told = { outcome: 'booked', carrierBookingReference: booking?.number };
  expect((await caller.put(`${SHIPMENTS}/${id}/booking-outcome`, told)).body).toMatchObject({
    status: 'Accepted',
    carrierBookingReference: booking?.number,
  });
  expect(carrier.received('find').at(-1)?.json).toMatchObject({
    LabelRecoveryRequest: { TrackingNumber: booking?.number },
  });
  expect(await bookingsOf(id)).toHaveLength(1);
});

test.concurrent('a booking of which UPS tells the number alone is accepted once, and each unit’s label is asked for', async () => {
  const { caller, carrier, create, bookingsOf } = await newTenant();
  const weight = { value: 2, unit: 'kg' };
  const { id } = await create({ handlingUnits: [{ weight }, { weight }] });
  carrier.strike('book', {
    edit: (answer) => ({
      ShipmentResponse: {
        ShipmentResults: {
          ShipmentIdentificationNumber: textAt(
            answer,
            'ShipmentResponse',
            'ShipmentResults',
            'ShipmentIdentificationNumber',
          ),
        },
      },
    }),
  });
  const ordered = await caller.put(`${SHIPMENTS}/${id}/order`);
  const [booking, ...others] = await bookingsOf(id);
  expect(others).toEqual([]);
  expect(ordered.body).toMatchObject({ status: 'Accepted', carrierBookingReference: booking?.number });
  const labels = await caller.get(`${SHIPMENTS}/${id}/labels`).accept('application/pdf').responseType('blob');
  expect(labels.status).toBe(200);
  expect(carrier.received('find')).toHaveLength(2);
});
