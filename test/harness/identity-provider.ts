import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Test } from 'supertest';
import {
  type IssuerConfig,
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
} from '../../src/platform/identity-config.ts';
import type { TestApp } from './app.ts';

export interface SigningKey {
  /** Absent: neither the key set nor the tokens name it. */
  kid?: string;
  alg: SignatureAlgorithm;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

/** An OpenID Connect issuer over real HTTP, as good or as bad as a test wants it. */
export interface IdentityProvider extends AsyncDisposable {
  issuer: string;
  jwksUrl: string;
  /** What it publishes now. */
  keys: SigningKey[];
  /** The paths that were asked for, in order. */
  asked: string[];
  /** Instead of the usual answer, while it is set. */
  answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** A token that is good for ten minutes, but for what the claims and the header say otherwise. A claim that is undefined is left out. */
  token(
    claims?: Record<string, unknown>,
    options?: { key?: SigningKey; header?: Record<string, unknown> },
  ): Promise<string>;
}

export const AUDIENCE = 'viya';

/** The tests' usual configuration of an issuer. */
export function issuerConfig(
  { issuer }: Pick<IdentityProvider, 'issuer'>,
  changes: Partial<IssuerConfig> = {},
): IssuerConfig {
  return { issuer, audience: [AUDIENCE], algorithms: SIGNATURE_ALGORITHMS, tenantClaim: 'tenant_id', ...changes };
}

/** Calls with a JWT. */
export function callerWithJwt({ anonymous }: Pick<TestApp, 'anonymous'>, token: string): TestApp['anonymous'] {
  const authorised = (request: Test): Test => request.set('authorization', `Bearer ${token}`);
  return {
    get: (path) => authorised(anonymous.get(path)),
    post: (path, body) => authorised(anonymous.post(path, body)),
    put: (path, body) => authorised(anonymous.put(path, body)),
    delete: (path) => authorised(anonymous.delete(path)),
  };
}

export async function startIdentityProvider(alg: SignatureAlgorithm = 'ES256'): Promise<IdentityProvider> {
  const provider: Omit<IdentityProvider, 'issuer' | 'jwksUrl'> = {
    keys: [await createSigningKey(alg)],
    asked: [],
    answer: undefined,
    token: (claims = {}, { key = provider.keys[0], header = {} } = {}) => {
      if (key === undefined) throw new Error('the issuer has no key');
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer, aud: AUDIENCE, sub: 'someone', iat: now, exp: now + 600 };
      const payload = Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== undefined);
      return (
        new SignJWT(Object.fromEntries(payload) as JWTPayload)
          .setProtectedHeader({
            alg: key.alg,
            ...(key.kid === undefined ? {} : { kid: key.kid }),
            typ: 'JWT',
            ...header,
          })
          // A header that must be understood, for tests that nobody does.
          .sign(key.privateKey, { crit: { 'x-new': true } })
      );
    },
    [Symbol.asyncDispose]: () => stop(server),
  };
  const server = createServer((request, response) => {
    provider.asked.push(request.url ?? '');
    if (provider.answer !== undefined) provider.answer(request, response);
    else if (request.url === '/.well-known/openid-configuration')
      sendJson(response, { issuer, jwks_uri: `${issuer}/keys` });
    else sendJson(response, { keys: provider.keys.map(({ jwk }) => jwk) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, { issuer, jwksUrl: `${issuer}/keys` });
}

let made = 0;

export async function createSigningKey(alg: SignatureAlgorithm = 'ES256'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `key-${++made}`;
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** The same key under another name, or under none. */
export function renamed({ kid: _kid, jwk: { kid: _name, ...jwk }, ...key }: SigningKey, kid?: string): SigningKey {
  return kid === undefined ? { ...key, jwk } : { ...key, kid, jwk: { ...jwk, kid } };
}

export function sendJson(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}

async function stop(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  if (server.listening) await once(server, 'close');
}
