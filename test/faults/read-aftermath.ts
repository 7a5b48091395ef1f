import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';
import type { Aftermath, FoundEvent, FoundShipment } from './check-orders.ts';
import { type Api, type Reply, SHIPMENTS } from './shipment-story.ts';

const PAGE = 200;
const LABEL_READERS = 4;

/** Waits until no booking's outcome is unknown and no job is left. @returns false when that takes longer than the patience. */
export async function waitUntilSettled(api: Api, database: pg.Client, patienceMs: number): Promise<boolean> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await delay(100)) {
    const { body } = await api('GET', `${SHIPMENTS}?status=Ordered&limit=1`);
    if (body['total'] === 0 && (await readJobs(database)).length === 0) return true;
  }
  return false;
}

export async function readAftermath(api: Api, database: pg.Client): Promise<Aftermath> {
  const shipments = (await readAll(api, SHIPMENTS)).map(toShipment);
  const bookings = await readAll(api, '/api/shipping/v2/sandbox-bookings');
  const consignments = await readAll(api, '/api/shipping/v2/consignments');
  return {
    shipments,
    bookings: bookings.map((each) => ({
      shipmentId: String(each['shipmentId']),
      carrierBookingReference: String(each['carrierBookingReference']),
      unitReferences: each['unitReferences'] as string[],
      isLive: each['voidedOn'] === undefined,
    })),
    consignments: consignments.map((each) => ({
      id: String(each['id']),
      status: String(each['status']),
      carrierBookingReference: each['carrierBookingReference'] as string | undefined,
    })),
    events: (
      await database.query<FoundEvent>(
        `select subject, sequence, type, data from platform.events order by subject, sequence`,
      )
    ).rows,
    totals: await readTotals(api, database),
    jobsLeft: await readJobs(database),
    labels: await readLabels(api, shipments),
  };
}

async function readAll(api: Api, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  while (true) {
    const { body } = expectOk(path, await api('GET', `${path}?limit=${PAGE}&offset=${items.length}`));
    const page = body['items'] as Record<string, unknown>[];
    items.push(...page);
    if (page.length < PAGE) return items;
  }
}

function toShipment(body: Record<string, unknown>): FoundShipment {
  const units = body['handlingUnits'] as { trackingReference?: string }[];
  return { ...(body as unknown as FoundShipment), unitReferences: units.map((unit) => unit.trackingReference) };
}

async function readTotals(api: Api, database: pg.Client): Promise<Aftermath['totals']> {
  const { rows } = await database.query<{ status: ShipmentStatus; counted: number }>(
    `select status, count(*)::int as counted from shipping.shipments group by status`,
  );
  const listed = async (query: string): Promise<number> =>
    Number(expectOk(SHIPMENTS, await api('GET', `${SHIPMENTS}?limit=1${query}`)).body['total']);
  const all = { of: 'all', listed: await listed(''), counted: rows.reduce((sum, row) => sum + row.counted, 0) };
  const each = rows.map(async ({ status, counted }) => ({
    of: status,
    listed: await listed(`&status=${status}`),
    counted,
  }));
  return [all, ...(await Promise.all(each))];
}

async function readLabels(api: Api, shipments: readonly FoundShipment[]): Promise<Map<string, number>> {
  const labels = new Map<string, number>();
  const waiting = shipments.filter(({ status }) => status === 'Accepted' || status === 'Executed').values();
  const read = async (): Promise<void> => {
    for (const { id } of waiting) {
      const { status, body } = await api('GET', `${SHIPMENTS}/${id}/labels?format=zpl`);
      if (status === 200) labels.set(id, String(body['text']).split('^XA').length - 1);
    }
  };
  await Promise.all(Array.from({ length: LABEL_READERS }, read));
  return labels;
}

async function readJobs(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ job: string }>(
    `select format('%s %s, attempt %s of %s, to run at %s, locked by %s: %s', task_identifier, key, attempts, max_attempts, run_at,
       locked_by, left(last_error, 200)) as job
     from graphile_worker.jobs`,
  );
  return rows.map((row) => row.job);
}

function expectOk(path: string, reply: Reply): Reply {
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body).slice(0, 300)}`);
  return reply;
}
