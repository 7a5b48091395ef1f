import { isIP } from 'node:net';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { type IdentityConfig, readIdentityConfig } from './identity-config.ts';
import type { RateLimits } from './principal.ts';

/** Everything the process is told from outside. Read once at start; nothing else reads the environment. */
export interface Config {
  host: string;
  port: number;
  grpcPort: number;
  /** Absolute. Holds the embedded database and the files generated beside it; untouched when `databaseUrl` and `secretKey` are given. */
  dataDir: string;
  /** Absent: PostgreSQL is started in `dataDir`. */
  databaseUrl?: string;
  /** Absent: each process counts rate limits for itself, and there are no event streams. */
  redisUrl?: string;
  logLevel: LogLevel;
  /** Where clients reach this installation, without a trailing slash; goes into documents and event sources. */
  publicUrl: string;
  /** Prefix of every problem's `type`, without a trailing slash. */
  problemBaseUrl: string;
  /** 32 bytes. Absent only in embedded mode, where it is generated into `dataDir`. */
  secretKey?: Buffer;
  /** Requests a minute: of a principal in each class, and of one address without valid credentials. */
  rateLimits: RateLimits & { readonly address: number };
  /** The addresses and networks whose X-Forwarded-For is believed. Absent: nobody's is. */
  trustProxy?: string[];
  /** The origins whose pages may call the API from a browser. */
  corsOrigins: readonly string[];
  /** Networks in which webhooks may be received beside the public internet, there also without TLS. */
  hooksAllowedNetworks: readonly ReturnType<typeof ipaddr.parseCIDR>[];
  /** Where carrier profiles may send their calls, beside the carriers' own servers: a gateway, a stand-in for tests. */
  carrierOrigins: readonly string[];
  /** Whose JWTs are believed, and who decides. */
  identity: IdentityConfig;
  /** Absent: `/metrics` is on `port`. */
  metricsPort?: number;
  /** The systems that orders ask for stock and payments, where these are not this program's own. */
  remote: RemoteServices;
}

export interface RemoteServices {
  inventory?: RemoteService;
  payments?: RemoteService;
}

export interface RemoteService {
  /** `grpc://host:port`, or `grpcs://host:port` with TLS. */
  url: string;
  /** What is sent as `authorization`. */
  authorization?: string;
}

/** The specification's, and for an address what one principal may read. */
export const DEFAULT_RATE_LIMITS: Config['rateLimits'] = { read: 1_000, write: 100, bulk: 10, address: 1_000 };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Labels of letters, digits and hyphens; the last one has a letter, or it would be a broken address (RFC 1123, section 2.1). */
const HOST_NAME = /^(?:[a-z0-9-]{1,63}\.)*(?=[0-9-]*[a-z])[a-z0-9-]{1,63}$/i;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the configuration.
 * @throws ConfigError naming every variable that is wrong and its rule, never its value.
 */
export function readConfig(env: Environment = process.env): Config {
  const faults: string[] = [];
  const fail = (name: string, rule: string): undefined => {
    faults.push(`${name} ${rule}`);
    return undefined;
  };
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const port = (name: string, fallback: number): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    fail(name, 'must be a port number from 0 to 65535');
    return fallback;
  };
  const url = (name: string, schemes: readonly string[]): string | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    if (parsed === undefined || !schemes.includes(parsed.protocol)) {
      return fail(name, `must be a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
    }
    return value.replace(/\/+$/, '');
  };

  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const redisUrl = url('REDIS_URL', ['redis:', 'rediss:']);
  const secretKey = readSecretKey(text('SECRET_KEY'), fail);
  if (databaseUrl !== undefined && text('SECRET_KEY') === undefined) {
    fail('SECRET_KEY', 'is required with DATABASE_URL: 32 random bytes in base64 (`openssl rand -base64 32`)');
  }
  const logLevel = LOG_LEVELS.find((level) => level === (text('LOG_LEVEL') ?? 'info'));
  if (logLevel === undefined) fail('LOG_LEVEL', `must be one of ${LOG_LEVELS.join(', ')}`);
  const listenPort = port('PORT', 3000);
  const rateLimit = (name: keyof Config['rateLimits']): number => {
    const value = text(`RATE_LIMIT_${name.toUpperCase()}`);
    if (value === undefined) return DEFAULT_RATE_LIMITS[name];
    if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
    fail(`RATE_LIMIT_${name.toUpperCase()}`, 'must be a whole number of requests a minute, from 1 to 999999999');
    return DEFAULT_RATE_LIMITS[name];
  };
  const remoteService = (name: string): RemoteService | undefined => {
    const address = url(`${name}_GRPC_URL`, ['grpc:', 'grpcs:']);
    const authorization = text(`${name}_GRPC_AUTHORIZATION`);
    if (address === undefined) return undefined;
    if (new URL(address).port === '')
      return fail(`${name}_GRPC_URL`, 'must name a port, such as grpc://stock.example.com:50051');
    return { url: address, ...(authorization === undefined ? {} : { authorization }) };
  };
  const inventory = remoteService('INVENTORY');
  const payments = remoteService('PAYMENT');
  const grpcPort = port('GRPC_PORT', 50_051);
  if (grpcPort !== 0 && grpcPort === listenPort) fail('GRPC_PORT', 'must be another port than PORT');
  const metricsPort = text('METRICS_PORT') === undefined ? undefined : port('METRICS_PORT', 0);
  if (metricsPort !== undefined && metricsPort !== 0 && [listenPort, grpcPort].includes(metricsPort))
    fail('METRICS_PORT', 'must be another port than PORT and GRPC_PORT; without it metrics are on PORT');
  const host = text('HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && !HOST_NAME.test(host))
    fail('HOST', 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, or a name of it');
  const trustProxy = readTrustProxy(text('TRUST_PROXY'), fail);

  const config: Config = {
    host,
    port: listenPort,
    grpcPort,
    dataDir: resolve(text('DATA_DIR') ?? '.viya'),
    logLevel: logLevel ?? 'info',
    publicUrl: url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${listenPort}`,
    problemBaseUrl: url('PROBLEM_BASE_URL', ['http:', 'https:']) ?? 'https://viya.shipitsmarter.com/errors',
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(redisUrl === undefined ? {} : { redisUrl }),
    ...(secretKey === undefined ? {} : { secretKey }),
    rateLimits: {
      read: rateLimit('read'),
      write: rateLimit('write'),
      bulk: rateLimit('bulk'),
      address: rateLimit('address'),
    },
    ...(trustProxy === undefined ? {} : { trustProxy }),
    corsOrigins: readOrigins('CORS_ORIGINS', text('CORS_ORIGINS'), fail),
    carrierOrigins: readOrigins('CARRIER_ORIGINS', text('CARRIER_ORIGINS'), fail),
    hooksAllowedNetworks: readNetworks(text('HOOKS_ALLOWED_NETWORKS'), fail),
    identity: readIdentityConfig(text, fail),
    ...(metricsPort === undefined ? {} : { metricsPort }),
    remote: { ...(inventory === undefined ? {} : { inventory }), ...(payments === undefined ? {} : { payments }) },
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** What is wrong with the environment, one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(faults: readonly string[]) {
    super(`The configuration is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** As `proxy-addr` takes it. */
function readTrustProxy(
  value: string | undefined,
  fail: (name: string, rule: string) => undefined,
): string[] | undefined {
  if (value === undefined) return undefined;
  const proxies = value.split(',').map((one) => one.trim());
  const isKnown = (one: string): boolean =>
    ['loopback', 'linklocal', 'uniquelocal'].includes(one) ||
    (/[.:]/.test(one) && (ipaddr.isValid(one) || ipaddr.isValidCIDR(one)));
  if (proxies.every(isKnown)) return proxies;
  return fail('TRUST_PROXY', 'must be addresses and networks (10.0.0.0/8, loopback) separated by commas');
}

function readNetworks(
  value: string | undefined,
  fail: (name: string, rule: string) => undefined,
): ReturnType<typeof ipaddr.parseCIDR>[] {
  const networks = value?.split(',').map((one) => one.trim()) ?? [];
  if (networks.every((one) => /[.:]/.test(one) && ipaddr.isValidCIDR(one)))
    return networks.map((one) => ipaddr.parseCIDR(one));
  fail('HOOKS_ALLOWED_NETWORKS', 'must be networks such as 10.0.0.0/8 or fd00::/8, separated by commas');
  return [];
}

function readOrigins(
  name: string,
  value: string | undefined,
  fail: (name: string, rule: string) => undefined,
): readonly string[] {
  const origins = value?.split(',').map((one) => one.trim()) ?? [];
  const isOrigin = (one: string): boolean =>
    URL.canParse(one) && /^https?:$/.test(new URL(one).protocol) && new URL(one).origin === one;
  if (origins.every(isOrigin)) return origins;
  fail(name, 'must be origins such as https://app.example.com, without a path, separated by commas');
  return [];
}

function readSecretKey(value: string | undefined, fail: (name: string, rule: string) => undefined): Buffer | undefined {
  if (value === undefined) return undefined;
  return parseSecretKey(value) ?? fail('SECRET_KEY', 'must be 32 bytes in base64 (`openssl rand -base64 32`)');
}

/** Undefined when it is anything but 32 bytes in base64; Node's own decoder passes over what is none. */
export function parseSecretKey(text: string): Buffer | undefined {
  return /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
