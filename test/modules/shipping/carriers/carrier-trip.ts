import { describe, expect, test } from 'vitest';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, problemOf, SHIPMENTS } from '../../../harness/app.ts';
import { type CarrierSuite, type CarrierWorld, expectDelivered, PROFILES } from './carrier-world.ts';

/** From a new shipment to its delivery or cancellation, with nothing in the way. */
export function describeTrip(
  { newTenant, bringForward }: CarrierWorld,
  { profile, label, canVoid = true, toldDelivery }: CarrierSuite,
): void {
  describe('the whole trip', () => {
    test.concurrent('create, order, label, cancel', async () => {
      const { caller, create, bookingsOf } = await newTenant();
      const { id } = await create();
      const ordered = await caller.put(`${SHIPMENTS}/${id}/order`);
      expect(ordered.body).toMatchObject({ status: 'Accepted', carrierBookingReference: expect.any(String) as string });
      expect(ordered.body.handlingUnits[0].trackingReference).toMatch(/./);
      const labels = await caller.get(`${SHIPMENTS}/${id}/labels`).set('accept', label.accept).responseType('blob');
      expect(labels.status).toBe(200);
      expect(labels.headers['content-type']).toContain(label.accept);
      expect((labels.body as Buffer).toString('latin1').slice(0, label.begins.length)).toBe(label.begins);
      const booked = await bookingsOf(id);
      expect(booked).toMatchObject([{ voided: false }]);
      expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
      expect(booked).toMatchObject([{ voided: canVoid }]);
    });

    test.concurrent('create, order, track until it is delivered', async () => {
      const tenant = await newTenant();
      const { caller, create, read } = tenant;
      const { id } = await create();
      const { consignmentId } = (await caller.put(`${SHIPMENTS}/${id}/order`)).body as ShipmentBody;
      if (toldDelivery === undefined) await bringForward('track-shipment', consignmentId);
      else await tellOfDelivery(caller, id, toldDelivery);
      await expectDelivered(tenant, id);
      expect(await read(id)).toMatchObject({ status: 'Executed', handlingUnits: [{ status: 'Delivered' }] });
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('409 invalid-state-transition');
    });

    test.concurrent('what was said is kept, without secrets and names', async () => {
      const { caller, create } = await newTenant();
      const { id } = await create();
      await caller.put(`${SHIPMENTS}/${id}/order`);
      const calls = await caller.get(`${SHIPMENTS}/${id}/carrier-calls`);
      expect(calls.body.items.map((call: { operation: string }) => call.operation)).toContain('book');
      expect(calls.text).not.toMatch(/John Doe|Berliner Str/);
      for (const secret of Object.values(profile.credentials ?? {})) expect(calls.text).not.toContain(`"${secret}"`);
    });

    test.concurrent('the account is verified', async () => {
      const { caller, profileId } = await newTenant();
      const answer = await caller.put(`${PROFILES}/${profileId}/verification`);
      expect(answer.body).toMatchObject({ verified: true });
    });
  });
}

async function tellOfDelivery(caller: Caller, id: string, carrierCode: string): Promise<void> {
  const scan = { source: 'carrier', carrierCode, occurredOn: new Date().toISOString() };
  expect((await caller.post(`${SHIPMENTS}/${id}/tracking-events`, scan)).status).toBe(201);
}
