import { afterAll, describe, expect, test, vi } from 'vitest';
import type { CarrierProfileInput } from '../../../../src/modules/shipping/v2/carrier-schemas.ts';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, problemOf, SHIPMENTS, useTestApp, type World } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import type { StandIn } from './stand-in.ts';

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
  /** Whether the carrier can be asked by our reference; if not, a lost answer is for a person. */
  canFind: boolean;
  /** Whether the carrier is told of a cancellation. Default: it is. */
  canVoid?: boolean;
  /** The carrier's own code of a delivery, where it cannot be asked for scans and they come from elsewhere. */
  toldDelivery?: string;
}

/** A tenant with a profile of the carrier. */
export interface Tenant {
  caller: Caller;
  profileId: string;
  create(changes?: Record<string, unknown>): Promise<ShipmentBody>;
  /** What the carrier booked under the reference of the shipment's booking. */
  bookingsOf(shipmentId: string): Promise<readonly StandInBooking[]>;
}

export interface CarrierWorld {
  world: World;
  newTenant(changes?: Partial<CarrierProfileInput>): Promise<Tenant>;
}

const PROFILE = 'REAL';
const SETTLED = { timeout: 15_000, interval: 100 };
/** Of a carrier that says nothing: nobody waits for it longer than needs be. */
const IMPATIENT = { bookingTimeoutMs: 1_000 };
const PROFILES = '/api/shipping/v2/carrier-profiles';

/** The whole trip and the faults of reliability, the same for every carrier. @returns the world, for tests of the carrier's own */
export function describeCarrier({
  standIn,
  profile,
  shipment,
  label,
  canFind,
  canVoid = true,
  toldDelivery,
}: CarrierSuite): CarrierWorld {
  const world = useTestApp(createTestDatabase, {
    config: { carrierOrigins: [standIn.baseUrl] },
    background: true,
  });
  const { productCode, ...account } = profile;
  const body = { ...shipment, carrierReference: PROFILE, serviceLevelReference: 'STANDARD' };
  afterAll(() => standIn[Symbol.asyncDispose]());

  /** A tenant of its own, so that one test's failures open no other's circuit. */
  async function newTenant(changes: Partial<CarrierProfileInput> = {}): Promise<Tenant> {
    const caller = await world.server.newCaller();
    const answer = await caller.post(PROFILES, {
      ...account,
      reference: PROFILE,
      name: 'A real carrier',
      serviceLevels: [{ reference: 'STANDARD', name: 'Standard', productCode }],
      baseUrl: standIn.baseUrl,
      bookingTimeoutMs: 10_000,
      ...changes,
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return {
      caller,
      profileId: answer.body.id as string,
      create: (shipmentChanges = {}) => caller.createShipment({ ...body, ...shipmentChanges }),
      bookingsOf: async (id) => {
        const { consignmentId } = (await caller.get(`${SHIPMENTS}/${id}`)).body as ShipmentBody;
        const consignment = (await caller.get(`/api/shipping/v2/consignments/${consignmentId}`)).body;
        return standIn.bookings().filter((booking) => booking.reference === consignment.bookingReference);
      },
    };
  }

  /** Brings the next tracking of the booking forward to now. */
  async function askForScans(consignmentId = ''): Promise<void> {
    await world.rows(`update shipping.consignments set track_on = now() where id = $1`, [consignmentId]);
    await world.rows(
      `update graphile_worker._private_jobs set run_at = now() where key like 'track-shipment:%' || $1`,
      [consignmentId],
    );
  }

  describe('the whole trip', () => {
    test('create, order, label, cancel', async () => {
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

    test('create, order, track until it is delivered', async () => {
      const { caller, create } = await newTenant();
      const { id } = await create();
      const { consignmentId } = (await caller.put(`${SHIPMENTS}/${id}/order`)).body as ShipmentBody;
      if (toldDelivery === undefined) await askForScans(consignmentId);
      else await tellOfDelivery(caller, id, toldDelivery);
      await vi.waitFor(async () => {
        const { body: events } = await caller.get(`${SHIPMENTS}/${id}/tracking-events`);
        expect(events.items).toContainEqual(expect.objectContaining({ code: 'Delivered', source: 'carrier' }));
      }, SETTLED);
      const { body } = await caller.get(`${SHIPMENTS}/${id}`);
      expect(body).toMatchObject({ status: 'Executed', handlingUnits: [{ status: 'Delivered' }] });
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('409 invalid-state-transition');
    });

    test('what was said is kept, without secrets and names', async () => {
      const { caller, create } = await newTenant();
      const { id } = await create();
      await caller.put(`${SHIPMENTS}/${id}/order`);
      const calls = await caller.get(`${SHIPMENTS}/${id}/carrier-calls`);
      expect(calls.body.items.map((call: { operation: string }) => call.operation)).toContain('book');
      expect(calls.text).not.toMatch(/John Doe|Berliner Str/);
      for (const secret of Object.values(account.credentials ?? {})) expect(calls.text).not.toContain(`"${secret}"`);
    });

    test('the account is verified', async () => {
      const { caller, profileId } = await newTenant();
      const answer = await caller.put(`${PROFILES}/${profileId}/verification`);
      expect(answer.body).toMatchObject({ verified: true });
    });
  });

  describe('a carrier that', () => {
    const acted = ['acted-and-silent', 'acted-and-reset', 'acted-and-garbage', 'acted-and-dripping'] as const;
    test.each(acted)('%s never gets a second booking', async (fault) => {
      const { caller, create, bookingsOf } = await newTenant(IMPATIENT);
      const { id } = await create();
      standIn.strike('book', fault);
      const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
      expect(problemOf(answer)).toBe('503 carrier-unavailable');
      expect(answer.headers['retry-after']).toBe('5');
      // Found by our reference, or left to a person who tells the carrier's number.
      await vi.waitFor(async () => {
        const { status, hold } = (await caller.get(`${SHIPMENTS}/${id}`)).body as ShipmentBody;
        expect([status, hold?.reason]).toEqual(
          canFind ? ['Accepted', undefined] : ['Ordered', 'booking-outcome-unknown'],
        );
      }, SETTLED);
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

    test('is slow, and in time, is as good as any other', async () => {
      const { caller, create, bookingsOf } = await newTenant();
      const { id } = await create();
      standIn.strike('book', 'slow');
      expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
      expect(await bookingsOf(id)).toHaveLength(1);
    });

    const whileVoiding = canVoid ? (['acted-and-reset', 'acted-and-garbage', 'silent'] as const) : [];
    test.each(whileVoiding)('%s while it is told of a cancellation is told again until it is sure', async (fault) => {
      const { caller, create, bookingsOf } = await newTenant(IMPATIENT);
      const { id } = await create();
      await caller.put(`${SHIPMENTS}/${id}/order`);
      const booked = await bookingsOf(id);
      standIn.strike('cancel', fault);
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('503 carrier-unavailable');
      const read = () => caller.get(`${SHIPMENTS}/${id}`);
      await vi.waitFor(async () => expect((await read()).body.status).toBe('Canceled'), SETTLED);
      expect(booked).toMatchObject([{ voided: true }]);
    });

    test('answers 429 is booked with later, once', async () => {
      const { caller, create, bookingsOf } = await newTenant();
      const { id } = await create();
      standIn.strike('book', { status: 429, text: 'later' });
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
      const read = () => caller.get(`${SHIPMENTS}/${id}`);
      await vi.waitFor(async () => expect((await read()).body.status).toBe('Accepted'), SETTLED);
      expect(await bookingsOf(id)).toHaveLength(1);
    });

    test.each([500, 502, 503])('answers %i leaves the shipment Ordered', async (status) => {
      const { caller, create, bookingsOf } = await newTenant();
      const { id } = await create();
      standIn.strike('book', { status, text: 'later' });
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
      expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
      expect(await bookingsOf(id)).toHaveLength(0);
    });

    test('does not accept the account declines, and the profile is to blame', async () => {
      const { caller, create } = await newTenant();
      const { id } = await create();
      standIn.strike('book', { status: 403, json: {} });
      expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('422 carrier-account-rejected');
      expect((await caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({
        status: 'Declined',
        refusal: { fault: 'profile' },
      });
    });
  });
  return { world, newTenant };
}

async function tellOfDelivery(caller: Caller, id: string, carrierCode: string): Promise<void> {
  const scan = { source: 'carrier', carrierCode, occurredOn: new Date().toISOString() };
  expect((await caller.post(`${SHIPMENTS}/${id}/tracking-events`, scan)).status).toBe(201);
}
