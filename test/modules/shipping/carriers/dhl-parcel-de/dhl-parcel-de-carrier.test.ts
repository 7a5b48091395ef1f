import { expect, test, vi } from 'vitest';
import { type Caller, problemOf, SHIPMENTS } from '../../../../harness/app.ts';
import { describeCarrier } from '../carrier-suite.ts';
import { at } from '../json-at.ts';
import { BILLING_NUMBERS, CREDENTIALS, dhlSuite } from './dhl-suite.ts';

const suite = await dhlSuite();
const { newTenant } = describeCarrier(suite);

const STANDARD = { reference: 'STANDARD', name: 'Standard' };
const PLACES = {
  DE_SENDER: {
    companyName: 'Acme GmbH',
    street: 'Berliner Str. 45',
    city: 'Berlin',
    postCode: '10115',
    countryCode: 'DE',
  },
  CH_RECEIVER: {
    contactName: 'Hans Muster',
    street: 'Bahnhofstrasse 1',
    city: 'Zürich',
    postCode: '8001',
    countryCode: 'CH',
  },
};
const PAULA = { contactName: 'Paula Packstation', city: 'Berlin', postCode: '10115', countryCode: 'DE' };
const GOODS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '12.50', currency: 'EUR' },
  hsCode: '610910',
  countryOfOrigin: 'PT',
  netWeight: { value: 0.4, unit: 'kg' },
};
const weight = { value: 2, unit: 'kg' };

test.concurrent('DHL’s no names its words and our field, and its warnings are not among them', async () => {
  const { caller, create } = await newTenant();
  const { addresses } = await create();
  const { id } = await create({ addresses: { ...addresses, receiver: { ...addresses.receiver, postCode: '99999' } } });
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body).toMatchObject({
    carrierErrorCode: '400',
    carrierMessage: 'The postal code does not exist.',
    retryable: false,
  });
  expect(answer.body.errors).toMatchObject([{ pointer: '/addresses/receiver/postCode' }]);
});

test.concurrent('a warning is kept with what was said and refuses nothing', async () => {
  const { caller, create } = await newTenant();
  const { id } = await create();
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
  expect((await caller.get(`${SHIPMENTS}/${id}/carrier-calls`)).text).toContain('The street was corrected.');
});

test.concurrent('several units are booked together, each with a label of its own, as ZPL where the profile says so', async () => {
  const { caller, create, bookingsOf } = await newTenant({ labelFormat: 'zpl' });
  const { id } = await create({ handlingUnits: [{ weight }, { weight }, { weight }] });
  const { body } = await caller.put(`${SHIPMENTS}/${id}/order`);
  const references = body.handlingUnits.map((unit: { trackingReference: string }) => unit.trackingReference);
  expect(new Set(references).size).toBe(3);
  const labels = await caller.get(`${SHIPMENTS}/${id}/labels?format=zpl`).responseType('blob');
  expect((labels.body as Buffer).toString().match(/\^XA/g)).toHaveLength(3);
  await caller.put(`${SHIPMENTS}/${id}/cancel`);
  expect((await bookingsOf(id)).map(({ voided }) => voided)).toEqual([true, true, true]);
});

test.concurrent.each([
  ['no items', { status: { title: 'ok', statusCode: 200 } }],
  ['an item without a number', { items: [{ sstatus: { title: 'ok', statusCode: 200 } }] }],
  ['an item that failed within DHL', { items: [{ sstatus: { title: 'Error', status: 500 } }] }],
  ['more items than units', { items: [1, 2].map((n) => ({ shipmentNo: `00${n}`, sstatus: { status: 200 } })) }],
])('an answer with %s is no booking and no refusal', async (_, json) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  carrier.strike('book', { status: 200, json });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
});

test.concurrent('an item that is an object, with its older status and unknown members, is a booking', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  const items = {
    shipmentNo: 340434310428,
    sstatus: { title: 'ok', statusCode: 200 },
    news: [],
    label: { b64: 'JVBERi0=' },
  };
  carrier.strike('book', { status: 207, json: { items } });
  const { body } = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(body).toMatchObject({ status: 'Accepted', carrierBookingReference: '340434310428' });
});

test.concurrent('the label for the way back is a paper of its own, asked for with its own billing number', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ returnService: 'enclosed-label' });
  const { body } = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(carrier.received('book').at(-1)?.json).toMatchObject({
    shipments: [{ services: { dhlRetoure: { billingNumber: BILLING_NUMBERS.dhlRetoure } } }],
  });
  const [label, way] = [await paperOf(caller, id, 'label'), await paperOf(caller, id, 'return-label')];
  expect(label).toContain(`% ${body.carrierBookingReference}`);
  expect(way).toContain(`% 9${body.carrierBookingReference}`);
  // What is printed for the parcel is not what lies in it.
  const labels = await caller.get(`${SHIPMENTS}/${id}/labels`).responseType('blob');
  expect((labels.body as Buffer).toString('latin1')).toBe(label);
});

test.concurrent('goods that leave a customs territory bring DHL’s customs declaration', async () => {
  const { caller, carrier, create } = await newTenant({ serviceLevels: [{ ...STANDARD, productCode: 'V53WPAK' }] });
  const { id } = await create({
    addresses: { sender: PLACES.DE_SENDER, receiver: PLACES.CH_RECEIVER },
    customs: { incoterm: 'DDP', contentType: 'merchandise', invoiceNumber: 'INV-1', invoiceDate: '2026-01-20' },
    handlingUnits: [{ weight, goodsItems: [GOODS] }],
  });
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
  expect(await paperOf(caller, id, 'customs-declaration')).toContain('% CN23');
  expect(carrier.received('book').at(-1)?.json).toMatchObject({
    shipments: [
      {
        services: { postalDeliveryDutyPaid: true },
        customs: {
          exportType: 'COMMERCIAL_GOODS',
          invoiceNo: 'INV-1',
          items: [
            {
              packagedQuantity: 2,
              hsCode: '610910',
              countryOfOrigin: 'PRT',
              itemValue: { currency: 'EUR', value: 12.5 },
            },
          ],
        },
      },
    ],
  });
});

test.concurrent.each([
  [
    { street: 'Packstation 118', addressLine2: '12345678' },
    { lockerID: 118, postNumber: '12345678', name: 'Paula Packstation' },
  ],
  [
    { street: 'DHL Packstation', houseNumber: 'Nr. 118', companyName: 'Postnummer: 12345678' },
    { lockerID: 118, postNumber: '12345678', name: 'Paula Packstation' },
  ],
  [
    { street: 'Postfiliale 518', email: 'paula@example.com' },
    { retailID: 518, email: 'paula@example.com', name: 'Paula Packstation' },
  ],
])('%j is addressed as DHL addresses it', async (place, consignee) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ addresses: { sender: PLACES.DE_SENDER, receiver: { ...PAULA, ...place } } });
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
  expect(at(carrier.received('book').at(-1)?.json, 'shipments', 0, 'consignee')).toEqual({
    ...consignee,
    postalCode: '10115',
    city: 'Berlin',
    country: 'DEU',
  });
});

test.concurrent.each([
  [{ street: 'Packstation 118' }, 'post number'],
  [{ street: 'Postfiliale 518' }, 'e-mail address'],
  [{ street: 'Postfiliale 118', addressLine2: '12345678' }, '401 to 999'],
])('%j is refused at our field, and nothing is sent', async (place, words) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ addresses: { sender: PLACES.DE_SENDER, receiver: { ...PAULA, ...place } } });
  const before = carrier.received('book').length;
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.errors).toMatchObject([{ pointer: '/addresses/receiver/addressLine2' }]);
  expect(answer.body.detail).toContain(words);
  expect(carrier.received('book')).toHaveLength(before);
});

test.concurrent('a post number and a short name are not kept, also where DHL repeats them alone', async () => {
  const { caller, carrier, create } = await newTenant();
  const receiver = { ...PAULA, contactName: 'Li', street: 'Packstation 118', addressLine2: 'Postnummer 12345678' };
  const { id } = await create({ addresses: { sender: PLACES.DE_SENDER, receiver } });
  const validationMessage = 'The post number 12345678 is not that of Li, DE.';
  carrier.strike('book', {
    status: 400,
    json: { items: [{ sstatus: { title: 'Error', status: 400 }, validationMessages: [{ validationMessage }] }] },
  });
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(answer.body.carrierMessage).toBe(validationMessage);
  const { text } = await caller.get(`${SHIPMENTS}/${id}/carrier-calls`);
  expect(text).toContain('The post number 1*** is not that of L***, DE.');
  expect(text).not.toMatch(/12345678|\bLi\b/);
});

test.concurrent('a scan that DHL told the shipper is standardised by the table; of an unknown code nothing is lost', async () => {
  const { caller, create } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  const begun = Date.now() - 3_600_000;
  const tell = async (carrierCode: string, minute: number) =>
    (
      await caller.post(`${SHIPMENTS}/${id}/tracking-events`, {
        source: 'carrier',
        carrierCode,
        occurredOn: new Date(begun + minute * 60_000).toISOString(),
      })
    ).body as object;
  expect(await tell('LDTMV/MVMTV', 1)).toMatchObject({ code: 'InTransit', source: 'carrier' });
  expect(await tell('LDTMV/MVMTV/PO', 2)).toMatchObject({ code: 'OutForDelivery' });
  expect(await tell('NTDEL/NHOME', 3)).toMatchObject({ code: 'DeliveryFailed', reason: 'recipientAbsent' });
  expect(await tell('NEVER/HEARD', 4)).toMatchObject({ code: 'Unknown', carrierCode: 'NEVER/HEARD' });
});

test.concurrent('a profile without the product’s billing number is to blame, and nothing is sent', async () => {
  const { caller, carrier, create } = await newTenant({ settings: { billingNumbers: { V53WPAK: '33333333335301' } } });
  const { id } = await create();
  const before = carrier.received('book').length;
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-account-rejected');
  expect(answer.body.detail).toContain('settings.billingNumbers.V01PAK');
  expect(carrier.received('book')).toHaveLength(before);
});

test.concurrent('a unit above 31.5 kg is refused at our field, and nothing is sent', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: { value: 31.6, unit: 'kg' } }] });
  const before = carrier.received('book').length;
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.errors).toMatchObject([{ pointer: '/handlingUnits/1/weight' }]);
  expect(carrier.received('book')).toHaveLength(before);
});

test.concurrent.each([
  ['a city', { ...PLACES.CH_RECEIVER, city: '𒀀' }, 'EUR', '/addresses/receiver/city'],
  ['a currency', PLACES.CH_RECEIVER, 'BYN', '/handlingUnits/0/goodsItems/0/value/currency'],
  [
    'a postal code',
    { ...PLACES.CH_RECEIVER, countryCode: 'AO', postCode: 'n/a' },
    'EUR',
    '/addresses/receiver/postCode',
  ],
])(
  '%s that DHL’s document has no room for is refused at our field, and nothing is sent',
  async (_, receiver, currency, pointer) => {
    const { caller, carrier, create } = await newTenant({ serviceLevels: [{ ...STANDARD, productCode: 'V53WPAK' }] });
    const { id } = await create({
      addresses: { sender: PLACES.DE_SENDER, receiver },
      customs: { incoterm: 'DAP', contentType: 'merchandise', invoiceNumber: 'INV-1', invoiceDate: '2026-01-20' },
      handlingUnits: [{ weight, goodsItems: [{ ...GOODS, value: { amount: '12.50', currency } }] }],
    });
    const before = carrier.received('book').length;
    const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
    expect(problemOf(answer)).toBe('422 carrier-error');
    expect(answer.body.errors).toMatchObject([{ pointer }]);
    expect(carrier.received('book')).toHaveLength(before);
  },
);

test.concurrent('a person’s number of somebody else’s parcel is not taken', async () => {
  const { caller, carrier, create, bookingsOf } = await newTenant();
  const [one, other] = [await create(), await create()];
  await caller.put(`${SHIPMENTS}/${other.id}/order`);
  const [foreign] = await bookingsOf(other.id);
  carrier.strike('book', 'acted-and-garbage');
  await caller.put(`${SHIPMENTS}/${one.id}/order`);
  await vi.waitFor(async () => expect((await caller.get(`${SHIPMENTS}/${one.id}`)).body.hold).toBeDefined(), {
    timeout: 15_000,
    interval: 100,
  });
  const told = { outcome: 'booked', carrierBookingReference: foreign?.number };
  const answer = await caller.put(`${SHIPMENTS}/${one.id}/booking-outcome`, told);
  expect(problemOf(answer)).toBe('422 unknown-carrier-booking');
});

test.concurrent('with an API secret calls are made with a token, fetched once', async () => {
  const { caller, create } = await newTenant({ credentials: { ...CREDENTIALS, apiSecret: 'app-secret' } });
  const { id } = await create();
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
  // A token is had from the server itself, whatever the base URL: this is the only test that asks for one.
  expect(suite.standIn.received('token')).toHaveLength(1);
});

test.concurrent('a wrong password is DHL’s to tell', async () => {
  const { caller, profileId } = await newTenant({ credentials: { ...CREDENTIALS, password: 'another' } });
  const answer = await caller.put(`/api/shipping/v2/carrier-profiles/${profileId}/verification`);
  expect(answer.body).toMatchObject({ verified: false, refusal: { carrierErrorCode: '401', fault: 'profile' } });
});

test.concurrent('several units whose answer was lost are accepted by the numbers of all of them', async () => {
  const { caller, carrier, create, bookingsOf } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight }] });
  carrier.strike('book', 'acted-and-garbage');
  await caller.put(`${SHIPMENTS}/${id}/order`);
  await vi.waitFor(async () => expect((await caller.get(`${SHIPMENTS}/${id}`)).body.hold).toBeDefined(), {
    timeout: 15_000,
    interval: 100,
  });
  const numbers = (await bookingsOf(id)).map(({ number }) => number);
  const tell = (carrierBookingReference: string | undefined) =>
    caller.put(`${SHIPMENTS}/${id}/booking-outcome`, { outcome: 'booked', carrierBookingReference });
  expect(problemOf(await tell(numbers[0]))).toBe('422 unknown-carrier-booking');
  const { body } = await tell(numbers.join(','));
  expect(body.status).toBe('Accepted');
  expect(body.handlingUnits.map((unit: { trackingReference: string }) => unit.trackingReference)).toEqual(numbers);
});

/** The one paper of that kind, as its bytes say. */
async function paperOf(caller: Caller, shipmentId: string, kind: string): Promise<string> {
  const { body } = await caller.get(`${SHIPMENTS}/${shipmentId}/documents`);
  const papers = body.items.filter((each: { kind: string }) => each.kind === kind) as { id: string }[];
  expect(papers).toHaveLength(1);
  const paper = await caller.get(`${SHIPMENTS}/${shipmentId}/documents/${papers[0]?.id}`).responseType('blob');
  expect(paper.headers['content-type']).toContain('application/pdf');
  const { reference } = (await caller.get(`${SHIPMENTS}/${shipmentId}`)).body;
  expect(paper.headers['content-disposition']).toMatch(
    new RegExp(`^inline; filename=${reference}-${kind}(-\\d)?\\.pdf$`),
  );
  return (paper.body as Buffer).toString('latin1');
}
