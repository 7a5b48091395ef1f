import { hash } from 'node:crypto';
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../platform/clock.ts';
import type { IssuerConfig } from '../../platform/identity-config.ts';
import type { Logger } from '../../platform/logger.ts';
import { ProblemError } from '../../platform/problem.ts';
import { unauthenticated } from './errors.ts';
import { createKeySet, type KeySet } from './key-set.ts';

/** What an identity provider says of a person. */
export interface Identity {
  issuer: string;
  subject: string;
  /** For people; where there is none, `username` has to do. */
  name?: string;
  username?: string;
  email?: string;
  /** As the token or the issuer's configuration says; undefined when neither does. */
  tenantId?: string;
  /** Of the groups claim, whether such groups exist or not. */
  groups: readonly string[];
}

const TOLERANCE_SECONDS = 30;
/** Verified tokens that are remembered until they expire or their issuer's keys change. */
const MAX_REMEMBERED = 10_000;
/** Of keys that a token may mean because it names none: an issuer has two or three at a time, and each costs a signature check. */
const MAX_KEYS_TRIED = 8;
/** RFC 8725 section 3.11: a token made for another purpose is none of ours. `at+jwt` is an access token's type (RFC 9068). */
const TYPES: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt']);
/** What a name in a database and on a screen must not hold. */
const CONTROL_CHARACTERS = /\p{Cc}|\p{Bidi_Control}/gu;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Issuer {
  config: IssuerConfig;
  keySet: KeySet;
}

type Proof = 'prove' | 'proveWithKnown';

interface Verified {
  identity: Identity;
  expiresOn: number;
  issuer: Issuer;
  generation: number | undefined;
}

/**
 * Checks a JWT as RFC 8725 advises: the algorithms are those of its issuer's configuration; `iss`, `aud`, `exp` and `sub` must be there;
 * times are tolerated 30 s. One that was checked a moment ago is not checked again while its issuer's keys stay the same.
 */
export interface JwtVerifier {
  /** @throws unauthenticated (401), identity-provider-unavailable (503) */
  verify(token: string): Identity | Promise<Identity>;
  /** The same without asking anybody for keys; undefined when that proves nothing. It costs a signature check. */
  recognise(token: string): Promise<Identity | undefined>;
}

export function createJwtVerifier(deps: { issuers: readonly IssuerConfig[]; clock: Clock; log: Logger }): JwtVerifier {
  const { clock, log } = deps;
  const issuers = new Map<string, Issuer>(
    deps.issuers.map((config) => [config.issuer, { config, keySet: createKeySet({ issuer: config, clock, log }) }]),
  );
  const remembered = new LRUCache<string, Verified>({ max: MAX_REMEMBERED });

  return {
    verify: (token) => look(token, 'prove'),
    recognise: async (token) => {
      try {
        return await look(token, 'proveWithKnown');
      } catch (error) {
        if (error instanceof ProblemError) return undefined;
        throw error;
      }
    },
  };

  function look(token: string, how: Proof): Identity | Promise<Identity> {
    const digest = hash('sha256', token, 'base64url');
    const known = remembered.get(digest);
    if (known !== undefined && isStillGood(known)) return known.identity;
    return check(token, how).then((verified) => {
      remembered.set(digest, verified);
      return verified.identity;
    });
  }

  function isStillGood({ expiresOn, issuer, generation }: Verified): boolean {
    return (
      clock().getTime() < (expiresOn + TOLERANCE_SECONDS) * 1000 &&
      generation !== undefined &&
      issuer.keySet.generation() === generation
    );
  }

  async function check(token: string, how: Proof): Promise<Verified> {
    try {
      const { iss, exp } = decodeJwt(token);
      const issuer = issuers.get(iss ?? '');
      const now = clock();
      if (issuer === undefined) throw new errors.JWTInvalid('no such issuer');
      // Before a key is looked for: an old token under a retired key must not make us ask for new ones.
      if (typeof exp !== 'number' || exp + TOLERANCE_SECONDS <= now.getTime() / 1000)
        throw new errors.JWTInvalid('expired');
      if (!isJwtType(token)) throw new errors.JWTInvalid('a token of another kind');
      const options: JWTVerifyOptions = {
        issuer: issuer.config.issuer,
        audience: [...issuer.config.audience],
        algorithms: [...issuer.config.algorithms],
        requiredClaims: ['iss', 'aud', 'exp', 'sub'],
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: now,
      };
      const payload = await issuer.keySet[how]((keys) => verifyWith(keys, token, options));
      if (payload === undefined) throw new errors.JWSSignatureVerificationFailed();
      if (payload.iat !== undefined && payload.iat > now.getTime() / 1000 + TOLERANCE_SECONDS)
        throw new errors.JWTInvalid('iat');
      return {
        identity: toIdentity(payload, issuer.config),
        expiresOn: exp,
        issuer,
        generation: issuer.keySet.generation(),
      };
    } catch (error) {
      throw error instanceof errors.JOSEError ? unauthenticated(error) : error;
    }
  }
}

/**
 * Tries each key that the token's header may mean: where it names none, every key of its algorithm.
 * @returns undefined when none of them made the signature
 */
async function verifyWith(
  keys: JWTVerifyGetKey,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload | undefined> {
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    if (error instanceof errors.JWKSMultipleMatchingKeys) return verifyWithAny(error, token, options);
    if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed) {
      return undefined;
    }
    // What the platform says of a key that is none.
    throw error instanceof errors.JOSEError
      ? error
      : new errors.JWKSInvalid('a key that cannot be read', { cause: error });
  }
}

async function verifyWithAny(
  keys: AsyncIterable<CryptoKey>,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload | undefined> {
  let tried = 0;
  for await (const key of keys) {
    if (++tried > MAX_KEYS_TRIED) break;
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  return undefined;
}

function isJwtType(token: string): boolean {
  try {
    const { typ } = decodeProtectedHeader(token);
    return typ === undefined || (typeof typ === 'string' && TYPES.has(typ.toLowerCase()));
  } catch {
    return false;
  }
}

function toIdentity(payload: JWTPayload, config: IssuerConfig): Identity {
  const { sub } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255 || sub !== clean(sub))
    throw new errors.JWTInvalid('sub');
  const email = textOf(payload['email'], 254);
  const name = textOf(payload['name'], 200);
  const username = textOf(payload['preferred_username'], 200);
  const tenantId = config.tenantId ?? textOf(claimAt(payload, config.tenantClaim), 36)?.toLowerCase();
  return {
    issuer: config.issuer,
    subject: sub,
    ...(name === undefined ? {} : { name }),
    ...(username === undefined ? {} : { username }),
    ...(email === undefined ? {} : { email }),
    ...(tenantId === undefined || !UUID.test(tenantId) ? {} : { tenantId }),
    groups: config.groupsClaim === undefined ? [] : listOf(claimAt(payload, config.groupsClaim)),
  };
}

/** A claim by its name, which may itself hold dots (a URL, say), or else by the path to it (`realm_access.roles`). */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name.split('.').reduce<unknown>((value, part) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, part);
    return isObject ? (value as Record<string, unknown>)[part] : undefined;
  }, payload);
}

function listOf(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/).filter((one) => one !== '');
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
}

function textOf(claim: unknown, maxLength: number): string | undefined {
  return typeof claim === 'string' ? clean(claim.slice(0, maxLength)).trim() || undefined : undefined;
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll(CONTROL_CHARACTERS, '');
}
