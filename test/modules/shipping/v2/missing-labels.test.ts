import { afterAll, describe, expect, test } from 'vitest';
import { unitsWithoutLabel } from '../../../../src/modules/shipping/missing-labels.ts';
import { shipmentInputExample } from '../../../../src/modules/shipping/v2/shipment-examples.ts';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { type Caller, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { startMyDhlStandIn } from '../carriers/mydhl/mydhl-stand-in.ts';
import type { StandInPart } from '../carriers/stand-in.ts';
import { startUpsStandIn } from '../carriers/ups/ups-stand-in.ts';

const ups = await startUpsStandIn();
const myDhl = await startMyDhlStandIn();
const world = useTestApp(createTestDatabase, { config: { carrierOrigins: [ups.baseUrl, myDhl.baseUrl] } });
afterAll(async () => {
  await ups[Symbol.asyncDispose]();
  await myDhl[Symbol.asyncDispose]();
});

const weight = { value: 2, unit: 'kg' };
const { sender, receiver } = shipmentInputExample.addresses;
const ADAPTERS = {
  ups: {
    standIn: ups,
    credentials: { clientId: 'client', clientSecret: 'secret' },
    settings: { accountNumber: 'A1B2C3' },
    productCode: '11',
  },
  mydhl: {
    standIn: myDhl,
    credentials: { username: 'user', password: 'secret' },
    settings: { accountNumber: '123456789' },
    productCode: 'P',
  },
};

/** A shipment of two units, which the carrier accepts in the edited form of its answer. */
async function orderedWith(carrier: keyof typeof ADAPTERS, edit: (answer: never) => unknown, labelFormat?: 'zpl') {
  const { standIn, productCode, ...account } = ADAPTERS[carrier];
  const caller = await world.server.newCaller();
  const part = standIn.part();
  const profile = await caller.post('/api/shipping/v2/carrier-profiles', {
    ...account,
    carrier,
    reference: 'REAL',
    name: 'A real carrier',
    environment: 'test',
    baseUrl: part.baseUrl,
    ...(labelFormat === undefined ? {} : { labelFormat }),
    serviceLevels: [{ reference: 'STANDARD', name: 'Standard', productCode }],
  });
  expect(profile.status).toBe(201);
  part.strike('book', { edit: edit as (answer: unknown) => unknown });
  const shipment = await caller.orderedShipment({
    carrierReference: 'REAL',
    serviceLevelReference: 'STANDARD',
    addresses: { sender: { ...sender, phone: '+31201234567' }, receiver: { ...receiver, phone: '+4930123456' } },
    handlingUnits: [{ weight }, { weight }],
  });
  return { caller, part, shipment };
}

const labelsOf = (caller: Pick<Caller, 'get'>, { id }: ShipmentBody, format?: string) =>
  caller.get(`${SHIPMENTS}/${id}/labels${format === undefined ? '' : `?format=${format}`}`);
const zplOf = async (caller: Pick<Caller, 'get'>, shipment: ShipmentBody) => {
  const { status, body } = await labelsOf(caller, shipment, 'zpl').responseType('blob');
  return { status, labels: (body as Buffer).toString().match(/\^XA/g)?.length ?? 0 };
};

interface UpsAnswer {
  ShipmentResponse: { ShipmentResults: { PackageResults: { ShippingLabel: { GraphicImage: string } }[] } };
}

/** UPS tells the label of one package in other words. */
const withLabel =
  (index: number, image: string) =>
  (answer: UpsAnswer): UpsAnswer => {
    const label = answer.ShipmentResponse.ShipmentResults.PackageResults[index]?.ShippingLabel;
    if (label !== undefined) label.GraphicImage = image;
    return answer;
  };
const withoutSecondLabel = withLabel(1, Buffer.from('N EPL that nobody here prints').toString('base64'));
/** As UPS has it of some packages, whatever was asked for. */
const withFirstAsGif = withLabel(0, 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=');

interface MyDhlAnswer {
  documents: { packageReferenceNumber?: number }[];
}

const withoutSecondMyDhlLabel = ({ documents, ...answer }: MyDhlAnswer): MyDhlAnswer => ({
  ...answer,
  documents: documents.filter(({ packageReferenceNumber }) => packageReferenceNumber === 1),
});

/** A PDF as far as its first bytes tell. */
const withTornSecondLabel = withLabel(1, Buffer.from('%PDF-1.4\n1 0 obj << /Type').toString('base64'));

const withoutDocuments = ({ documents: _documents, ...answer }: { documents: unknown }): unknown => answer;

describe('labels that a carrier has not given with its booking', () => {
  test('are fetched again from UPS by label recovery, once, and kept', async () => {
    const { caller, part, shipment } = await orderedWith('ups', withoutSecondLabel);
    expect(shipment.status).toBe('Accepted');
    const answers = await Promise.all([labelsOf(caller, shipment), labelsOf(caller, shipment)]);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers['content-type']).toContain('application/pdf');
    }
    const asked = part.received('find');
    expect(asked[0]?.json).toMatchObject({
      LabelRecoveryRequest: { TrackingNumber: shipment.carrierBookingReference },
    });
    const { body } = await caller.get(`${SHIPMENTS}/${shipment.id}/documents`);
    expect(body.items.map(({ handlingUnitNumber }: { handlingUnitNumber: number }) => handlingUnitNumber)).toEqual([
      1, 2,
    ]);
    await labelsOf(caller, shipment);
    expect(part.received('find')).toHaveLength(asked.length);
  });

  test('that cannot be read cannot be put together, and can be had one by one', async () => {
    const { caller, shipment } = await orderedWith('ups', withTornSecondLabel);
    const answer = await labelsOf(caller, shipment);
    expect(problemOf(answer)).toBe('409 labels-not-available');
    expect(answer.body.detail).toContain('GET /shipments/{id}/documents');
    const { body } = await caller.get(`${SHIPMENTS}/${shipment.id}/documents`);
    for (const { id } of body.items as { id: string }[]) {
      expect((await caller.get(`${SHIPMENTS}/${shipment.id}/documents/${id}`)).status).toBe(200);
    }
  });

  test('are replaced by the waybill document of MyDHL', async () => {
    const { caller, part, shipment } = await orderedWith('mydhl', withoutDocuments);
    expect(shipment.status).toBe('Accepted');
    expect((await labelsOf(caller, shipment)).status).toBe(200);
    expect(part.received('find').map(({ path }) => path)).toEqual([
      expect.stringContaining(`/shipments/${shipment.carrierBookingReference}/get-image`),
    ]);
  });

  test('and that it does not give either when it is asked again are a 409 that says what to do', async () => {
    const { caller, part, shipment } = await orderedWith('mydhl', withoutDocuments);
    part.strike('find', { status: 404, json: { status: '404', detail: '1504: No document images found' } });
    const answer = await labelsOf(caller, shipment);
    expect(problemOf(answer)).toBe('409 labels-not-available');
    expect(answer.body).toMatchObject({
      currentStatus: 'Accepted',
      carrierBookingReference: shipment.carrierBookingReference,
      handlingUnitNumbers: [1, 2],
      detail: expect.stringContaining('print the labels from the carrier') as unknown,
    });
    expect((await labelsOf(caller, shipment)).status).toBe(200);
  });

  test('are a 503 to be repeated while it does not answer, and the profile’s where it does not accept the account', async () => {
    const { caller, part, shipment } = await orderedWith('ups', withoutSecondLabel);
    part.strike('find', { status: 503, text: 'later' });
    expect(problemOf(await labelsOf(caller, shipment))).toBe('503 carrier-unavailable');
    part.strike('find', { status: 403, json: {} });
    expect(problemOf(await labelsOf(caller, shipment))).toBe('422 carrier-account-rejected');
    expect((await labelsOf(caller, shipment)).status).toBe(200);
    expect((await caller.put(`${SHIPMENTS}/${shipment.id}/cancel`)).body.status).toBe('Canceled');
  });
});

describe('labels that a carrier has given in several forms', () => {
  test('are served in the form that all units have, and in no other', async () => {
    const { caller, shipment } = await orderedWith('mydhl', withoutSecondMyDhlLabel, 'zpl');
    expect((await labelsOf(caller, shipment)).headers['content-type']).toContain('application/pdf');
    const answer = await labelsOf(caller, shipment, 'zpl');
    expect(problemOf(answer)).toBe('406 not-acceptable');
    expect(answer.body.availableFormats).toEqual(['application/pdf']);
  });

  /** UPS has, of two packages, these labels when it is asked again. */
  function recovers(part: StandInPart, { handlingUnits, carrierBookingReference }: ShipmentBody, hasFirst: boolean) {
    const zpl = { LabelImage: { GraphicImage: Buffer.from('^XA^XZ').toString('base64') } };
    const LabelResults = handlingUnits.map(({ trackingReference }, index) => ({
      TrackingNumber: trackingReference,
      ...(index > 0 || hasFirst ? zpl : {}),
    }));
    const json = {
      LabelRecoveryResponse: { ShipmentIdentificationNumber: carrierBookingReference, LabelResults },
    };
    part.strike('find', { status: 200, json }, 10);
  }

  test('are asked for again where no form has all, and kept', async () => {
    const { caller, part, shipment } = await orderedWith('ups', withFirstAsGif, 'zpl');
    recovers(part, shipment, true);
    expect(await zplOf(caller, shipment)).toEqual({ status: 200, labels: 2 });
    const asked = part.received('find').length;
    expect(asked).toBeGreaterThan(0);
    expect(await zplOf(caller, shipment)).toEqual({ status: 200, labels: 2 });
    expect(part.received('find')).toHaveLength(asked);
    expect(problemOf(await labelsOf(caller, shipment, 'png'))).toBe('406 not-acceptable');
  });

  test('are a 409 while no form has all when they are asked for again either', async () => {
    const { caller, part, shipment } = await orderedWith('ups', withFirstAsGif, 'zpl');
    recovers(part, shipment, false);
    const answer = await labelsOf(caller, shipment);
    expect(problemOf(answer)).toBe('409 labels-not-available');
    expect(answer.body).toMatchObject({
      handlingUnitNumbers: [expect.any(Number)],
      detail: expect.stringContaining('/documents') as unknown,
    });
    const { body } = await caller.get(`${SHIPMENTS}/${shipment.id}/documents`);
    expect(body.items).toHaveLength(2);
  });
});

test.each([
  ['a label of each unit', [1, 2], [], []],
  ['one of all units', [undefined], [], []],
  ['none', [], [], [1, 2]],
  ['one of the second unit', [2], [], [1]],
  ['one that is drawn here', [], [1], [2]],
])('with %s there are missing, of two', (_name, given, drawn, missing) => {
  const documents = given.map((number) => ({
    kind: 'label' as const,
    format: 'zpl' as const,
    ...(number === undefined ? {} : { handlingUnitNumber: number }),
  }));
  const units = [{ number: 1 }, { number: 2 }];
  const drawnHere = drawn.map((number) => ({ number }));
  expect(unitsWithoutLabel(units, [...documents, { kind: 'receipt', format: 'pdf' }], drawnHere)).toEqual(missing);
});
