import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { driftOf, writeGenerated } from '../../tools/generated-files.ts';
import { openApiFiles } from '../../tools/write-openapi.ts';

const SHIPPING = {
  paths: { '/b': { get: {} }, '/a': { put: {}, get: {} } },
  components: { schemas: { Shipment: { properties: { weight: {}, id: {} } }, Address: {} } },
  info: { title: 'Shipping API' },
  openapi: '3.0.3',
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'openapi-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('writes the same text in whatever order routes and schemas were registered', () => {
  const { paths, components, info, openapi } = SHIPPING;
  const reordered = {
    openapi,
    info,
    components: { schemas: { Address: {}, Shipment: components.schemas.Shipment } },
    paths: { '/a': paths['/a'], '/b': paths['/b'] },
  };
  const [text] = openApiFiles({ 'shipping.v2': SHIPPING }).values();
  expect(openApiFiles({ 'shipping.v2': reordered })).toEqual(new Map([['shipping.v2.json', text]]));
  expect(Object.keys(JSON.parse(text ?? ''))).toEqual(['openapi', 'info', 'paths', 'components']);
  expect(text).toMatch(/^\{\n {2}"openapi": "3.0.3",\n[^]*\}\n$/);
});

test('keeps the order of fields and operations', () => {
  const [text] = openApiFiles({ 'shipping.v2': SHIPPING }).values();
  const document = JSON.parse(text ?? '') as typeof SHIPPING;
  expect(Object.keys(document.components.schemas.Shipment.properties)).toEqual(['weight', 'id']);
  expect(Object.keys(document.paths['/a'])).toEqual(['put', 'get']);
});

test('makes the directory hold the documents and nothing else, and then finds no drift', () => {
  writeFileSync(join(directory, 'gone.v1.json'), '{}');
  const files = openApiFiles({ 'shipping.v2': SHIPPING, 'rates.v1': { openapi: '3.0.3' } });
  writeGenerated(directory, files);
  expect(readdirSync(directory).sort()).toEqual(['rates.v1.json', 'shipping.v2.json']);
  expect(readFileSync(join(directory, 'rates.v1.json'), 'utf8')).toBe('{\n  "openapi": "3.0.3"\n}\n');
  expect(driftOf(directory, files)).toEqual([]);
});

test('names each file that drifted and the first place in it', () => {
  const committed = { ...SHIPPING, info: { title: 'Shipping' } };
  writeGenerated(directory, openApiFiles({ 'shipping.v2': committed, 'hooks.v1': {} }));
  expect(driftOf(directory, openApiFiles({ 'shipping.v2': SHIPPING, 'rates.v1': {} }))).toEqual([
    `${directory}/shipping.v2.json differs at /info/title: "Shipping" in the file, "Shipping API" generated`,
    `${directory}/rates.v1.json is missing`,
    `${directory}/hooks.v1.json is no longer generated`,
  ]);
});

test.each([
  [
    'an added path',
    { ...SHIPPING, paths: { ...SHIPPING.paths, '/c': {} } },
    '/paths/~1c: {} in the file, nothing generated',
  ],
  [
    'a missing part',
    { ...SHIPPING, info: undefined },
    '/info: nothing in the file, {"title":"Shipping API"} generated',
  ],
])('points at %s', (_, committed, place) => {
  writeGenerated(directory, openApiFiles({ 'shipping.v2': committed }));
  expect(driftOf(directory, openApiFiles({ 'shipping.v2': SHIPPING }))).toEqual([
    `${directory}/shipping.v2.json differs at ${place}`,
  ]);
});

test('finds a document that says the same in another format', () => {
  writeFileSync(join(directory, 'shipping.v2.json'), '{\n  "openapi":   "3.0.3"\n}\n');
  expect(driftOf(directory, openApiFiles({ 'shipping.v2': { openapi: '3.0.3' } }))).toEqual([
    `${directory}/shipping.v2.json differs at line 2`,
  ]);
});
