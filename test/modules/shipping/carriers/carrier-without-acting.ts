import { describe, expect, test, vi } from 'vitest';
import { SHIPMENTS } from '../../../harness/app.ts';
import {
  type CarrierSuite,
  type CarrierWorld,
  expectStatus,
  orderInVain,
  SETTLED,
  timeoutFor,
} from './carrier-world.ts';
import type { StandInFault } from './stand-in.ts';

/** The carrier has done nothing, and does not say so. */
const WITHOUT_ACTING: readonly [string, StandInFault][] = [
  ['is silent', 'silent'],
  ['resets', 'reset'],
  ...[500, 502, 503].map((status): [string, StandInFault] => [`answers ${status}`, { status, text: 'later' }]),
];
/** By then every carrier shows what it has booked. */
const LONG_AFTER_MS = 10 * 60_000;

/** Whether it has acted cannot be told from here: it is found out before anything is booked again. */
export function describeFaultsWithoutActing(
  { newTenant, bringForward, expectPlanned, expectHeld, later }: CarrierWorld,
  { canFind }: CarrierSuite,
): void {
  describe('a carrier that', () => {
    test.runIf(canFind === true)(
      'did nothing and did not say so is booked with again once it would surely show a booking, and no sooner',
      async () => {
        const ordered = await Promise.all(
          WITHOUT_ACTING.map(async ([, fault]) => {
            const tenant = await newTenant(timeoutFor(fault));
            const { id } = await tenant.create();
            tenant.carrier.strike('book', fault);
            await orderInVain(tenant, id);
            return { tenant, id, consignmentId: (await tenant.read(id)).consignmentId };
          }),
        );
        for (const { tenant, id, consignmentId } of ordered) {
          await expectPlanned('reconcile-booking', consignmentId, '30 seconds');
          expect(tenant.carrier.received('find')).toHaveLength(1);
          await bringForward('reconcile-booking', consignmentId);
          await expectPlanned('reconcile-booking', consignmentId, '30 seconds');
          expect(await tenant.bookingsOf(id)).toEqual([]);
        }
        await later(LONG_AFTER_MS, async () => {
          for (const { tenant, id, consignmentId } of ordered) {
            await bringForward('reconcile-booking', consignmentId);
            await expectStatus(tenant, id, 'Accepted');
            expect(await tenant.bookingsOf(id)).toMatchObject([{ voided: false }]);
          }
        });
      },
    );

    test.runIf(canFind === 'hits')(
      'did nothing, and does not say so when it is asked, is left to a person after half an hour, and not booked with again',
      async () => {
        const ordered = await Promise.all(
          WITHOUT_ACTING.map(async ([, fault]) => {
            const tenant = await newTenant(timeoutFor(fault));
            const { id } = await tenant.create();
            tenant.carrier.strike('book', fault);
            await orderInVain(tenant, id);
            return { tenant, id, consignmentId: (await tenant.read(id)).consignmentId };
          }),
        );
        for (const { tenant, id } of ordered) {
          await vi.waitFor(() => expect(tenant.carrier.received('find').length).toBeGreaterThan(0), SETTLED);
          expect(await tenant.read(id)).not.toHaveProperty('hold');
        }
        await later(3_600_000, async () => {
          for (const { tenant, id, consignmentId } of ordered) {
            await bringForward('reconcile-booking', consignmentId);
            await expectHeld(tenant, id);
            expect(tenant.carrier.received('book')).toHaveLength(1);
          }
        });
        for (const { tenant, id } of ordered) {
          const { caller, bookingsOf } = tenant;
          const told = await caller.put(`${SHIPMENTS}/${id}/booking-outcome`, { outcome: 'not-booked' });
          expect(told.body.status).toBe('Declined');
          expect((await caller.put(`${SHIPMENTS}/${id}/reset`)).body.status).toBe('Created');
          expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
          expect(await bookingsOf(id)).toMatchObject([{ voided: false }]);
        }
      },
    );

    const leftToPersons = canFind ? [] : WITHOUT_ACTING;
    test.concurrent.each(leftToPersons)(
      '%s and did nothing is booked with again once a person has looked',
      async (_, fault) => {
        const tenant = await newTenant(timeoutFor(fault));
        const { caller, carrier, create, bookingsOf } = tenant;
        const { id } = await create();
        carrier.strike('book', fault);
        await orderInVain(tenant, id);
        await expectHeld(tenant, id);
        expect(carrier.received('book')).toHaveLength(1);
        const told = await caller.put(`${SHIPMENTS}/${id}/booking-outcome`, { outcome: 'not-booked' });
        expect(told.body.status).toBe('Declined');
        expect((await caller.put(`${SHIPMENTS}/${id}/reset`)).body.status).toBe('Created');
        expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
        expect(await bookingsOf(id)).toMatchObject([{ voided: false }]);
      },
    );
  });
}
