/** One trip, told once: the examples of every operation in the document belong to the same webhook. */
const BASE = '/api/hooks/v1';
const WEBHOOK_ID = '01a200db-40c2-7d1e-8a5b-6c7d8e9f0a1b';
const DELIVERY_ID = '01a200dc-1e02-7b3c-9d4e-5f6071829304';
const REPLAY_ID = '01a200dd-7a11-7c2d-8e3f-4a5b6c7d8e9f';
const HREF = `${BASE}/webhooks/${WEBHOOK_ID}`;
const CREATED_ON = '2026-01-20T10:20:00.000Z';
// In parts, so that scanners of public code do not take it for a key that somebody lost.
export const SECRET_EXAMPLE = ['whsec', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo='].join('_');

const described = {
  url: 'https://erp.acme.example/webhooks/viya',
  events: ['shipment.accepted', 'shipment.tracking_updated'],
  description: 'ERP',
};

export const webhookInputExample = { ...described, headers: { 'X-Api-Key': 'erp-key' }, active: true };

export const webhookExample = {
  id: WEBHOOK_ID,
  version: 1,
  ...described,
  headerNames: ['X-Api-Key'],
  ordering: 'none',
  active: true,
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { self: { href: HREF }, deliveries: { href: `${HREF}/deliveries` } },
};

export const changedWebhookExample = { ...webhookExample, version: 2, updatedOn: '2026-01-20T10:25:00.000Z' };
export const createdWebhookExample = { ...webhookExample, secret: SECRET_EXAMPLE };
export const rotatedSecretExample = { secret: SECRET_EXAMPLE, previousExpiresOn: '2026-01-21T10:20:00.000Z' };

export const deliveryExample = {
  id: DELIVERY_ID,
  eventId: '01a200da-fef5-7a6b-8c7d-9e0f1a2b3c4d',
  eventType: 'shipment.accepted',
  subject: 'shipment/01a200da-fb25-70a4-887f-831d4eb0607a',
  status: 'Pending',
  nextAttemptOn: '2026-01-20T10:31:10.012Z',
  attempts: [
    {
      number: 1,
      startedOn: '2026-01-20T10:31:04.520Z',
      durationMs: 38,
      responseStatus: 500,
      responseBody: 'out of order',
      error: 'The receiver answered 500 instead of a 2xx.',
    },
  ],
  createdOn: '2026-01-20T10:31:04.515Z',
  _links: { self: { href: `${HREF}/deliveries/${DELIVERY_ID}` } },
};

/** In a list, what was answered is left out. */
export const listedDeliveryExample = {
  ...deliveryExample,
  attempts: deliveryExample.attempts.map(({ responseBody: _body, ...attempt }) => attempt),
};

/** Not tried yet. */
export const newDeliveryExample = {
  ...deliveryExample,
  nextAttemptOn: deliveryExample.createdOn,
  attempts: [],
};

export const replayInputExample = { from: '2026-01-20T00:00:00Z', to: '2026-01-21T00:00:00Z', status: 'Failed' };

export const replayExample = {
  id: REPLAY_ID,
  from: '2026-01-20T00:00:00.000Z',
  to: '2026-01-21T00:00:00.000Z',
  status: 'Running',
  deliveries: 'Failed',
  examined: 400,
  total: 1_250,
  queued: 12,
  createdOn: '2026-01-21T08:00:00.000Z',
  _links: { self: { href: `${HREF}/replays/${REPLAY_ID}` } },
};

export const startedReplayExample = { ...replayExample, examined: 0, queued: 0 };

export const eventTypeExample = {
  type: 'shipment.accepted',
  description: 'The carrier accepted the booking; labels are there.',
  permission: 'shipping.shipments:read',
  dataSchema: { type: 'object', properties: { id: { type: 'string' } } },
  example: { specversion: '1.0', type: 'shipment.accepted', data: { id: '01a200da-fb25-70a4-887f-831d4eb0607a' } },
};

export function pageExample(item: object, path: string): object {
  const href = `${BASE}${path}?limit=50&offset=0`;
  return { items: [item], total: 1, limit: 50, offset: 0, _links: { self: { href } } };
}
