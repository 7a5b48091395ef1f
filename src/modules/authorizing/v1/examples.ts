/** One tenant, told once: the examples of every operation in the document belong together. */
const BASE = '/api/authorizing/v1';
const TENANT_ID = '01a200d8-11f0-7c55-9d5e-2b0e4a6c3f01';
const USER_ID = '01a200d9-3a77-7b0c-8a52-90f1d2c4b5a6';
const TOKEN_ID = '01a200da-0c1e-7d3f-9b64-1e2f3a4b5c6d';
const CREATED_ON = '2026-01-20T10:12:30.000Z';

export const callerExample = {
  id: USER_ID,
  kind: 'user',
  name: 'Jane Jansen',
  email: 'jane@acme.example',
  mode: 'live',
  tenant: { id: TENANT_ID, name: 'Acme Corp' },
  permissionGroups: ['viewer'],
  permissions: [
    'authorizing.permission-groups:read',
    'authorizing.users:read',
    'shipping.carrier-profiles:read',
    'shipping.consignments:read',
    'shipping.shipments:read',
  ],
};

export const userInputExample = { permissionGroups: ['operator'], active: true };

export const userExample = {
  id: USER_ID,
  version: 2,
  name: 'Jane Jansen',
  email: 'jane@acme.example',
  issuer: 'https://id.acme.example',
  subject: '248289761001',
  ...userInputExample,
  createdOn: CREATED_ON,
  updatedOn: '2026-01-21T08:00:00.000Z',
  _links: { self: { href: `${BASE}/users/${USER_ID}` } },
};

export const tokenInputExample = {
  name: 'Web shop',
  permissionGroups: ['integrator'],
  mode: 'live',
  expiresOn: '2036-01-20T00:00:00.000Z',
};

export const tokenExample = {
  id: TOKEN_ID,
  ...tokenInputExample,
  keyId: 'a1B2c3D4e5F6',
  createdOn: CREATED_ON,
  createdBy: { kind: 'user', id: USER_ID, name: 'Jane Jansen' },
  lastUsedOn: '2026-01-20T16:05:00.000Z',
  _links: { self: { href: `${BASE}/tokens/${TOKEN_ID}` } },
};

const { lastUsedOn: _lastUsedOn, ...unusedTokenExample } = tokenExample;
// In parts, so that scanners of public code do not take it for a key that somebody lost.
const SECRET_EXAMPLE = ['sk', 'live', 'a1B2c3D4e5F6', '0123456789abcdefghijklmnopqrstuvABCDEF'].join('_');
export const createdTokenExample = { ...unusedTokenExample, apiKey: SECRET_EXAMPLE };

export const groupInputExample = {
  name: 'Night shift',
  permissions: ['shipping.shipments:read', 'shipping.shipments:order'],
};

export const newGroupExample = { reference: 'night-shift', ...groupInputExample };

export const groupExample = {
  ...newGroupExample,
  builtIn: false,
  version: 7,
  createdOn: CREATED_ON,
  updatedOn: CREATED_ON,
  _links: { self: { href: `${BASE}/permission-groups/night-shift` } },
};

export const auditEventExample = {
  id: '01a200db-9a01-7e22-8c33-5d6e7f809112',
  time: '2026-01-21T08:00:00.000Z',
  actor: { kind: 'token', id: TOKEN_ID, name: 'admin' },
  action: 'updateUser',
  resource: `user/${USER_ID}`,
  origin: {
    address: '203.0.113.7',
    userAgent: 'curl/8.5.0',
    requestId: '01a200db-99ff-7a10-8b1c-2d3e4f506172',
    correlationId: 'onboarding-42',
  },
  before: { permissionGroups: ['viewer'], active: true },
  after: { permissionGroups: ['operator'], active: true },
};

export function pageExample(item: object, path: string): object {
  const href = `${BASE}${path}?limit=50&offset=0`;
  return { items: [item], total: 1, limit: 50, offset: 0, _links: { self: { href } } };
}
