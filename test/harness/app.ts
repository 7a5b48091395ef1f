import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import request, { type Response, type Test } from 'supertest';
import { afterAll, beforeAll } from 'vitest';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';
import { shipmentInputExample } from '../../src/modules/shipping/v2/shipment-examples.ts';
import type { ShipmentBody } from '../../src/modules/shipping/v2/shipment-schemas.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { firstIdAt } from '../../src/platform/ids.ts';
import { createLogger, type Logger } from '../../src/platform/logger.ts';

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
  /** The same tenant with a new key that has only these permission groups. */
  callerIn(caller: Caller, ...permissionGroups: string[]): Promise<Caller>;
  /** A request without credentials. */
  anonymous: Pick<Caller, 'get' | 'post' | 'put' | 'delete'>;
}

export interface TestAppOptions {
  connectionString: string;
  clock?: Clock;
  /** Default: nothing is logged. */
  log?: Logger;
  /** What differs from the tests' usual configuration. */
  config?: Partial<AppOptions['config']>;
  /** Patience with webhooks' receivers, and chance. */
  hooks?: AppOptions['hooks'];
  /** Whether jobs run. Default true. */
  background?: boolean;
}

/** Limits are out of the way of tests that are not about them. */
const TEST_CONFIG: AppOptions['config'] = {
  publicUrl: 'http://localhost:3000',
  problemBaseUrl: PROBLEMS,
  rateLimits: { read: 1e6, write: 1e6, bulk: 1e6, address: 1e6 },
  corsOrigins: [],
};

/** The whole application on a database of the test's own, listening on a free port. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const app = await createApp({
    config: { ...TEST_CONFIG, ...options.config },
    connectionString: options.connectionString,
    secretKey: Buffer.alloc(32, 7),
    log: options.log ?? createLogger('silent'),
    maxConnections: 8,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.hooks === undefined ? {} : { hooks: options.hooks }),
  });
  if (options.background ?? true) await app.start();
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const callerWith = (tenantId: string, apiKey: string): Caller => createCaller(app, tenantId, apiKey);
  return {
    app,
    callerWith,
    callerIn: async ({ tenantId }, ...permissionGroups) =>
      callerWith(
        tenantId,
        await app.authorizing.createToken({ tenantId, name: 'narrow', mode: 'live', permissionGroups }),
      ),
    newCaller: async (name = 'Test') => {
      const { tenantId, apiKey } = await app.createTenant(name);
      return callerWith(tenantId, apiKey);
    },
    anonymous: createCaller(app, '', undefined),
    [Symbol.asyncDispose]: () => app.close(),
  };
}

/** The application that the tests of one file share, with a tenant that calls it. */
export interface World {
  readonly server: TestApp;
  readonly caller: Caller;
  /** What the database has, past the application. */
  rows<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Starts the application before the tests of the file that calls this, and ends it after them. Jobs run only when asked for. */
export function useTestApp(
  createDatabase: () => Promise<AsyncDisposable & { connectionString: string }>,
  options: Omit<TestAppOptions, 'connectionString'> = {},
): World {
  const started = new AsyncDisposableStack();
  let world: Pick<World, 'server' | 'caller'> | undefined;
  const running = (): Pick<World, 'server' | 'caller'> => {
    if (world === undefined) throw new Error('the application runs only within tests');
    return world;
  };
  beforeAll(async () => {
    const { connectionString } = started.use(await createDatabase());
    const server = started.use(await startTestApp({ background: false, ...options, connectionString }));
    world = { server, caller: await server.newCaller() };
  });
  afterAll(() => started.disposeAsync());
  return {
    get server() {
      return running().server;
    },
    get caller() {
      return running().caller;
    },
    rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await running().server.app.db.pool.query<Row>(text, values)).rows,
  };
}

/** An id that nothing has. */
export const NO_SUCH_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** The kind of a problem, as `409 invalid-state-transition`. Throws when the answer is not a whole problem document. */
export function problemOf(answer: Response): string {
  const { type, title, detail, status, instance } = answer.body as Record<string, unknown>;
  const isWhole =
    answer.headers['content-type'] === 'application/problem+json; charset=utf-8' &&
    status === answer.status &&
    [type, title, detail, instance].every((text) => typeof text === 'string' && text !== '') &&
    instance === new URL(answer.request.url).pathname &&
    String(type).startsWith(`${PROBLEMS}/`);
  if (!isWhole)
    throw new Error(`not a problem document: ${answer.status} ${answer.type} ${answer.text.slice(0, 1_000)}`);
  return `${answer.status} ${String(type).slice(PROBLEMS.length + 1)}`;
}

/** The places that a problem names, each in both forms: `Data.Reference /reference`. */
export function fieldsOf(answer: Response): string[] {
  const { errors } = answer.body as { errors: { field: string; pointer: string }[] };
  return errors.map(({ field, pointer }) => `${field} ${pointer}`);
}

/** A body with an id left out of it, to compare what two ids are answered. */
export function withoutId(answer: Response, id: string): unknown {
  return JSON.parse(answer.text.replaceAll(id, 'ID'));
}

/** A new shipment, brought to a status over the API. It stays `Ordered` only while no jobs run. */
export async function shipmentIn(
  caller: Caller,
  status: ShipmentStatus,
  changes: Record<string, unknown> = {},
): Promise<ShipmentBody> {
  const reference = { Ordered: 'SANDBOX-UNAVAILABLE', Declined: 'SANDBOX-REFUSE' }[status as string];
  const { id, createdOn } = await caller.createShipment(reference === undefined ? changes : { ...changes, reference });
  const self = `${SHIPMENTS}/${id}`;
  if (status === 'Canceled') bodyOf(await caller.put(`${self}/cancel`), 200);
  else if (status === 'Ordered') bodyOf(await caller.put(`${self}/order`), 503);
  else if (status === 'Declined') bodyOf(await caller.put(`${self}/order`), 422);
  else if (status !== 'Created') bodyOf(await caller.put(`${self}/order`), 200);
  if (status === 'Executed') {
    bodyOf(await caller.post(`${self}/tracking-events`, { code: 'PickedUp', occurredOn: createdOn }), 201);
  }
  const shipment = bodyOf(await caller.get(self), 200) as ShipmentBody;
  if (shipment.status !== status) throw new Error(`${shipment.status} instead of ${status}`);
  return shipment;
}

export interface PlantedShipment {
  createdOn: Date;
  status: ShipmentStatus;
  reference?: string;
  carrierReference?: string;
}

/** Writes shipments of any age past the application, with what it keeps beside them. @returns their ids, in the order given. */
export async function plantShipments(
  world: Pick<World, 'rows'>,
  tenantId: string,
  shipments: readonly PlantedShipment[],
): Promise<string[]> {
  const rows = shipments.map(
    ({ createdOn, status, reference = EXAMPLE_SHIPMENT.reference, carrierReference = 'DHLPX' }) => {
      // The time, then whatever follows it.
      const id = firstIdAt(createdOn).slice(0, 15) + randomUUID().slice(15);
      return { id, createdOn, status, reference, carrierReference };
    },
  );
  await world.rows(
    `with planted as (
        select * from jsonb_to_recordset($2::jsonb) as r(id uuid, "createdOn" timestamptz, status shipping.shipment_status,
          reference text, "carrierReference" text)),
      units as (
        insert into shipping.handling_units (tenant_id, shipment_id, number, id, status, weight_grams, content)
        select $1, id, 1, gen_random_uuid(), 'AtOrigin', 2500, $3 from planted),
      counted as (
        insert into shipping.shipment_count_changes (tenant_id, created_on, status, carrier_reference, change)
        select $1, "createdOn", status, "carrierReference", 1 from planted)
      insert into shipping.shipments (tenant_id, id, reference, carrier_reference, service_level_reference, status, version,
        event_sequence, content, booking_attempts, created_on, updated_on)
      select $1, id, reference, "carrierReference", 'DFY-B2C', status, 1, 1,
        $4::jsonb || jsonb_build_object('reference', reference, 'carrierReference', "carrierReference"), 0, "createdOn", "createdOn"
      from planted`,
    [tenantId, JSON.stringify(rows), JSON.stringify(handlingUnits[0]), JSON.stringify(content)],
  );
  return rows.map((row) => row.id);
}

/** The body of the specification's example 'Create Shipment', as the documents show it. */
export const EXAMPLE_SHIPMENT = shipmentInputExample;

const { handlingUnits, ...content } = EXAMPLE_SHIPMENT;

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

/** The body of an answer that must have this status. */
export function bodyOf(answer: Response, status: number): unknown {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer.body;
}
