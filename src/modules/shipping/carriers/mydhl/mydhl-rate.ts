import { type Static, Type } from '@sinclair/typebox';
import { Big } from 'big.js';
import type { CarrierQuote, QuoteRequest } from '../carrier.ts';
import { cutText } from '../carrier-text.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';
import { goodsOf } from '../goods.ts';
import { MyDhlBilledAccount, type MyDhlContext } from './mydhl-account.ts';
import { declaredValue, MyDhlAmount, MyDhlCurrency } from './mydhl-customs.ts';
import { MyDhlMeasures, myDhlMeasures } from './mydhl-packages.ts';
import { MyDhlAddress, myDhlAddress } from './mydhl-parties.ts';
import { MAX_PACKAGES } from './mydhl-ship-schema.ts';
import { MyDhlShippingTime, myDhlPricedTime } from './mydhl-shipping-time.ts';

/** The currency in which the account is billed. */
const BILLING = 'BILLC';
const TOTAL_TAX = 'STTXA';

/** The body of `POST /rates` (MyDHL API 3.1.1), which asks for every product of the lane. */
export const MyDhlRateRequest = Type.Object({
  customerDetails: Type.Object({ shipperDetails: MyDhlAddress, receiverDetails: MyDhlAddress }),
  accounts: Type.Array(MyDhlBilledAccount, { minItems: 1, maxItems: 1 }),
  plannedShippingDateAndTime: MyDhlShippingTime,
  unitOfMeasurement: Type.Literal('metric'),
  isCustomsDeclarable: Type.Boolean(),
  nextBusinessDay: Type.Literal(true),
  monetaryAmount: Type.Optional(
    Type.Array(Type.Object({ typeCode: Type.Literal('declaredValue'), value: MyDhlAmount, currency: MyDhlCurrency }), {
      minItems: 1,
      maxItems: 1,
    }),
  ),
  packages: Type.Array(MyDhlMeasures, { minItems: 1, maxItems: MAX_PACKAGES }),
});

const CHARGED = { currencyType: Type.String() };
const Product = Type.Object({
  productCode: Type.String(),
  totalPrice: Type.Array(Type.Object({ ...CHARGED, priceCurrency: Type.String(), price: Type.Number() })),
  detailedPriceBreakdown: Type.Array(
    Type.Object({
      ...CHARGED,
      breakdown: Type.Array(Type.Object({ name: Type.String(), price: Type.Number() })),
    }),
  ),
  totalPriceBreakdown: Type.Array(
    Type.Object({
      ...CHARGED,
      priceBreakdown: Type.Array(Type.Object({ typeCode: Type.String(), price: Type.Number() })),
    }),
  ),
  deliveryCapabilities: Type.Object({ totalTransitDays: Type.Number() }),
});

/** What `POST /rates` tells; each price comes in several currencies. */
export const MyDhlRateAnswer = Type.Object({ products: Type.Array(Product) });

export function myDhlRateRequest(
  request: QuoteRequest,
  { settings, clock }: MyDhlContext,
): Static<typeof MyDhlRateRequest> {
  const { sender, receiver, handlingUnits, shipsOn, isDutiable } = request;
  const value = isDutiable ? declaredValue(goodsOf(request)) : undefined;
  return {
    customerDetails: { shipperDetails: myDhlAddress(sender), receiverDetails: myDhlAddress(receiver) },
    accounts: [{ typeCode: 'shipper', number: settings.accountNumber }],
    plannedShippingDateAndTime: myDhlPricedTime(shipsOn, clock(), sender),
    unitOfMeasurement: 'metric',
    isCustomsDeclarable: isDutiable,
    // "Products which are not available on planned shipping date but next available day": without it a Sunday, a holiday and an evening have no prices.
    nextBusinessDay: true,
    ...(value === undefined ? {} : { monetaryAmount: [{ typeCode: 'declaredValue', ...value }] }),
    packages: handlingUnits.map((unit) => myDhlMeasures(unit)),
  };
}

/** What the account is billed, in its own currency; a product without a price is left out. */
export function readRates(body: unknown, productCodes: readonly string[]): CarrierQuote[] {
  return decodeAnswer(MyDhlRateAnswer, body).products.flatMap((product) => {
    const { productCode, totalPrice, deliveryCapabilities } = product;
    const { price, priceCurrency: currency } = ofBilling(totalPrice) ?? {};
    if (productCode === undefined || !productCodes.includes(productCode)) return [];
    if (price === undefined || price <= 0 || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return [];
    const amount = new Big(price);
    const { totalTransitDays: transitDays } = deliveryCapabilities;
    const lines = linesOf(product, amount);
    return [
      {
        productCode,
        total: { amount: amount.toFixed(), currency },
        ...(transitDays === undefined || !Number.isInteger(transitDays) ? {} : { transitDays }),
        ...(lines === undefined ? {} : { lines }),
      },
    ];
  });
}

/** The charges and the tax, where they add up to the total. */
function linesOf(product: Told<typeof Product>, total: Big): CarrierQuote['lines'] {
  const charges = ofBilling(product.detailedPriceBreakdown)?.breakdown ?? [];
  const taxes = ofBilling(product.totalPriceBreakdown)?.priceBreakdown ?? [];
  const lines = [
    ...charges.map(({ name, price }) => ({ description: name, price })),
    ...taxes.filter(({ typeCode }) => typeCode === TOTAL_TAX).map(({ price }) => ({ description: 'Tax', price })),
  ].flatMap(({ description, price }) =>
    description === undefined || price === undefined || price === 0 ? [] : [{ description, price: new Big(price) }],
  );
  const sum = lines.reduce((all, { price }) => all.plus(price), new Big(0));
  if (!sum.eq(total)) return undefined;
  return lines.map(({ description, price }) => ({ description: cutText(description, 100), amount: price.toFixed() }));
}

function ofBilling<Price extends { readonly currencyType: string | undefined }>(
  prices: readonly Price[],
): Price | undefined {
  return prices.find(({ currencyType }) => currencyType === BILLING) ?? prices[0];
}
