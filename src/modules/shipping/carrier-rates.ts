import { currencyMinorDigits } from '../../platform/currency.ts';
import type { CarrierQuote, CarrierRateRequest, CarrierRateSource } from '../rates/index.ts';
import type { ShippingDeps } from './deps.ts';
import { measureUnits } from './measure-units.ts';
import { quoteCarriers } from './quote-carriers.ts';
import type { HandlingUnit, ShipmentContent } from './shipment.ts';

type RateUnit = CarrierRateRequest['handlingUnits'][number];

/** The carriers' own prices, in the form in which the rates module asks for them. Sandbox carriers name none, and a test token reaches no others. */
export function carrierRates(
  deps: Pick<ShippingDeps, 'db' | 'carriers' | 'carrierHttpFor' | 'secretBox' | 'clock' | 'log'>,
): CarrierRateSource {
  return {
    quote: async (tenantId, request, signal) => {
      if (request.mode === 'test') return [];
      const { sender, receiver } = request.addresses;
      if (!isWhole(sender) || !isWhole(receiver)) return [withoutPrice(request, ADDRESS_INCOMPLETE)];
      const { carrierReference, serviceLevelReference } = request;
      const { offers, unavailable } = await quoteCarriers(
        deps,
        tenantId,
        {
          sender,
          receiver,
          handlingUnits: measureUnits(withWholeGoods(request.handlingUnits) as HandlingUnit['content'][]),
          hasDangerousGoods: request.handlingUnits.some(({ dangerousGoods = false }) =>
            Array.isArray(dangerousGoods) ? dangerousGoods.length > 0 : dangerousGoods,
          ),
          shipsOn: request.date,
          isDocuments: request.customs?.contentType === 'documents',
          ...(carrierReference === undefined ? {} : { carrierReference }),
          ...(serviceLevelReference === undefined ? {} : { serviceLevelReference }),
        },
        signal,
      );
      const prices = offers.map(
        ({ transitDays, lines, ...offer }): CarrierQuote => ({
          ...offer,
          ...(transitDays === undefined ? {} : { transitDays: { min: transitDays, max: transitDays } }),
          ...(lines === undefined
            ? {}
            : { lines: lines.map(({ description, amount }) => ({ reference: description, amount })) }),
        }),
      );
      return [
        ...prices,
        ...unavailable.map(({ carrierReference: of, reason }) => ({
          carrierReference: of,
          reason: 'no-carrier-price',
          detail: reason,
        })),
      ];
    },
  };
}

const ADDRESS_INCOMPLETE = {
  reason: 'address-incomplete',
  detail: 'Carriers name prices for whole addresses only: give street and city of sender and receiver.',
};

function withoutPrice({ carrierReference = '*' }: CarrierRateRequest, why: typeof ADDRESS_INCOMPLETE): CarrierQuote {
  return { carrierReference, ...why };
}

/** A contract needs less of an address than a carrier. */
function isWhole(address: object): address is ShipmentContent['addresses']['sender'] {
  return 'street' in address && 'city' in address;
}

/** Carriers are told of goods only where all of them in every unit have a quantity and a value, in one currency: a part of what they are worth is no price's base. */
function withWholeGoods(units: readonly RateUnit[]): readonly RateUnit[] {
  const goods = units.flatMap(({ goodsItems = [] }) => goodsItems);
  const currencies = new Set(goods.map(({ value }) => value?.currency));
  const areWhole =
    units.every(({ goodsItems = [] }) => goodsItems.length > 0) && currencies.size === 1 && goods.every(isValued);
  return areWhole ? units : units.map(({ goodsItems: _goods, ...unit }) => unit);
}

function isValued({ value, quantity = 0 }: NonNullable<RateUnit['goodsItems']>[number]): boolean {
  if (value === undefined || currencyMinorDigits(value.currency) === undefined) return false;
  return Number(value.amount) > 0 && Number.isInteger(quantity) && quantity > 0;
}
