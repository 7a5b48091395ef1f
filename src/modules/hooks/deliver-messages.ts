import { AsyncLocalStorage } from 'node:async_hooks';
import type { Counter } from 'prom-client';
import { startRepeating } from '../../platform/repeating.ts';
import { attemptOutcomeOf } from './attempt-outcome.ts';
import { claimDeliveries, findDeadClaimants, findDue, takeBackClaims, type WebhookKey } from './claim-repository.ts';
import type { ClaimedDelivery } from './delivery.ts';
import type { HooksDeps } from './deps.ts';
import { disableWebhook } from './disable-webhook.ts';
import { toMessage } from './message.ts';
import type { Outcome, Poster } from './post-message.ts';
import { createResultRecorder } from './record-results.ts';
import { isBeyondHope } from './retry-schedule.ts';
import { createWantedLanes } from './wanted-lanes.ts';

export interface DeliveryLoop {
  /** Something may be due at these webhooks now, instead of at the next look a moment later. */
  wake(webhooks: readonly WebhookKey[]): void;
  /** Begins to look for what is due. */
  start(): void;
  /** Begins nothing more, lets what runs come to its end for a while, and gives back the rest. */
  close(): Promise<void>;
}

export interface DeliveryLoopDeps extends Pick<HooksDeps, 'db' | 'clock' | 'log' | 'secretBox'> {
  poster: Poster;
  /** Under which this process announces that it lives. */
  processName: string;
  /** From 0, below 1. */
  random: () => number;
  /** Longer than an exchange can take, with what is done before and after it. */
  claimMs: number;
  attemptsMade: Counter<'outcome'>;
}

const LOOK_INTERVAL_MS = 500;
const TAKE_BACK_INTERVAL_MS = 2_000;
const CLOSE_GRACE_MS = 3_000;

/**
 * Delivers what is due, of all webhooks at the same time. The rows of the deliveries are the truth: whoever moves `claimed_until`
 * into the future has the right to deliver until then, in this process or another; of one that dies the others take it back. All
 * else here (lanes, what is wanted) is only how this process shares itself out, such that no receiver holds up another.
 */
export function createDeliveryLoop(deps: DeliveryLoopDeps): DeliveryLoop {
  const { db, clock, log } = deps;
  const lanes = createWantedLanes();
  const running = new Set<Promise<void>>();
  // Nothing more is begun; and, after a while, what runs is broken off.
  const closing = new AbortController();
  const stopping = new AbortController();
  const record = createResultRecorder(deps, closing.signal);
  let claiming: Promise<void> | undefined;
  let repeating: { close(): Promise<void> }[] = [];
  // What a request or job wakes is nobody's work but this loop's.
  const outside = AsyncLocalStorage.snapshot();

  const wake = (webhooks: readonly WebhookKey[]): void => {
    webhooks.forEach(lanes.want);
    claimSoon();
  };

  /** One claim at a time: what is wanted meanwhile goes into the next. */
  const claimSoon = (): void => {
    if (closing.signal.aborted) return;
    claiming ??= outside(claimAll)
      .catch((error: unknown) => log.warn({ err: error }, 'could not claim deliveries'))
      .finally(() => {
        claiming = undefined;
        if (lanes.areAnyReady()) claimSoon();
      });
  };

  const claimAll = async (): Promise<void> => {
    const wanted = lanes.take();
    if (wanted.length === 0) return;
    const now = clock();
    const until = new Date(now.getTime() + deps.claimMs);
    const claimed = await claimDeliveries(db, wanted, now, until, deps.processName);
    lanes.begin(wanted, claimed);
    for (const delivery of claimed) {
      const run = deliver(delivery).finally(() => running.delete(run));
      running.add(run);
    }
  };

  const deliver = async (delivery: ClaimedDelivery): Promise<void> => {
    const startedOn = clock();
    const start = performance.now();
    const outcome = await post(delivery, startedOn);
    const durationMs = Math.round(performance.now() - start);
    // It was broken off here, and is given back in the end.
    if (stopping.signal.aborted && outcome.error !== undefined && outcome.responseStatus === undefined) return;
    const result = attemptOutcomeOf(delivery, outcome, { startedOn, durationMs, now: clock(), random: deps.random() });
    deps.attemptsMade.inc({
      outcome: outcome.blocked !== undefined ? 'blocked' : outcome.error === undefined ? 'succeeded' : 'failed',
    });
    const leave = (): void => {
      lanes.end(delivery, outcome);
      claimSoon();
    };
    // After a success the next is claimed while this one is written down; a failure may say that the receiver is to be left alone.
    if (outcome.error === undefined) leave();
    await record(result);
    if (outcome.error !== undefined) leave();
    if (delivery.isOrdered) {
      // The next of the same subject has waited for this one.
      wake([delivery]);
    }
    await disableIfHopeless(delivery, outcome);
  };

  const post = async (delivery: ClaimedDelivery, now: Date): Promise<Outcome> => {
    try {
      return await deps.poster.post(toMessage(deps.secretBox, delivery, now), stopping.signal);
    } catch (error) {
      log.error({ err: error, webhookId: delivery.webhookId }, 'the secrets of a webhook cannot be opened');
      return { error: 'The secret of this webhook cannot be read here. Give it a new one.' };
    }
  };

  const disableIfHopeless = async (delivery: ClaimedDelivery, outcome: Outcome): Promise<void> => {
    const { failingSince } = delivery;
    const isGone = outcome.responseStatus === 410;
    const isFailing = outcome.error !== undefined && failingSince !== null && isBeyondHope(failingSince, clock());
    if (!isGone && !isFailing) return;
    await disableWebhook(deps, delivery, isGone ? 'gone' : 'failing').catch((error: unknown) =>
      log.warn({ err: error, webhookId: delivery.webhookId }, 'could not disable a webhook'),
    );
  };

  const look = async (): Promise<void> => wake(await findDue(db, clock()));

  const takeBack = async (): Promise<void> => {
    const dead = await findDeadClaimants(db, deps.processName);
    if (dead.length === 0) return;
    log.info({ processes: dead }, 'took back the deliveries of processes that died');
    wake(await takeBackClaims(db, dead));
  };

  return {
    wake,
    start: () => {
      repeating = [
        startRepeating(log, LOOK_INTERVAL_MS, 'search for due deliveries', look),
        startRepeating(log, TAKE_BACK_INTERVAL_MS, 'search for processes that died', takeBack),
      ];
    },
    close: async () => {
      closing.abort();
      await Promise.all(repeating.map((each) => each.close()));
      await claiming;
      const grace = setTimeout(() => stopping.abort(), CLOSE_GRACE_MS);
      while (running.size > 0) await Promise.all(running);
      clearTimeout(grace);
      await takeBackClaims(db, [deps.processName]).catch((error: unknown) =>
        log.warn({ err: error }, 'could not give back deliveries'),
      );
      await deps.poster.close();
    },
  };
}
