import { Big } from 'big.js';
import { problemField } from '../../../platform/problem.ts';
import type { BookingRequest, QuoteRequest, Refused } from './carrier.ts';
import { refusedUnsent } from './refusal.ts';

export type GoodsItem = NonNullable<BookingRequest['handlingUnits'][number]['content']['goodsItems']>[number];

/** Every kind of goods of the shipment, the same ones of several units together, as an invoice lists them. */
export function goodsOf({ handlingUnits }: Pick<QuoteRequest, 'handlingUnits'>): GoodsItem[] {
  const together = new Map<string, GoodsItem>();
  for (const item of handlingUnits.flatMap((unit) => unit.content.goodsItems ?? [])) {
    const { quantity, ...kind } = item;
    const key = JSON.stringify(kind);
    const same = together.get(key);
    together.set(key, same === undefined ? item : { ...same, quantity: same.quantity + quantity });
  }
  return [...together.values()];
}

/** What the goods are worth in all, exactly, in the currency that they have in common; undefined where there are none. */
export function goodsTotal(goods: readonly GoodsItem[]): { amount: Big; currency: string } | undefined {
  const [first] = goods;
  if (first === undefined) return undefined;
  const amount = goods.reduce(
    (sum, { value, quantity }) => sum.plus(new Big(value.amount).times(quantity)),
    new Big(0),
  );
  return { amount, currency: first.value.currency };
}

/** A price that the carrier names only by what dutiable goods are worth, of which nothing is told. Undefined when it is. */
export function refuseWithoutValue(request: QuoteRequest, carrierName: string): Refused | undefined {
  if (!request.isDutiable || goodsTotal(goodsOf(request)) !== undefined) return undefined;
  const message = `${carrierName} prices goods that leave a customs territory by what they are worth: give each handling unit its goodsItems, and each of these a whole quantity and a value above 0, all in one currency.`;
  return refusedUnsent('GOODS_VALUE_MISSING', message, [problemField(['handlingUnits'], message)]);
}

/** More kinds of goods than the carrier's invoice holds: refused before anything is sent. Undefined when they fit. */
export function refuseTooManyGoods(request: BookingRequest, carrierName: string, max: number): Refused | undefined {
  const kinds = request.isDutiable ? goodsOf(request).length : 0;
  if (kinds <= max) return undefined;
  const message = `${carrierName} takes at most ${max} kinds of goods on an invoice, and these are ${kinds}.`;
  return refusedUnsent('TOO_MANY_GOODS', message, [problemField(['handlingUnits'], message)]);
}

/** What is in the shipment, in a line. */
export function describeGoods({ handlingUnits, content }: BookingRequest): string {
  const goods = handlingUnits.flatMap((unit) => unit.content.goodsItems ?? []).map((item) => item.description);
  if (goods.length > 0) return [...new Set(goods)].join(', ');
  return content.customs?.contentType === 'documents' ? 'Documents' : 'Goods';
}
