import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { protoBreakings } from '../../tools/check-proto-breaking.ts';
import { writeReleased } from '../../tools/write-released.ts';

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'check-proto-breaking-'));
  for (const path of ['buf.yaml', 'package.json', 'openapi', 'proto', 'generated/third-party-proto'])
    cpSync(path, join(checkout, path), { recursive: true });
  writeReleased(checkout);
});
afterEach(() => rmSync(checkout, { recursive: true }));

test('does not pass where the last release’s messages are missing', () => {
  rmSync(join(checkout, 'released/proto'), { recursive: true });
  expect(() => protoBreakings(checkout)).toThrow('released/proto is missing');
});

test('lets a new field pass', () => {
  change('types.proto', '  int64 version = 7;', '  int64 version = 7;\n  string note = 14;');
  expect(protoBreakings(checkout).breaking).toEqual([]);
});

test('names each change that breaks a client: a number, a name, a method that is gone', () => {
  change('types.proto', 'string customer_id = 2;', 'string buyer_id = 2;');
  change('types.proto', 'int64 version = 7;', 'int64 version = 17;');
  change('inventory_service.proto', '  rpc Reserve(ReserveRequest) returns (ReserveResponse);\n', '');
  const breaking = protoBreakings(checkout).breaking.join('\n');
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
