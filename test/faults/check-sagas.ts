import pg from 'pg';

/** What is there in the end, as the database has it. Amounts are in minor units. */
export interface SagaAftermath {
  orders: readonly FoundOrder[];
  /** Ledger of the payment provider, which its caller cannot change. */
  ledger: readonly { orderId: string; kind: 'hold' | 'capture' | 'refund' | 'void'; amount: number }[];
  stock: readonly { sku: string; onHand: number; reserved: number; promised: number }[];
  events: readonly FoundStatusEvent[];
  /** Keys that nobody works on and that have no answer. */
  unanswered: readonly string[];
  jobsLeft: readonly string[];
}

export interface FoundOrder {
  id: string;
  customerId: string;
  status: string;
  amount: number;
  refunded: number;
  version: number;
  /** Changes that the audit has seen, and the versions that they made, in order. */
  versions: readonly number[];
  isSettled: boolean;
  isReserved: boolean;
  payment: { status: string; captured: number } | null;
}

export interface FoundStatusEvent {
  orderId: string;
  type: string;
  sequence: number;
  seq: number;
  before: string;
  after: string;
}

/** What the callers were told under a key. */
export interface ToldUnderKey {
  key: string;
  answers: readonly string[];
  otherPayload: readonly string[];
}

/** The six promises of the order management, checked from what is there. @returns what does not hold, one line each */
export function checkSagas(found: SagaAftermath, told: readonly ToldUnderKey[]): string[] {
  const ledger = Map.groupBy(found.ledger, (entry) => entry.orderId);
  const events = Map.groupBy(found.events, (event) => `${event.orderId} ${event.type}`);
  return [
    ...found.orders.flatMap((order) => [
      ...checkMoney(order, ledger.get(order.id) ?? []),
      ...checkEnd(order),
      ...checkVersions(order),
      ...checkStatusOfEvents(order, events.get(`${order.id} oms.order_status_changed`) ?? []),
    ]),
    ...[...events].flatMap(([name, ofOne]) => checkChain(name, ofOne)),
    ...checkStock(found),
    ...told.flatMap(checkAnswers),
    ...found.unanswered.map((key) => `key ${key} was left without an answer`),
    ...found.jobsLeft.map((job) => `a job is left over: ${job}`),
    // Each was asked for under one key.
    ...[...Map.groupBy(found.orders, (order) => order.customerId)].flatMap(([customer, { length }]) =>
      length === 1 ? [] : [`${length} orders were made for ${customer}`],
    ),
  ];
}

function checkMoney(order: FoundOrder, entries: SagaAftermath['ledger']): string[] {
  const of = (kind: string): number[] => entries.filter((entry) => entry.kind === kind).map(({ amount }) => amount);
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const [holds, captures, refunds] = [of('hold'), of('capture'), of('refund')];
  const [captured, refunded] = [sum(captures), sum(refunds)];
  const name = `order ${order.id} (${order.status})`;
  const faults: string[] = [];
  if (holds.length > 1) faults.push(`${name} was held ${holds.length} times`);
  if (captures.length > 1) faults.push(`${name} was captured ${captures.length} times`);
  if (captured > order.amount) faults.push(`${name}: ${captured} of ${order.amount} was captured`);
  if (refunded > captured) faults.push(`${name}: ${refunded} of ${captured} was refunded`);
  if (captured !== (order.payment?.captured ?? 0)) {
    faults.push(`${name}: the provider captured ${captured}, we say ${order.payment?.captured ?? 0}`);
  }
  if (refunded !== order.refunded) faults.push(`${name}: the provider refunded ${refunded}, we say ${order.refunded}`);
  return faults;
}

function checkEnd(order: FoundOrder): string[] {
  const { id, status, payment } = order;
  const faults: string[] = [];
  if (status === 'PENDING' || !order.isSettled) faults.push(`order ${id} stays ${status} with something under way`);
  if (payment?.status === 'PENDING' || payment?.status === 'HELD')
    faults.push(`order ${id}: its payment stays ${payment.status}`);
  if (status === 'CANCELED' && order.isReserved) faults.push(`order ${id} is canceled and its stock is reserved`);
  if (status === 'CANCELED' && (payment?.captured ?? 0) > 0) faults.push(`order ${id} is canceled and was captured`);
  if (['RESERVED', 'PAID', 'CONFIRMED'].includes(status) && !order.isReserved) {
    faults.push(`order ${id} is ${status} and nothing is reserved for it`);
  }
  return faults;
}

function checkVersions({ id, version, versions }: FoundOrder): string[] {
  const isWhole = versions.length === version && versions.every((each, index) => each === index + 1);
  return isWhole ? [] : [`order ${id} is at version ${version}, and its changes made ${versions.join(', ')}`];
}

function checkStatusOfEvents({ id, status }: FoundOrder, events: readonly FoundStatusEvent[]): string[] {
  const last = events.toSorted((one, other) => one.seq - other.seq).at(-1);
  return last?.after === status
    ? []
    : [`order ${id} is ${status}, and its last event says ${last?.after ?? 'nothing'}`];
}

function checkChain(name: string, events: readonly FoundStatusEvent[]): string[] {
  const sorted = events.toSorted((one, other) => one.seq - other.seq);
  const isGapless = sorted.every(({ seq, sequence }, index) => seq === index + 1 && sequence === seq);
  if (!isGapless) return [`events of ${name} are numbered ${sorted.map(({ seq }) => seq).join(', ')}`];
  return sorted.flatMap(({ before }, index) => {
    const previous = sorted[index - 1]?.after ?? 'UNSPECIFIED';
    return before === previous ? [] : [`event ${index + 1} of ${name} follows ${previous} and says ${before}`];
  });
}

function checkStock({ stock }: SagaAftermath): string[] {
  return stock.flatMap(({ sku, onHand, reserved, promised }) => [
    ...(reserved < 0 || reserved > onHand ? [`${reserved} of ${onHand} of ${sku} are reserved`] : []),
    ...(reserved === promised ? [] : [`${reserved} of ${sku} are reserved, and orders have ${promised}`]),
  ]);
}

function checkAnswers({ key, answers, otherPayload }: ToldUnderKey): string[] {
  const different = new Set(answers);
  return [
    ...(different.size > 1
      ? [`key ${key} was answered ${[...different].map((each) => each.slice(0, 40)).join(' and ')}`]
      : []),
    ...otherPayload
      .filter((answer) => !answer.startsWith('ALREADY_EXISTS'))
      .map((answer) => `key ${key} with another payload was answered ${answer.slice(0, 40)}`),
  ];
}

/** Reads all of it in one snapshot. */
export async function readSagas(connectionString: string): Promise<SagaAftermath> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const rows = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text)).rows;
  try {
    await client.query('begin isolation level repeatable read');
    return {
      orders: await rows<FoundOrder>(ORDERS),
      ledger: await rows(`select order_id as "orderId", kind, amount_minor::int as amount
        from sandbox_payments.entries where refusal is null`),
      stock: await rows(`select sku, on_hand::int as "onHand", reserved::int as reserved,
          coalesce((select sum((i->>'qty')::int) from orders.reservations r, jsonb_array_elements(r.items) as i
            where r.tenant_id = s.tenant_id and r.is_live and i->>'sku' = s.sku), 0)::int as promised
        from orders.stock_levels s`),
      events: await rows(`select data->>'orderId' as "orderId", type, sequence, (data->>'seq')::int as seq,
          regexp_replace(data->>'prevStatus', '^[A-Z]+_STATUS_', '') as before,
          regexp_replace(data->>'newStatus', '^[A-Z]+_STATUS_', '') as after
        from platform.events where type like 'oms.%'`),
      unanswered: (await rows<{ key: string }>('select key from platform.idempotency_keys where status is null')).map(
        ({ key }) => key,
      ),
      // The end of a reservation that is waiting for its payment is a job for later.
      jobsLeft: (
        await rows<{ key: string }>(`select key from graphile_worker.jobs where run_at < now() - interval '2 seconds'`)
      ).map(({ key }) => key),
    };
  } finally {
    await client.end();
  }
}

/**
 * Orders that something is under way for, or whose reservation is to lapse, and that no job will come to: whatever dies now, nobody ends it.
 * At no moment may there be any.
 */
export async function readNeglected(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; status: string }>(
      `select id, status from orders.orders o where (unsettled_since is not null or status = 'RESERVED') and not exists (
        select from graphile_worker.jobs j where j.key = 'advance-order:' || o.tenant_id || ':' || o.id)`,
    );
    return rows.map(({ id, status }) => `order ${id} (${status}) is not over, and no job looks after it`);
  } finally {
    await client.end();
  }
}

const ORDERS = `select o.id, o.customer_id as "customerId", o.status, o.amount_minor::int as amount, o.refunded_minor::int as refunded,
    o.version, o.unsettled_since is null as "isSettled",
    exists (select from orders.reservations r where r.tenant_id = o.tenant_id and r.order_id = o.id and r.is_live) as "isReserved",
    (select array_agg((a.after->>'version')::int order by (a.after->>'version')::int) from platform.audit_events a
      where a.tenant_id = o.tenant_id and a.resource = 'order/' || o.id) as versions,
    (select jsonb_build_object('status', p.status, 'captured', p.captured_minor) from orders.payments p
      where p.tenant_id = o.tenant_id and p.order_id = o.id) as payment
  from orders.orders o`;
