import { setTimeout as delay } from 'node:timers/promises';
import type { DescMethodUnary, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import {
  cancelOrder,
  createGrpcCaller,
  createOrder,
  type GrpcAnswer,
  getOrder,
  payOrder,
  refundOrder,
} from '../harness/grpc.ts';
import type { Replicas } from './saga-replicas.ts';
import type { Random } from './seeded-random.ts';

/** All that was sent under one key, and all that came back. */
export interface KeyHistory {
  key: string;
  path: string;
  /** Decisive answers: code and bytes. All must be the same. */
  answers: string[];
  /** Answers to another payload under the same key, sent when the first had been answered decisively. */
  otherPayload: string[];
  /** Sends it once more. */
  again(): Promise<void>;
}

export interface StoryTeller {
  replicas: Replicas;
  random: Random;
  keys: Map<string, KeyHistory>;
  /** How often which payment token is used. */
  tokens?: Readonly<Record<string, number>> | undefined;
  /** What was answered, for the report: `PayOrder OK`. */
  onAnswer(answer: string): void;
}

/** What says nothing about how it ended. */
const OPEN: ReadonlySet<string> = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'ABORTED', 'CANCELLED', 'UNKNOWN']);
const MAX_TRIES = 40;

type Ask<Method extends DescMethodUnary> = (request?: MessageInitShape<Method['input']>) => Promise<Answer<Method>>;
type Answer<Method extends DescMethodUnary> = GrpcAnswer<MessageShape<Method['output']>> | undefined;

const TOKENS = { tok_ok: 60, tok_lost_answer: 25, tok_declined: 15 };
const ENDINGS = { pay: 45, cancel: 10, crossed: 20, twice: 10, leave: 15 };

/** One order from its creation to some end, with repetitions, crossed calls and calls that nobody repeats. */
export async function tellStory(teller: StoryTeller, name: string): Promise<void> {
  const { random } = teller;
  const items = [
    { sku: `SKU-${1 + Math.floor(random.next() * 5)}`, qty: 1 + Math.floor(random.next() * 3), price: euro(700n) },
    { sku: 'SKU-6', qty: random.happens(0.05) ? 1_000_000 : 1, price: euro(150n) },
  ];
  const creation = ask(teller, createOrder, { customerId: name, items }, `${name}/create`);
  const created = await attempt(teller, creation, { otherPayload: { customerId: `${name}-other`, items } });
  const id = created?.message?.order?.id;
  if (id === undefined) return;
  const pay = (key: string) =>
    attempt(
      teller,
      ask(teller, payOrder, { id, paymentToken: random.pick(teller.tokens ?? TOKENS) }, `${name}/${key}`),
    );
  const cancel = () => attempt(teller, ask(teller, cancelOrder, { id, reason: 'story' }, `${name}/cancel`));
  const ending = random.pick(ENDINGS);
  if (ending === 'pay') await pay('pay');
  else if (ending === 'cancel') await cancel();
  else if (ending === 'crossed') await Promise.all([pay('pay'), cancel()]);
  else if (ending === 'twice') await Promise.all([pay('pay'), pay('pay-too')]);
  if (ending === 'leave' || ending === 'cancel' || random.happens(0.5)) return;

  const refund = (key: string, amountMinor: bigint | undefined) => {
    const amount = amountMinor === undefined ? {} : { amount: euro(amountMinor) };
    const version = random.happens(0.2) ? { expectedVersion: 3n } : {};
    return attempt(teller, ask(teller, refundOrder, { id, ...amount, ...version }, `${name}/${key}`));
  };
  await Promise.all([refund('refund-1', 100n), refund('refund-2', 50n)]);
  if (random.happens(0.5)) await refund('refund-rest', undefined);
  await readOrder(teller, id);
}

async function readOrder(teller: StoryTeller, id: string): Promise<void> {
  const answer = await ask(teller, getOrder, { id }, null)();
  teller.onAnswer(`GetOrder ${answer?.code ?? 'none'}`);
}

const euro = (amountMinor: bigint) => ({ currency: 'EUR', amountMinor });

/** One call under one key, to whichever replica, and its history. */
function ask<Method extends DescMethodUnary>(
  teller: StoryTeller,
  method: Method,
  request: MessageInitShape<Method['input']>,
  key: string | null,
): Ask<Method> {
  const path = `${method.name}`;
  const send: Ask<Method> = async (other) => {
    while (teller.replicas.ready().length === 0) await delay(20);
    const ready = teller.replicas.ready();
    const replica = ready[Math.floor(teller.random.next() * ready.length)];
    if (replica === undefined) return undefined;
    const answer = await createGrpcCaller(replica.client, teller.replicas.apiKey).call(method, other ?? request, {
      key,
    });
    teller.onAnswer(`${path} ${answer.code}`);
    if (key === null || OPEN.has(answer.code)) return answer;
    const history = historyOf(teller, key, path, () => send().then(() => undefined));
    const told = `${answer.code} ${answer.bytes?.toString('hex') ?? answer.text}`;
    (other === undefined ? history.answers : history.otherPayload).push(told);
    return answer;
  };
  if (key !== null) historyOf(teller, key, path, () => send().then(() => undefined));
  return send;
}

function historyOf({ keys }: StoryTeller, key: string, path: string, again: () => Promise<void>): KeyHistory {
  const known = keys.get(key) ?? { key, path, answers: [], otherPayload: [], again };
  keys.set(key, known);
  return known;
}

/** Sends it, perhaps twice at once, and again until the answer is decisive; or gives up, as callers do. */
async function attempt<Method extends DescMethodUnary>(
  teller: StoryTeller,
  send: Ask<Method>,
  { otherPayload }: { otherPayload?: MessageInitShape<Method['input']> } = {},
): Promise<Answer<Method>> {
  const { random } = teller;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const answers = await Promise.all(random.happens(0.15) ? [send(), send()] : [send()]);
    const decisive = answers.find((answer) => answer !== undefined && !OPEN.has(answer.code));
    if (decisive !== undefined) {
      if (random.happens(0.1)) await send();
      if (otherPayload !== undefined && random.happens(0.1)) await send(otherPayload);
      return decisive;
    }
    if (random.happens(0.3)) return undefined;
    await delay(random.between(20, 300));
  }
  return undefined;
}
