import { expect, test, vi } from 'vitest';
import { shipmentInputExample } from '../../../../../src/modules/shipping/v2/shipment-examples.ts';
import type { ShipmentBody } from '../../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { problemOf, SHIPMENTS } from '../../../../harness/app.ts';
import { describeCarrier } from '../carrier-suite.ts';
import { expectDelivered } from '../carrier-world.ts';
import { textAt } from '../json-at.ts';
import { startMyDhlStandIn } from './mydhl-stand-in.ts';

/** DHL Express takes nobody without a telephone number. */
const addresses = {
  sender: { ...shipmentInputExample.addresses.sender, phone: '+31201234567' },
  receiver: { ...shipmentInputExample.addresses.receiver, phone: '+4930123456' },
};
const standIn = await startMyDhlStandIn();

const { newTenant, bringForward, later } = describeCarrier({
  standIn,
  profile: {
    carrier: 'mydhl',
    environment: 'test',
    credentials: { username: 'user', password: 'secret' },
    settings: { accountNumber: '123456789' },
    productCode: 'P',
  },
  shipment: { addresses },
  label: { accept: 'application/pdf', begins: '%PDF-' },
  canFind: 'hits',
  canVoid: false,
});

test.concurrent('DHL’s no names its code, its words and our field', async () => {
  const { caller, create } = await newTenant();
  const { id } = await create({ addresses: { ...addresses, receiver: { ...addresses.receiver, postCode: '99999' } } });
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body).toMatchObject({
    carrierErrorCode: '7042',
    retryable: false,
    errors: [{ pointer: '/addresses/receiver/postCode' }],
  });
});

test.concurrent('without a telephone number nothing is sent, and our field is named', async () => {
  const { caller, carrier, create } = await newTenant();
  const { phone: _phone, ...receiver } = addresses.receiver;
  const { id } = await create({ addresses: { ...addresses, receiver } });
  const sent = carrier.received('book').length;
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.errors).toMatchObject([{ pointer: '/addresses/receiver/phone' }]);
  expect(carrier.received('book')).toHaveLength(sent);
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
});

test.concurrent('a call is kept with what DHL’s support finds it by', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  carrier.strike('book', { status: 500, text: 'later', headers: { 'Invocation-Id': '3caf468a-c2fb-4837-b271' } });
  await caller.put(`${SHIPMENTS}/${id}/order`);
  const { body } = await caller.get(`${SHIPMENTS}/${id}/carrier-calls`);
  const [booking] = carrier.received('book');
  expect(body.items.at(-1)).toMatchObject({
    operation: 'book',
    requestId: booking?.headers['message-reference'],
    answerId: '3caf468a-c2fb-4837-b271',
  });
});

test.concurrent('a wrong secret is DHL’s to tell', async () => {
  const { caller, profileId } = await newTenant({ credentials: { username: 'user', password: 'another' } });
  const answer = await caller.put(`/api/shipping/v2/carrier-profiles/${profileId}/verification`);
  expect(answer.body).toMatchObject({ verified: false, refusal: { fault: 'profile' } });
});

test.concurrent('bookings that are due together are asked about in one call, and each keeps what was said of it', async () => {
  const tenant = await newTenant();
  const { caller, carrier, create } = tenant;
  const [one, other] = [await create(), await create()];
  const ordered = [];
  for (const { id } of [one, other]) ordered.push((await caller.put(`${SHIPMENTS}/${id}/order`)).body as ShipmentBody);
  const [first, ...others] = ordered.map(({ consignmentId }) => consignmentId);
  await bringForward('track-shipment', first, ...others);
  for (const { id } of ordered) await expectDelivered(tenant, id);
  const asked = carrier.received('track').map(({ query }) => query.getAll('shipmentTrackingNumber').toSorted());
  expect(asked).toEqual([ordered.map((each) => each.carrierBookingReference).toSorted()]);
  for (const { id, carrierBookingReference: own } of ordered) {
    const { items } = (await caller.get(`${SHIPMENTS}/${id}/carrier-calls`)).body;
    const { answerBody } = items[0] as { answerBody: string };
    expect(/"shipmentTrackingNumber":"(\d+)"/.exec(answerBody)?.[1]).toBe(own);
    expect(answerBody.match(/"shipmentTrackingNumber"/g)).toHaveLength(1);
  }
});

test('that could not be booked with is told a day later of a time of shipping that is still to come', async () => {
  const dayMs = 24 * 3_600_000;
  const { caller, carrier, create, read } = await newTenant();
  const { id } = await create();
  const begunMs = Date.now();
  carrier.strike('book', { status: 429, text: 'later' });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  await later(dayMs, async () => {
    await bringForward('reconcile-booking', (await read(id)).consignmentId);
    await vi.waitFor(async () => expect((await read(id)).status).toBe('Accepted'), { timeout: 15_000 });
  });
  const told = carrier
    .received('book')
    .map(({ json }) => textAt(json, 'plannedShippingDateAndTime')?.replace(' GMT', ''));
  expect(told).toHaveLength(2);
  expect(Date.parse(told[1] ?? '')).toBeGreaterThan(begunMs + dayMs);
});
