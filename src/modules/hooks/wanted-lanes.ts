import type { WebhookKey } from './claim-repository.ts';
import { afterExchange, type Lane, NEW_LANE, roomOn } from './lane.ts';
import type { Outcome } from './post-message.ts';

/** A webhook, and how many deliveries of it there is room for. */
type Room = WebhookKey & { room: number };

/** The lanes of this process and at which of them something may be due: how it shares itself out among receivers. */
export interface WantedLanes {
  want(webhook: WebhookKey): void;
  /** Whether `take` would find any. */
  areAnyReady(): boolean;
  /** The webhooks that are wanted and have room, the longest unserved first. They are wanted no more. */
  take(): Room[];
  /** What was claimed for those that were taken is under way, and they stand behind the others. */
  begin(taken: readonly Room[], claimed: readonly WebhookKey[]): void;
  end(webhook: WebhookKey, outcome: Outcome): void;
}

interface Entry {
  key: WebhookKey;
  lane: Lane;
  isWanted: boolean;
}

const nameOf = ({ tenantId, webhookId }: WebhookKey): string => `${tenantId}/${webhookId}`;

export function createWantedLanes(): WantedLanes {
  const entries = new Map<string, Entry>();

  const entryOf = (webhook: WebhookKey): Entry => {
    const name = nameOf(webhook);
    const { tenantId, webhookId } = webhook;
    let entry = entries.get(name);
    if (entry === undefined)
      entries.set(name, (entry = { key: { tenantId, webhookId }, lane: NEW_LANE, isWanted: false }));
    return entry;
  };

  const ready = (): { entry: Entry; room: number }[] => {
    const now = performance.now();
    const all = [...entries.values()];
    const running = { all: inFlight(all), unproven: inFlight(all.filter(({ lane }) => !lane.isProven)) };
    return all.flatMap((entry) => {
      const room = entry.isWanted ? roomOn(entry.lane, running, now) : 0;
      if (room === 0) return [];
      running.all += room;
      if (!entry.lane.isProven) running.unproven += room;
      return [{ entry, room }];
    });
  };

  return {
    want: (webhook) => {
      entryOf(webhook).isWanted = true;
    },
    areAnyReady: () => ready().length > 0,
    take: () =>
      ready().map(({ entry, room }) => {
        entry.isWanted = false;
        return { ...entry.key, room };
      }),
    begin: (taken, claimed) => {
      const counts = new Map<string, number>();
      for (const webhook of claimed) {
        const entry = entryOf(webhook);
        entry.lane = { ...entry.lane, inFlight: entry.lane.inFlight + 1 };
        counts.set(nameOf(webhook), (counts.get(nameOf(webhook)) ?? 0) + 1);
      }
      for (const webhook of taken) {
        const name = nameOf(webhook);
        const entry = entryOf(webhook);
        // There may be more where there was as much as was asked for.
        if (counts.get(name) === webhook.room) entry.isWanted = true;
        entries.delete(name);
        if (entry.isWanted || entry.lane !== NEW_LANE) entries.set(name, entry);
      }
    },
    end: (webhook, outcome) => {
      const entry = entryOf(webhook);
      entry.lane = afterExchange(entry.lane, outcome, performance.now());
    },
  };
}

function inFlight(entries: readonly Entry[]): number {
  return entries.reduce((sum, { lane }) => sum + lane.inFlight, 0);
}
