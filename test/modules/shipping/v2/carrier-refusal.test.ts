import { afterAll, expect, test } from 'vitest';
import { shipmentInputExample } from '../../../../src/modules/shipping/v2/shipment-examples.ts';
import { problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { startUpsStandIn } from '../carriers/ups/ups-stand-in.ts';

const ups = await startUpsStandIn();
const world = useTestApp(createTestDatabase, { config: { carrierOrigins: [ups.baseUrl] } });
afterAll(() => ups[Symbol.asyncDispose]());

test.each([
  ['cut inside a character', `${'x'.repeat(999)}\u{1F69A}`, 'x'.repeat(999)],
  ['with half a character in it', 'No \uD83D truck', 'No \uFFFD truck'],
  ['with a NUL in it', 'No\u0000truck', 'No truck'],
])('a refusal whose text is %s declines the shipment all the same, and is sent once', async (_name, message, kept) => {
  const caller = await world.server.newCaller();
  const profile = await caller.post('/api/shipping/v2/carrier-profiles', {
    reference: 'REAL',
    name: 'UPS',
    carrier: 'ups',
    environment: 'test',
    baseUrl: ups.baseUrl,
    credentials: { clientId: 'client', clientSecret: 'secret' },
    settings: { accountNumber: 'A1B2C3' },
    serviceLevels: [{ reference: 'STANDARD', name: 'Standard', productCode: '11' }],
  });
  expect(profile.status).toBe(201);
  const { sender, receiver } = shipmentInputExample.addresses;
  const { id } = await caller.createShipment({
    carrierReference: 'REAL',
    serviceLevelReference: 'STANDARD',
    addresses: { sender: { ...sender, phone: '+31201234567' }, receiver: { ...receiver, phone: '+4930123456' } },
  });
  ups.strike('book', { status: 400, json: { response: { errors: [{ code: '120206', message }] } } });
  const before = ups.received('book').length;
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer), answer.text).toBe('422 carrier-error');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({
    status: 'Declined',
    refusal: { carrierMessage: kept },
  });
  expect(ups.received('book')).toHaveLength(before + 1);
});
