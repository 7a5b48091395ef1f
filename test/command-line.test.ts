import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../src/explain-error.ts';
import { lockDataDirectory } from '../src/platform/data-directory.ts';
import { createTestDatabase } from './harness.ts';

const KEY = { SECRET_KEY: Buffer.alloc(32).toString('base64') };
const NOBODY = '019a0000-0000-7000-8000-000000000000';
const CONFIG = {
  host: '127.0.0.1',
  port: 3000,
  dataDir: '/var/lib/viya',
  databaseUrl: 'postgres://viya:secret@db.example:5432/viya',
};

/** The program with nothing of this process' environment. */
function start(argv: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/cli.js', ...argv], { env });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return { child, ended: once(child, 'close').then(([status]) => ({ status: status as number | null, ...output })) };
}

function viya(argv: string[], env: Record<string, string> = {}) {
  return start(argv, env).ended;
}

test.each([['--help'], ['serve --help'], ['migrate --help']])(
  '`viya %s` names every variable that is read',
  async (line) => {
    const sources = ['config', 'identity-config']
      .map((name) => readFileSync(`src/platform/${name}.ts`, 'utf8'))
      .join('');
    const read = [...sources.matchAll(/\b(?:text|url|port)\('([A-Z_]+)'/g)].map(([, name]) => name);
    expect(read).toContain('OPA_URL');
    const { status, stdout } = await viya(line.split(' '));
    expect(status).toBe(0);
    expect(read.filter((name) => !stdout.includes(`${name}`))).toEqual([]);
  },
);

test('`viya --version` is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect((await viya(['--version'])).stdout).toBe(`${version}\n`);
});

test.each([
  ['a tenant that is no id', ['token', 'create', '--tenant', 'foo', '--name', 'x'], 'must be a UUID'],
  ['a tenant without a name', ['tenant', 'create', '--name', ' '], 'must not be empty'],
])('refuses %s before anything is opened', async (_, argv, rule) => {
  const { status, stderr } = await viya(argv, { DATA_DIR: '/dev/null/nowhere' });
  expect(status).toBe(1);
  expect(stderr).toContain(rule);
});

test.each([
  ['tenant list', ['tenant', 'list']],
  ['tenant limits', ['tenant', 'limits', '--tenant', NOBODY, '--read', '5']],
  ['token create', ['token', 'create', '--tenant', NOBODY, '--name', 'x']],
])('`viya %s` makes no installation where there is none', async (_, argv) => {
  const DATA_DIR = join(mkdtempSync(join(tmpdir(), 'command-line-')), 'none');
  const { status, stderr } = await viya(argv, { DATA_DIR });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^DATA_DIR: there is no installation in \S+none\. Name the DATA_DIR of the server[^\n]+\n$/);
  expect(existsSync(DATA_DIR)).toBe(false);
});

test.concurrent('names DATABASE_URL, without its password, when nothing answers there', async () => {
  const DATABASE_URL = 'postgres://viya:secret@127.0.0.1:1/viya';
  const { status, stderr } = await viya(['serve'], { ...KEY, DATABASE_URL });
  expect(status).toBe(1);
  expect(stderr).toContain('DATABASE_URL: PostgreSQL at 127.0.0.1:1 does not let the program in (connect ECONNREFUSED');
  expect(stderr).not.toMatch(/secret|\n\s+at /);
});

test('names DATABASE_URL and where it leads when that takes connections and says nothing, or hangs up', () => {
  for (const message of ['timeout expired', 'Connection terminated unexpectedly']) {
    const said = explain(new Error(message), { ...CONFIG, databaseUrl: 'postgres://viya:secret@db.example/viya' });
    expect(said).toMatch(/^DATABASE_URL: PostgreSQL at db\.example:5432 does not let the program in \(it [^\n]+\)$/);
  }
});

test.concurrent('a start that PostgreSQL does not answer ends by itself within ten seconds or so, with one line', {
  timeout: 60_000,
}, async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const { status, stderr } = await viya(['serve'], {
    ...KEY,
    LOG_LEVEL: 'warn',
    DATABASE_URL: `postgres://viya:secret@127.0.0.1:${port}/viya`,
  });
  silent.close();
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^DATABASE_URL: PostgreSQL at 127\.0\.0\.1:\d+ does not let .* says nothing for ten seconds[^\n]*\n$/,
  );
});

test.concurrent('SIGTERM ends it in the middle of its start', { timeout: 60_000 }, async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const connected = once(silent, 'connection');
  const stopped = start(['serve'], { ...KEY, DATABASE_URL: `postgres://viya:secret@127.0.0.1:${port}/viya` });
  await connected;
  stopped.child.kill('SIGTERM');
  const { status, stdout, stderr } = await stopped.ended;
  silent.close();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('"msg":"stopped"');
});

test.concurrent('`viya key accept-new` makes a database whose key is lost usable again, and says what is gone', {
  timeout: 120_000,
}, async () => {
  await using database = await createTestDatabase();
  const env = (byte: number) => ({
    DATABASE_URL: database.connectionString,
    SECRET_KEY: Buffer.alloc(32, byte).toString('base64'),
  });
  expect((await viya(['tenant', 'list'], env(1))).status).toBe(0);
  const refused = await viya(['tenant', 'list'], env(2));
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('viya key accept-new --help')]);
  const { status, stdout } = await viya(['key', 'accept-new'], env(2));
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^The key is accepted\.\n.*every API key/s)]);
  expect((await viya(['key', 'accept-new'], env(2))).stdout).toBe('The key is the one of this database already.\n');
});

test.each(['/dev/null/nowhere', '/proc/nowhere/at/all'])(
  'names DATA_DIR when it cannot be %s, without a stack',
  (directory) => {
    const fault = thrownBy(() => lockDataDirectory(directory));
    expect(explain(fault)).toMatch(/^DATA_DIR: the data directory \S+nowhere\S* cannot be used: [^\n]+$/);
  },
);

test.each([
  ['PORT', {}],
  ['METRICS_PORT', { metricsPort: -1 }],
])('names %s when another process has it', async (name, { metricsPort }: { metricsPort?: number }) => {
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address() as { port: number };
  const second = createServer().listen(port, '127.0.0.1');
  const [error] = (await once(second, 'error').catch((fault: unknown) => [fault])) as [unknown];
  first.close();
  const config = metricsPort === undefined ? CONFIG : { ...CONFIG, metricsPort: port };
  expect(explain(error, config)).toContain(`${name}: the program cannot listen there (listen EADDRINUSE`);
});

test('names DATA_DIR when what is in it is missing or does not fit', () => {
  const { databaseUrl: _url, ...embedded } = CONFIG;
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', path: '/var/lib/viya/postgres/password' });
  expect(explain(missing, embedded)).toBe('DATA_DIR: no such file');
  const refused = Object.assign(new Error('password authentication failed'), { code: '28P01' });
  expect(explain(refused, embedded)).toMatch(/^DATA_DIR: .*does not let the program in.*postgres\/password/);
});

test('shows the stack of what nobody expected', () => {
  expect(explain(new TypeError('x is not a function'))).toMatch(/x is not a function\n.*\n\s+at /s);
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
