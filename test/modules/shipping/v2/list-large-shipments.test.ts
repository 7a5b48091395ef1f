import { expect, test } from 'vitest';
import type { ShipmentBody } from '../../../../src/modules/shipping/v2/shipment-schemas.ts';
import { fieldsOf, problemOf, SHIPMENTS, useTestApp } from '../../../harness/app.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);
const goodsItems = [1, 2, 3, 4].map((number) => ({
  description: `Goods number ${number} in a description as long as it may well be`,
  quantity: 3,
  value: { amount: '19.95', currency: 'EUR' },
  hsCode: '610910',
  countryOfOrigin: 'NL',
}));
const handlingUnits = Array.from({ length: 999 }, () => ({ weight: { value: 1, unit: 'kg' }, goodsItems }));
const COUNT = 11;

test('a page of shipments that are too large to be sent together says how many fit, which are then sent', async () => {
  const caller = await world.server.newCaller();
  for (let sent = 0; sent < COUNT; sent++) await caller.createShipment({ reference: 'HUGE', handlingUnits });

  const refused = await caller.get(`${SHIPMENTS}?reference=HUGE&limit=${COUNT}`);
  expect(problemOf(refused)).toBe('400 validation');
  expect(fieldsOf(refused)).toEqual(['Data.Limit /limit']);
  const fitting = Number(/at most (\d+)/.exec(JSON.stringify(refused.body))?.[1]);
  expect(fitting).toBeGreaterThan(2);
  expect(fitting).toBeLessThan(COUNT);

  const ids = new Set<string>();
  for (let offset = 0; offset < COUNT; offset += fitting) {
    const { status, body } = await caller.get(`${SHIPMENTS}?reference=HUGE&limit=${fitting}&offset=${offset}`);
    expect(status).toBe(200);
    expect(body.total).toBe(COUNT);
    for (const { id } of body.items as ShipmentBody[]) ids.add(id);
  }
  expect(ids.size).toBe(COUNT);
});
