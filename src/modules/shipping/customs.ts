import { Big } from 'big.js';
import { checkCountryCode } from '../../platform/country.ts';
import { checkCurrencyCode, currencyMinorDigits } from '../../platform/currency.ts';
import type { FieldError } from '../../platform/field-error.ts';
import { exactGrams } from '../../platform/measure.ts';
import { isBlank, isPrintableLine } from '../../platform/printable-line.ts';
import { customsPlaceName, leavesCustomsTerritory } from './customs-territory.ts';
import type { ShipmentInput } from './v2/shipment-schemas.ts';

type CustomsShipment = Pick<ShipmentInput, 'addresses' | 'handlingUnits' | 'customs'>;
type Unit = ShipmentInput['handlingUnits'][number];
type GoodsItem = NonNullable<Unit['goodsItems']>[number];

/** What customs want to know of each kind of goods, beyond what its shape demands. */
const NEEDED_OF_GOODS = {
  hsCode: 'The HS code is missing: customs need at least its first 6 digits, for example 610910.',
  countryOfOrigin: 'The country of origin is missing: the country code of where the goods were made, for example PT.',
  netWeight: 'The net weight is missing: the weight of one piece without packaging.',
} as const;

/**
 * The customs data that a shipment lacks, and what in it contradicts itself; nothing on a lane that stays within one
 * customs territory. What is there has been checked by shape, the goods by `checkGoodsItems`.
 * A shipment of documents needs no invoice and no goods.
 */
export function checkCustoms(shipment: CustomsShipment, path: FieldError['path'] = []): FieldError[] {
  const { sender, receiver } = shipment.addresses;
  if (!leavesCustomsTerritory(sender, receiver)) return [];
  const lane = `from ${customsPlaceName(sender)} to ${customsPlaceName(receiver)}`;
  if (shipment.customs?.contentType === 'documents') return [];
  return [
    ...checkDeclaration(shipment.customs, lane, path),
    ...shipment.handlingUnits.flatMap((unit, index) => checkUnit(unit, lane, [...path, 'handlingUnits', index])),
    ...checkSingleCurrency(shipment.handlingUnits, path),
  ];
}

function checkDeclaration(customs: ShipmentInput['customs'], lane: string, path: FieldError['path']): FieldError[] {
  if (customs === undefined) {
    const message = `Goods ${lane} need customs data: send incoterm, contentType, invoiceNumber and invoiceDate.`;
    return [{ path: [...path, 'customs'], message }];
  }
  const errors: FieldError[] = [];
  if (customs.incoterm === undefined) {
    const message = `Goods ${lane} need an incoterm: send who pays for transport and duties, for example DAP.`;
    errors.push({ path: [...path, 'customs', 'incoterm'], message });
  }
  if (customs.contentType === undefined) {
    const message = `Goods ${lane} need a content type: send what kind of consignment it is, for example merchandise.`;
    errors.push({ path: [...path, 'customs', 'contentType'], message });
  }
  if (isBlank(customs.invoiceNumber)) {
    const message = `Goods ${lane} need an invoice, commercial or pro forma: send its number.`;
    errors.push({ path: [...path, 'customs', 'invoiceNumber'], message });
  }
  if (customs.invoiceDate === undefined) {
    const message = `Goods ${lane} need an invoice, commercial or pro forma: send its date, for example 2026-01-20.`;
    errors.push({ path: [...path, 'customs', 'invoiceDate'], message });
  }
  return errors;
}

function checkUnit(unit: Unit, lane: string, path: FieldError['path']): FieldError[] {
  const goods = unit.goodsItems ?? [];
  if (goods.length === 0) {
    const message = `Goods ${lane} need customs data: say what is in this handling unit, or that contentType is documents.`;
    return [{ path: [...path, 'goodsItems'], message }];
  }
  const errors: FieldError[] = goods.flatMap((item, index) =>
    (Object.keys(NEEDED_OF_GOODS) as (keyof typeof NEEDED_OF_GOODS)[])
      .filter((field) => item[field] === undefined)
      .map((field) => ({ path: [...path, 'goodsItems', index, field], message: NEEDED_OF_GOODS[field] })),
  );
  const net = goods.reduce(
    (sum, item) => (item.netWeight === undefined ? sum : sum.plus(exactGrams(item.netWeight).times(item.quantity))),
    new Big(0),
  );
  // Exact, not rounded to grams: a thousand screws of 0.4 g are 400 g.
  if (net.gt(exactGrams(unit.weight))) {
    const message = `The goods weigh ${net.div(1000).toString()} kg net, more than the ${unit.weight.value} ${unit.weight.unit} of the handling unit; netWeight is that of one piece.`;
    errors.push({ path: [...path, 'goodsItems'], message });
  }
  return errors;
}

/** A slip of the keyboard, which a carrier would refuse or print: no invoice is that old, or that far ahead. */
export function checkInvoiceDate({ customs }: Pick<ShipmentInput, 'customs'>): FieldError[] {
  if (customs?.invoiceDate === undefined || /^20\d\d-/.test(customs.invoiceDate)) return [];
  return [{ path: ['customs', 'invoiceDate'], message: 'Must be a date from 2000-01-01 to 2099-12-31.' }];
}

/** A commercial invoice, and each carrier's declaration, is in one currency. */
function checkSingleCurrency(units: readonly Unit[], path: FieldError['path']): FieldError[] {
  const first = units.flatMap((unit) => unit.goodsItems ?? [])[0]?.value.currency;
  return units.flatMap((unit, unitIndex) =>
    (unit.goodsItems ?? []).flatMap((item, index) =>
      item.value.currency === first
        ? []
        : [
            {
              path: [...path, 'handlingUnits', unitIndex, 'goodsItems', index, 'value', 'currency'],
              message: `An invoice is in one currency: write this value in ${first}, as the first one.`,
            },
          ],
    ),
  );
}

/** Six digits are the world's, two more the region's, ten the country's tariff; dots are for the eye ("6109.10.00"). */
const HS_CODE = /^\d(?:\.?\d){5,9}$/;
const AMOUNT = /^\d{1,12}(?:\.(\d+))?$/;

/**
 * The broken rules of a handling unit's goods that hold on every lane, after their shape has been checked. `value` and
 * `netWeight` are those of one piece. `path` is where the unit is, e.g. ['handlingUnits', 0].
 */
export function checkGoodsItems(unit: Pick<Unit, 'goodsItems'>, path: FieldError['path']): FieldError[] {
  return (unit.goodsItems ?? []).flatMap((item, index) => checkGoodsItem(item, [...path, 'goodsItems', index]));
}

function checkGoodsItem(item: GoodsItem, path: FieldError['path']): FieldError[] {
  const errors: FieldError[] = [];
  const report = (field: readonly string[], message: string): void => {
    errors.push({ path: [...path, ...field], message });
  };
  if (isBlank(item.description) || !isPrintableLine(item.description)) {
    report(['description'], 'Say what the goods are, on one line of printable text.');
  }
  if (item.hsCode !== undefined && !HS_CODE.test(item.hsCode)) {
    report(['hsCode'], 'Not an HS code: write 6 to 10 digits, for example 610910 or 6109.10.00.');
  }
  const originError = item.countryOfOrigin === undefined ? undefined : checkCountryCode(item.countryOfOrigin);
  if (originError !== undefined) report(['countryOfOrigin'], originError);
  const currencyError = checkCurrencyCode(item.value.currency);
  if (currencyError !== undefined) report(['value', 'currency'], currencyError);
  const amountError = checkAmount(item.value);
  if (amountError !== undefined) report(['value', 'amount'], amountError);
  return errors;
}

function checkAmount({ amount, currency }: GoodsItem['value']): string | undefined {
  const parts = AMOUNT.exec(amount);
  if (parts === null) return 'Not an amount: write a decimal number as text, for example "12.50".';
  if (!/[1-9]/.test(amount))
    return 'The value must be more than 0: what the goods are worth, also if nobody pays for them.';
  const digits = currencyMinorDigits(currency);
  if (digits !== undefined && (parts[1]?.length ?? 0) > digits) {
    return `${currency} has ${digits === 0 ? 'no' : `at most ${digits}`} decimal digits.`;
  }
  return undefined;
}
