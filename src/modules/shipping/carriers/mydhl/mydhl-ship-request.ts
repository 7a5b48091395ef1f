import type { Static } from '@sinclair/typebox';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { describeGoods, goodsOf } from '../goods.ts';
import type { MyDhlBilledAccount, MyDhlContext } from './mydhl-account.ts';
import { declaredValue, myDhlExportDeclaration } from './mydhl-customs.ts';
import { myDhlOutputImages } from './mydhl-output-images.ts';
import { myDhlMeasures } from './mydhl-packages.ts';
import { myDhlParty } from './mydhl-parties.ts';
import {
  DATA_STAGING_3_MONTHS,
  DESCRIPTION,
  DUTIES_PAID,
  LABEL_DESCRIPTION,
  type MyDhlReferences,
  type MyDhlService,
  type MyDhlShipRequest,
  REFERENCE,
} from './mydhl-ship-schema.ts';
import { myDhlShippingTime } from './mydhl-shipping-time.ts';

/** DHL must have one, also where nothing crosses a border. */
const DEFAULT_INCOTERM = 'DAP';

/** No pickup is booked. */
export function myDhlShipRequest(request: BookingRequest, context: MyDhlContext): MyDhlShipRequest {
  const { content, bookingReference, handlingUnits, isDutiable } = request;
  const isReturn = content.returnService === 'return-shipment';
  const goods = isDutiable ? goodsOf(request) : [];
  const value = declaredValue(goods);
  const incoterm = content.customs?.incoterm ?? DEFAULT_INCOTERM;
  const isDutyPaid = isDutiable && incoterm === 'DDP';
  const services: Static<typeof MyDhlService>[] = [
    ...(isDutyPaid ? [{ serviceCode: DUTIES_PAID } as const] : []),
    ...(isReturn ? [{ serviceCode: DATA_STAGING_3_MONTHS } as const] : []),
  ];
  const labelDescription = carrierText(content.instructions ?? '', LABEL_DESCRIPTION);
  return {
    plannedShippingDateAndTime: myDhlShippingTime(context.clock(), content.addresses.sender),
    pickup: { isRequested: false },
    productCode: context.productCode,
    accounts: accounts(context, { isReturn, isDutyPaid }),
    ...(services.length === 0 ? {} : { valueAddedServices: services }),
    customerReferences: references(bookingReference, content.reference),
    outputImageProperties: myDhlOutputImages(request, context),
    getAdditionalInformation: [{ typeCode: 'linkLabelsByPieces', isRequested: true }],
    customerDetails: {
      shipperDetails: myDhlParty(content.addresses.sender),
      receiverDetails: myDhlParty(content.addresses.receiver),
    },
    content: {
      packages: handlingUnits.map((unit, index) => ({
        ...myDhlMeasures(unit),
        referenceNumber: index + 1,
        customerReferences: references(carrierText(unit.content.reference ?? '', REFERENCE) || bookingReference),
        ...(labelDescription === '' ? {} : { labelDescription }),
      })),
      isCustomsDeclarable: isDutiable,
      ...(value === undefined ? {} : { declaredValue: value.value, declaredValueCurrency: value.currency }),
      ...(isDutiable ? { exportDeclaration: myDhlExportDeclaration(request, goods) } : {}),
      description: carrierText(describeGoods(request), DESCRIPTION) || 'Goods',
      incoterm,
      unitOfMeasurement: 'metric',
    },
  };
}

/** A return is paid by the account of who receives it. */
function accounts(
  { settings }: MyDhlContext,
  { isReturn, isDutyPaid }: Record<'isReturn' | 'isDutyPaid', boolean>,
): MyDhlBilledAccount[] {
  const roles: MyDhlBilledAccount['typeCode'][] = [
    'shipper',
    ...(isReturn ? (['payer'] as const) : []),
    ...(isDutyPaid ? (['duties-taxes'] as const) : []),
  ];
  return roles.map((typeCode) => ({ typeCode, number: settings.accountNumber }));
}

function references(...values: readonly string[]): Static<typeof MyDhlReferences> {
  return [...new Set(values.map((value) => carrierText(value, REFERENCE)))]
    .filter((value) => value !== '')
    .map((value) => ({ value, typeCode: 'CU' }));
}
