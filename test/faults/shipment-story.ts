import { randomUUID } from 'node:crypto';
import type { ShipmentStatus } from '../../src/modules/shipping/shipment.ts';
import { shipmentInputExample } from '../../src/modules/shipping/v2/shipment-examples.ts';
import type { Random } from './seeded-random.ts';
import {
  type Answer,
  type CallerAction,
  newHistory,
  record,
  type ShipmentHistory,
  type Step,
} from './shipment-history.ts';

export interface StoryTeller {
  random: Random;
  /** Asks the server once, whatever state it is in. */
  api: Api;
  /** Waits until the server can be asked again. */
  serverIsBack(): Promise<void>;
  /** A pause between two steps, as people and programs make them. */
  pause(): Promise<void>;
  /** Called with everything that is known of the shipment, after each answer. */
  onHistory(history: ShipmentHistory): void;
  onAnswer(action: CallerAction | 'create', kind: string): void;
}

export type Api = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, key?: string) => Promise<Reply>;

/** Status 0: no answer came. */
export interface Reply {
  status: number;
  body: Readonly<Record<string, unknown>>;
}

export const SHIPMENTS = '/api/shipping/v2/shipments';
/** A sandbox carrier whose callers wait for less than a second, so that time-outs are frequent. */
export const IMPATIENT_CARRIER = 'IMPATIENT';

const FAULTS = {
  none: 50,
  SLOW: 9,
  'TIMEOUT-BOOKED': 9,
  'TIMEOUT-NOT-BOOKED': 9,
  GARBAGE: 9,
  UNAVAILABLE: 9,
  REFUSE: 5,
} as const;

const MAX_TRIES = 6;

/** One shipment's life as its caller drives it: created, perhaps changed, ordered, perhaps canceled or reset, with retries or without. */
export async function tellStory(teller: StoryTeller, name: string): Promise<void> {
  const { random } = teller;
  const fault = random.pick(FAULTS);
  const input = shipmentInput(fault === 'none' ? name : `SANDBOX-${fault}-${name}`, random);
  const retries = random.happens(0.6);
  const hasKeys = random.happens(0.5);
  const id = await create(teller, input, hasKeys ? randomUUID() : undefined);
  // Without its id, and without a key, the caller has no way back to it.
  if (id === undefined) return teller.serverIsBack();
  const unitCount = input.handlingUnits.length;
  const caller = createCaller(teller, newHistory({ id, reference: input.reference, unitCount }), hasKeys);

  if (random.happens(0.2)) await caller.act([{ action: 'update', instructions: `Ring ${name}`, input }], retries);
  if (random.happens(0.05)) return;
  const beside = random.pick({ none: 80, order: 10, cancel: 10 });
  await caller.act([{ action: 'order' }, ...(beside === 'none' ? [] : [{ action: beside }])], retries);
  const ending = random.pick({ none: 70, cancel: 15, reset: 15 });
  if (ending === 'none') return;
  await caller.act([{ action: ending }], retries);
  if (ending === 'reset' && random.happens(0.6)) await caller.act([{ action: 'order' }], retries);
}

/** @returns the shipment's id, which the caller may never learn. */
async function create(teller: StoryTeller, input: ShipmentInput, key: string | undefined): Promise<string | undefined> {
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    await teller.pause();
    const { status, body } = await teller.api('POST', SHIPMENTS, input, key);
    teller.onAnswer('create', status === 201 ? 'done' : 'lost');
    if (status === 201) return String(body['id']);
    if (key === undefined) return undefined;
    await teller.serverIsBack();
  }
  return undefined;
}

interface Intent {
  action: CallerAction;
  instructions?: string;
  input?: ShipmentInput;
}

function createCaller(teller: StoryTeller, shipment: ShipmentHistory, hasKeys: boolean) {
  let history = shipment;
  teller.onHistory(history);

  const send = async ({ action, instructions, input }: Intent, key: string | undefined): Promise<Step> => {
    const self = `${SHIPMENTS}/${history.id}`;
    const reply = await (action === 'update'
      ? teller.api('PUT', self, { ...input, instructions }, key)
      : teller.api('PUT', `${self}/${action}`, undefined, key));
    const answer = readAnswer(action, reply);
    teller.onAnswer(action, answer.kind);
    return { action, answer, ...(instructions === undefined ? {} : { instructions }) };
  };

  return {
    /** Sends the intents at the same moment, and again until the first of them has a definite answer, if this caller does that. */
    act: async (intents: readonly Intent[], retries: boolean): Promise<void> => {
      let left = intents;
      let key = hasKeys ? randomUUID() : undefined;
      let isRepeated = false;
      for (let tries = 1; ; tries++) {
        await teller.pause();
        const steps = await Promise.all(left.map((intent, index) => send(intent, index === 0 ? key : undefined)));
        history = record(
          history,
          steps.map((step, index) => ({ ...step, isRepeated: index === 0 && isRepeated })),
        );
        teller.onHistory(history);
        if (steps[0]?.answer.kind === 'lost') await teller.serverIsBack();
        if (!retries || tries === MAX_TRIES || !isWorthRepeating(steps[0]?.answer)) return;
        left = intents.slice(0, 1);
        // What has a definite answer is answered the same for ever under its key.
        const isDefinite = steps[0]?.answer.kind === 'conflict';
        isRepeated = hasKeys && !isDefinite;
        if (hasKeys && isDefinite) key = randomUUID();
      }
    },
  };
}

function isWorthRepeating(answer: Answer | undefined): boolean {
  return (
    answer?.kind === 'lost' ||
    answer?.kind === 'unsettled' ||
    (answer?.kind === 'conflict' && (answer.currentStatus === undefined || answer.currentStatus === 'Ordered'))
  );
}

function readAnswer(action: CallerAction, { status, body }: Reply): Answer {
  const { type = '' } = body as { type?: string };
  const problem = `${status} ${type.slice(type.lastIndexOf('/') + 1)}`;
  if (status === 200) {
    const booking = action === 'order' ? String(body['carrierBookingReference']) : undefined;
    return { kind: 'done', status: body['status'] as ShipmentStatus, carrierBookingReference: booking };
  }
  if (status === 0 || problem === '503 service-unavailable') return { kind: 'lost' };
  if (problem === '503 carrier-unavailable') return { kind: 'unsettled' };
  if (problem === '422 carrier-error' && action === 'order') return { kind: 'declined' };
  if (problem === '409 concurrent-change' || problem === '409 idempotency-in-progress') return { kind: 'conflict' };
  if (problem === '409 invalid-state-transition') {
    return { kind: 'conflict', currentStatus: body['currentStatus'] as ShipmentStatus };
  }
  return { kind: 'absurd', what: `${problem} to ${action}: ${JSON.stringify(body)}` };
}

type ShipmentInput = ReturnType<typeof shipmentInput>;

function shipmentInput(reference: string, random: Random) {
  const units = random.pick({ one: 8, three: 2 }) === 'one' ? 1 : 3;
  return {
    reference,
    carrierReference: random.pick({ DHLPX: 4, [IMPATIENT_CARRIER]: 6 }),
    serviceLevelReference: 'DFY-B2C',
    addresses: shipmentInputExample.addresses,
    handlingUnits: Array.from({ length: units }, (_, index) => ({
      reference: `PKG-${index + 1}`,
      weight: { value: 2.5, unit: 'kg' },
    })),
  };
}
