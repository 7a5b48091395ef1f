import { type Database, isDatabaseUnavailable, query, type Statement } from '../../platform/database.ts';
import type { CarrierOperation } from './carriers/http/carrier-http.ts';

/** One exchange with a carrier about a shipment, as support may see it: without secrets and names. */
export interface CarrierCall {
  id: string;
  consignmentId: string;
  /** The adapter. */
  carrier: string;
  operation: CarrierOperation;
  method: string;
  url: string;
  requestBody?: string;
  /** What the call is known by at the carrier: as we have named it, and as the carrier has. */
  requestId?: string;
  answerId?: string;
  /** The HTTP status; absent when no answer came. */
  status?: number;
  answerBody?: string;
  /** Why it ended without a usable answer. */
  failure?: string;
  startedOn: Date;
  durationMs: number;
}

/** So many exchanges of each operation are kept of a shipment, the newest: polling for weeks never pushes out how it was booked. */
const KEPT_PER_OPERATION = 50;

const INSERT: Statement = {
  name: 'insert-carrier-calls',
  text: `with old as (
      delete from shipping.carrier_calls where (tenant_id, shipment_id, id) in (
        select tenant_id, shipment_id, id from shipping.carrier_calls
        where tenant_id = $1 and shipment_id = any($2::uuid[])
          and (select count(*) from shipping.carrier_calls newer
            where newer.tenant_id = carrier_calls.tenant_id and newer.shipment_id = carrier_calls.shipment_id
              and newer.operation = carrier_calls.operation and newer.id > carrier_calls.id) >= ${KEPT_PER_OPERATION}))
    insert into shipping.carrier_calls (tenant_id, shipment_id, id, consignment_id, carrier, operation, method, url, request_body,
      request_id, answer_id, status, answer_body, failure, started_on, duration_ms)
    select $1, c."shipmentId", c.id, c."consignmentId", c.carrier, c.operation, c.method, c.url, c."requestBody", c."requestId", c."answerId",
      c.status, c."answerBody", c.failure, c."startedOn", c."durationMs"
    from jsonb_to_recordset($3::jsonb) as c("shipmentId" uuid, id uuid, "consignmentId" uuid, carrier text, operation text,
      method text, url text, "requestBody" text, "requestId" text, "answerId" text, status int, "answerBody" text, failure text, "startedOn" timestamptz,
      "durationMs" int)`,
};

type CallOfShipment = CarrierCall & { shipmentId: string };

/** Keeps exchanges, and of each operation about a shipment only the newest 50. @param onLost hears of what could not be kept */
export async function keepCarrierCalls(
  db: Database,
  tenantId: string,
  calls: readonly CallOfShipment[],
  onLost: (error: unknown) => void,
): Promise<void> {
  await insertCalls(db, tenantId, calls).catch(async (error: unknown) => {
    if (calls.length === 1 || isDatabaseUnavailable(error)) return onLost(error);
    // One that the database does not take must not keep the others from being told.
    for (const call of calls) await insertCalls(db, tenantId, [call]).catch(onLost);
  });
}

/** All or none. */
async function insertCalls(db: Database, tenantId: string, calls: readonly CallOfShipment[]): Promise<void> {
  const shipmentIds = [...new Set(calls.map((call) => call.shipmentId))];
  await query(db.pool, INSERT, [tenantId, shipmentIds, JSON.stringify(calls, storable)]);
}

/** A text with what PostgreSQL can hold: carriers' servers answer with zeros too, and what is cut may end within a character. */
function storable(_member: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
}

const LIST: Statement = {
  name: 'list-carrier-calls',
  text: `select total, page.* from (
      select (select count(*)::int from shipping.carrier_calls where tenant_id = $1 and shipment_id = $2) as total
      from shipping.shipments where tenant_id = $1 and id = $2) as counted
    left join (
      select id, consignment_id as "consignmentId", carrier, operation, method, url, request_body as "requestBody", request_id as "requestId",
        answer_id as "answerId", status,
        answer_body as "answerBody", failure, started_on as "startedOn", duration_ms as "durationMs"
      from shipping.carrier_calls where tenant_id = $1 and shipment_id = $2
      order by id desc limit $3 offset $4) as page on true`,
};

type CallRow = { [Key in keyof CarrierCall]: CarrierCall[Key] | null } & { total: number };

/** The exchanges about a shipment, newest first; undefined when there is no such shipment. */
export async function listCarrierCalls(
  db: Database,
  tenantId: string,
  shipmentId: string,
  page: { limit: number; offset: number },
): Promise<{ items: CarrierCall[]; total: number } | undefined> {
  const rows = await query<CallRow>(db.pool, LIST, [tenantId, shipmentId, page.limit, page.offset]);
  const [first] = rows;
  if (first === undefined) return undefined;
  return { items: rows.filter((row) => row.id !== null).map(toCarrierCall), total: first.total };
}

function toCarrierCall({ total: _total, ...columns }: CallRow): CarrierCall {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as unknown as CarrierCall;
}
