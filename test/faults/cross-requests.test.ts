import { expect, test } from 'vitest';
import { createTestDatabase } from '../harness.ts';
import { crossRequests, describeReport } from './cross-requests.ts';

test('nothing is doubled, lost or contradicted when requests about the same things cross', {
  timeout: 180_000,
}, async () => {
  await using database = await createTestDatabase();
  const report = await crossRequests({ ...database, seed: 'short', clients: 6, requests: 200 });
  expect(report.violations, describeReport(report)).toEqual([]);
  expect(report.bookings).toBeGreaterThan(0);
  expect(Object.keys(report.events)).toEqual(
    expect.arrayContaining(['shipment.accepted', 'shipment.canceled', 'shipment.reset']),
  );
});
