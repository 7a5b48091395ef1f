import { afterAll, expect, vi } from 'vitest';
import type { CarrierProfileInput } from '../../../../src/modules/shipping/v2/carrier-schemas.ts';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import type { CarrierStandIn, StandInBooking, StandInFault, StandInPart } from './stand-in.ts';

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
  /** Runs the job about the booking now, whenever it was to run. The scans of others are due by then too. */
  bringForward(
    task: 'track-shipment' | 'reconcile-booking',
    consignmentId: string | undefined,
    ...others: readonly (string | undefined)[]
  ): Promise<void>;
  /** Waits until the job about the booking is planned for so much later, which no call under way is. */
  expectPlanned(task: string, consignmentId: string | undefined, after: string): Promise<void>;
  /** Waits until the booking is left to a person. */
  expectHeld(tenant: Tenant, shipmentId: string): Promise<void>;
  /** With the application's clock ahead. Nothing else may run meanwhile: jobs that are planned then are planned for then. */
  later(aheadMs: number, run: () => Promise<void>): Promise<void>;
}

export const PROFILES = '/api/shipping/v2/carrier-profiles';
export const SETTLED = { timeout: 20_000, interval: 100 };
const PROFILE = 'REAL';

/** The application with the carrier's stand-in beside it. */
export function createCarrierWorld({ standIn, profile, shipment }: CarrierSuite): CarrierWorld {
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

  async function bringForward(
    task: 'track-shipment' | 'reconcile-booking',
    consignmentId = '',
    ...others: readonly (string | undefined)[]
  ): Promise<void> {
    if (task === 'track-shipment') {
      const due = [consignmentId, ...others];
      await world.rows(`update shipping.consignments set track_on = now() where id = any($1::uuid[])`, [due]);
    }
    await world.rows(`update graphile_worker._private_jobs set run_at = now() where key like $1 || ':%:' || $2`, [
      task,
      consignmentId,
    ]);
  }

  const expectPlanned = (task: string, consignmentId: string | undefined, after: string): Promise<void> =>
    vi.waitFor(async () => {
      const planned = await world.rows(
        `select id from graphile_worker.jobs where key like $1 || ':%:' || $2 and run_at > now() + $3::interval`,
        [task, consignmentId, after],
      );
      expect(planned).toHaveLength(1);
    }, SETTLED);

  /** A person has to look, and whoever listens has been told so. */
  async function expectHeld({ read }: Tenant, id: string): Promise<void> {
    await vi.waitFor(async () => {
      expect(await read(id)).toMatchObject({ status: 'Ordered', hold: { reason: 'booking-outcome-unknown' } });
    }, SETTLED);
    const told = await world.rows(
      `select type, data->'hold'->>'reason' as reason from platform.events where subject = $1 order by sequence desc limit 1`,
      [`shipment/${id}`],
    );
    expect(told).toEqual([{ type: 'shipment.held', reason: 'booking-outcome-unknown' }]);
  }

  async function later(ms: number, run: () => Promise<void>): Promise<void> {
    aheadMs = ms;
    try {
      await run();
    } finally {
      aheadMs = 0;
    }
  }

  return { newTenant, bringForward, expectPlanned, expectHeld, later };
}

/** Of a carrier that says nothing nobody waits longer than needs be; of any other, as long as a busy machine may take. */
export function timeoutFor(fault: StandInFault): Pick<CarrierProfileInput, 'bookingTimeoutMs'> {
  const isEndless = fault === 'silent' || fault === 'acted-and-silent' || fault === 'acted-and-dripping';
  return { bookingTimeoutMs: isEndless ? 2_000 : 10_000 };
}

export async function expectDelivered({ caller }: Tenant, id: string): Promise<void> {
  await vi.waitFor(async () => {
    const { body: events } = await caller.get(`${SHIPMENTS}/${id}/tracking-events`);
    expect(events.items).toContainEqual(expect.objectContaining({ code: 'Delivered', source: 'carrier' }));
  }, SETTLED);
}

export async function expectStatus({ read }: Tenant, id: string, status: ShipmentBody['status']): Promise<void> {
  await vi.waitFor(async () => expect((await read(id)).status).toBe(status), SETTLED);
}

/** The carrier does not answer, and the caller is told to come again. */
export async function orderInVain({ caller }: Tenant, id: string): Promise<void> {
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('503 carrier-unavailable');
  expect(answer.headers['retry-after']).toBe('5');
}
