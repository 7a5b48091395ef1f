import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Caller, useTestApp } from '../../../harness/app.ts';
import { LOOPBACK_ALLOWED, type Received, type Receiver, startReceiver } from '../../../harness/receiver.ts';
import { createTestDatabase } from '../../../harness.ts';

const HOOKS = '/api/hooks/v1/webhooks';
const START = new Date();
let now = START;
/** Chance in the middle: the schedule without jitter. */
const world = useTestApp(createTestDatabase, {
  background: true,
  config: LOOPBACK_ALLOWED,
  clock: () => now,
  hooks: { random: () => 0.5, timeoutMs: 1_000 },
});

let caller: Caller;
let receiver: Receiver;

beforeEach(async () => {
  caller = await world.server.newCaller();
  receiver = await startReceiver();
});
afterEach(() => receiver[Symbol.asyncDispose]());

interface Made {
  id: string;
  secret: string;
}

async function webhook(change: object = {}): Promise<Made> {
  const answer = await caller.post(HOOKS, { url: receiver.url, events: ['*'], ...change });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as Made;
}

async function deliveriesOf({ id }: Made, query = ''): Promise<Record<string, never>[]> {
  return (await caller.get(`${HOOKS}/${id}/deliveries${query}`)).body.items;
}

/** The only delivery, when it has come so far. */
async function settled(made: Made, status: string, attempts: number): Promise<Record<string, unknown>> {
  return vi.waitFor(
    async () => {
      const [delivery] = await deliveriesOf(made);
      expect(delivery).toMatchObject({ status });
      expect((delivery as unknown as { attempts: unknown[] }).attempts).toHaveLength(attempts);
      return delivery as unknown as Record<string, unknown>;
    },
    { timeout: 10_000, interval: 20 },
  );
}

/** Past the application: how many deliveries wait, and how many of them somebody is at. */
async function claims({ id }: Made): Promise<unknown> {
  const [row] = await world.rows(
    `select count(*)::int as waiting, count(*) filter (where claimed_until > $2)::int as claimed
     from hooks.deliveries where webhook_id = $1 and status = 'Pending'`,
    [id, now],
  );
  return row;
}

const eventOf = ({ body }: Received) => JSON.parse(body) as Record<string, unknown>;
const signedHeaders = ({ headers }: Received): Record<string, string> => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
});

describe('an event', () => {
  test('arrives as a CloudEvent that the standardwebhooks package verifies', async () => {
    const made = await webhook({ headers: { 'X-Api-Key': 'theirs' } });
    const shipment = await caller.createShipment();
    const [first] = await receiver.got(1);
    if (first === undefined) throw new Error('nothing came');
    const verified = new Webhook(made.secret).verify(first.body, signedHeaders(first));
    expect(verified).toEqual({
      specversion: '1.0',
      id: first.headers['webhook-id'],
      source: 'http://localhost:3000',
      type: 'shipment.created',
      subject: `shipment/${shipment.id}`,
      time: shipment.createdOn,
      datacontenttype: 'application/json',
      tenantid: caller.tenantId,
      sequence: 1,
      data: shipment,
    });
    expect(first.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'x-api-key': 'theirs',
    });
    expect(await settled(made, 'Succeeded', 1)).toMatchObject({ eventId: first.headers['webhook-id'] });
  });

  test('goes only to the webhooks that want its type, and to no other tenant’s', async () => {
    const wanting = await webhook({ events: ['shipment.*'] });
    const other = await webhook({ events: ['consignment.accepted'] });
    const stranger = await world.server.newCaller();
    await stranger.createShipment();
    await caller.createShipment();
    await settled(wanting, 'Succeeded', 1);
    expect(await deliveriesOf(other)).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });

  test('of each change comes in the order of its number where order is asked for, also after a failure', async () => {
    await webhook({ events: ['shipment.*'], ordering: 'per-subject' });
    receiver.answerWith(500);
    await caller.orderedShipment();
    await receiver.got(1);
    receiver.answerWith(204);
    now = new Date(now.getTime() + 6_000);
    const received = await receiver.got(5);
    expect(received.map((each) => eventOf(each)['sequence'])).toEqual([1, 1, 2, 3, 4]);
  });
});

describe('an attempt that fails', () => {
  test('is repeated along the schedule with the same id and the same bytes, and then given up', async () => {
    const made = await webhook();
    receiver.answerWith(500, {}, 'out of order');
    await caller.createShipment();
    const distances = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    for (const [index, seconds] of distances.entries()) {
      const { nextAttemptOn, attempts } = await settled(made, 'Pending', index + 1);
      const last = (attempts as { startedOn: string }[]).at(-1);
      expect(Date.parse(String(nextAttemptOn)) - Date.parse(last?.startedOn ?? '')).toBe(seconds * 1_000);
      now = new Date(String(nextAttemptOn));
    }
    const given = await settled(made, 'Failed', 10);
    expect(given['nextAttemptOn']).toBeUndefined();
    expect(new Set(receiver.received.map((each) => each.headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.received.map((each) => each.body)).size).toBe(1);
    expect(receiver.received).toHaveLength(10);
    const whole = await caller.get(`${HOOKS}/${made.id}/deliveries/${String(given['id'])}`);
    expect(whole.body.attempts[0]).toMatchObject({
      number: 1,
      responseStatus: 500,
      responseBody: 'out of order',
      error: 'The receiver answered 500 instead of a 2xx.',
    });
  });

  test('with 410 makes the webhook inactive at once, with an event for the others', async () => {
    await using others = await startReceiver();
    await webhook({ url: others.url, events: ['webhook.disabled', 'shipment.created'] });
    const made = await webhook({ events: ['shipment.created'] });
    receiver.answerWith(410);
    await caller.createShipment();
    const [, told] = await others.got(2);
    expect(eventOf(told as Received)).toMatchObject({
      type: 'webhook.disabled',
      subject: `webhook/${made.id}`,
      sequence: 1,
      data: { id: made.id, active: false, disabled: { reason: 'gone' } },
    });
    await settled(made, 'Failed', 1);
    expect((await caller.get(`${HOOKS}/${made.id}`)).body).toMatchObject({ active: false });
    await caller.createShipment();
    await others.got(3);
    expect(await deliveriesOf(made)).toHaveLength(1);
  });

  test('for five days makes the webhook inactive; made active again, it is sent what waited', async () => {
    const made = await webhook();
    receiver.answerWith(500);
    await caller.createShipment();
    await settled(made, 'Pending', 1);
    await caller.createShipment();
    await receiver.got(2);
    now = new Date(now.getTime() + 5 * 86_400_000);
    await vi.waitFor(
      async () =>
        expect((await caller.get(`${HOOKS}/${made.id}`)).body).toMatchObject({
          active: false,
          disabled: { reason: 'failing' },
        }),
      { timeout: 20_000 },
    );
    receiver.answerWith(204);
    await caller.put(`${HOOKS}/${made.id}`, { url: receiver.url, events: ['*'], active: true });
    now = new Date(now.getTime() + 86_400_000);
    await vi.waitFor(
      async () => expect((await deliveriesOf(made, '?status=Succeeded')).length).toBeGreaterThanOrEqual(2),
      { timeout: 20_000 },
    );
    const { body } = await caller.get(`${HOOKS}/${made.id}`);
    expect(body).toMatchObject({ active: true });
    expect([body.disabled, body.failingSince]).toEqual([undefined, undefined]);
  });

  test.each([429, 502, 503, 504])('with %i and Retry-After leaves the receiver alone for so long', async (status) => {
    await using other = await startReceiver();
    await webhook({ url: other.url, events: ['shipment.created'] });
    const made = await webhook({ events: ['shipment.created'] });
    receiver.answerWith(status, { 'retry-after': '120' });
    other.answerWith(500);
    await caller.createShipment();
    const { nextAttemptOn, attempts } = await settled(made, 'Pending', 1);
    const started = Date.parse((attempts as { startedOn: string }[])[0]?.startedOn ?? '');
    expect(Date.parse(String(nextAttemptOn)) - started).toBe(120_000);
    await other.got(1);
    receiver.answerWith(204);
    // A second event, and the time: what is due at the other is claimed in the same breath, and its coming shows that this one was passed over.
    await caller.createShipment();
    await other.got(2);
    now = new Date(now.getTime() + 119_000);
    await other.got(3);
    expect(await claims(made)).toEqual({ waiting: 2, claimed: 0 });
    expect(receiver.received).toHaveLength(1);
    now = new Date(now.getTime() + 1_000);
    await receiver.got(3);
  });

  test('with a redirect is a failure, and the redirect is not followed', async () => {
    const made = await webhook();
    receiver.answerWith(307, { location: `${receiver.url}/elsewhere` });
    await caller.createShipment();
    const { attempts } = await settled(made, 'Pending', 1);
    expect(attempts).toMatchObject([{ responseStatus: 307, error: expect.stringContaining('not followed') as string }]);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });
});
