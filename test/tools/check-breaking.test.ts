import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareWithRelease } from '../../tools/check-breaking.ts';

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'check-breaking-'));
  mkdirSync(join(checkout, 'openapi'));
  git('init', '--quiet');
  commit('the beginning');
});
afterEach(() => rmSync(checkout, { recursive: true }));

test('has nothing to compare before the first release', () => {
  writeDocument('shipping.v2', ['list', 'order']);
  expect(compareWithRelease(checkout)).toEqual({ compared: [], breaking: [] });
  expect(runTool()).toEqual({ status: 0, stdout: 'no release yet, nothing to compare\n', stderr: '' });
});

test('has nothing to compare with a release without documents', () => {
  git('tag', 'v0.1.0');
  writeDocument('shipping.v2', ['list']);
  expect(runTool().stdout).toBe('v0.1.0 has no documents, nothing to compare\n');
});

test('lets additions and new documents pass', () => {
  release('v1.0.0', ['list']);
  writeDocument('shipping.v2', ['list', 'order']);
  writeDocument('shipping.v3', ['order']);
  expect(runTool()).toEqual({
    status: 0,
    stdout: 'shipping.v2.json: nothing since v1.0.0 breaks a client\n',
    stderr: '',
  });
});

test('fails on a change that breaks a client, and says where and what to do', () => {
  release('v1.0.0', ['list', 'order']);
  writeDocument('shipping.v2', ['list']);
  const { status, stderr } = runTool();
  expect(status).toBe(1);
  expect(stderr).toContain('shipping.v2.json: GET /order: operation removed (/paths/~1order/get)\n');
  expect(stderr).toContain('add a new major version beside it');
});

test('fails when a released document is gone, whatever took its place', () => {
  release('v1.0.0', ['list']);
  rmSync(join(checkout, 'openapi/shipping.v2.json'));
  writeDocument('shipping.v3', ['list']);
  expect(runTool()).toMatchObject({ status: 1 });
  expect(compareWithRelease(checkout).breaking).toEqual([
    'shipping.v2.json: document removed; clients of v1.0.0 still ask for it',
  ]);
});

test('compares with the newest release that the checkout descends from', () => {
  release('v1.9.0', ['list', 'order']);
  release('v1.10.0-rc.1', ['list', 'order']);
  release('v1.10.0', ['list']);
  git('checkout', '--quiet', '-b', 'elsewhere');
  release('v2.0.0', []);
  git('checkout', '--quiet', '-');
  writeDocument('shipping.v2', ['list']);
  expect(compareWithRelease(checkout)).toMatchObject({ tag: 'v1.10.0', breaking: [] });
});

function release(tag: string, operations: string[]): void {
  writeDocument('shipping.v2', operations);
  commit(tag);
  git('tag', tag);
}

function writeDocument(name: string, operations: string[]): void {
  const paths = Object.fromEntries(
    operations.map((operation) => [`/${operation}`, { get: { operationId: operation } }]),
  );
  writeFileSync(join(checkout, 'openapi', `${name}.json`), JSON.stringify({ openapi: '3.0.3', paths }));
}

function commit(subject: string): void {
  git('add', '--all');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--allow-empty', '-m', subject);
}

function git(...command: string[]): void {
  execFileSync('git', ['-c', 'commit.gpgsign=false', ...command], { cwd: checkout });
}

function runTool(): { status: number | null; stdout: string; stderr: string } {
  const tool = resolve('tools/check-breaking.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool], { cwd: checkout, encoding: 'utf8' });
  return { status, stdout, stderr };
}
