import { describe, expect, test, vi } from 'vitest';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { problemOf, SHIPMENTS } from '../../../harness/app.ts';
import {
  type CarrierSuite,
  type CarrierWorld,
  expectDelivered,
  expectStatus,
  orderInVain,
  SETTLED,
  timeoutFor,
} from './carrier-world.ts';

/** The carrier has made the label, and its answer is lost. */
const AFTER_ACTING = ['acted-and-silent', 'acted-and-reset', 'acted-and-garbage', 'acted-and-dripping'] as const;
/** Of the same, where no label depends on it: no answer, and one that cannot be read. */
const UNANSWERED = ['acted-and-silent', 'acted-and-garbage'] as const;

/** The carrier has done what it was asked, or says clearly that it has not. */
export function describeFaults(
  { newTenant, bringForward, expectPlanned, expectHeld }: CarrierWorld,
  { label, canFind, canVoid = true, toldDelivery }: CarrierSuite,
): void {
  describe('a carrier that', () => {
    test.concurrent.each(AFTER_ACTING)('%s never gets a second booking', async (fault) => {
      const tenant = await newTenant(timeoutFor(fault));
      const { caller, carrier, create, bookingsOf } = tenant;
      const { id } = await create();
      carrier.strike('book', fault);
      await orderInVain(tenant, id);
      // Found by our reference, or left to a person who tells the carrier's number.
      if (canFind) await expectStatus(tenant, id, 'Accepted');
      else await expectHeld(tenant, id);
      const booked = await bookingsOf(id);
      expect(booked).toHaveLength(1);
      if (!canFind) {
        const told = { outcome: 'booked', carrierBookingReference: booked[0]?.number };
        const resolved = await caller.put(`${SHIPMENTS}/${id}/booking-outcome`, told);
        expect(resolved.body).toMatchObject({ status: 'Accepted', carrierBookingReference: booked[0]?.number });
      }
      const accept = { accept: label.accept };
      expect((await caller.get(`${SHIPMENTS}/${id}/labels`).set(accept)).status).toBe(200);
    });

    test.concurrent.each(UNANSWERED)('%s while it is asked for a lost booking is asked again', async (fault) => {
      const tenant = await newTenant(timeoutFor(fault));
      const { caller, carrier, create, bookingsOf } = tenant;
      const { id } = await create();
      carrier.strike('book', 'acted-and-reset');
      carrier.strike('find', fault);
      await orderInVain(tenant, id);
      if (!canFind) {
        await expectHeld(tenant, id);
        const told = { outcome: 'booked', carrierBookingReference: (await bookingsOf(id))[0]?.number };
        const tell = () => caller.put(`${SHIPMENTS}/${id}/booking-outcome`, told);
        expect(problemOf(await tell())).toBe('503 carrier-unavailable');
        await expectHeld(tenant, id);
        await vi.waitFor(async () => expect((await tell()).status).toBe(200), SETTLED);
      }
      await expectStatus(tenant, id, 'Accepted');
      expect(await bookingsOf(id)).toHaveLength(1);
    });

    test.concurrent('is slow, and in time, is as good as any other', async () => {
      const { caller, carrier, create, bookingsOf } = await newTenant();
      const { id } = await create();
      carrier.strike('book', 'slow');
      expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
      expect(await bookingsOf(id)).toHaveLength(1);
    });

    const whileVoiding = canVoid ? (['silent', 'acted-and-reset', 'acted-and-garbage'] as const) : [];
    test.concurrent.each(whileVoiding)(
      '%s while it is told of a cancellation is told again until it is sure',
      async (fault) => {
        const tenant = await newTenant(timeoutFor(fault));
        const { caller, carrier, create, bookingsOf } = tenant;
        const { id } = await create();
        await caller.put(`${SHIPMENTS}/${id}/order`);
        const booked = await bookingsOf(id);
        carrier.strike('cancel', fault);
        expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('503 carrier-unavailable');
        await expectStatus(tenant, id, 'Canceled');
        expect(booked).toMatchObject([{ voided: true }]);
      },
    );

    const whileTracking = toldDelivery === undefined ? UNANSWERED : [];
    test.concurrent.each(whileTracking)('%s while it is asked for scans is asked again', async (fault) => {
      const tenant = await newTenant(timeoutFor(fault));
      const { caller, carrier, create } = tenant;
      const { id } = await create();
      const { consignmentId } = (await caller.put(`${SHIPMENTS}/${id}/order`)).body as ShipmentBody;
      carrier.strike('track', fault);
      await bringForward('track-shipment', consignmentId);
      await vi.waitFor(async () => {
        const { items } = (await caller.get(`${SHIPMENTS}/${id}/carrier-calls`)).body;
        expect(items[0]).toMatchObject({ operation: 'track', failure: expect.any(String) as string });
      }, SETTLED);
      await expectPlanned('track-shipment', consignmentId, '10 minutes');
      await bringForward('track-shipment', consignmentId);
      await expectDelivered(tenant, id);
    });

    test.concurrent('answers 429 is booked with later, once', async () => {
      const tenant = await newTenant();
      const { carrier, create, bookingsOf } = tenant;
      const { id } = await create();
      carrier.strike('book', { status: 429, text: 'later' });
      await orderInVain(tenant, id);
      await expectStatus(tenant, id, 'Accepted');
      expect(await bookingsOf(id)).toHaveLength(1);
    });

    test.concurrent('does not accept the account declines, and the profile is to blame', async () => {
      const { caller, carrier, create, read } = await newTenant();
      const { id } = await create();
      carrier.strike('book', { status: 403, json: {} });
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('422 carrier-account-rejected');
      expect(await read(id)).toMatchObject({ status: 'Declined', refusal: { fault: 'profile' } });
    });
  });
}
