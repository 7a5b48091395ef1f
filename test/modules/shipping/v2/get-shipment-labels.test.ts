import { describe, expect, test } from 'vitest';
import {
  EXAMPLE_SHIPMENT,
  fieldsOf,
  NO_SUCH_ID,
  problemOf,
  SHIPMENTS,
  shipmentIn,
  useTestApp,
  withoutId,
} from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';
import { cutLabels } from '../labels/pictures.ts';
import { countPages, readPdf } from '../labels/read-pdf.ts';
import { scanBarcodes } from '../labels/scan-barcodes.ts';

const world = useTestApp(createTestDatabase);

const UNIT = EXAMPLE_SHIPMENT.handlingUnits[0];
const MEDIA_TYPES = ['application/pdf', 'application/zpl', 'image/png'];

function labels(id: string, query = '', accept?: string) {
  const asked = world.caller.get(`${SHIPMENTS}/${id}/labels${query}`).buffer(true).parse(binary);
  return accept === undefined ? asked : asked.set('accept', accept);
}

/** Every answer as its bytes, a problem document as the document. */
function binary(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const parts: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream & { headers: Record<string, string> };
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => {
    const body = Buffer.concat(parts);
    const isJson = stream.headers['content-type']?.includes('json') === true;
    done(null, isJson ? JSON.parse(body.toString()) : body);
  });
}

describe('a label', () => {
  test('is a PDF of A6 for each handling unit unless asked otherwise', async () => {
    const { id, handlingUnits } = await world.caller.orderedShipment({ handlingUnits: [UNIT, UNIT] });
    const answer = await labels(id);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', vary: 'Authorization, Accept' });
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    const pages = await readPdf(answer.body);
    expect(pages.map((page) => page.sizeMillimetres)).toEqual([
      [105, 148],
      [105, 148],
    ]);
    for (const [index, page] of pages.entries()) {
      expect(page.text).toContain('John Doe');
      expect(page.text).toContain('Berliner Str. 45');
      expect(await scanBarcodes(page.image)).toContain(`]C1 (00)${handlingUnits[index]?.trackingReference}`);
    }
    expect((await labels(id)).body.equals(answer.body)).toBe(true);
  });

  test.each([
    ['ORD-2026-00123', 'inline; filename=ORD-2026-00123.EXT'],
    ['4/5 Łódź', `inline; filename="4-5 ??d?.EXT"; filename*=UTF-8''4-5%20%C5%81%C3%B3d%C5%BA.EXT`],
  ])('of %s is a file of that name, in every format', async (reference, disposition) => {
    const { id } = await world.caller.orderedShipment({ reference });
    for (const format of ['pdf', 'zpl', 'png']) {
      const { headers } = await labels(id, `?format=${format}`);
      expect(headers['content-disposition']).toBe(disposition.replaceAll('EXT', format));
    }
  });

  test('is four to a page of A4 when asked so', async () => {
    const { id } = await world.caller.orderedShipment({ handlingUnits: Array(5).fill(UNIT) });
    const answer = await labels(id, '?layout=a4');
    expect((await readPdf(answer.body)).map((page) => page.sizeMillimetres)).toEqual([
      [210, 297],
      [210, 297],
    ]);
  });

  test.each([
    ['?layout=a4&format=png', undefined],
    ['?layout=a4&format=zpl', undefined],
    ['?layout=a4', 'image/png'],
    ['?layout=a4', 'image/png, application/zpl'],
  ])('is on A4 in PDF only: %s with Accept %s answers 400', async (query, accept) => {
    const { id } = await world.caller.orderedShipment();
    const answer = await labels(id, query, accept);
    expect(problemOf(answer)).toBe('400 validation');
    expect(fieldsOf(answer)).toEqual(['Query.Layout /layout']);
  });

  test('in a PNG is scanned as the tracking reference of its unit, and routed to the receiver', async () => {
    const { id, handlingUnits } = await world.caller.orderedShipment({ handlingUnits: Array(3).fill(UNIT) });
    const answer = await labels(id, '?format=png');
    expect(answer.headers['content-type']).toBe('image/png');
    for (const [index, picture] of (await cutLabels(answer.body, 3)).entries()) {
      expect(await scanBarcodes(picture)).toEqual([
        `]C1 (00)${handlingUnits[index]?.trackingReference}`,
        ']d1 2LDE10115+01000000',
      ]);
    }
  });

  test.each([
    ['DE', ['10115', 'DE-10115', ' 10115', 'de-10115'], 'DE10115'],
    ['NL', ['1012AB', '1012 ab', 'NL-1012 AB', '1012-AB'], 'NL1012AB'],
    ['LV', ['LV-1010', '1010', 'lv1010'], 'LV1010'],
    ['PL', ['00-950', '00950', '00 950'], 'PL00950'],
  ])('is routed by the place in %s, however its postal code is typed: %j', async (countryCode, typed, place) => {
    for (const postCode of typed) {
      const receiver = { ...EXAMPLE_SHIPMENT.addresses.receiver, countryCode, postCode };
      const addresses = { ...EXAMPLE_SHIPMENT.addresses, receiver };
      const shipment = await world.caller.orderedShipment({ addresses });
      expect(shipment.addresses.receiver.postCode).toBe(postCode);
      const zpl = (await labels(shipment.id, '?format=zpl')).body.toString();
      expect(/2L[A-Z0-9]+\+\d+/.exec(zpl)?.[0]).toBe(`2L${place}+01000000`);
    }
  });

  test('in ZPL is one format for each unit, with its barcode', async () => {
    const { id, handlingUnits } = await world.caller.orderedShipment({ handlingUnits: [UNIT, UNIT] });
    const text = (await labels(id, '?format=zpl')).body.toString();
    expect(text.match(/\^XA[\s\S]*?\^XZ/g)).toHaveLength(2);
    for (const unit of handlingUnits) expect(text).toContain(unit.trackingReference);
  });

  test('is there for each of 999 handling units', { timeout: 120_000 }, async () => {
    const { id } = await world.caller.orderedShipment({ handlingUnits: Array(999).fill(UNIT) });
    expect(await countPages((await labels(id)).body)).toBe(999);
    const png = await labels(id, '?format=png');
    expect(problemOf(png)).toBe('406 not-acceptable');
    expect(png.body.detail).toMatch(/PNG for more than 20 handling units.*application\/pdf, application\/zpl/);
    expect(png.body.availableFormats).toEqual(['application/pdf', 'application/zpl']);
  });

  test('is still there when the parcel is on its way', async () => {
    const { id } = await shipmentIn(world.caller, 'Executed');
    expect((await labels(id)).status).toBe(200);
  });

  test('after a reset is that of the new booking', async () => {
    const { id, handlingUnits } = await world.caller.orderedShipment();
    await world.caller.put(`${SHIPMENTS}/${id}/reset`);
    const { body } = await world.caller.put(`${SHIPMENTS}/${id}/order`);
    const scans = await scanBarcodes((await labels(id, '?format=png')).body);
    expect(scans).toContain(`]C1 (00)${body.handlingUnits[0].trackingReference}`);
    expect(scans).not.toContain(`]C1 (00)${handlingUnits[0]?.trackingReference}`);
  });
});

describe('of what the client takes, the format is chosen', () => {
  test.each([
    ['', '*/*', 'application/pdf'],
    ['', 'application/pdf', 'application/pdf'],
    ['', 'application/zpl', 'application/zpl'],
    ['', 'application/x-zpl', 'application/zpl'],
    ['', 'image/png', 'image/png'],
    ['', 'IMAGE/PNG', 'image/png'],
    ['', 'image/*', 'image/png'],
    ['', 'text/html, image/png;q=0.5, application/zpl;q=0.9', 'application/zpl'],
    ['', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/pdf'],
    ['', 'application/pdf;q=0, */*;q=0.1', 'application/zpl'],
    ['', 'image/png, */*;q=0.1', 'image/png'],
    ['', '*/*, image/png', 'image/png'],
    ['?format=png', 'application/pdf', 'image/png'],
    ['?format=pdf', 'text/html', 'application/pdf'],
    ['?format=zpl&layout=a6', '*/*', 'application/zpl'],
    ['?layout=a4', 'image/png, application/pdf;q=0.1', 'application/pdf'],
  ])('%s with Accept: %s is %s', async (query, accept, mediaType) => {
    const { id } = await world.caller.orderedShipment();
    const answer = await labels(id, query, accept);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(mediaType);
  });

  test.each(['text/html', 'application/json', 'application/pdf;q=0', 'nonsense'])(
    'answers 406 with what there is for Accept: %s',
    async (accept) => {
      const { id } = await world.caller.orderedShipment();
      const answer = await labels(id, '', accept);
      expect(problemOf(answer)).toBe('406 not-acceptable');
      expect(answer.body.availableFormats).toEqual(MEDIA_TYPES);
      expect(answer.body.detail).toBe(`There is no label as ${accept}. Available: ${MEDIA_TYPES.join(', ')}.`);
    },
  );

  test('answers 400 for a format or a layout that there is not', async () => {
    const { id } = await world.caller.orderedShipment();
    const answer = await labels(id, '?format=gif&layout=a5&copies=2');
    expect(problemOf(answer)).toBe('400 validation');
    expect(fieldsOf(answer).toSorted()).toEqual([
      'Query.Copies /copies',
      'Query.Format /format',
      'Query.Layout /layout',
    ]);
  });
});

test.each([
  ['Created', /Order it first/],
  ['Ordered', /once it is Accepted/],
  ['Declined', /Reset it/],
  ['Canceled', /Reset it/],
] as const)('answers 409 saying what to do when the shipment is %s', async (status, remedy) => {
  const { id } = await shipmentIn(world.caller, status);
  const answer = await labels(id);
  expect(problemOf(answer)).toBe('409 labels-not-available');
  expect(answer.body.currentStatus).toBe(status);
  expect(answer.body.detail).toMatch(remedy);
});

test('answers 409 once an accepted shipment is canceled or reset', async () => {
  for (const action of ['cancel', 'reset']) {
    const { id } = await world.caller.orderedShipment();
    await world.caller.put(`${SHIPMENTS}/${id}/${action}`);
    expect(problemOf(await labels(id))).toBe('409 labels-not-available');
  }
});

test('answers 404 when there is no such shipment, and another tenant the same', async () => {
  const { id } = await world.caller.orderedShipment();
  const stranger = await world.server.newCaller();
  const hidden = await stranger.get(`${SHIPMENTS}/${id}/labels`);
  const missing = await stranger.get(`${SHIPMENTS}/${NO_SUCH_ID}/labels`);
  expect(problemOf(hidden)).toBe('404 not-found');
  expect(withoutId(hidden, id)).toEqual(withoutId(missing, NO_SUCH_ID));
});

test('answers 401 without credentials, 403 to one who has no permission, and the label to one who may only read', async () => {
  const { id } = await world.caller.orderedShipment();
  const path = `${SHIPMENTS}/${id}/labels`;
  expect(problemOf(await world.server.anonymous.get(path))).toBe('401 unauthenticated');
  const answer = await (await world.server.callerIn(world.caller)).get(path);
  expect(problemOf(answer)).toBe('403 forbidden');
  expect(answer.body.permission).toBe('shipping.shipments:read');
  expect((await (await world.server.callerIn(world.caller, 'viewer')).get(path)).status).toBe(200);
});
