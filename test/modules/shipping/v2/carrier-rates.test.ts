import { afterAll, describe, expect, test } from 'vitest';
import { shipmentInputExample } from '../../../../src/modules/shipping/v2/shipment-examples.ts';
import { type Caller, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { calculate, createContract, EXAMPLE_QUESTION } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';
import { at } from '../carriers/json-at.ts';
import { startMyDhlStandIn } from '../carriers/mydhl/mydhl-stand-in.ts';
import type { StandInFault } from '../carriers/stand-in.ts';
import { startUpsStandIn } from '../carriers/ups/ups-stand-in.ts';

const ups = await startUpsStandIn();
const dhl = await startMyDhlStandIn();
const world = useTestApp(createTestDatabase, { config: { carrierOrigins: [ups.baseUrl, dhl.baseUrl] } });
afterAll(async () => {
  await ups[Symbol.asyncDispose]();
  await dhl[Symbol.asyncDispose]();
});

const QUESTION = { ...EXAMPLE_QUESTION, addresses: shipmentInputExample.addresses, sources: ['contract', 'carrier'] };
const PATIENT = { quoteTimeoutMs: 10_000 };

async function newTenant(changes: { ups?: object; dhl?: object } = {}): Promise<Caller> {
  const caller = await world.server.newCaller();
  const profiles = [
    {
      reference: 'UPS',
      name: 'UPS',
      carrier: 'ups',
      baseUrl: ups.baseUrl,
      credentials: { clientId: 'client', clientSecret: 'secret' },
      settings: { accountNumber: 'A1B2C3' },
      serviceLevels: [
        { reference: 'STANDARD', name: 'Standard', productCode: '11' },
        { reference: 'EXPRESS', name: 'Express', productCode: '07' },
      ],
      ...PATIENT,
      ...changes.ups,
    },
    {
      reference: 'DHLX',
      name: 'DHL Express',
      carrier: 'mydhl',
      baseUrl: dhl.baseUrl,
      credentials: { username: 'user', password: 'secret' },
      settings: { accountNumber: '123456789' },
      serviceLevels: [{ reference: 'WORLDWIDE', name: 'Worldwide', productCode: 'P' }],
      ...PATIENT,
      ...changes.dhl,
    },
  ];
  for (const profile of profiles) {
    const answer = await caller.post('/api/shipping/v2/carrier-profiles', { ...profile, environment: 'test' });
    expect(answer.status, answer.text).toBe(201);
  }
  return caller;
}

const UPS_OFFERS = ['UPS STANDARD 8.40 2', 'UPS EXPRESS 21.00 1'];
const DHL_OFFERS = ['DHLX WORLDWIDE 141.51 2'];

async function offersOf(caller: Caller, question: object = QUESTION) {
  const { rates, unavailable } = await calculate(caller, question);
  const offers = rates
    .filter(({ source }) => source === 'carrier')
    .map(
      (each) => `${each.carrierReference} ${each.serviceLevelReference} ${each.total.amount} ${each.transitDays?.max}`,
    );
  const missing = unavailable.filter(({ source }) => source === 'carrier');
  return { rates, offers, missing };
}

describe('live rates', () => {
  test('of every carrier stand beside the contracts’, marked, with transit days and lines', async () => {
    const caller = await newTenant();
    await createContract(caller);
    const { rates, offers } = await offersOf(caller);
    expect(offers).toEqual([...UPS_OFFERS, ...DHL_OFFERS]);
    expect(rates.map(({ source }) => source)).toContain('contract');
    const express = rates.find(({ carrierReference }) => carrierReference === 'DHLX');
    expect(express).toMatchObject({
      source: 'carrier',
      transitDays: { min: 2, max: 2 },
      lines: [
        { type: 'carrier', reference: 'EXPRESS WORLDWIDE', amount: '100.10' },
        { type: 'carrier', reference: 'FUEL SURCHARGE', amount: '18.82' },
        { type: 'carrier', reference: 'Tax', amount: '22.59' },
      ],
    });
  });

  test('of one carrier, or one service level, are asked of it alone', async () => {
    const caller = await newTenant();
    const before = dhl.received('quote').length;
    expect((await offersOf(caller, { ...QUESTION, carrierReference: 'UPS' })).offers).toEqual(UPS_OFFERS);
    const express = { ...QUESTION, carrierReference: 'UPS', serviceLevelReference: 'EXPRESS' };
    expect((await offersOf(caller, express)).offers).toEqual(UPS_OFFERS.slice(1));
    expect(dhl.received('quote')).toHaveLength(before);
  });

  test('of a carrier that says nothing are not waited for beyond its profile’s time, and cost the others nothing', async () => {
    const caller = await newTenant({ dhl: { quoteTimeoutMs: 500 } });
    dhl.strike('quote', 'silent');
    const { offers, missing } = await offersOf(caller);
    expect(offers).toEqual(UPS_OFFERS);
    expect(missing).toMatchObject(
      [{ carrierReference: 'DHLX', reason: 'no-carrier-price', detail: /in time/ }].map(({ detail, ...rest }) => ({
        ...rest,
        detail: expect.stringMatching(detail) as unknown,
      })),
    );
  });

  test('of a carrier whose circuit is open cost nobody its time-out', async () => {
    const caller = await newTenant();
    dhl.strike('quote', { status: 500, text: 'down' }, 5);
    for (let round = 0; round < 5; round++) await offersOf(caller, { ...QUESTION, carrierReference: 'DHLX' });
    const before = dhl.received('quote').length;
    const { offers, missing } = await offersOf(caller);
    expect(offers).toEqual(UPS_OFFERS);
    expect(missing).toMatchObject([{ carrierReference: 'DHLX' }]);
    expect(dhl.received('quote')).toHaveLength(before);
    expect(await world.server.app.metrics.registry.metrics()).toMatch(
      /viya_carrier_circuits\{carrier="mydhl",state="open"\} 1/,
    );
    // Another tenant's account has nothing to do with it.
    expect((await offersOf(await newTenant())).offers).toEqual([...UPS_OFFERS, ...DHL_OFFERS]);
  });

  test('of an account that the carrier does not accept say so', async () => {
    const caller = await newTenant({ ups: { credentials: { clientId: 'client', clientSecret: 'another' } } });
    const { offers, missing } = await offersOf(caller);
    expect(offers).toEqual(DHL_OFFERS);
    expect(missing).toMatchObject([
      { carrierReference: 'UPS', detail: 'The carrier does not accept the account of the profile' },
    ]);
  });

  test('of a lane that the carrier refuses are missing in its words', async () => {
    const caller = await newTenant();
    ups.strike('quote', {
      status: 400,
      json: {
        response: {
          errors: [{ code: '111210', message: 'The requested service is unavailable between the selected locations.' }],
        },
      },
    });
    const { offers, missing } = await offersOf(caller);
    expect(offers).toEqual(DHL_OFFERS);
    expect(missing).toMatchObject([
      { carrierReference: 'UPS', detail: expect.stringContaining('unavailable between') as unknown },
    ]);
  });

  test('of documents are asked for as such, said in the question or by the shipment', async () => {
    const caller = await newTenant();
    const { addresses } = shipmentInputExample;
    const receiver = { ...addresses.receiver, city: 'Zürich', postCode: '8001', countryCode: 'CH' };
    const shipment = { ...shipmentInputExample, addresses: { ...addresses, receiver }, carrierReference: 'DHLX' };
    const declarable = (customs: object) =>
      offersOf(caller, { ...QUESTION, addresses: shipment.addresses, customs }).then(() => lastDeclarable());
    const lastDeclarable = () => at(dhl.received('quote').at(-1)?.json, 'isCustomsDeclarable');
    expect(await declarable({ contentType: 'documents' })).toBe(false);
    expect(await declarable({ contentType: 'merchandise' })).toBe(true);
    const customs = { incoterm: 'DAP', contentType: 'documents' };
    const created = await caller.post(SHIPMENTS, { ...shipment, serviceLevelReference: 'WORLDWIDE', customs });
    expect(created.status, created.text).toBe(201);
    await offersOf(caller, { shipmentId: created.body.id, sources: ['carrier'] });
    expect(lastDeclarable()).toBe(false);
  });

  test('of documents within the European Union are asked for as such, as they are booked', async () => {
    const caller = await newTenant();
    for (const contentType of ['documents', 'merchandise']) {
      await offersOf(caller, { ...QUESTION, customs: { contentType } });
      const shipment = at(ups.received('quote').at(-1)?.json, 'RateRequest', 'Shipment');
      expect(at(shipment, 'DocumentsOnlyIndicator')).toBe(contentType === 'documents' ? '' : undefined);
    }
  });

  const WEIGHT = { value: 2, unit: 'kg' };
  const EUR = { amount: '12.50', currency: 'EUR' };
  const askAcrossCustoms = async (...goodsOfUnits: (object[] | undefined)[]) => {
    const { addresses } = shipmentInputExample;
    const receiver = { ...addresses.receiver, city: 'Zürich', postCode: '8001', countryCode: 'CH' };
    const handlingUnits = goodsOfUnits.map((goodsItems) => ({
      weight: WEIGHT,
      ...(goodsItems === undefined ? {} : { goodsItems }),
    }));
    const question = { ...QUESTION, sources: ['carrier'], addresses: { ...addresses, receiver }, handlingUnits };
    const found = await offersOf(await newTenant(), question);
    return { ...found, told: at(dhl.received('quote').at(-1)?.json, 'monetaryAmount') };
  };

  test('of goods that leave a customs territory are asked for with what they are worth', async () => {
    const { offers, told } = await askAcrossCustoms([
      { quantity: 2, value: EUR, sku: 'TSHIRT-M-RED' },
      { quantity: 3, value: EUR },
    ]);
    expect(offers).toEqual([...UPS_OFFERS, ...DHL_OFFERS]);
    expect(told).toEqual([{ typeCode: 'declaredValue', value: 62.5, currency: 'EUR' }]);
    const total = at(ups.received('quote').at(-1)?.json, 'RateRequest', 'Shipment', 'InvoiceLineTotal');
    expect(total).toEqual({ CurrencyCode: 'EUR', MonetaryValue: '63' });
  });

  test.each<[string, (object[] | undefined)[]]>([
    ['are told of none', [undefined]],
    ['are told of one unit in two', [[{ quantity: 2, value: EUR }], undefined]],
    ['are told of one unit in two, and none of the other', [[{ quantity: 2, value: EUR }], []]],
    ['lack a value', [[{ description: 'Cotton T-shirt', quantity: 2 }]]],
    ['have a value of 0', [[{ quantity: 2, value: { ...EUR, amount: '0.00' } }]]],
    ['lack a quantity', [[{ description: 'Cotton T-shirt', value: EUR }]]],
    ['lack it in part', [[{ quantity: 2, value: EUR }, { quantity: 2 }]]],
    ['are fewer than none', [[{ quantity: -2, value: EUR }]]],
    ['are no whole number', [[{ quantity: 0.5, value: EUR }]]],
    ['have no currency in common', [[EUR, { ...EUR, currency: 'CHF' }].map((value) => ({ quantity: 1, value }))]],
  ])(
    'of goods that %s are asked for without it where the carrier takes that, and not asked of one that does not',
    async (_name, goodsOfUnits) => {
      const asked = ups.received('quote').length;
      const { offers, missing, told } = await askAcrossCustoms(...goodsOfUnits);
      expect(offers).toEqual(DHL_OFFERS);
      expect(told).toBeUndefined();
      expect(missing).toMatchObject([
        {
          carrierReference: 'UPS',
          reason: 'no-carrier-price',
          detail: expect.stringContaining('give each handling unit its goodsItems') as unknown,
        },
      ]);
      expect(ups.received('quote')).toHaveLength(asked);
    },
  );

  test('of more units than a carrier takes in one booking are not asked of it, as it would not be booked with', async () => {
    const asked = ups.received('quote').length;
    const handlingUnits = Array.from({ length: 201 }, () => ({ weight: WEIGHT }));
    const { offers, missing } = await offersOf(await newTenant(), { ...QUESTION, sources: ['carrier'], handlingUnits });
    expect(offers).toEqual(DHL_OFFERS);
    expect(missing).toMatchObject([
      { carrierReference: 'UPS', detail: 'ups takes at most 200 handling units in one booking: split the shipment.' },
    ]);
    expect(ups.received('quote')).toHaveLength(asked);
  });

  test.each([
    [{ status: 500, text: 'down' }, 'The carrier answered with an error (500)'],
    [{ status: 429, text: '' }, 'The carrier answered with an error (429)'],
    [{ status: 200, text: '<html>' }, 'The carrier gave an answer that cannot be read'],
  ])('of a carrier that answers %j say so', async (fault, detail) => {
    const caller = await newTenant();
    ups.strike('quote', fault);
    const { offers, missing } = await offersOf(caller, { ...QUESTION, carrierReference: 'UPS', sources: ['carrier'] });
    expect(offers).toEqual([]);
    expect(missing).toMatchObject([{ carrierReference: 'UPS', reason: 'no-carrier-price', detail }]);
  });

  test.each<['UPS' | 'DHLX', StandInFault]>([
    ['UPS', 'silent'],
    ['UPS', 'reset'],
    ['UPS', 'acted-and-garbage'],
    ['UPS', 'acted-and-dripping'],
    ['DHLX', 'reset'],
    ['DHLX', 'acted-and-garbage'],
    ['DHLX', 'acted-and-dripping'],
  ])('of %s that is asked and %s are missing, and those of the other are there', async (struck, fault) => {
    const isEndless = fault === 'silent' || fault === 'acted-and-dripping';
    const changes = isEndless ? { quoteTimeoutMs: 500 } : {};
    const caller = await newTenant(struck === 'UPS' ? { ups: changes } : { dhl: changes });
    (struck === 'UPS' ? ups : dhl).strike('quote', fault);
    const { offers, missing } = await offersOf(caller);
    expect(offers).toEqual(struck === 'UPS' ? DHL_OFFERS : UPS_OFFERS);
    expect(missing).toMatchObject([{ carrierReference: struck, reason: 'no-carrier-price' }]);
  });

  test('need whole addresses', async () => {
    const { offers, missing } = await offersOf(await newTenant(), { ...EXAMPLE_QUESTION, sources: ['carrier'] });
    expect(offers).toEqual([]);
    expect(missing).toMatchObject([{ reason: 'address-incomplete' }]);
  });
});
