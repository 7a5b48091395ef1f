import { expect, test } from 'vitest';
import { goodsOf, goodsTotal } from '../../../../src/modules/shipping/carriers/goods.ts';
import { measureUnits } from '../../../../src/modules/shipping/measure-units.ts';

const SHIRTS = {
  description: 'Cotton T-shirt',
  quantity: 2,
  value: { amount: '12.50', currency: 'EUR' },
  netWeight: { value: 0.4, unit: 'kg' },
} as const;
const SOCKS = { ...SHIRTS, description: 'Socks', quantity: 5, value: { amount: '1.10', currency: 'EUR' } } as const;
const weight = { value: 2, unit: 'kg' } as const;

test('the same goods of several units are one line with all their pieces, and count with each piece', () => {
  const handlingUnits = measureUnits([
    { weight, goodsItems: [SHIRTS] },
    { weight, goodsItems: [SOCKS, { ...SHIRTS, quantity: 1 }] },
  ]);
  const goods = goodsOf({ handlingUnits });
  expect(goods).toEqual([{ ...SHIRTS, quantity: 3 }, SOCKS]);
  const total = goodsTotal(goods);
  expect([total?.amount.toString(), total?.currency]).toEqual(['43', 'EUR']);
});
