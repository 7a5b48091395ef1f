import { expect, test, vi } from 'vitest';
import { type Caller, problemOf, SHIPMENTS } from '../../../../harness/app.ts';
import { describeCarrier } from '../carrier-suite.ts';
import { at } from '../json-at.ts';
import { startDhlParcelDeStandIn } from './dhl-parcel-de-stand-in.ts';

const standIn = await startDhlParcelDeStandIn();
const credentials = { apiKey: 'app-key', username: 'portal-user', password: 'portal-secret' };
const billingNumbers = { V01PAK: '33333333330102', V53WPAK: '33333333335301', dhlRetoure: '33333333330701' };

const { newTenant } = describeCarrier({
  standIn,
  profile: {
    carrier: 'dhl-parcel-de',
    environment: 'test',
    credentials,
    settings: { billingNumbers },
    productCode: 'V01PAK',
  },
  shipment: {},
  label: { accept: 'application/pdf', begins: '%PDF-' },
  canFind: false,
  toldDelivery: 'DLVRD/ACCPT/ZU',
});

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
const refusedWeight = { value: 31_337, unit: 'g' };

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

test.concurrent('when DHL refuses one unit of several, those that it booked are deleted and the shipment is declined', async () => {
  const { caller, create, bookingsOf } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: refusedWeight }, { weight }] });
  const answer = await caller.put(`${SHIPMENTS}/${id}/order`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.errors).toMatchObject([{ pointer: '/handlingUnits/1/weight' }]);
  expect((await bookingsOf(id)).map(({ voided }) => voided)).toEqual([true, true]);
});

test.concurrent('when those cannot be deleted either, the shipment is held for a person', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: refusedWeight }] });
  carrier.strike('cancel', { status: 500, text: 'later' });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  await vi.waitFor(
    async () =>
      expect((await caller.get(`${SHIPMENTS}/${id}`)).body).toMatchObject({
        status: 'Ordered',
        hold: { reason: 'booking-outcome-unknown' },
      }),
    { timeout: 15_000, interval: 100 },
  );
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
    shipments: [{ services: { dhlRetoure: { billingNumber: billingNumbers.dhlRetoure } } }],
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

const itemOf = (title: string, changes: object = {}) => ({ items: [{ sstatus: { title, status: 400 }, ...changes }] });

test.concurrent.each([
  itemOf('Unknown shipment number.'),
  itemOf('Shipment 00340434161094042557 does not exist.'),
  itemOf('The shipment with the number 00340434161094042557 was not found'),
  itemOf('Shipment does not exist (or was already deleted).'),
  itemOf('The shipment has already been deleted.'),
])('what DHL has deleted already counts as deleted: %j', async (json) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  carrier.strike('cancel', { status: 400, json });
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
});

test.concurrent.each([
  ['the request', 400, { title: 'Bad Request', status: 400, detail: 'The user group profile does not exist.' }],
  ['the request', 400, { status: { title: 'Bad Request', status: 400, detail: 'The shipment does not exist.' } }],
  ['the address', 404, { title: 'Resource not found', status: 404 }],
  ['the request', 400, { title: 'Request contains an unknown parameter', status: 400 }],
  ['the profile', 400, itemOf('Unknown profile')],
  ['the profile', 400, itemOf('The shipment cannot be deleted: the user group profile does not exist.')],
  ['the product', 400, itemOf('Unknown shipment product')],
  ['another shipment', 400, itemOf('Unknown shipment number.', { shipmentNo: '00340434161099999999' })],
])('DHL’s complaint about %s (%i %j) deletes nothing', async (_about, status, json) => {
  const { caller, carrier, create, bookingsOf } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  carrier.strike('cancel', { status, json });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/cancel`))).toBe('422 carrier-error');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
  expect((await bookingsOf(id)).map(({ voided }) => voided)).toEqual([false]);
});

const ERROR = { validationMessage: 'The shipment is manifested and cannot be deleted', validationState: 'Error' };
const DONE = { title: 'OK', status: 200 };

test.concurrent.each([
  [
    'nothing but an error about it',
    200,
    422,
    (shipmentNo: string) => ({ items: [{ shipmentNo, validationMessages: [ERROR] }] }),
  ],
  [
    'a failure of the whole',
    200,
    503,
    (shipmentNo: string) => ({ status: { title: 'Error', status: 400 }, items: [{ shipmentNo }] }),
  ],
  ['nothing about it', 200, 503, (shipmentNo: string) => ({ status: DONE, items: [{ shipmentNo }] })],
  [
    'success and an error',
    200,
    503,
    (shipmentNo: string) => ({ items: [{ shipmentNo, sstatus: DONE, validationMessages: [ERROR] }] }),
  ],
  ['success in a refusal', 400, 503, (shipmentNo: string) => ({ items: [{ shipmentNo, sstatus: DONE }] })],
  [
    'success about another shipment',
    200,
    503,
    () => ({ items: [{ shipmentNo: '00340434161099999999', sstatus: DONE }] }),
  ],
  [
    'success about two',
    200,
    503,
    (shipmentNo: string) => ({ items: [{ shipmentNo, sstatus: DONE }, { sstatus: DONE }] }),
  ],
])('an answer to a deletion that tells %s (%i) deletes nothing: %i', async (_, status, answered, jsonOf) => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  const { body } = await caller.put(`${SHIPMENTS}/${id}/order`);
  carrier.strike('cancel', { status, json: jsonOf(body.carrierBookingReference as string) });
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).status).toBe(answered);
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
  // Whatever was said, it may be tried again.
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
});

test.concurrent('units that were booked and are not deleted for want of a profile leave the shipment to a person', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create({ handlingUnits: [{ weight }, { weight: refusedWeight }] });
  carrier.strike('cancel', {
    status: 400,
    json: { title: 'Bad Request', detail: 'The user group profile does not exist.' },
  });
  expect(problemOf(await caller.put(`${SHIPMENTS}/${id}/order`))).toBe('503 carrier-unavailable');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Ordered');
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
  const { caller, create } = await newTenant({ credentials: { ...credentials, apiSecret: 'app-secret' } });
  const { id } = await create();
  expect((await caller.put(`${SHIPMENTS}/${id}/order`)).body.status).toBe('Accepted');
  expect((await caller.put(`${SHIPMENTS}/${id}/cancel`)).body.status).toBe('Canceled');
  // A token is had from the server itself, whatever the base URL: this is the only test that asks for one.
  expect(standIn.received('token')).toHaveLength(1);
});

test.concurrent('a wrong password is DHL’s to tell', async () => {
  const { caller, profileId } = await newTenant({ credentials: { ...credentials, password: 'another' } });
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

test.concurrent('what DHL will not delete after its daily closing stays accepted', async () => {
  const { caller, carrier, create } = await newTenant();
  const { id } = await create();
  await caller.put(`${SHIPMENTS}/${id}/order`);
  const sstatus = { title: 'The shipment has been manifested and cannot be deleted.', status: 400 };
  carrier.strike('cancel', { status: 400, json: { items: [{ sstatus }] } });
  const answer = await caller.put(`${SHIPMENTS}/${id}/cancel`);
  expect(problemOf(answer)).toBe('422 carrier-error');
  expect(answer.body.carrierMessage).toContain('has been manifested');
  expect((await caller.get(`${SHIPMENTS}/${id}`)).body.status).toBe('Accepted');
});

/** The one paper of that kind, as its bytes say. */
async function paperOf(caller: Caller, shipmentId: string, kind: string): Promise<string> {
  const { body } = await caller.get(`${SHIPMENTS}/${shipmentId}/documents`);
  const papers = body.items.filter((each: { kind: string }) => each.kind === kind) as { id: string }[];
  expect(papers).toHaveLength(1);
  const paper = await caller.get(`${SHIPMENTS}/${shipmentId}/documents/${papers[0]?.id}`).responseType('blob');
  expect(paper.headers['content-type']).toContain('application/pdf');
  return (paper.body as Buffer).toString('latin1');
}
