import { expect, test, vi } from 'vitest';
import { problemOf, SHIPMENTS } from '../../../../harness/app.ts';
import { createCarrierWorld, SETTLED } from '../carrier-world.ts';
import { dhlSuite, REFUSED_WEIGHT } from './dhl-suite.ts';

const { newTenant } = createCarrierWorld(await dhlSuite());
const weight = { value: 2, unit: 'kg' };

test.concurrent('when DHL refuses one unit of several, those that it booked are deleted and the shipment is declined', async () => {
  const { caller, create, bookingsOf } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: REFUSED_WEIGHT }, { weight }] });
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.errors).toMatchObject([{ pointer: '/handlingUnits/1/weight' }]);
  expect((await bookingsOf(id)).map(({ voided }) => voided)).toEqual([true, true]);
});

test.concurrent('when those cannot be deleted either, the shipment is held for a person', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: REFUSED_WEIGHT }] });
  carrier.strike('cancel', { status: 500, text: 'later' });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  await vi.waitFor(
    async () =>
      expect((await caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({
        status: 'Ordered',
        hold: { reason: 'booking-outcome-unknown' },
      }),
    { timeout: 15_000, interval: 100 },
  );
});

const itemOf = (title: string, changes: object = {}) => ({ items: [{ sstatus: { title, status: 400 }, ...changes }] });

test.concurrent.each([
  itemOf('Unknown shipment number.'),
  itemOf('Shipment 00340434161094042557 does not exist.'),
  itemOf('The shipment with the number 00340434161094042557 was not found'),
  itemOf('Shipment does not exist (or was already deleted).'),
  itemOf('The shipment has already been deleted.'),
])('what DHL has deleted already counts as deleted: %j', async (json) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  carrier.strike('cancel', { status: 400, json });
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
});

test.concurrent.each([
  ['the request', 400, { title: 'Bad Request', status: 400, detail: 'The user group profile does not exist.' }],
  ['the request', 400, { status: { title: 'Bad Request', status: 400, detail: 'The shipment does not exist.' } }],
  ['the address', 404, { title: 'Resource not found', status: 404 }],
  ['the request', 400, { title: 'Request contains an unknown parameter', status: 400 }],
  ['the profile', 400, itemOf('Unknown profile')],
  ['the profile', 400, itemOf('The shipment cannot be deleted: the user group profile does not exist.')],
  ['the product', 400, itemOf('Unknown shipment product')],
  ['another shipment', 400, itemOf('Unknown shipment number.', { shipmentNo: '00340434161099999999' })],
])('DHL’s complaint about %s (%i %j) deletes nothing', async (_about, status, json) => {
  const { caller, carrier, create, bookingsOf } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  carrier.strike('cancel', { status, json });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('422 carrier-error');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
  expect((await bookingsOf(id)).map(({ voided }) => voided)).toEqual([false]);
});

const ERROR = { validationMessage: 'The shipment is manifested and cannot be deleted', validationState: 'Error' };
const DONE = { title: 'OK', status: 200 };

test.concurrent.each([
  [
    'nothing but an error about it',
    200,
    422,
    (shipmentNo: string) => ({ items: [{ shipmentNo, validationMessages: [ERROR] }] }),
  ],
  [
    'a failure of the whole',
    200,
    503,
    (shipmentNo: string) => ({ status: { title: 'Error', status: 400 }, items: [{ shipmentNo }] }),
  ],
  ['nothing about it', 200, 503, (shipmentNo: string) => ({ status: DONE, items: [{ shipmentNo }] })],
  [
    'success and an error',
    200,
    503,
    (shipmentNo: string) => ({ items: [{ shipmentNo, sstatus: DONE, validationMessages: [ERROR] }] }),
  ],
  ['success in a refusal', 400, 503, (shipmentNo: string) => ({ items: [{ shipmentNo, sstatus: DONE }] })],
  [
    'success about another shipment',
    200,
    503,
    () => ({ items: [{ shipmentNo: '00340434161099999999', sstatus: DONE }] }),
  ],
  [
    'success about two',
    200,
    503,
    (shipmentNo: string) => ({ items: [{ shipmentNo, sstatus: DONE }, { sstatus: DONE }] }),
  ],
])('an answer to a deletion that tells %s (%i) deletes nothing: %i', async (_, status, answered, jsonOf) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  const { body } = await caller.put(`${SHIPMENTS}/${id}/order`);
  carrier.strike('cancel', { status, json: jsonOf(body.carrierBookingReference as string) });
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).status).toBe(answered);
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
  // Whatever was said, it may be tried again, should the job that repeats a voiding not be faster.
  await vi.waitFor(async () => {
    await caller.put(`${SHIPMENTS}/${id}/cancel`);
    expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Canceled');
  }, SETTLED);
});

test.concurrent('units that were booked and are not deleted for want of a profile leave the shipment to a person', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: REFUSED_WEIGHT }] });
  carrier.strike('cancel', {
    status: 400,
    json: { title: 'Bad Request', detail: 'The user group profile does not exist.' },
  });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
});

test.concurrent('what DHL has deleted of several units and what not is told', async () => {
  const { caller, carrier, create, bookingsOf } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight }] });
  await caller.put(`${SHIPMENTS}/${id}/order`);
  const sstatus = { title: 'The shipment has been manifested and cannot be deleted.', status: 400 };
  carrier.strike('cancel', { edit: (answer) => answer });
  carrier.strike('cancel', { status: 400, json: { items: [{ sstatus }] } });
  const answer = await caller.put(`${SHIPMENTS}/${id}/cancel`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  const [deleted, kept] = await bookingsOf(id);
  expect([deleted?.voided, kept?.voided]).toEqual([true, false]);
  expect(answer.body.carrierMessage).toMatch(
    new RegExp(
      `^DHL has deleted ${deleted?.number} and not the others\\. ${kept?.number}: The shipment has been manifested`,
    ),
  );
});

test.concurrent('what DHL will not delete after its daily closing stays accepted', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  const sstatus = { title: 'The shipment has been manifested and cannot be deleted.', status: 400 };
  carrier.strike('cancel', { status: 400, json: { items: [{ sstatus }] } });
  const answer = await caller.put(`${SHIPMENTS}/${id}/cancel`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.carrierMessage).toContain('has been manifested');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
});
