import type { CrossingWorld } from './crossing-world.ts';
import type { Random } from './seeded-random.ts';

/** What a caller wants once, however often he sends it. */
export interface Wish {
  action: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: Readonly<Record<string, unknown>> | undefined;
  key?: string | undefined;
  /** The version that is demanded. */
  ifMatch?: number | undefined;
  shipmentId?: string | undefined;
}

/** One request with its answer. Status 0: the caller hung up before there was one. */
export interface Exchange {
  wish: Wish;
  sentAt: number;
  answeredAt: number;
  status: number;
  text: string;
  body: Readonly<Record<string, unknown>>;
  isReplayed: boolean;
  /** The answer says to come again. */
  saysRetry: boolean;
}

/** What all clients of a run share: a few things, about which they cross each other. */
export interface Stage {
  world: CrossingWorld;
  exchanges: Exchange[];
  shipmentIds: string[];
  profileIds: string[];
  webhookIds: string[];
  tokenIds: string[];
  /** By id, as somebody has seen it. */
  versions: Map<string, number>;
  keyed: Wish[];
  /** Names what is sent, so that it is known again. */
  wishes: number;
  /** Shipments to be put in the place of those that are at their end. */
  missing: number;
}

const PATIENCE_MS = 40_000;

export async function send(
  stage: Stage,
  wish: Wish,
  random: Random,
  { hangsUp }: { hangsUp: boolean },
): Promise<Exchange> {
  const { method, path, body, key, ifMatch } = wish;
  const url = `${oneOf(stage.world.urls, random)}${path}`;
  const sentAt = performance.now();
  const finish = (answer: Pick<Exchange, 'status' | 'text'> & Partial<Exchange>): Exchange => {
    const exchange = {
      wish,
      sentAt,
      answeredAt: performance.now(),
      body: {},
      isReplayed: false,
      saysRetry: false,
      ...answer,
    };
    stage.exchanges.push(exchange);
    notice(stage, exchange);
    return exchange;
  };
  try {
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `ApiKey ${stage.world.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(hangsUp ? Math.ceil(random.between(1, 60)) : PATIENCE_MS),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return finish({
      status: answer.status,
      text,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
      isReplayed: answer.headers.has('idempotent-replayed'),
      saysRetry: answer.headers.has('retry-after'),
    });
  } catch (error) {
    if (!hangsUp) throw new Error(`${method} ${path} got no answer`, { cause: error });
    return finish({ status: 0, text: '' });
  }
}

/** Remembers what there is. */
function notice(stage: Stage, { wish, status, body }: Exchange): void {
  const { id, version } = body as { id?: string; version?: number };
  if (id !== undefined && version !== undefined) stage.versions.set(id, version);
  const ids = {
    create: stage.shipmentIds,
    'add-profile': stage.profileIds,
    'add-webhook': stage.webhookIds,
    'add-token': stage.tokenIds,
  }[wish.action as 'create'];
  if (status === 201 && id !== undefined && ids !== undefined && !ids.includes(id)) ids.push(id);
  const isAtItsEnd = status === 200 && body['status'] === 'Executed';
  const index = isAtItsEnd && id !== undefined ? stage.shipmentIds.indexOf(id) : -1;
  if (index < 0) return;
  stage.shipmentIds.splice(index, 1);
  stage.missing++;
}

export function oneOf<Item>(items: readonly Item[], random: Random): Item;
export function oneOf<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random.between(0, items.length))];
}

/** The last part of a problem's type; empty when the answer is none. */
export function typeOf({ body }: Exchange): string {
  const { type = '' } = body as { type?: string };
  return type.slice(type.lastIndexOf('/') + 1);
}

export function describe({ wish, status, body, text }: Exchange): string {
  const ifMatch = wish.ifMatch === undefined ? '' : ` if-match ${wish.ifMatch}`;
  const told = status < 400 ? `${String(body['status'])} version ${String(body['version'])}` : text;
  return `${wish.action} ${wish.path}${wish.key === undefined ? '' : ` key ${wish.key}`}${ifMatch}: ${status} ${told}`;
}
