import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { shipmentInputExample } from '../../src/modules/shipping/v2/shipment-examples.ts';
import { oneOf, type Stage, send, type Wish } from './crossing-stage.ts';
import type { CrossingWorld } from './crossing-world.ts';
import type { Random } from './seeded-random.ts';
import { IMPATIENT_CARRIER, SHIPMENTS } from './shipment-story.ts';

const WEIGHTS = {
  order: 30,
  cancel: 12,
  reset: 14,
  update: 12,
  scan: 10,
  execute: 1,
  resolve: 5,
  read: 8,
  list: 3,
  labels: 4,
  documents: 2,
  again: 8,
  'change-profile': 4,
  'move-profile': 3,
  'delete-profile': 2,
  'add-profile': 2,
  'read-profile': 2,
  'add-webhook': 1,
  'change-webhook': 3,
  'delete-webhook': 1,
  'add-token': 1,
  'delete-token': 2,
} as const;

const FAULTS = {
  none: 60,
  'TIMEOUT-BOOKED': 8,
  'TIMEOUT-NOT-BOOKED': 8,
  GARBAGE: 8,
  UNAVAILABLE: 8,
  REFUSE: 8,
} as const;

/** A profile that is changed, moved to another carrier and back, deleted and added again. */
const RESTLESS_CARRIER = 'RESTLESS';
const PROFILES = '/api/shipping/v2/carrier-profiles';
const WEBHOOKS = '/api/hooks/v1/webhooks';
const TOKENS = '/api/authorizing/v1/tokens';
const SHARED_SHIPMENTS = 4;
const SERVICE_LEVELS = [{ reference: 'DFY-B2C', name: 'Delivered for you', productCode: '11' }];

export async function setStage(world: CrossingWorld, random: Random): Promise<Stage> {
  const stage: Stage = {
    world,
    exchanges: [],
    shipmentIds: [],
    profileIds: [],
    webhookIds: [],
    tokenIds: [],
    versions: new Map(),
    keyed: [],
    wishes: 0,
    missing: 0,
  };
  const made = async (wish: Wish): Promise<void> => {
    const { status, text } = await send(stage, wish, random, { hangsUp: false });
    if (status !== 201) throw new Error(`${wish.action}: ${status} ${text}`);
  };
  await made({ action: 'add-profile', method: 'POST', path: PROFILES, body: impatientProfile() });
  await made({ action: 'add-profile', method: 'POST', path: PROFILES, body: restlessProfile(stage, 'sandbox', 0) });
  stage.profileIds.shift();
  const steady = { url: `${world.receiver.url}/steady`, events: ['shipment.*', 'consignment.*'] };
  await made({ action: 'add-webhook', method: 'POST', path: WEBHOOKS, body: { ...steady, ordering: 'per-subject' } });
  stage.webhookIds.shift();
  while (stage.shipmentIds.length < SHARED_SHIPMENTS) await made(creation(stage, random));
  return stage;
}

export async function runClient(stage: Stage, random: Random, until: () => boolean): Promise<void> {
  while (!until()) {
    const wish = think(stage, random);
    if (wish !== undefined) await carryOut(stage, wish, random);
    await delay(random.between(0, 15));
  }
}

/** Sends it, with a key perhaps several times at once, and perhaps beside another request with that key. */
async function carryOut(stage: Stage, wish: Wish, random: Random): Promise<void> {
  if (wish.key !== undefined) stage.keyed.push(wish);
  const copies = wish.key === undefined || random.happens(0.4) ? 1 : Math.floor(random.between(2, 4));
  const rival = { ...wish, body: { ...wish.body, instructions: `rival ${randomUUID()}` } };
  const hasRival = wish.key !== undefined && (wish.action === 'create' || wish.action === 'update');
  const wishes = Array.from({ length: copies }, () => wish);
  if (hasRival && random.happens(0.3)) wishes.splice(random.happens(0.5) ? 0 : copies, 0, rival);
  await Promise.all(wishes.map((each) => send(stage, each, random, { hangsUp: random.happens(0.04) })));
}

/** What a client takes it into its head to do. */
function think(stage: Stage, random: Random): Wish | undefined {
  if (stage.missing > 0) {
    stage.missing--;
    return { ...creation(stage, random), key: randomUUID() };
  }
  const action = random.pick(WEIGHTS);
  const shipmentId = oneOf(stage.shipmentIds, random);
  const self = `${SHIPMENTS}/${shipmentId}`;
  const key = random.happens(0.35) ? randomUUID() : undefined;
  const ifMatch = (id: string | undefined): Pick<Wish, 'ifMatch'> =>
    id !== undefined && random.happens(0.35) ? { ifMatch: stage.versions.get(id) } : {};
  const change = { action, method: 'PUT', key } as const;
  const ofShipment = { ...change, shipmentId, ...ifMatch(shipmentId) };
  const read = { action, method: 'GET', shipmentId } as const;
  switch (action) {
    case 'order':
    case 'cancel':
    case 'reset':
      return { ...ofShipment, path: `${self}/${action}` };
    case 'update':
      return { ...ofShipment, path: self, body: shipmentInput(stage.wishes++, random) };
    case 'scan':
    case 'execute':
      return { ...change, method: 'POST', shipmentId, path: `${self}/tracking-events`, body: scan(action, random) };
    case 'resolve':
      return { ...change, shipmentId, path: `${self}/booking-outcome`, body: { outcome: 'not-booked' } };
    case 'read':
      return { ...read, path: self };
    case 'list':
      return { action, method: 'GET', path: `${SHIPMENTS}?limit=50` };
    case 'labels':
      return { ...read, path: `${self}/labels?format=zpl` };
    case 'documents':
      return { ...read, path: `${self}/documents` };
    case 'again':
      return oneOf(stage.keyed.slice(-20), random);
    default:
      return thinkOfOthers(stage, random, action, { key, ifMatch });
  }
}

type OtherAction = Exclude<
  keyof typeof WEIGHTS,
  | 'order'
  | 'cancel'
  | 'reset'
  | 'update'
  | 'scan'
  | 'execute'
  | 'resolve'
  | 'read'
  | 'list'
  | 'labels'
  | 'documents'
  | 'again'
>;

/** About profiles, webhooks and tokens. */
function thinkOfOthers(
  stage: Stage,
  random: Random,
  action: OtherAction,
  { key, ifMatch }: { key: string | undefined; ifMatch: (id: string | undefined) => Pick<Wish, 'ifMatch'> },
): Wish | undefined {
  const kind = action.split('-')[1] as 'profile' | 'webhook' | 'token';
  const collection = { profile: PROFILES, webhook: WEBHOOKS, token: TOKENS }[kind];
  const ids = { profile: stage.profileIds, webhook: stage.webhookIds, token: stage.tokenIds }[kind];
  const id = oneOf(ids.slice(-2), random);
  const input = (): Record<string, unknown> => {
    if (kind === 'token') return { name: `token ${stage.wishes++}`, permissionGroups: ['viewer'] };
    if (kind === 'webhook')
      return { url: `${stage.world.receiver.url}/other`, events: ['*'], active: random.happens(0.5) };
    return restlessProfile(stage, action === 'move-profile' ? 'ups' : 'sandbox', stage.wishes++);
  };
  if (action.startsWith('add')) return { action, method: 'POST', path: collection, body: input(), key };
  if (id === undefined) return undefined;
  const path = `${collection}/${id}`;
  if (action === 'read-profile') return { action, method: 'GET', path };
  const guarded = { action, path, key, ...(kind === 'token' ? {} : ifMatch(id)) };
  if (action.startsWith('delete')) return { ...guarded, method: 'DELETE' };
  return { ...guarded, method: 'PUT', body: input() };
}

function creation(stage: Stage, random: Random): Wish {
  return { action: 'create', method: 'POST', path: SHIPMENTS, body: shipmentInput(stage.wishes++, random) };
}

function shipmentInput(number: number, random: Random): Record<string, unknown> {
  const fault = random.pick(FAULTS);
  const units = random.happens(0.3) ? 2 : 1;
  return {
    reference: fault === 'none' ? `${number}` : `SANDBOX-${fault}-${number}`,
    carrierReference: random.pick({ DHLPX: 4, [IMPATIENT_CARRIER]: 4, [RESTLESS_CARRIER]: 3 }),
    serviceLevelReference: 'DFY-B2C',
    instructions: `wish ${number}`,
    addresses: shipmentInputExample.addresses,
    handlingUnits: Array.from({ length: units }, () => ({ weight: { value: 2.5, unit: 'kg' } })),
  };
}

const START = Date.now();

/** Of few, so that the same are told again. */
function scan(action: 'scan' | 'execute', random: Random): Record<string, unknown> {
  const occurredOn = new Date(START + 1_000 * Math.floor(random.between(0, 4))).toISOString();
  return {
    code: action === 'execute' ? 'PickedUp' : random.pick({ Registered: 1, Delayed: 1, OnHold: 1 }),
    occurredOn,
  };
}

function impatientProfile(): Record<string, unknown> {
  const reference = IMPATIENT_CARRIER;
  return { reference, name: reference, carrier: 'sandbox', serviceLevels: SERVICE_LEVELS, bookingTimeoutMs: 500 };
}

function restlessProfile(stage: Stage, carrier: 'sandbox' | 'ups', number: number): Record<string, unknown> {
  const profile = { reference: RESTLESS_CARRIER, name: `wish ${number}`, carrier, serviceLevels: SERVICE_LEVELS };
  if (carrier === 'sandbox') return { ...profile, bookingTimeoutMs: 500 };
  return {
    ...profile,
    environment: 'test',
    baseUrl: stage.world.unreachable,
    credentials: { clientId: 'client', clientSecret: 'secret' },
    settings: { accountNumber: 'A1B2C3' },
  };
}
