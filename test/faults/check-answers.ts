import { isDeepStrictEqual } from 'node:util';
import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';
import type { FoundEvent } from './check-orders.ts';
import type { Exchange, Wish } from './crossing-clients.ts';

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

function typeOf({ body }: Exchange): string {
  return String(body['type'] ?? '').split('/').at(-1) ?? '';
}

function describe({ wish, status, body, text }: Exchange): string {
  const ifMatch = wish.ifMatch === undefined ? '' : ` if-match ${wish.ifMatch}`;
  const told = status < 400 ? `${String(body['status'])} version ${String(body['version'])}` : text;
  return `${wish.action} ${wish.path}${wish.key === undefined ? '' : ` key ${wish.key}`}${ifMatch}: ${status} ${told}`;
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
  '404 not-found': ['change-profile', 'move-profile', 'delete-profile', 'read-profile', 'change-webhook', 'delete-webhook', 'delete-token'],
  '409 invalid-state-transition': Object.keys(MAY_BEGIN),
  '409 concurrent-change': [...Object.keys(MAY_BEGIN), 'resolve', 'labels', 'change-profile', 'move-profile', 'delete-profile', 'change-webhook', 'delete-webhook'],
  '409 idempotency-in-progress': ['any'],
  '409 not-held': ['resolve'],
  '409 labels-not-available': ['labels'],
  '409 reference-taken': ['add-profile'],
  '409 profile-in-use': ['change-profile', 'move-profile'],
  '412 precondition-failed': ['update', 'order', 'cancel', 'reset', 'change-profile', 'move-profile', 'delete-profile', 'change-webhook', 'delete-webhook'],
  '422 unknown-carrier': ['create', 'update', 'order'],
  '422 carrier-error': ['order'],
  '422 idempotency-key-reused': ['create', 'update'],
  '503 carrier-unavailable': ['order'],
};

function checkAnswer(exchange: Exchange): string[] {
  const { wish, status, body, isReplayed } = exchange;
  if (status === 0) return [];
  const faults: string[] = [];
  const type = typeOf(exchange);
  if (status >= 400) {
    const whose = REFUSALS[`${status} ${type}`] ?? [];
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
  if (status === 200 && leadsTo !== undefined && body['status'] !== leadsTo && !isReplayed && wish.key === undefined) {
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
      faults.push(`${name} is told as ${JSON.stringify(seen.snapshot)} (${seen.from}) and as ${JSON.stringify(snapshot)} (${from})`);
    }
  };
  for (const { type, data } of events) {
    if (!type.startsWith('shipment.')) continue;
    const { trackingEvents: _scans, ...shipment } = data;
    compare(shipment as Snapshot, type);
  }
  const told = exchanges.flatMap((exchange) => snapshotsOf(exchange).map((snapshot) => ({ snapshot, exchange })));
  for (const { snapshot, exchange } of told) compare(snapshot, `answer to ${exchange.wish.action}`);
  for (const [id, all] of Map.groupBy(told.filter((each) => !each.exchange.isReplayed), (each) => each.snapshot.id)) {
    const bySent = all.toSorted((one, other) => one.exchange.sentAt - other.exchange.sentAt);
    const byAnswered = all.toSorted((one, other) => one.exchange.answeredAt - other.exchange.answeredAt);
    let newest = 0;
    let next = 0;
    for (const { snapshot, exchange } of bySent) {
      for (; (byAnswered[next]?.exchange.answeredAt ?? Number.POSITIVE_INFINITY) < exchange.sentAt; next++) {
        newest = Math.max(newest, byAnswered[next]?.snapshot.version ?? 0);
      }
      if (snapshot.version < newest) faults.push(`${id} is told as version ${snapshot.version} after ${newest}: ${describe(exchange)}`);
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
    if (other.status !== first.status || other.text !== first.text) faults.push(`${describe(first)} and then ${describe(other)}`);
  }
  const originals = kept.filter((exchange) => !exchange.isReplayed);
  if (originals.length > 1) faults.push(`${describe(first)} was done ${originals.length} times`);
  const knownFrom = Math.min(...kept.map((exchange) => exchange.answeredAt));
  for (const late of all) {
    if (late.status !== 0 && late.sentAt > knownFrom && !kept.includes(late)) faults.push(`${describe(first)} and then ${describe(late)}`);
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

const EVENT_OF: Readonly<Record<string, string>> = {
  create: 'shipment.created',
  update: 'shipment.updated',
  order: 'shipment.ordered',
  cancel: 'shipment.canceled',
  reset: 'shipment.reset',
};

type Asked = readonly [Wish, readonly Exchange[]];

/** Each success is one change and each change somebody's success, or was begun by somebody who does not know how it ended. */
function checkEffects(byWish: readonly Asked[], events: readonly FoundEvent[]): string[] {
  const faults: string[] = [];
  const changes = Map.groupBy(events, ({ type, data }) => `${type} ${String(data['id'])}`);
  const markers = Map.groupBy(
    events.filter(({ type }) => type === 'shipment.created' || type === 'shipment.updated'),
    ({ data }) => String(data['instructions']),
  );
  const shipmentIds = new Set(byWish.flatMap(([wish]) => wish.shipmentId ?? []));
  for (const [action, type] of Object.entries(EVENT_OF)) {
    if (action === 'create' || action === 'update') continue;
    for (const id of shipmentIds) {
      const asked = byWish.filter(([wish]) => wish.shipmentId === id && wish.action === action);
      const bounds = asked.map(([, all]) => effectsOf(all));
      const least = bounds.reduce((sum, each) => sum + each.least, 0);
      const most = bounds.reduce((sum, each) => sum + each.most, 0);
      const { length } = changes.get(`${type} ${id}`) ?? [];
      if (length < least || length > most) faults.push(`shipment ${id} has ${length} events ${type}, and ${least} to ${most} were asked for`);
    }
  }
  for (const [wish, all] of byWish) {
    if (wish.action !== 'create' && wish.action !== 'update') continue;
    const { least, most } = effectsOf(all);
    const marker = String(wish.body?.['instructions']);
    const { length } = markers.get(marker) ?? [];
    if (length < least || length > Math.min(most, 1)) faults.push(`'${marker}' has ${length} events, and was asked for as ${all.map(describe).join('; ')}`);
  }
  for (const [wish, all] of byWish) {
    const done = all.find(({ status, isReplayed }) => status >= 200 && status < 300 && !isReplayed);
    if (done !== undefined) faults.push(...checkDone(wish, done, all, events));
  }
  return faults;
}

/** How many changes a request and its repetitions can have made. */
function effectsOf(all: readonly Exchange[]): { least: number; most: number } {
  const isDone = all.some((exchange) => (exchange.status >= 200 && exchange.status < 300) || typeOf(exchange) === 'carrier-error');
  const unsettled = all.filter(({ status, isReplayed }) => status === 503 && !isReplayed).length;
  // Repeated once it is settled, it may be told of what it began, or begin anew when others have undone that.
  if (unsettled > 0) return { least: 1, most: unsettled + (isDone ? 1 : 0) + all.filter(({ status }) => status === 0).length };
  if (isDone) return { least: 1, most: 1 };
  return { least: 0, most: all.some(({ status }) => status === 0) ? 1 : 0 };
}

/** The change that a success tells of, and that it was made from the version that was demanded. */
function checkDone(wish: Wish, done: Exchange, all: readonly Exchange[], events: readonly FoundEvent[]): string[] {
  const { id, version, carrierBookingReference } = done.body as { id: string; version: number; carrierBookingReference?: string };
  const type = wish.action === 'order' ? 'shipment.accepted' : EVENT_OF[wish.action];
  if (type === undefined || all.some(({ status }) => status === 503 || status === 0)) return [];
  const ofShipment = events.filter((event) => event.subject === `shipment/${id}`).toSorted((one, other) => one.sequence - other.sequence);
  const told = (event: FoundEvent): boolean =>
    event.type === type &&
    (wish.action === 'order' ? event.data['carrierBookingReference'] === carrierBookingReference : event.data['version'] === version);
  const index = ofShipment.findIndex(told);
  const change = ofShipment[index];
  if (change === undefined) return [`${describe(done)} and no event says so`];
  const demanded = wish.ifMatch;
  if (demanded === undefined) return [];
  const before = ofShipment.slice(0, index);
  const begun = wish.action === 'order' ? before.findLast((event) => event.type === 'shipment.ordered') : change;
  // What the carrier must give up first is marked so in a version of its own, of which no event tells; notices of it may follow.
  const isVoided = wish.action !== 'order' && before.at(-1)?.data['status'] === 'Accepted';
  const isFromThere = isVoided
    ? Number(version) >= demanded + 2 && !before.some((event) => event.data['version'] === demanded + 1)
    : begun?.data['version'] === demanded + 1;
  return isFromThere ? [] : [`${describe(done)} was done from another version than was demanded`];
}

function checkScans(byWish: readonly Asked[]): string[] {
  const scans = byWish.filter(([wish]) => wish.action === 'scan' || wish.action === 'execute');
  const same = Map.groupBy(scans, ([wish]) => `${wish.shipmentId} ${JSON.stringify(wish.body)}`);
  return [...same].flatMap(([name, asked]) => {
    const recorded = asked.filter(([, all]) => all.some(({ status }) => status === 201)).length;
    const ids = new Set(asked.flatMap(([, all]) => all.filter(({ status }) => status === 200 || status === 201).map(({ body }) => body['id'])));
    return recorded > 1 || ids.size > 1 ? [`the scan ${name} was recorded ${recorded} times, as ${[...ids].join(', ')}`] : [];
  });
}
