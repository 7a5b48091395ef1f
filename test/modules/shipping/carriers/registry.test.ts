import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { carrierQueue } from '../../../../src/modules/shipping/carrier-queue.ts';
import { CARRIER_NAMES } from '../../../../src/modules/shipping/carriers/registry.ts';
import { JOB_WORKERS } from '../../../../src/platform/jobs.ts';
import { breakingChanges, type OpenApiDocument } from '../../../../tools/openapi-breaking.ts';

test('one more carrier breaks no client', () => {
  const document = readFileSync('openapi/shipping.v2.json', 'utf8');
  let lists = 0;
  const withAnother = JSON.parse(document, (key, value) => {
    if (key !== 'enum' || !(value as unknown[]).includes(CARRIER_NAMES[0])) return value;
    lists++;
    return [...value, 'another'];
  }) as OpenApiDocument;
  expect(lists).toBeGreaterThan(0);
  expect(breakingChanges(JSON.parse(document) as OpenApiDocument, withAnother)).toEqual([]);
});

test('carriers that are all dead leave a quarter of the workers to everything else, and each has a queue', () => {
  const tenants = Array.from({ length: 200 }, (_, number) => `tenant-${number}`);
  const queues = CARRIER_NAMES.map(
    (carrier) => new Set(tenants.map((tenantId) => carrierQueue({ carrier, tenantId }))),
  );
  expect(Math.min(...queues.map(({ size }) => size))).toBeGreaterThan(0);
  expect(new Set(queues.flatMap((each) => [...each])).size).toBeLessThanOrEqual(0.75 * JOB_WORKERS);
});
