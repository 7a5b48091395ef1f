import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFiles } from '../../tools/generate-client.ts';
import { writeGenerated } from '../../tools/generated-files.ts';

const TSC = resolve('node_modules/typescript-native/bin/tsc');
const SHIPMENT_PATH = '/api/shipping/v2/shipments/{id}';

/** As small as a document can be that has a path parameter, a body with a default and a shared schema. */
function documentText(path: string): string {
  const shipment = { 'application/json': { schema: { $ref: '#/components/schemas/Shipment' } } };
  const request = { 'application/json': { schema: { $ref: '#/components/schemas/UpdateShipmentRequest' } } };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Shipping API', version: 'v2' },
    paths: {
      [path]: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        get: { operationId: 'getShipment', responses: { 200: { description: 'Found.', content: shipment } } },
        put: {
          operationId: 'updateShipment',
          requestBody: { required: true, content: request },
          responses: { 200: { description: 'Updated.', content: shipment } },
        },
      },
    },
    components: {
      schemas: {
        Shipment: {
          type: 'object',
          required: ['id', 'status'],
          properties: { id: { type: 'string' }, status: { type: 'string', enum: ['Created', 'Ordered'] } },
        },
        UpdateShipmentRequest: {
          type: 'object',
          required: ['reference'],
          properties: { reference: { type: 'string' }, pieces: { type: 'integer', default: 1 } },
        },
      },
    },
  });
}

/** A program of its own that has the packed client installed. */
const program = mkdtempSync(join(tmpdir(), 'client-'));
const installed = join(program, 'node_modules/viya-client');

beforeAll(async () => {
  cpSync('client', installed, { recursive: true });
  writeFileSync(join(program, 'package.json'), '{ "type": "module" }');
  symlinkSync(resolve('node_modules/openapi-fetch'), join(program, 'node_modules/openapi-fetch'));
  const documents = new Map([
    ['shipping.v2', documentText(SHIPMENT_PATH)],
    ['shipping.v10', documentText(SHIPMENT_PATH.replace('v2', 'v10'))],
    ['rates.v1', documentText('/api/rates/v1/contracts/{id}')],
  ]);
  writeGenerated(join(installed, 'src'), await clientFiles(documents));
  // As `npm pack` and `npm install <folder>` do before they take it.
  mkdirSync(join(program, 'node_modules/.bin'));
  symlinkSync(TSC, join(program, 'node_modules/.bin/tsc'));
  execFileSync(process.execPath, ['--run', 'prepare'], { cwd: installed });
}, 120_000);
afterAll(() => rmSync(program, { recursive: true }));

test('is typed as the specification shows, and refuses what the document does not know', () => {
  writeFileSync(
    join(program, 'lawful.ts'),
    `import { ApiClient, type Shipment, type UpdateShipmentRequest } from 'viya-client/shipping.v2';
     const id: string = 'x';
     const shipment = await ApiClient.GET('/api/shipping/v2/shipments/{id}', { params: { path: { id } } });
     const status: 'Created' | 'Ordered' | undefined = shipment.data?.status;
     export async function updateShipment(data: UpdateShipmentRequest): Promise<Shipment | undefined> {
       return (await ApiClient.PUT('/api/shipping/v2/shipments/{id}', { params: { path: { id } }, body: data })).data;
     }
     await updateShipment({ reference: status ?? '' });`,
  );
  writeFileSync(
    join(program, 'unlawful.ts'),
    `import { ApiClient } from 'viya-client/shipping.v2';
     const path = '/api/shipping/v2/shipments/{id}';
     const shipment = await ApiClient.GET(path, { params: { path: { id: 'x' } } });
     shipment.data?.colour;
     await ApiClient.GET(path, { params: { path: {} } });
     await ApiClient.PUT(path, { params: { path: { id: 'x' } }, body: { pieces: 1 } });
     await ApiClient.GET('/api/shipping/v2/orders', {});`,
  );
  const compiler = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'nodenext'];
  const { stdout } = spawnSync(process.execPath, [TSC, ...compiler, 'lawful.ts', 'unlawful.ts'], {
    cwd: program,
    encoding: 'utf8',
  });
  expect(stdout.match(/^\S+(?=,\d+\): error)/gm), stdout).toEqual([4, 5, 6, 7].map((line) => `unlawful.ts(${line}`));
}, 30_000);

test('runs in Node, for the newest version of a service under its plain name', async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: request.url, status: request.headers.authorization }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  writeFileSync(
    join(program, 'run.mjs'),
    `import { createApiClient } from 'viya-client/shipping';
     const client = createApiClient({ baseUrl: 'http://127.0.0.1:${port}', headers: { Authorization: 'ApiKey sk_test_1' } });
     const { data } = await client.GET('/api/shipping/v10/shipments/{id}', { params: { path: { id: 'a b' } } });
     console.log(JSON.stringify(data));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['run.mjs'], { cwd: program });
  expect(stdout).toBe('{"id":"/api/shipping/v10/shipments/a%20b","status":"ApiKey sk_test_1"}\n');
  server.close();
});

test('refuses a document without service and version in its name', async () => {
  await expect(clientFiles(new Map([['shipping', '{}']]))).rejects.toThrow('openapi/shipping.json is not named');
});
