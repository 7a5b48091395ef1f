import { isAbsolute, resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/platform/config.ts';

const KEY = Buffer.alloc(32, 5);
const EXTERNAL = { DATABASE_URL: 'postgres://viya:hunter2@db/viya', SECRET_KEY: KEY.toString('base64') };

test('needs nothing: an empty environment is a local installation', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    grpcPort: 50_051,
    dataDir: resolve('.viya'),
    logLevel: 'info',
    publicUrl: 'http://localhost:3000',
    problemBaseUrl: 'https://viya.shipitsmarter.com/errors',
    rateLimits: { read: 1_000, write: 100, bulk: 10, address: 1_000 },
    corsOrigins: [],
    identity: { issuers: [] },
  });
});

test('takes everything from the environment', () => {
  const env = {
    ...EXTERNAL,
    HOST: '0.0.0.0',
    PORT: '8080',
    GRPC_PORT: '0',
    DATA_DIR: '/var/lib/viya',
    REDIS_URL: 'rediss://cache:6380',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'https://tms.example.com/',
    PROBLEM_BASE_URL: 'https://errors.example.com/v1//',
    RATE_LIMIT_READ: '5000',
    RATE_LIMIT_WRITE: '500',
    RATE_LIMIT_BULK: '50',
    RATE_LIMIT_ADDRESS: '999999999',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::1',
    CORS_ORIGINS: 'https://app.example.com, http://localhost:5173',
    METRICS_PORT: '9464',
    HOOKS_ALLOWED_NETWORKS: '10.1.0.0/16, fd00::/8',
  };
  expect(readConfig(env)).toMatchObject({
    host: '0.0.0.0',
    port: 8080,
    grpcPort: 0,
    dataDir: '/var/lib/viya',
    databaseUrl: EXTERNAL.DATABASE_URL,
    redisUrl: 'rediss://cache:6380',
    logLevel: 'warn',
    publicUrl: 'https://tms.example.com',
    problemBaseUrl: 'https://errors.example.com/v1',
    secretKey: KEY,
    rateLimits: { read: 5_000, write: 500, bulk: 50, address: 999_999_999 },
    trustProxy: ['loopback', '10.0.0.0/8', '2001:db8::1'],
    corsOrigins: ['https://app.example.com', 'http://localhost:5173'],
    metricsPort: 9_464,
    hooksAllowedNetworks: [ipaddr.parseCIDR('10.1.0.0/16'), ipaddr.parseCIDR('fd00::/8')],
    identity: { issuers: [] },
  });
});

test('counts blank as absent, so that a template with empty values works', () => {
  expect(readConfig({ DATABASE_URL: '', SECRET_KEY: ' ', PORT: '', LOG_LEVEL: '  ' })).toEqual(readConfig({}));
});

test('the public address follows the port', () => {
  expect(readConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
  expect(isAbsolute(readConfig({ DATA_DIR: 'data' }).dataDir)).toBe(true);
});

test.each([
  [{ PORT: '65536' }, 'PORT must be a port number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT must be a port number from 0 to 65535'],
  [{ GRPC_PORT: '5e3' }, 'GRPC_PORT must be a port number from 0 to 65535'],
  [
    { DATABASE_URL: 'mysql://db', SECRET_KEY: 'x' },
    'DATABASE_URL must be a URL that begins with postgres:// or postgresql://',
  ],
  [{ DATABASE_URL: 'db:5432', SECRET_KEY: 'x' }, 'DATABASE_URL must be a URL'],
  [{ HOOKS_ALLOWED_NETWORKS: '10.0.0.1' }, 'HOOKS_ALLOWED_NETWORKS must be networks such as 10.0.0.0/8 or fd00::/8'],
  [{ HOOKS_ALLOWED_NETWORKS: '10.0.0.0/8,localhost' }, 'HOOKS_ALLOWED_NETWORKS must be networks'],
  [{ HOOKS_ALLOWED_NETWORKS: '10.0.0.0/33' }, 'HOOKS_ALLOWED_NETWORKS must be networks'],
  [{ REDIS_URL: 'http://cache' }, 'REDIS_URL must be a URL that begins with redis:// or rediss://'],
  [{ PUBLIC_URL: 'tms.example.com' }, 'PUBLIC_URL must be a URL that begins with http:// or https://'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent'],
  [{ SECRET_KEY: 'c2hvcnQ=' }, 'SECRET_KEY must be 32 bytes in base64 (`openssl rand -base64 32`)'],
  [{ SECRET_KEY: KEY.toString('hex') }, 'SECRET_KEY must be 32 bytes in base64'],
  [{ DATABASE_URL: EXTERNAL.DATABASE_URL }, 'SECRET_KEY is required with DATABASE_URL'],
  [{ RATE_LIMIT_READ: '0' }, 'RATE_LIMIT_READ must be a whole number of requests a minute, from 1 to 999999999'],
  [{ RATE_LIMIT_WRITE: '1e3' }, 'RATE_LIMIT_WRITE must be a whole number of requests a minute'],
  [{ RATE_LIMIT_BULK: '-1' }, 'RATE_LIMIT_BULK must be a whole number of requests a minute'],
  [{ RATE_LIMIT_ADDRESS: 'unlimited' }, 'RATE_LIMIT_ADDRESS must be a whole number of requests a minute'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be addresses and networks'],
  [{ TRUST_PROXY: '1' }, 'TRUST_PROXY must be addresses and networks'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY must be addresses and networks'],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS must be origins such as https://app.example.com'],
  [{ CORS_ORIGINS: 'https://app.example.com/' }, 'CORS_ORIGINS must be origins such as https://app.example.com'],
  [{ METRICS_PORT: 'x' }, 'METRICS_PORT must be a port number'],
  [{ METRICS_PORT: '3000' }, 'METRICS_PORT must be another port than PORT and GRPC_PORT'],
  [{ METRICS_PORT: '4000', GRPC_PORT: '4000' }, 'METRICS_PORT must be another port than PORT and GRPC_PORT'],
  [{ HOST: '999.1.1.1' }, 'HOST must be an address of this machine'],
  [{ HOST: 'a b' }, 'HOST must be an address of this machine'],
  [{ HOST: 'http://localhost' }, 'HOST must be an address of this machine'],
  [{ SECRET_KEY: `!!!!${KEY.toString('base64')}` }, 'SECRET_KEY must be 32 bytes in base64'],
])('%j: %s', (env, rule) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(rule);
});

test('names every fault at once, and no value', () => {
  const wrong = { PORT: 'abc', DATABASE_URL: 'mysql://viya:hunter2@db', SECRET_KEY: 'hunter3' };
  const { message } = faultOf(wrong);
  expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
    'The',
    'DATABASE_URL',
    'SECRET_KEY',
    'PORT',
  ]);
  expect(message).not.toMatch(/hunter|abc|mysql/);
});

function faultOf(env: Record<string, string>): Error {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('the configuration was taken');
}
