import { isDeepStrictEqual } from 'node:util';
import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';
import { checkEffects, checkScans } from './check-effects.ts';
import type { FoundEvent } from './check-orders.ts';
import { ORDER_REFUSALS } from './crossing-orders.ts';
import { describe, type Exchange, typeOf, type Wish } from './crossing-stage.ts';

/** What the callers were told, against each other and against the events. @returns what cannot be, one line each. */
export function checkAnswers(exchanges: readonly Exchange[], events: readonly FoundEvent[]): string[] {
  const byWish = Map.groupBy(exchanges, (exchange) => exchange.wish);
  return [
    ...exchanges.flatMap(checkAnswer),
    ...checkVersions(exchanges, events),
    ...[...byWish].flatMap(([wish, all]) => checkReplays(wish, all)),
    ...checkKeys(exchanges),
    ...checkEffects([...byWish], events),
    ...checkScans([...byWish]),
  ];
}

/** Where each action may begin; told anew here, so that a fault in the product's own table is not believed. */
const MAY_BEGIN: Readonly<Record<string, readonly ShipmentStatus[]>> = {
  update: ['Created'],
  order: ['Created'],
  cancel: ['Created', 'Accepted', 'Declined'],
  reset: ['Accepted', 'Declined', 'Canceled'],
  scan: ['Accepted', 'Executed'],
  execute: ['Accepted', 'Executed'],
};

const LEADS_TO: Readonly<Record<string, ShipmentStatus>> = {
  update: 'Created',
  order: 'Accepted',
  cancel: 'Canceled',
  reset: 'Created',
};

/** What is refused to whom; everything else is the fault of the program. */
const REFUSALS: Readonly<Record<string, readonly string[]>> = {
  '404 not-found': [
    'change-profile',
    'move-profile',
    'delete-profile',
    'read-profile',
    'change-webhook',
    'delete-webhook',
    'delete-token',
  ],
  '409 invalid-state-transition': Object.keys(MAY_BEGIN),
  '409 concurrent-change': [
    ...Object.keys(MAY_BEGIN),
    'resolve',
    'labels',
    'change-profile',
    'move-profile',
    'delete-profile',
    'change-webhook',
    'delete-webhook',
  ],
  '409 idempotency-in-progress': ['any'],
  '409 not-held': ['resolve'],
  '409 labels-not-available': ['labels'],
  '409 reference-taken': ['add-profile'],
  '409 profile-in-use': ['change-profile', 'move-profile'],
  '412 precondition-failed': [
    'update',
    'order',
    'cancel',
    'reset',
    'change-profile',
    'move-profile',
    'delete-profile',
    'change-webhook',
    'delete-webhook',
  ],
  '422 unknown-carrier': ['create', 'update', 'order'],
  '422 carrier-error': ['order'],
  '422 idempotency-key-reused': ['create', 'update'],
  '503 carrier-unavailable': ['order', 'cancel', 'reset'],
};

/** Less than the shortest right to call a carrier. */
const OVERTAKEN_AFTER_MS = 2_000;

function checkAnswer(exchange: Exchange): string[] {
  const { wish, status, body, sentAt, answeredAt } = exchange;
  if (status === 0) return [];
  const faults: string[] = [];
  const type = typeOf(exchange);
  if (status >= 400) {
    const refusal = `${status} ${type}`;
    const whose = [...(REFUSALS[refusal] ?? []), ...(ORDER_REFUSALS[refusal] ?? [])];
    if (!whose.includes(wish.action) && !whose.includes('any')) faults.push('is none of the answers to it');
    const current = body['currentStatus'] as ShipmentStatus;
    if (type === 'invalid-state-transition' && MAY_BEGIN[wish.action]?.includes(current)) {
      faults.push('is refused by a status that allows it');
    }
    if (type === 'precondition-failed' && body['currentVersion'] === wish.ifMatch) {
      faults.push('is refused by the version that was demanded');
    }
  }
  const leadsTo = LEADS_TO[wish.action];
  // Then somebody else may have seen it through, and others have gone on from there.
  const isLate = answeredAt - sentAt > OVERTAKEN_AFTER_MS;
  if (status === 200 && leadsTo !== undefined && body['status'] !== leadsTo && wish.key === undefined && !isLate) {
    faults.push(`does not lead to ${leadsTo}`);
  }
  return faults.map((fault) => `${describe(exchange)} ${fault}`);
}

type Snapshot = Readonly<Record<string, unknown>> & { id: string; version: number };

/** A version is one state of the thing, wherever it is told; and nobody is told an older one after a newer. */
function checkVersions(exchanges: readonly Exchange[], events: readonly FoundEvent[]): string[] {
  const faults: string[] = [];
  const known = new Map<string, { snapshot: Snapshot; from: string }>();
  const compare = (snapshot: Snapshot, from: string): void => {
    const name = `${snapshot.id} version ${snapshot.version}`;
    const seen = known.get(name);
    if (seen === undefined) known.set(name, { snapshot, from });
    else if (!isDeepStrictEqual(seen.snapshot, snapshot)) {
      faults.push(
        `${name} is told as ${JSON.stringify(seen.snapshot)} (${seen.from}) and as ${JSON.stringify(snapshot)} (${from})`,
      );
    }
  };
  for (const { type, data } of events) {
    if (!type.startsWith('shipment.')) continue;
    const { trackingEvents: _scans, ...shipment } = data;
    compare(shipment as Snapshot, type);
  }
  const told = exchanges.flatMap((exchange) => snapshotsOf(exchange).map((snapshot) => ({ snapshot, exchange })));
  for (const { snapshot, exchange } of told) compare(snapshot, `answer to ${exchange.wish.action}`);
  for (const [id, all] of Map.groupBy(
    told.filter((each) => !each.exchange.isReplayed),
    (each) => each.snapshot.id,
  )) {
    const bySent = all.toSorted((one, other) => one.exchange.sentAt - other.exchange.sentAt);
    const byAnswered = all.toSorted((one, other) => one.exchange.answeredAt - other.exchange.answeredAt);
    let newest = 0;
    let next = 0;
    for (const { snapshot, exchange } of bySent) {
      for (; (byAnswered[next]?.exchange.answeredAt ?? Number.POSITIVE_INFINITY) < exchange.sentAt; next++) {
        newest = Math.max(newest, byAnswered[next]?.snapshot.version ?? 0);
      }
      if (snapshot.version < newest)
        faults.push(`${id} is told as version ${snapshot.version} after ${newest}: ${describe(exchange)}`);
    }
  }
  return faults;
}

function snapshotsOf({ status, body, wish }: Exchange): Snapshot[] {
  if (status >= 300 || wish.action === 'scan' || wish.action === 'execute') return [];
  const items = (body['items'] as unknown[] | undefined) ?? [body];
  // The secret is shown once.
  return items
    .map((item) => {
      const { secret: _secret, ...rest } = item as Record<string, unknown>;
      return rest as Snapshot;
    })
    .filter(({ id, version }) => id !== undefined && version !== undefined);
}

/** An answer that is kept, as the program promises it: what would be the same if it were done again. */
function isKept({ status, saysRetry }: Exchange): boolean {
  if (status >= 200 && status < 300) return true;
  return [404, 409, 410, 412, 422].includes(status) && !saysRetry;
}

function checkReplays(wish: Wish, all: readonly Exchange[]): string[] {
  if (wish.key === undefined) return [];
  const kept = all.filter(isKept).filter((exchange) => typeOf(exchange) !== 'idempotency-key-reused');
  const faults: string[] = [];
  const [first, ...others] = kept;
  if (first === undefined) return [];
  for (const other of others) {
    if (other.status !== first.status || other.text !== first.text)
      faults.push(`${describe(first)} and then ${describe(other)}`);
  }
  const originals = kept.filter((exchange) => !exchange.isReplayed);
  if (originals.length > 1) faults.push(`${describe(first)} was done ${originals.length} times`);
  const knownFrom = Math.min(...kept.map((exchange) => exchange.answeredAt));
  for (const late of all) {
    if (late.status !== 0 && late.sentAt > knownFrom && !kept.includes(late))
      faults.push(`${describe(first)} and then ${describe(late)}`);
  }
  return faults;
}

/** Of the requests under one key one at most has an effect. */
function checkKeys(exchanges: readonly Exchange[]): string[] {
  const keyed = exchanges.filter(({ wish, status }) => wish.key !== undefined && status >= 200 && status < 300);
  return [...Map.groupBy(keyed, ({ wish }) => wish.key)].flatMap(([key, all]) => {
    const wishes = new Set(all.map(({ wish }) => wish));
    return wishes.size > 1 ? [`key ${key} had effects with ${wishes.size} bodies`] : [];
  });
}
