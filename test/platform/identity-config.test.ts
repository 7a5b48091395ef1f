import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/platform/config.ts';

const OIDC = { OIDC_ISSUER: 'https://id.example.com/', OIDC_AUDIENCE: 'viya' };
const identityOf = (env: Record<string, string>) => readConfig(env).identity;

test('needs nothing: API keys only, and the built-in decision', () => {
  expect(identityOf({})).toEqual({ issuers: [] });
  expect(identityOf({ AUTHZ: 'builtin', OPA_URL: 'http://opa:8181' })).toEqual({ issuers: [] });
});

test('takes one issuer from single settings, with all asymmetric algorithms unless told otherwise', () => {
  expect(identityOf(OIDC).issuers).toEqual([
    {
      issuer: 'https://id.example.com/',
      audience: ['viya'],
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      tenantClaim: 'tenant_id',
    },
  ]);
  const whole = {
    ...OIDC,
    OIDC_AUDIENCE: 'viya, tms',
    OIDC_JWKS_URL: 'http://keys.internal/jwks',
    OIDC_TENANT_CLAIM: 'org.id',
    OIDC_GROUPS_CLAIM: 'groups',
    OIDC_ALGORITHMS: 'ES256,RS256',
  };
  expect(identityOf(whole).issuers).toEqual([
    {
      issuer: 'https://id.example.com/',
      audience: ['viya', 'tms'],
      algorithms: ['RS256', 'ES256'],
      jwksUrl: 'http://keys.internal/jwks',
      tenantClaim: 'org.id',
      groupsClaim: 'groups',
    },
  ]);
});

test('takes several issuers from one JSON setting, beside the single one', () => {
  const tenantId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const OIDC_ISSUERS = JSON.stringify([
    { issuer: 'https://oathkeeper.example.com/', audience: 'viya', algorithms: ['RS256'] },
    { issuer: 'https://customer.example', audience: ['viya'], tenantId, groupsClaim: 'roles' },
  ]);
  expect(identityOf({ ...OIDC, OIDC_ISSUERS }).issuers).toMatchObject([
    { issuer: 'https://id.example.com/' },
    { issuer: 'https://oathkeeper.example.com/', audience: ['viya'], algorithms: ['RS256'], tenantClaim: 'tenant_id' },
    { issuer: 'https://customer.example', tenantId, groupsClaim: 'roles' },
  ]);
});

test('takes OPA’s place with AUTHZ=opa', () => {
  expect(identityOf({ AUTHZ: 'opa', OPA_URL: 'http://opa:8181/' }).opaUrl).toBe('http://opa:8181');
});

test.each<[string, Record<string, string>]>([
  ['OIDC_AUDIENCE', { OIDC_ISSUER: 'https://id.example.com' }],
  ['OIDC_ISSUER', { OIDC_AUDIENCE: 'viya' }],
  ['OIDC_ISSUER', { OIDC_JWKS_URL: 'https://id.example.com/keys' }],
  ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'id.example.com' }],
  ['OIDC_ISSUER', { ...OIDC, OIDC_ISSUER: 'file:///hunter2' }],
  ['OIDC_JWKS_URL', { ...OIDC, OIDC_JWKS_URL: 'hunter2' }],
  ['OIDC_ALGORITHMS', { ...OIDC, OIDC_ALGORITHMS: 'RS256,hunter2' }],
  ['OIDC_ALGORITHMS', { ...OIDC, OIDC_ALGORITHMS: 'HS256' }],
  ['OIDC_ALGORITHMS', { ...OIDC, OIDC_ALGORITHMS: 'none' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: 'hunter2' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '{"issuer": "https://hunter2"}' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '[{"issuer": "https://hunter2"}]' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '[{"issuer": "hunter2", "audience": "viya"}]' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '[{"issuer": "https://hunter2", "audience": []}]' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '[{"issuer": "https://hunter2", "audience": "viya", "algorithms": ["HS256"]}]' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '[{"issuer": "https://hunter2", "audience": "viya", "tenantId": "acme"}]' }],
  ['OIDC_ISSUERS', { OIDC_ISSUERS: '[{"issuer": "https://hunter2", "audience": "viya", "audiences": "x"}]' }],
  ['OIDC_ISSUERS', { ...OIDC, OIDC_ISSUERS: `[{"issuer": "${OIDC.OIDC_ISSUER}", "audience": "viya"}]` }],
  ['AUTHZ', { AUTHZ: 'hunter2' }],
  ['OPA_URL', { AUTHZ: 'opa' }],
  ['OPA_URL', { AUTHZ: 'opa', OPA_URL: 'unix:///hunter2' }],
])('names %s, and not its value, for %j', (name, env) => {
  const read = () => readConfig(env);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^The configuration is not valid:\\n {2}${name} `));
  expect(read).not.toThrow(/hunter2/);
});
