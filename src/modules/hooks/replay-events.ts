import { cloudEvent } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { problemField, validationProblem } from '../../platform/problem.ts';
import type { HooksDeps } from './deps.ts';
import { webhookInactive } from './errors.ts';
import type { Replay, ReplayedStatus } from './replay.ts';
import {
  advanceReplay,
  continueReplay,
  countDue,
  findReplay,
  insertReplay,
  nextReplayed,
} from './replay-repository.ts';
import { requireWebhook } from './require-webhook.ts';
import { findWebhook } from './webhook-repository.ts';

type ReplayDeps = Pick<HooksDeps, 'db' | 'clock' | 'source' | 'deliveries'>;

export interface ReplayPayload {
  tenantId: string;
  webhookId: string;
  id: string;
}

const STEP = 200;
/** With so many due at the webhook a replay waits, so that what happens now is not behind all that once happened. */
const ENOUGH_DUE = 200;
const WAIT_MS = 500;

/** Begins to send the events of a range of time again. @throws validation (400), not-found (404), webhook-inactive (409) */
export async function startReplay(
  deps: ReplayDeps,
  caller: Pick<Principal, 'tenantId'>,
  webhookId: string,
  input: { from: Date; to?: Date; status?: ReplayedStatus },
): Promise<Replay> {
  const webhook = await requireWebhook(deps, caller, webhookId);
  const now = deps.clock();
  const { from, to = now, status } = input;
  if (from >= to) throw validationProblem([problemField(['from'], 'Must be before `to`.')]);
  if (!webhook.active) throw webhookInactive();
  const replay = {
    tenantId: webhook.tenantId,
    webhookId,
    id: newId(),
    from,
    to,
    ...(status === undefined ? {} : { deliveries: status }),
    status: 'Running' as const,
    examined: 0,
    queued: 0,
    createdOn: now,
  };
  return { ...replay, total: await insertReplay(deps.db, webhook, replay) };
}

/** Takes a replay one step further and leaves the next to a job of its own. A step that is repeated finds that it was made. */
export async function replayEvents(deps: ReplayDeps, { tenantId, webhookId, id }: ReplayPayload): Promise<void> {
  const replay = await findReplay(deps.db, { tenantId, id: webhookId }, id);
  if (replay === undefined || replay.status !== 'Running') return;
  const webhook = await findWebhook(deps.db, tenantId, webhookId);
  const now = deps.clock();
  if (webhook === undefined || !webhook.active) {
    return advanceReplay(deps.db, replay, { status: 'Canceled', examined: 0, messages: [] }, now);
  }
  if ((await countDue(deps.db, webhook, now, ENOUGH_DUE)) >= ENOUGH_DUE)
    return continueReplay(deps.db, replay, WAIT_MS);
  const events = await nextReplayed(deps.db, webhook, replay, STEP);
  const wanted = events.filter(
    ({ delivery }) => delivery !== 'Pending' && (replay.deliveries === undefined || delivery === replay.deliveries),
  );
  const isLast = events.length < STEP;
  const last = events.at(-1);
  await advanceReplay(
    deps.db,
    replay,
    {
      status: isLast ? 'Completed' : 'Running',
      examined: events.length,
      ...(last === undefined ? {} : { cursor: last.id }),
      messages: wanted.map((event) => ({
        eventId: event.id,
        type: event.type,
        subject: event.subject,
        sequence: event.sequence,
        body: cloudEvent({ ...event, tenantId }, deps.source),
      })),
    },
    now,
  );
  deps.deliveries.wake([{ tenantId, webhookId }]);
  if (!isLast) await continueReplay(deps.db, replay, 0);
}
