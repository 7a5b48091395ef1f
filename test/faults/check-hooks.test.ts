import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { type Arrived, checkHooks, receive } from './check-hooks.ts';

const SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const [FIRST, SECOND] = [randomUUID(), randomUUID()] as const;

interface Sent {
  shipmentId: string;
  id?: string;
  eventId?: string;
  reference?: string;
  secret?: string;
  signedSecondsAgo?: number;
}

/** What a receiver makes of an event that is as it should be but for what is said. */
function arrive({ shipmentId, id = `event-of-${shipmentId}`, eventId = id, ...sent }: Sent): Arrived {
  const { reference = 'A', secret = SECRET, signedSecondsAgo = 0 } = sent;
  const body = JSON.stringify({ id: eventId, subject: `shipment/${shipmentId}`, data: { reference } });
  const signedOn = new Date(Date.now() - signedSecondsAgo * 1_000);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(signedOn.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, signedOn, body),
  };
  return receive({ headers, body, receivedOn: new Date() }, SECRET);
}

const check = (...arrived: Arrived[]): string[] => checkHooks(new Set([FIRST, SECOND]), arrived);
const [first, second] = [arrive({ shipmentId: FIRST }), arrive({ shipmentId: SECOND })];

test('has nothing to say against events that arrive, once or more often', () => {
  expect(check(first, second, first)).toEqual([]);
});

test.each<[string, Arrived[], string]>([
  ['never arrived', [first], `the event of shipment ${SECOND} never arrived`],
  ['has an id for each attempt', [first, second, arrive({ shipmentId: FIRST, id: 'other' })], 'arrived under 2 ids'],
  [
    'is not the same at each attempt',
    [first, second, arrive({ shipmentId: FIRST, reference: 'B' })],
    'different bytes',
  ],
  ['shares its id', [first, arrive({ shipmentId: SECOND, id: first.id })], 'is the id of several events'],
  ['is of a shipment that was made twice', [first, second, arrive({ shipmentId: randomUUID() })], 'is nobody'],
  ['is named after another', [first, arrive({ shipmentId: SECOND, eventId: 'x' })], 'is named after another'],
  [
    'is signed by somebody else',
    [first, arrive({ shipmentId: SECOND, secret: `whsec_${randomBytes(32).toString('base64')}` })],
    'cannot be verified: WebhookVerificationError: No matching signature found',
  ],
  [
    'was signed long ago',
    [first, arrive({ shipmentId: SECOND, signedSecondsAgo: 301 })],
    'cannot be verified: WebhookVerificationError: Message timestamp too old',
  ],
  ['was signed before', [first, arrive({ shipmentId: SECOND, signedSecondsAgo: 60 })], 'was signed 6'],
])('finds an event that %s', (_name, arrived, violation) => {
  expect(check(...arrived)).toEqual(expect.arrayContaining([expect.stringContaining(violation)]));
});
