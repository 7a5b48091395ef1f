import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

/** What of the configuration says who may come in, and who decides what they may do. */
export interface IdentityConfig {
  issuers: readonly IssuerConfig[];
  /** Absent: the built-in decision. */
  opaUrl?: string;
}

/** An identity provider whose JWTs are believed. */
export interface IssuerConfig {
  /** The `iss` of its tokens, exactly. */
  issuer: string;
  /** One of these must be in `aud`. */
  audience: readonly string[];
  /** Absent: as its discovery document says. */
  jwksUrl?: string;
  algorithms: readonly SignatureAlgorithm[];
  /** The claim that holds the tenant's id: its name, or the path to it with dots. */
  tenantClaim: string;
  /** All its users belong to this tenant, whatever their tokens say. */
  tenantId?: string;
  /** The claim that names a new user's permission groups. Absent: the tenant's default group. */
  groupsClaim?: string;
}

/** All that there is: a secret that signs could be guessed, and `none` is none. */
export const SIGNATURE_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

const DEFAULT_TENANT_CLAIM = 'tenant_id';

const Text = Type.String({ minLength: 1, maxLength: 2_000 });
const Issuers = Type.Array(
  Type.Object(
    {
      issuer: Text,
      audience: Type.Union([Text, Type.Array(Text, { minItems: 1 })]),
      jwksUrl: Type.Optional(Text),
      algorithms: Type.Optional(
        Type.Array(Type.Union(SIGNATURE_ALGORITHMS.map((name) => Type.Literal(name))), { minItems: 1 }),
      ),
      tenantClaim: Type.Optional(Text),
      tenantId: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
      groupsClaim: Type.Optional(Text),
    },
    { additionalProperties: false },
  ),
);
type IssuerEntry = Static<typeof Issuers>[number];

/** Reads AUTHZ, OPA_URL and OIDC_*; what is wrong is told to `fail`, by the variable's name and rule, never its value. */
export function readIdentityConfig(
  text: (name: string) => string | undefined,
  fail: (name: string, rule: string) => undefined,
): IdentityConfig {
  const issuers = [...readSingleIssuer(text, fail), ...readIssuers(text('OIDC_ISSUERS'), fail)].map(toIssuer);
  const names = issuers.map(({ issuer }) => issuer);
  if (new Set(names).size < names.length)
    fail('OIDC_ISSUERS', 'must name each issuer once, and not the one of OIDC_ISSUER');
  const opaUrl = readOpaUrl(text, fail);
  return { issuers, ...(opaUrl === undefined ? {} : { opaUrl }) };
}

function readSingleIssuer(
  text: (name: string) => string | undefined,
  fail: (name: string, rule: string) => undefined,
): IssuerEntry[] {
  const names = ['ISSUER', 'AUDIENCE', 'JWKS_URL', 'TENANT_CLAIM', 'GROUPS_CLAIM', 'ALGORITHMS'];
  const [issuer, audience, jwksUrl, tenantClaim, groupsClaim, algorithms] = names.map((name) => text(`OIDC_${name}`));
  if (issuer === undefined) {
    if (audience !== undefined || jwksUrl !== undefined)
      fail('OIDC_ISSUER', 'is required with OIDC_AUDIENCE and OIDC_JWKS_URL');
    return [];
  }
  if (!isHttpUrl(issuer)) fail('OIDC_ISSUER', 'must be a URL that begins with https:// or http://');
  if (audience === undefined)
    fail('OIDC_AUDIENCE', 'is required with OIDC_ISSUER: what its tokens name as `aud`, several with commas');
  if (jwksUrl !== undefined && !isHttpUrl(jwksUrl))
    fail('OIDC_JWKS_URL', 'must be a URL that begins with https:// or http://');
  const named =
    algorithms === undefined
      ? [...SIGNATURE_ALGORITHMS]
      : SIGNATURE_ALGORITHMS.filter((one) => listOf(algorithms).includes(one));
  if (algorithms !== undefined && named.length !== listOf(algorithms).length) {
    fail('OIDC_ALGORITHMS', `must name some of ${SIGNATURE_ALGORITHMS.join(', ')}, with commas`);
  }
  return [
    {
      issuer,
      audience: listOf(audience ?? ''),
      algorithms: named,
      ...(jwksUrl === undefined ? {} : { jwksUrl }),
      ...(tenantClaim === undefined ? {} : { tenantClaim }),
      ...(groupsClaim === undefined ? {} : { groupsClaim }),
    },
  ];
}

function readIssuers(value: string | undefined, fail: (name: string, rule: string) => undefined): IssuerEntry[] {
  if (value === undefined) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    fail('OIDC_ISSUERS', 'must be JSON: [{"issuer": "https://...", "audience": "..."}]');
    return [];
  }
  const fault = Value.Errors(Issuers, parsed).First();
  if (fault !== undefined) {
    fail('OIDC_ISSUERS', `is wrong at ${fault.path || '/'}: ${fault.message}`);
    return [];
  }
  const issuers = parsed as IssuerEntry[];
  issuers.forEach(({ issuer, jwksUrl = issuer }, index) => {
    if (!isHttpUrl(issuer) || !isHttpUrl(jwksUrl))
      fail('OIDC_ISSUERS', `is wrong at /${index}: issuer and jwksUrl must be http(s) URLs`);
  });
  return issuers;
}

function readOpaUrl(
  text: (name: string) => string | undefined,
  fail: (name: string, rule: string) => undefined,
): string | undefined {
  const authz = text('AUTHZ') ?? 'builtin';
  if (authz !== 'builtin' && authz !== 'opa') fail('AUTHZ', 'must be builtin or opa');
  if (authz !== 'opa') return undefined;
  const opaUrl = text('OPA_URL');
  if (opaUrl === undefined || !isHttpUrl(opaUrl))
    return fail('OPA_URL', 'is required with AUTHZ=opa: http:// or https://');
  return opaUrl.replace(/\/+$/, '');
}

function toIssuer({
  audience,
  algorithms = [...SIGNATURE_ALGORITHMS],
  tenantClaim = DEFAULT_TENANT_CLAIM,
  ...rest
}: IssuerEntry): IssuerConfig {
  return { ...rest, audience: [audience].flat(), algorithms, tenantClaim };
}

function listOf(value: string): string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
