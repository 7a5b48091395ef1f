import request, { type Response, type Test } from 'supertest';
import { type App, createApp } from '../../src/app.ts';
import type { ShipmentBody } from '../../src/modules/shipping/v2/shipment-schemas.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { createLogger } from '../../src/platform/logger.ts';

export const PROBLEMS = 'https://viya.shipitsmarter.com/errors';

/** A tenant of the app under test, calling over real HTTP. */
export interface Caller {
  tenantId: string;
  apiKey: string;
  get(path: string): Test;
  post(path: string, body?: unknown): Test;
  put(path: string, body?: unknown): Test;
  delete(path: string): Test;
  /** Creates the specification's example shipment, with changes at its top level. */
  createShipment(changes?: Record<string, unknown>): Promise<ShipmentBody>;
  /** Creates a shipment and orders it. */
  orderedShipment(changes?: Record<string, unknown>): Promise<ShipmentBody>;
}

export interface TestApp extends AsyncDisposable {
  app: App;
  /** A new tenant with an admin key and the sandbox profile `DHLPX`. */
  newCaller(name?: string): Promise<Caller>;
  /** The same tenant with another key. */
  callerWith(tenantId: string, apiKey: string): Caller;
  /** A request without credentials. */
  anonymous: Pick<Caller, 'get' | 'post' | 'put' | 'delete'>;
}

export interface TestAppOptions {
  connectionString: string;
  clock?: Clock;
  /** Whether jobs run. Default true. */
  background?: boolean;
}

/** The whole application on a database of the test's own, listening on a free port. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const app = await createApp({
    config: { publicUrl: 'http://localhost:3000', problemBaseUrl: PROBLEMS },
    connectionString: options.connectionString,
    secretKey: Buffer.alloc(32, 7),
    log: createLogger('silent'),
    maxConnections: 8,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  if (options.background ?? true) await app.start();
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const callerWith = (tenantId: string, apiKey: string): Caller => createCaller(app, tenantId, apiKey);
  return {
    app,
    callerWith,
    newCaller: async (name = 'Test') => {
      const { tenantId, apiKey } = await app.createTenant(name);
      return callerWith(tenantId, apiKey);
    },
    anonymous: createCaller(app, '', undefined),
    [Symbol.asyncDispose]: () => app.close(),
  };
}

/** The body of the specification's example 'Create Shipment'. */
export const EXAMPLE_SHIPMENT = {
  reference: 'ORD-2026-00123',
  carrierReference: 'DHLPX',
  serviceLevelReference: 'DFY-B2C',
  addresses: {
    sender: {
      companyName: 'Acme Corp',
      street: 'Hoofdweg 123',
      city: 'Amsterdam',
      postCode: '1012AB',
      countryCode: 'NL',
    },
    receiver: {
      contactName: 'John Doe',
      street: 'Berliner Str. 45',
      city: 'Berlin',
      postCode: '10115',
      countryCode: 'DE',
    },
  },
  handlingUnits: [
    {
      reference: 'PKG-001',
      weight: { value: 2.5, unit: 'kg' },
      dimensions: { length: 30, width: 20, height: 15, unit: 'cm' },
    },
  ],
};

export const SHIPMENTS = '/api/shipping/v2/shipments';

function createCaller(app: App, tenantId: string, apiKey: string | undefined): Caller {
  const agent = request(app.http.server);
  const authorised = (test: Test): Test =>
    apiKey === undefined ? test : test.set('authorization', `ApiKey ${apiKey}`);
  const caller: Caller = {
    tenantId,
    apiKey: apiKey ?? '',
    get: (path) => authorised(agent.get(path)),
    post: (path, body) => authorised(agent.post(path)).send(body as object | undefined),
    put: (path, body) => authorised(agent.put(path)).send(body as object | undefined),
    delete: (path) => authorised(agent.delete(path)),
    createShipment: async (changes = {}) =>
      bodyOf(await caller.post(SHIPMENTS, { ...EXAMPLE_SHIPMENT, ...changes }), 201) as ShipmentBody,
    orderedShipment: async (changes = {}) => {
      const { id } = await caller.createShipment(changes);
      return bodyOf(await caller.put(`${SHIPMENTS}/${id}/order`), 200) as ShipmentBody;
    },
  };
  return caller;
}

function bodyOf(answer: Response, status: number): unknown {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer.body;
}
