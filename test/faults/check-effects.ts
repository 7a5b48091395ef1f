import type { FoundEvent } from './check-orders.ts';
import { describe, type Exchange, typeOf, type Wish } from './crossing-stage.ts';

const EVENT_OF: Readonly<Record<string, string>> = {
  create: 'shipment.created',
  update: 'shipment.updated',
  order: 'shipment.ordered',
  cancel: 'shipment.canceled',
  reset: 'shipment.reset',
};

type Asked = readonly [Wish, readonly Exchange[]];

/** Each success is one change and each change somebody's success, or was begun by somebody who does not know how it ended. */
export function checkEffects(byWish: readonly Asked[], events: readonly FoundEvent[]): string[] {
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
      if (length < least || length > most)
        faults.push(`shipment ${id} has ${length} events ${type}, and ${least} to ${most} were asked for`);
    }
  }
  for (const [wish, all] of byWish) {
    if (wish.action !== 'create' && wish.action !== 'update') continue;
    const { least, most } = effectsOf(all);
    const marker = String(wish.body?.['instructions']);
    const { length } = markers.get(marker) ?? [];
    if (length < least || length > Math.min(most, 1))
      faults.push(`'${marker}' has ${length} events, and was asked for as ${all.map(describe).join('; ')}`);
  }
  for (const [wish, all] of byWish) {
    const done = all.find(({ status, isReplayed }) => status >= 200 && status < 300 && !isReplayed);
    if (done !== undefined) faults.push(...checkDone(wish, done, all, events));
  }
  return faults;
}

/** How many changes a request and its repetitions can have made. */
function effectsOf(all: readonly Exchange[]): { least: number; most: number } {
  const isDone = all.some(
    (exchange) => (exchange.status >= 200 && exchange.status < 300) || typeOf(exchange) === 'carrier-error',
  );
  const unsettled = all.filter(({ status, isReplayed }) => status === 503 && !isReplayed).length;
  const mayBeOverruled = all.some(({ wish }) => wish.action !== 'order');
  // Repeated once it is settled, it may be told of what it began, or begin anew when others have undone that.
  if (unsettled > 0)
    return {
      least: mayBeOverruled && !isDone ? 0 : 1,
      most: unsettled + (isDone ? 1 : 0) + all.filter(({ status }) => status === 0).length,
    };
  if (isDone) return { least: 1, most: 1 };
  return { least: 0, most: all.some(({ status }) => status === 0) ? 1 : 0 };
}

/** The change that a success tells of, and that it was made from the version that was demanded. */
function checkDone(wish: Wish, done: Exchange, all: readonly Exchange[], events: readonly FoundEvent[]): string[] {
  const { id, version, carrierBookingReference } = done.body as {
    id: string;
    version: number;
    carrierBookingReference?: string;
  };
  const type = wish.action === 'order' ? 'shipment.accepted' : EVENT_OF[wish.action];
  if (type === undefined || all.some(({ status }) => status === 503 || status === 0)) return [];
  const ofShipment = events
    .filter((event) => event.subject === `shipment/${id}`)
    .toSorted((one, other) => one.sequence - other.sequence);
  const told = (event: FoundEvent): boolean =>
    event.type === type &&
    (wish.action === 'order'
      ? event.data['carrierBookingReference'] === carrierBookingReference
      : event.data['version'] === version);
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

/** The same scan is recorded once, and whoever tells it again is shown that one. */
export function checkScans(byWish: readonly Asked[]): string[] {
  const scans = byWish.filter(([wish]) => wish.action === 'scan' || wish.action === 'execute');
  const same = Map.groupBy(scans, ([wish]) => `${wish.shipmentId} ${JSON.stringify(wish.body)}`);
  return [...same].flatMap(([name, asked]) => {
    const recorded = asked.filter(([, all]) => all.some(({ status }) => status === 201)).length;
    const ids = new Set(
      asked.flatMap(([, all]) =>
        all.filter(({ status }) => status === 200 || status === 201).map(({ body }) => body['id']),
      ),
    );
    return recorded > 1 || ids.size > 1
      ? [`the scan ${name} was recorded ${recorded} times, as ${[...ids].join(', ')}`]
      : [];
  });
}
