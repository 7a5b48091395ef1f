import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { protoBreakings } from '../../tools/check-proto-breaking.ts';

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'check-proto-breaking-'));
  for (const path of ['buf.yaml', 'proto', 'generated/third-party-proto'])
    cpSync(path, join(checkout, path), { recursive: true });
  writeFileSync(join(checkout, '.gitignore'), 'generated/\n');
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', 'the beginning');
});
afterEach(() => rmSync(checkout, { recursive: true }));

test('has nothing to compare before the first release', () => {
  expect(protoBreakings(checkout)).toBeUndefined();
});

test('lets a new field pass', () => {
  git('tag', 'v1.0.0');
  change('types.proto', '  int64 version = 7;', '  int64 version = 7;\n  string note = 14;');
  expect(protoBreakings(checkout)).toEqual({ tag: 'v1.0.0', breaking: [] });
});

test('names each change that breaks a client: a number, a name, a method that is gone', () => {
  git('tag', 'v1.0.0');
  change('types.proto', 'string customer_id = 2;', 'string buyer_id = 2;');
  change('types.proto', 'int64 version = 7;', 'int64 version = 17;');
  change('inventory_service.proto', '  rpc Reserve(ReserveRequest) returns (ReserveResponse);\n', '');
  const breaking = protoBreakings(checkout)?.breaking.join('\n');
  expect(breaking).toMatch(/types\.proto:.*"customer_id" to "buyer_id"/);
  expect(breaking).toMatch(/types\.proto:.*field "7"/);
  expect(breaking).toMatch(/inventory_service\.proto:.*RPC "Reserve"/);
});

function change(file: string, from: string, to: string): void {
  const path = join(checkout, 'proto/oms/v1', file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, source.replace(from, to));
}

function git(...command: string[]): void {
  execFileSync('git', ['-c', 'commit.gpgsign=false', ...command], { cwd: checkout });
}
