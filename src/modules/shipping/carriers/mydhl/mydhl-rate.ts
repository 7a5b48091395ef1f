import { Big } from 'big.js';
import { listAt, numberAt, textAt } from '../answer-reader.ts';
import type { CarrierQuote, QuoteRequest } from '../carrier.ts';
import { goodsOf } from '../goods.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { declaredValue } from './mydhl-customs.ts';
import { myDhlMeasures } from './mydhl-packages.ts';
import { myDhlAddress } from './mydhl-parties.ts';
import { myDhlPricedTime } from './mydhl-shipping-time.ts';

/** The currency in which the account is billed. */
const BILLING = 'BILLC';
const TOTAL_TAX = 'STTXA';

/** The body of `POST /rates` (MyDHL API): every product of the lane. */
export function myDhlRateRequest(request: QuoteRequest, { settings, clock }: MyDhlContext): object {
  const { sender, receiver, handlingUnits, shipsOn, isDutiable } = request;
  const value = isDutiable ? declaredValue(goodsOf(request)) : undefined;
  return {
    customerDetails: { shipperDetails: myDhlAddress(sender), receiverDetails: myDhlAddress(receiver) },
    accounts: [{ typeCode: 'shipper', number: settings.accountNumber }],
    plannedShippingDateAndTime: myDhlPricedTime(shipsOn, clock(), sender),
    unitOfMeasurement: 'metric',
    isCustomsDeclarable: isDutiable,
    ...(value === undefined ? {} : { monetaryAmount: [{ typeCode: 'declaredValue', ...value }] }),
    packages: handlingUnits.map((unit) => myDhlMeasures(unit)),
  };
}

/** What the account is billed, in its own currency; a product without a price is left out. */
export function readRates(body: unknown, productCodes: readonly string[]): CarrierQuote[] {
  return listAt(body, 'products').flatMap((product) => {
    const productCode = textAt(product, 'productCode');
    const price = ofBilling(listAt(product, 'totalPrice'));
    const amount = decimalAt(price, 'price');
    const currency = textAt(price, 'priceCurrency');
    if (productCode === undefined || !productCodes.includes(productCode)) return [];
    if (amount === undefined || !amount.gt(0) || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return [];
    const transitDays = numberAt(product, 'deliveryCapabilities', 'totalTransitDays');
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
function linesOf(product: unknown, total: Big): CarrierQuote['lines'] {
  const charges = listAt(ofBilling(listAt(product, 'detailedPriceBreakdown')), 'breakdown').flatMap((each) => {
    const description = textAt(each, 'name');
    const price = decimalAt(each, 'price');
    return description === undefined || price === undefined ? [] : [{ description, price }];
  });
  const tax = listAt(ofBilling(listAt(product, 'totalPriceBreakdown')), 'priceBreakdown')
    .filter((each) => textAt(each, 'typeCode') === TOTAL_TAX)
    .flatMap((each) => decimalAt(each, 'price') ?? []);
  const lines = [...charges, ...tax.map((price) => ({ description: 'Tax', price }))].filter(
    ({ price }) => !price.eq(0),
  );
  const sum = lines.reduce((all, { price }) => all.plus(price), new Big(0));
  if (!sum.eq(total)) return undefined;
  return lines.map(({ description, price }) => ({ description: description.slice(0, 100), amount: price.toFixed() }));
}

function ofBilling(prices: readonly unknown[]): unknown {
  return prices.find((price) => textAt(price, 'currencyType') === BILLING) ?? prices[0];
}

function decimalAt(value: unknown, name: string): Big | undefined {
  const number = numberAt(value, name);
  return number === undefined ? undefined : new Big(number);
}
