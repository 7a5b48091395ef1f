import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareWithRelease } from '../../tools/check-breaking.ts';
import { protoBreakings } from '../../tools/check-proto-breaking.ts';
import { writeReleased } from '../../tools/write-released.ts';

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'check-breaking-'));
  mkdirSync(join(checkout, 'openapi'));
  mkdirSync(join(checkout, 'proto'));
});
afterEach(() => rmSync(checkout, { recursive: true }));

test('this checkout knows what its last release promised, and keeps it', () => {
  expect(compareWithRelease('.')).toMatchObject({
    compared: expect.arrayContaining(['shipping.v2.json', 'rates.v1.json']),
    breaking: [],
  });
  expect(protoBreakings('.').breaking).toEqual([]);
});

test('a proto file that breaks a client is found', () => {
  for (const path of ['proto', 'buf.yaml', 'generated', 'released', 'package.json'])
    cpSync(resolve(path), join(checkout, path), { recursive: true });
  writeFileSync(join(checkout, 'proto/oms/v1/events.proto'), 'syntax = "proto3";\npackage oms.v1;\n');
  expect(protoBreakings(checkout).breaking[0]).toContain('proto/oms/v1/events.proto');
});

test.each<[string, () => void, string]>([
  ['is missing', () => rmSync(join(checkout, 'released'), { recursive: true }), 'released/ is missing'],
  ['is of another version', () => setVersion('1.3.0'), 'package.json is at 1.3.0, but released/ is of 1.2.0'],
  [
    'has no documents',
    () => rmSync(join(checkout, 'released/openapi'), { recursive: true }),
    'released/openapi has no documents',
  ],
])('does not pass where what the last release promised %s', (_what, spoil, fault) => {
  release('1.2.0', ['list']);
  spoil();
  const { status, stderr } = runTool();
  expect(status).toBe(1);
  expect(stderr).toContain(fault);
});

test('lets additions and new documents pass', () => {
  release('1.0.0', ['list']);
  writeDocument('shipping.v2', ['list', 'order']);
  writeDocument('shipping.v3', ['order']);
  expect(runTool()).toEqual({
    status: 0,
    stdout: 'shipping.v2.json: nothing since 1.0.0 breaks a client\n',
    stderr: '',
  });
});

test('fails on a change that breaks a client, and says where and what to do', () => {
  release('1.0.0', ['list', 'order']);
  writeDocument('shipping.v2', ['list']);
  const { status, stderr } = runTool();
  expect(status).toBe(1);
  expect(stderr).toContain('shipping.v2.json: GET /order: operation removed (/paths/~1order/get)\n');
  expect(stderr).toContain('add a new major version beside it');
});

test('fails when a released document is gone, whatever took its place', () => {
  release('1.0.0', ['list']);
  rmSync(join(checkout, 'openapi/shipping.v2.json'));
  writeDocument('shipping.v3', ['list']);
  expect(runTool()).toMatchObject({ status: 1 });
  expect(compareWithRelease(checkout).breaking).toEqual([
    'shipping.v2.json: document removed; clients of 1.0.0 still ask for it',
  ]);
});

test('compares with the newest release, in which what that one left out is no longer promised', () => {
  release('1.0.0', ['list', 'order']);
  release('1.1.0', ['list']);
  writeDocument('shipping.v2', ['list']);
  expect(compareWithRelease(checkout)).toEqual({ version: '1.1.0', compared: ['shipping.v2.json'], breaking: [] });
});

function release(version: string, operations: string[]): void {
  setVersion(version);
  writeDocument('shipping.v2', operations);
  writeReleased(checkout);
}

function setVersion(version: string): void {
  writeFileSync(join(checkout, 'package.json'), JSON.stringify({ version }));
}

function writeDocument(name: string, operations: string[]): void {
  const paths = Object.fromEntries(
    operations.map((operation) => [`/${operation}`, { get: { operationId: operation } }]),
  );
  writeFileSync(join(checkout, 'openapi', `${name}.json`), JSON.stringify({ openapi: '3.0.3', paths }));
}

function runTool(): { status: number | null; stdout: string; stderr: string } {
  const tool = resolve('tools/check-breaking.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool], { cwd: checkout, encoding: 'utf8' });
  return { status, stdout, stderr };
}
