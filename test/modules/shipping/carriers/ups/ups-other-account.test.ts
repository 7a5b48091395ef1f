import { expect, test, vi } from 'vitest';
import { createCarrierWorld, expectStatus, orderInVain, PROFILES, SETTLED } from '../carrier-world.ts';
import { ADDRESSES_WITH_PHONES } from '../with-phones.ts';
import { startUpsStandIn } from './ups-stand-in.ts';

const UPS = {
  carrier: 'ups',
  environment: 'test',
  credentials: { clientId: 'client', clientSecret: 'secret' },
  settings: { accountNumber: 'A1B2C3' },
} as const;

const { newTenant, bringForward } = createCarrierWorld({
  standIn: await startUpsStandIn(),
  profile: { ...UPS, productCode: '11' },
  shipment: { addresses: ADDRESSES_WITH_PHONES },
  label: { accept: 'application/pdf', begins: '%PDF-' },
  canFind: true,
});

test('a booking whose outcome is unknown is looked for in the account that it was made with, whatever the profile’s is now', async () => {
  const tenant = await newTenant();
  const { caller, carrier, profileId, create, read, bookingsOf } = tenant;
  const { id } = await create();
  carrier.strike('book', 'acted-and-reset');
  carrier.strike('find', { status: 503, text: 'later' });
  await orderInVain(tenant, id);
  await vi.waitFor(() => expect(carrier.received('find')).toHaveLength(1), SETTLED);
  const { body: profile } = await caller.get(`${PROFILES}/${profileId}`);
  const { reference, name, serviceLevels, baseUrl } = profile;
  const settings = { accountNumber: 'Z9Y8X7' };
  const changed = await caller.put(`${PROFILES}/${profileId}`, {
    ...{ ...UPS, credentials: undefined, settings },
    ...{ reference, name, serviceLevels, baseUrl },
  });
  expect(changed.body).toMatchObject({ settings });
  await bringForward('reconcile-booking', (await read(id)).consignmentId);
  await expectStatus(tenant, id, 'Accepted');
  expect(carrier.received('find').at(-1)?.json).toMatchObject({
    LabelRecoveryRequest: { ReferenceValues: { ShipperNumber: 'A1B2C3' } },
  });
  expect(await bookingsOf(id)).toMatchObject([{ voided: false }]);
});
