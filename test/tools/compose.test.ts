import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/platform/config.ts';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

// That the file keeps the Compose schema is checked by `npm run check:containers`.
const { services, volumes } = parse(readFileSync('compose.yaml', 'utf8')) as Compose;
const app = services['app'];
const SECRET_KEY = Buffer.alloc(32).toString('base64');

test('starts the program with a configuration that it takes', () => {
  const environment = substituted(app?.environment ?? {}, { SECRET_KEY });
  expect(readConfig(environment)).toMatchObject({
    databaseUrl: 'postgres://viya:viya@postgres:5432/viya',
    redisUrl: 'redis://redis:6379',
    publicUrl: 'http://localhost:3000',
  });
});

test('gives the program and the database one password', () => {
  const given = { SECRET_KEY, POSTGRES_PASSWORD: 'other' };
  expect(readConfig(substituted(app?.environment ?? {}, given)).databaseUrl).toContain('//viya:other@postgres');
  expect(substituted(services['postgres']?.environment ?? {}, given)).toMatchObject({ POSTGRES_PASSWORD: 'other' });
});

test('does not start without a secret key, and says what one is', () => {
  expect(() => substituted(app?.environment ?? {}, {})).toThrow('must be 32 random bytes in base64');
});

test('starts the program when the database and Redis are ready', () => {
  expect(app?.build).toBe('.');
  for (const [name, { condition }] of Object.entries(app?.depends_on ?? {})) {
    expect(condition).toBe('service_healthy');
    expect(services[name]?.healthcheck).toBeDefined();
  }
  expect(Object.keys(app?.depends_on ?? {})).toEqual(['postgres', 'redis']);
});

test('keeps the data of PostgreSQL 18 and Redis 7 where these images have it', () => {
  expect(services['postgres']).toMatchObject({ image: 'postgres:18', volumes: ['postgres:/var/lib/postgresql'] });
  expect(services['redis']).toMatchObject({ image: 'redis:7', volumes: ['redis:/data'] });
  expect(services['redis']?.command?.join(' ')).toContain('--appendonly yes');
  expect(Object.keys(volumes)).toEqual(['postgres', 'redis']);
});

/** As Compose does: `${NAME:-default}`, `${NAME:?message}`. */
function substituted(environment: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const substitute = (text: string) =>
    text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
      const value = given[name];
      if (value === undefined && kind === '?') throw new Error(`${name} ${rest}`);
      return value ?? rest;
    });
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, substitute(text)]));
}
