import type { Counter } from 'prom-client';
import type { EventType } from '../../platform/events.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import { loadedOnce } from '../../platform/made-once.ts';
import type { ApiService } from '../../platform/openapi.ts';
import { startRepeating } from '../../platform/repeating.ts';
import { measureBacklog } from './claim-repository.ts';
import { createDeliveryLoop } from './deliver-messages.ts';
import { purgeDeliveries } from './delivery-repository.ts';
import type { HooksDeps } from './deps.ts';
import { eventTypes } from './events.ts';
import type { Poster, PosterOptions } from './post-message.ts';
import { type PublishPayload, publishEvents } from './publish-events.ts';
import { PUBLISH_TASK, remindOfUnpublished } from './publish-repository.ts';
import { type ReplayPayload, replayEvents } from './replay-events.ts';
import { REPLAY_TASK } from './replay-repository.ts';
import { PROBLEM_MEMBERS } from './v1/problem-members.ts';
import { routes } from './v1/routes.ts';

export interface Hooks {
  api: ApiService;
  jobs: Record<string, JobHandler>;
  /** What waits, for the metrics. */
  measureBacklog(): Promise<{ waiting: number; oldestSeconds: number }>;
  /** Delivers until it is closed. */
  start(): { close(): Promise<void> };
}

interface HooksOptions extends Omit<HooksDeps, 'eventTypes' | 'deliveries'> {
  /** The other modules'. */
  eventTypes: readonly EventType[];
  attemptsMade: Counter<'outcome'>;
  /** Under which this process announces that it lives. */
  processName: string;
  /** For one whole exchange with a receiver. Default 15 seconds. */
  timeoutMs?: number;
  /** From 0, below 1; spreads retries. */
  random?: () => number;
}

const TIMEOUT_MS = 15_000;
/** For what is done before and after an exchange; replicas' clocks agree to a second. */
const CLAIM_MARGIN_MS = 15_000;
const HOUSEKEEPING_INTERVAL_MS = 60_000;
const FORGOTTEN_AFTER_MS = 60_000;
const KEPT_MS = 30 * 24 * 3_600_000;
const PURGE_STEP = 1_000;

/** The hooks module: webhooks, and the events that arrive at them. It knows no other module: their event types are handed to it. */
export function createHooks(options: HooksOptions): Hooks {
  const { db, clock, log, allowedNetworks, timeoutMs = TIMEOUT_MS, random = Math.random } = options;
  const deliveries = createDeliveryLoop({
    ...options,
    poster: createPosterOnDemand({ allowedNetworks, timeoutMs }),
    random,
    claimMs: timeoutMs + CLAIM_MARGIN_MS,
  });
  const all = [...options.eventTypes, ...eventTypes].toSorted((one, other) => (one.type < other.type ? -1 : 1));
  const deps: HooksDeps = { ...options, eventTypes: new Map(all.map((each) => [each.type, each])), deliveries };
  const keepHouse = async (): Promise<void> => {
    const now = clock().getTime();
    await remindOfUnpublished(db, new Date(now - FORGOTTEN_AFTER_MS));
    while ((await purgeDeliveries(db, new Date(now - KEPT_MS), PURGE_STEP)) === PURGE_STEP);
  };
  return {
    api: {
      service: 'hooks',
      version: 1,
      title: 'Hooks API',
      description: 'Events that arrive: webhooks, signed and retried as Standard Webhooks says.',
      tags: [
        { name: 'webhooks', description: 'Where events are sent, and which.' },
        { name: 'deliveries', description: 'What was sent, what was answered, and sending it again.' },
        { name: 'event-types', description: 'What can be told.' },
      ],
      problemMembers: PROBLEM_MEMBERS,
      routes: routes(deps),
    },
    jobs: {
      [PUBLISH_TASK]: (payload) => publishEvents(deps, payload as unknown as PublishPayload),
      [REPLAY_TASK]: (payload) => replayEvents(deps, payload as unknown as ReplayPayload),
    },
    measureBacklog: () => measureBacklog(db, clock()),
    start: () => {
      deliveries.start();
      const housekeeping = startRepeating(log, HOUSEKEEPING_INTERVAL_MS, 'housekeeping of webhooks', keepHouse);
      return {
        close: async () => {
          await Promise.all([housekeeping.close(), deliveries.close()]);
        },
      };
    },
  };
}

/** Its HTTP client is a hundred files: the first delivery pays for them, not the start of the program. */
function createPosterOnDemand(options: PosterOptions): Poster {
  let poster: Poster | undefined;
  const load = loadedOnce(async () => (poster = (await import('./post-message.ts')).createPoster(options)));
  return {
    post: async (message, signal) => (await load()).post(message, signal),
    close: async () => poster?.close(),
  };
}
