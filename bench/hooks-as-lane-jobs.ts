import { Logger, run } from 'graphile-worker';
import ipaddr from 'ipaddr.js';
import { attemptOutcomeOf } from '../src/modules/hooks/attempt-outcome.ts';
import { claimDeliveries, recordResults, type WebhookKey } from '../src/modules/hooks/claim-repository.ts';
import type { ClaimedDelivery } from '../src/modules/hooks/delivery.ts';
import { toMessage } from '../src/modules/hooks/message.ts';
import { createPoster } from '../src/modules/hooks/post-message.ts';
import { type PublishPayload, publishEvents } from '../src/modules/hooks/publish-events.ts';
import type { Database } from '../src/platform/database.ts';
import type { SecretBox } from '../src/platform/secret-box.ts';

/** As many as a lane of the program makes at most. */
const LANE = 16;
const CLAIM_MS = 30_000;
const TIMEOUT_MS = 15_000;

/**
 * Delivers with a job for each webhook that has something due, as a reference for the loop of the program: the job claims, sends and writes
 * down with the program's own statements until nothing is due. `slots` of these jobs run at a time.
 */
export async function startLaneJobs(db: Database, secretBox: SecretBox, slots: number) {
  const poster = createPoster({ allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')], timeoutMs: TIMEOUT_MS });
  const wake = async (webhooks: readonly WebhookKey[]): Promise<void> => {
    await db.pool.query(
      `select graphile_worker.add_job('deliver-lane', w, job_key => 'deliver:' || (w->>'webhookId')) from json_array_elements($1::json) as w`,
      [JSON.stringify(webhooks)],
    );
  };
  const deliver = async (delivery: ClaimedDelivery) => {
    const [startedOn, start] = [new Date(), performance.now()];
    const outcome = await poster.post(toMessage(secretBox, delivery, startedOn));
    const durationMs = Math.round(performance.now() - start);
    return attemptOutcomeOf(delivery, outcome, { startedOn, durationMs, now: new Date(), random: 0.5 });
  };
  const deliverLane = async (key: WebhookKey): Promise<void> => {
    for (;;) {
      const now = new Date();
      const claimed = await claimDeliveries(
        db,
        [{ ...key, room: LANE }],
        now,
        new Date(now.getTime() + CLAIM_MS),
        'lane',
      );
      if (claimed.length === 0) return;
      await recordResults(db, await Promise.all(claimed.map(deliver)));
    }
  };
  const published = { db, clock: () => new Date(), source: 'http://localhost' };
  const runner = await run({
    pgPool: db.pool,
    logger: new Logger(() => () => undefined),
    taskList: {
      'publish-events': async (payload) => {
        let woken: Promise<void> | undefined;
        const deliveries = { wake: (webhooks: readonly WebhookKey[]) => void (woken = wake(webhooks)) };
        await publishEvents({ ...published, deliveries }, payload as PublishPayload);
        await woken;
      },
      'deliver-lane': (payload) => deliverLane(payload as WebhookKey),
    },
    concurrency: slots,
    pollInterval: 1_000,
    noHandleSignals: true,
  });
  return {
    wake,
    [Symbol.asyncDispose]: async () => {
      await poster.close();
      await runner.stop();
    },
  };
}
