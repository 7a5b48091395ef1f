import { describe, expect, test } from 'vitest';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, NO_SUCH_ID, problemOf, SHIPMENTS, shipmentIn, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { aroundStatement } from './around-statement.ts';

const world = useTestApp(createTestDatabase);
const HOLD = { reason: 'booking-outcome-unknown', detail: 'Look in the portal.', since: '2026-01-20T10:00:00.000Z' };

/** A shipment whose booking waits for a person; the carrier has a booking of it where `isBooked`. */
async function heldShipment(caller: Caller, isBooked = false): Promise<ShipmentBody> {
  const { id } = isBooked
    ? await caller.createShipment({ reference: 'SANDBOX-TIMEOUT' })
    : await shipmentIn(caller, 'Ordered');
  if (isBooked) expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  await world.rows(`update shipping.shipments set hold = $2 where id = $1`, [id, HOLD]);
  return (await caller.get(`${SHIPMENTS}/${id}`)).body as ShipmentBody;
}

const tell = (caller: Pick<Caller, 'put'>, id: string, body: object) =>
  caller.put(`${SHIPMENTS}/${id}/booking-outcome`, body);

const jobsOf = (id: string) =>
  world.rows<{ key: string }>(
    `select key from graphile_worker.jobs join shipping.consignments c on key = 'reconcile-booking:' || c.tenant_id || ':' || c.id
     where $1 = any (c.shipment_ids)`,
    [id],
  );

describe('PUT /shipments/{id}/booking-outcome', () => {
  test('that nothing was booked declines the shipment, to be reset and ordered anew', async () => {
    const { id } = await heldShipment(world.caller);
    const told = await tell(world.caller, id, { outcome: 'not-booked' });
    expect(told.body).toMatchObject({ status: 'Declined', refusal: { carrierErrorCode: 'NOT_BOOKED' } });
    expect(told.body).not.toHaveProperty('hold');
    expect((await world.caller.put(`${SHIPMENTS}/${id}/reset`)).body.status).toBe('Created');
  });

  test('repeated, it finds nothing held', async () => {
    const { id } = await heldShipment(world.caller);
    await tell(world.caller, id, { outcome: 'not-booked' });
    expect(problemOf(await tell(world.caller, id, { outcome: 'not-booked' }))).toBe('409 not-held');
  });

  test('a booking is told with its number', async () => {
    const { id } = await heldShipment(world.caller);
    const answer = await tell(world.caller, id, { outcome: 'booked' });
    expect(problemOf(answer)).toBe('400 validation');
    expect(answer.body.errors).toMatchObject([{ pointer: '/carrierBookingReference' }]);
  });

  test('a number that the carrier does not know changes nothing', async () => {
    const { id } = await heldShipment(world.caller);
    const answer = await tell(world.caller, id, { outcome: 'booked', carrierBookingReference: 'NOBODYS' });
    expect(problemOf(answer)).toBe('422 unknown-carrier-booking');
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({ status: 'Ordered', hold: HOLD });
  });

  test.each([{}, { outcome: 'perhaps' }, { outcome: 'not-booked', more: 1 }])('%j is refused', async (body) => {
    const { id } = await heldShipment(world.caller);
    expect(problemOf(await tell(world.caller, id, body))).toBe('400 validation');
  });

  test('a booking whose carrier was surely never reached can be given up, and is then not made any more', async () => {
    const { id } = await world.caller.createShipment({ reference: 'SANDBOX-UNAVAILABLE' });
    expect(problemOf(await world.caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
    expect(problemOf(await tell(world.caller, id, { outcome: 'not-booked' }))).toBe('409 not-held');

    await world.rows(`update shipping.consignments set doubtful = false where $1 = any (shipment_ids)`, [id]);
    expect(await jobsOf(id)).toHaveLength(1);
    const number = { outcome: 'booked', carrierBookingReference: 'X' };
    expect(problemOf(await tell(world.caller, id, number))).toBe('409 not-held');
    const told = await tell(world.caller, id, { outcome: 'not-booked' });
    expect(told.body).toMatchObject({ status: 'Declined', refusal: { carrierErrorCode: 'NOT_REACHED' } });
    expect(await jobsOf(id)).toEqual([]);
    expect((await world.caller.put(`${SHIPMENTS}/${id}/reset`)).body.status).toBe('Created');
  });

  test('a booking is asked for again when whoever gave it up dies, and its job came to it in between', async () => {
    const { id } = await shipmentIn(world.caller, 'Ordered');
    await world.rows(`update shipping.consignments set doubtful = false where $1 = any (shipment_ids)`, [id]);
    // Where it finds that somebody has the right to call the carrier, it ends.
    const [job] = await jobsOf(id);
    await world.rows(`select graphile_worker.remove_job($1)`, [job?.key]);
    using _died = aroundStatement(world.server.app.db.pool, 'save-shipment', 1, () =>
      Promise.reject(Object.assign(new Error('died'), { code: 'ECONNRESET' })),
    );
    expect(problemOf(await tell(world.caller, id, { outcome: 'not-booked' }))).toBe('503 service-unavailable');
    expect(await jobsOf(id)).toHaveLength(1);
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
  });

  test('a booking that is being made is not given up', async () => {
    const { id } = await shipmentIn(world.caller, 'Ordered');
    await world.rows(
      `update shipping.consignments set doubtful = false, called_until = '2999-01-01' where $1 = any (shipment_ids)`,
      [id],
    );
    expect(problemOf(await tell(world.caller, id, { outcome: 'not-booked' }))).toBe('409 concurrent-change');
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
  });

  test('a shipment without a hold is not a person’s to settle', async () => {
    const { id } = await world.caller.createShipment();
    expect(problemOf(await tell(world.caller, id, { outcome: 'not-booked' }))).toBe('409 not-held');
  });

  test('is for those who may order, of the shipment’s tenant', async () => {
    const { id } = await heldShipment(world.caller);
    const body = { outcome: 'not-booked' };
    expect((await tell(world.server.anonymous, id, body)).status).toBe(401);
    expect(problemOf(await tell(await world.server.newCaller(), id, body))).toBe('404 not-found');
    expect(problemOf(await tell(world.caller, NO_SUCH_ID, body))).toBe('404 not-found');
    expect((await world.caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
  });
});
