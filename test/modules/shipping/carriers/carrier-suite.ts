import { afterAll, describe, expect, test, vi } from 'vitest';
import type { CarrierProfileInput } from '../../../../src/modules/shipping/v2/carrier-schemas.ts';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import type { StandIn, StandInFault, StandInPart } from './stand-in.ts';

export interface StandInBooking {
  /** Ours. */
  reference: string;
  /** The carrier's. */
  number: string;
  voided: boolean;
}

/** A carrier's stand-in that also tells what it has booked, whatever its callers were told. */
export interface CarrierStandIn extends StandIn {
  bookings(): readonly StandInBooking[];
}

export interface CarrierSuite {
  standIn: CarrierStandIn;
  /** Without reference, name, base URL and time-outs. No credential is a word of the answers. */
  profile: Omit<CarrierProfileInput, 'reference' | 'name' | 'baseUrl' | 'bookingTimeoutMs' | 'serviceLevels'> & {
    productCode: string;
  };
  /** A shipment that the carrier takes, in the changes that it makes to the specification's example. */
  shipment: Record<string, unknown>;
  /** What a PDF or ZPL of one label begins with. */
  label: { accept: string; begins: string };
  /**
   * Whether the carrier can be asked by our reference; if not, a lost answer is for a person. `hits`: what it does not find may be there
   * all the same.
   */
  canFind: boolean | 'hits';
  /** Whether the carrier is told of a cancellation. Default: it is. */
  canVoid?: boolean;
  /** The carrier's own code of a delivery, where it cannot be asked for scans and they come from elsewhere. */
  toldDelivery?: string;
}

/** A tenant with a profile of the carrier. */
export interface Tenant {
  caller: Caller;
  profileId: string;
  /** The carrier as this tenant alone meets it. */
  carrier: StandInPart;
  create(changes?: Record<string, unknown>): Promise<ShipmentBody>;
  /** What the carrier booked for the shipment, in all its attempts. */
  bookingsOf(shipmentId: string): Promise<readonly StandInBooking[]>;
  read(shipmentId: string): Promise<ShipmentBody>;
}

export interface CarrierWorld {
  newTenant(changes?: Partial<CarrierProfileInput>): Promise<Tenant>;
  /** Runs the job about the booking now, whenever it was to run. */
  bringForward(task: 'track-shipment' | 'reconcile-booking', consignmentId: string | undefined): Promise<void>;
  /** Waits until the booking is left to a person. */
  expectHeld(tenant: Tenant, shipmentId: string): Promise<void>;
  /** With the application's clock ahead. Nothing else may run meanwhile: jobs that are planned then are planned for then. */
  later(aheadMs: number, run: () => Promise<void>): Promise<void>;
}

const PROFILE = 'REAL';
const SETTLED = { timeout: 20_000, interval: 100 };
/** Of a carrier that says nothing nobody waits longer than needs be; of any other, as long as a busy machine may take. */
const timeoutFor = (fault: StandInFault) =>
  fault === 'silent' || fault === 'acted-and-silent' || fault === 'acted-and-dripping'
    ? { bookingTimeoutMs: 2_000 }
    : { bookingTimeoutMs: 10_000 };
const PROFILES = '/api/shipping/v2/carrier-profiles';
/** By then every carrier shows what it has booked. */
const LONG_AFTER_MS = 10 * 60_000;

/** The carrier has made the label, and its answer is lost. */
const AFTER_ACTING = ['acted-and-silent', 'acted-and-reset', 'acted-and-garbage', 'acted-and-dripping'] as const;
/** Of the same, where no label depends on it: no answer, and one that cannot be read. */
const UNANSWERED = ['acted-and-silent', 'acted-and-garbage'] as const;
/** The carrier has done nothing, and does not say so. */
const WITHOUT_ACTING: readonly [string, StandInFault][] = [
  ['is silent', 'silent'],
  ['resets', 'reset'],
  ...[500, 502, 503].map((status): [string, StandInFault] => [`answers ${status}`, { status, text: 'later' }]),
];

/**
 * The whole trip and the faults of reliability, the same for every carrier. Tests run beside each other, each with a tenant of its own
 * and its own part of the stand-in. @returns what tests of the carrier's own need
 */
export function describeCarrier({
  standIn,
  profile,
  shipment,
  label,
  canFind,
  canVoid = true,
  toldDelivery,
}: CarrierSuite): CarrierWorld {
  let aheadMs = 0;
  const world = useTestApp(createTestDatabase, {
    config: { carrierOrigins: [standIn.baseUrl] },
    background: true,
    clock: () => new Date(Date.now() + aheadMs),
  });
  const { productCode, ...account } = profile;
  const body = { ...shipment, carrierReference: PROFILE, serviceLevelReference: 'STANDARD' };
  afterAll(() => standIn[Symbol.asyncDispose]());

  /** A tenant of its own, so that one test's failures open no other's circuit. */
  async function newTenant(changes: Partial<CarrierProfileInput> = {}): Promise<Tenant> {
    const caller = await world.server.newCaller();
    const carrier = standIn.part();
    const answer = await caller.post(PROFILES, {
      ...account,
      reference: PROFILE,
      name: 'A real carrier',
      serviceLevels: [{ reference: 'STANDARD', name: 'Standard', productCode }],
      baseUrl: carrier.baseUrl,
      bookingTimeoutMs: 10_000,
      ...changes,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return {
      caller,
      carrier,
      profileId: answer.body.id as string,
      create: (shipmentChanges = {}) => caller.createShipment({ ...body, ...shipmentChanges }),
      read: async (id) => (await caller.get(`${SHIPMENTS}/${id}`)).body as ShipmentBody,
      bookingsOf: async (id) => {
        const { items } = (await caller.get(`/api/shipping/v2/consignments?shipmentId=${id}`)).body;
        const references = new Set(items.map((each: { bookingReference: string }) => each.bookingReference));
        return standIn.bookings().filter((booking) => references.has(booking.reference));
      },
    };
  }

  async function bringForward(task: 'track-shipment' | 'reconcile-booking', consignmentId = ''): Promise<void> {
    if (task === 'track-shipment') {
      await world.rows(`update shipping.consignments set track_on = now() where id = $1`, [consignmentId]);
    }
    await world.rows(`update graphile_worker._private_jobs set run_at = now() where key like $1 || ':%:' || $2`, [
      task,
      consignmentId,
    ]);
  }

  /** Waits until the job about the booking is planned for so much later, which no call under way is. */
  const expectPlanned = (task: string, consignmentId: string | undefined, after: string): Promise<void> =>
    vi.waitFor(async () => {
      const planned = await world.rows(
        `select id from graphile_worker.jobs where key like $1 || ':%:' || $2 and run_at > now() + $3::interval`,
        [task, consignmentId, after],
      );
      expect(planned).toHaveLength(1);
    }, SETTLED);

  async function later(ms: number, run: () => Promise<void>): Promise<void> {
    aheadMs = ms;
    try {
      await run();
    } finally {
      aheadMs = 0;
    }
  }

  async function expectDelivered({ caller }: Tenant, id: string): Promise<void> {
    await vi.waitFor(async () => {
      const { body: events } = await caller.get(`${SHIPMENTS}/${id}/tracking-events`);
      expect(events.items).toContainEqual(expect.objectContaining({ code: 'Delivered', source: 'carrier' }));
    }, SETTLED);
  }

  const expectStatus = ({ read }: Tenant, id: string, status: ShipmentBody['status']) =>
    vi.waitFor(async () => expect((await read(id)).status).toBe(status), SETTLED);
  const expectHeld = ({ read }: Tenant, id: string): Promise<void> =>
    vi.waitFor(async () => {
      expect(await read(id)).toMatchObject({ status: 'Ordered', hold: { reason: 'booking-outcome-unknown' } });
    }, SETTLED);
  const orderInVain = async ({ caller }: Tenant, id: string): Promise<void> => {
    const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
    expect(problemOf(answer)).toBe('503 carrier-unavailable');
    expect(answer.headers['retry-after']).toBe('5');
  };

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
      for (const secret of Object.values(account.credentials ?? {})) expect(calls.text).not.toContain(`"${secret}"`);
    });

    test.concurrent('the account is verified', async () => {
      const { caller, profileId } = await newTenant();
      const answer = await caller.put(`${PROFILES}/${profileId}/verification`);
      expect(answer.body).toMatchObject({ verified: true });
    });
  });

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
  return { newTenant, bringForward, expectHeld, later };
}

async function tellOfDelivery(caller: Caller, id: string, carrierCode: string): Promise<void> {
  const scan = { source: 'carrier', carrierCode, occurredOn: new Date().toISOString() };
  expect((await caller.post(`${SHIPMENTS}/${id}/tracking-events`, scan)).status).toBe(201);
}
