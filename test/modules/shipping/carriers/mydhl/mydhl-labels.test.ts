import { afterAll, expect, test } from 'vitest';
import { myDhlCarrier } from '../../../../../src/modules/shipping/carriers/mydhl/mydhl-carrier.ts';
import { bookWith, contextOf, requestWhere } from '../carrier-context.ts';
import { generateShipments } from '../conformance/generate-shipments.ts';
import { myDhlConformance } from '../conformance/mydhl-conformance.ts';
import { startMyDhlStandIn } from './mydhl-stand-in.ts';

const standIn = await startMyDhlStandIn();
afterAll(() => standIn[Symbol.asyncDispose]());

const context = contextOf(myDhlCarrier, {
  credentials: { username: 'user', password: 'secret' },
  settings: { accountNumber: '123456789' },
  productCode: 'P',
  baseUrl: standIn.baseUrl,
});
const shipments = generateShipments(myDhlConformance.range);

/** What the answer of three units tells of its labels: each is for the piece that stands in it, and tells a number or none. */
test.each<[string, readonly (readonly [piece: number, told: number | undefined])[], readonly (number | undefined)[]]>([
  [
    'in another order',
    [
      [3, 3],
      [1, 1],
      [2, 2],
    ],
    [3, 1, 2],
  ],
  [
    'of which none tells its number',
    [
      [1, undefined],
      [2, undefined],
      [3, undefined],
    ],
    [1, 2, 3],
  ],
  [
    'of which one does not tell its number',
    [
      [3, 3],
      [2, undefined],
      [1, 1],
    ],
    [3, 2, 1],
  ],
  [
    'of which one tells its number, in order',
    [
      [1, undefined],
      [2, 2],
      [3, undefined],
    ],
    [1, 2, 3],
  ],
  [
    'of which one tells its number, out of order',
    [
      [3, 3],
      [1, undefined],
      [2, undefined],
    ],
    [3],
  ],
  [
    'two of which have the same number',
    [
      [1, 1],
      [1, 1],
      [3, undefined],
    ],
    [1, 1],
  ],
  [
    'of which one is missing and none tells its number',
    [
      [1, undefined],
      [2, undefined],
    ],
    [],
  ],
  [
    'of which one is missing and one tells its number',
    [
      [2, 2],
      [1, undefined],
    ],
    [2],
  ],
  [
    'that are numbered from 0',
    [
      [1, 0],
      [2, 1],
      [3, 2],
    ],
    [1, 2, 3],
  ],
  ['of which one holds all', [[0, undefined]], [undefined]],
])('labels %s are each its own unit’s, and what may be another’s is none', async (_name, labels, units) => {
  const content = (piece: number) => Buffer.from(`^XA^FD${piece}^FS^XZ`).toString('base64');
  standIn.strike('book', {
    edit: (answer) => ({
      ...(answer as object),
      documents: labels.map(([piece, told]) => ({
        typeCode: 'label',
        content: content(piece),
        ...(told === undefined ? {} : { packageReferenceNumber: told }),
      })),
    }),
  });
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 3);
  const { documents = [] } = await bookWith(myDhlCarrier, request, context);
  expect(documents.map(({ unitIndex }) => (unitIndex === undefined ? undefined : unitIndex + 1))).toEqual(units);
  for (const { unitIndex, content: drawn } of documents) {
    expect(Buffer.from(drawn).toString()).toContain(`^FD${unitIndex === undefined ? 0 : unitIndex + 1}^`);
  }
});

test.each<[string, object, string | undefined]>([
  ['ZPL without its name', { content: Buffer.from('^XA^XZ').toString('base64'), imageFormat: undefined }, 'zpl'],
  [
    'what begins as a printer’s driver writes it',
    { content: Buffer.from('\u0010CT~~CD,~CC^~CT~\r\n^XA^XZ').toString('base64') },
    'zpl',
  ],
  [
    'an address of data',
    { content: `data:application/pdf;base64,${Buffer.from('%PDF-1.4').toString('base64')}` },
    'pdf',
  ],
  ['no document', { content: 'N/A' }, undefined],
  ['a web page', { content: Buffer.from('<html>').toString('base64') }, undefined],
])('%s is a label as its bytes say', async (_name, label, format) => {
  standIn.strike('book', {
    edit: (answer) => ({ ...(answer as object), documents: [{ typeCode: 'label', imageFormat: 'PDF', ...label }] }),
  });
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 1);
  const { documents = [] } = await bookWith(myDhlCarrier, request, context);
  expect(documents.map((document) => document.format)).toEqual(format === undefined ? [] : [format]);
});

test('a waybill document that nobody can print is not served in place of the labels', async () => {
  const request = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 1);
  const { carrierBookingReference } = await bookWith(myDhlCarrier, request, context);
  standIn.strike('find', { status: 200, json: { documents: [{ content: 'N/A' }] } });
  const found = Promise.resolve(myDhlCarrier.find({ ...request, carrierBookingReference }, context));
  await expect(found).rejects.toThrow('without the waybill');
});

test('an answer with the labels of as many units as may be booked can be read', async () => {
  const { maxHandlingUnits } = myDhlCarrier.capabilities;
  const one = requestWhere(shipments, ({ handlingUnits }) => handlingUnits.length === 1);
  const [unit] = one.handlingUnits;
  if (unit === undefined) throw new Error('there is one');
  const handlingUnits = Array.from({ length: maxHandlingUnits }, (_, index) => ({ ...unit, number: index + 1 }));
  const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(50_000, 65)]).toString('base64');
  standIn.strike('book', {
    edit: (answer) => {
      const { documents, ...rest } = answer as { documents: object[] };
      return { ...rest, documents: documents.map((document) => ({ ...document, content })) };
    },
  });
  const { documents = [] } = await bookWith(myDhlCarrier, { ...one, handlingUnits }, context);
  expect(documents.filter(({ kind }) => kind === 'label')).toHaveLength(maxHandlingUnits);
});
