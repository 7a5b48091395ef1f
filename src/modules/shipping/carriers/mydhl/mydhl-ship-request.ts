import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { describeGoods, goodsOf } from '../goods.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { declaredValue, myDhlExportDeclaration } from './mydhl-customs.ts';
import { myDhlMeasures } from './mydhl-packages.ts';
import { myDhlParty } from './mydhl-parties.ts';
import { myDhlShippingTime } from './mydhl-shipping-time.ts';

const DESCRIPTION = { maxLength: 70, charset: 'latin1' } as const;
const LABEL_DESCRIPTION = { maxLength: 80, charset: 'latin1' } as const;
const REFERENCE = { maxLength: 35, charset: 'latin1' } as const;
/** DHL must have one, also where nothing crosses a border. */
const DEFAULT_INCOTERM = 'DAP';
/** Duties and taxes paid by the sender. */
const DUTIES_PAID = 'DD';
/** The data of a return wait three months for the parcel. */
const DATA_STAGING_3_MONTHS = 'PT';

/** The body of `POST /shipments` (MyDHL API). No pickup is booked. */
export function myDhlShipRequest(request: BookingRequest, context: MyDhlContext): object {
  const { content, bookingReference, handlingUnits, isDutiable } = request;
  const isReturn = content.returnService === 'return-shipment';
  const goods = isDutiable ? goodsOf(request) : [];
  const value = declaredValue(goods);
  const incoterm = content.customs?.incoterm ?? DEFAULT_INCOTERM;
  const isDutyPaid = isDutiable && incoterm === 'DDP';
  const services = [...(isDutyPaid ? [DUTIES_PAID] : []), ...(isReturn ? [DATA_STAGING_3_MONTHS] : [])];
  const labelDescription = carrierText(content.instructions ?? '', LABEL_DESCRIPTION);
  return {
    plannedShippingDateAndTime: myDhlShippingTime(context.clock(), content.addresses.sender),
    pickup: { isRequested: false },
    productCode: context.productCode,
    accounts: accounts(context, { isReturn, isDutyPaid }),
    ...(services.length === 0 ? {} : { valueAddedServices: services.map((serviceCode) => ({ serviceCode })) }),
    customerReferences: references(bookingReference, content.reference),
    outputImageProperties: outputImages(request, context),
    getAdditionalInformation: [{ typeCode: 'linkLabelsByPieces', isRequested: true }],
    customerDetails: {
      shipperDetails: myDhlParty(content.addresses.sender),
      receiverDetails: myDhlParty(content.addresses.receiver),
    },
    content: {
      packages: handlingUnits.map((unit, index) => ({
        ...myDhlMeasures(unit),
        referenceNumber: index + 1,
        customerReferences: references(unit.content.reference ?? bookingReference),
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

/** A label for each unit; the invoice comes as PDF whatever the labels are. */
function outputImages({ isDutiable, content }: BookingRequest, { labelFormat }: MyDhlContext): object {
  const invoiceType = content.returnService === 'return-shipment' ? 'returns' : 'commercial';
  return {
    printerDPI: 300,
    encodingFormat: labelFormat === 'zpl' ? 'zpl' : 'pdf',
    imageOptions: [
      { typeCode: 'label', templateName: 'ECOM26_84_001', isRequested: true },
      { typeCode: 'waybillDoc', templateName: 'ARCH_8X4', isRequested: true, numberOfCopies: 1 },
      ...(isDutiable
        ? [
            {
              typeCode: 'invoice',
              templateName: 'COMMERCIAL_INVOICE_P_10',
              isRequested: true,
              invoiceType,
              languageCode: 'eng',
            },
          ]
        : []),
    ],
    splitTransportAndWaybillDocLabels: true,
    splitDocumentsByPages: true,
    splitInvoiceAndReceipt: true,
  };
}

/** A return is paid by the account of who receives it. */
function accounts({ settings }: MyDhlContext, { isReturn, isDutyPaid }: Record<'isReturn' | 'isDutyPaid', boolean>) {
  const roles = ['shipper', ...(isReturn ? ['payer'] : []), ...(isDutyPaid ? ['duties-taxes'] : [])];
  return roles.map((typeCode) => ({ typeCode, number: settings.accountNumber }));
}

function references(...values: readonly string[]): object[] {
  return [...new Set(values.map((value) => carrierText(value, REFERENCE)))]
    .filter((value) => value !== '')
    .map((value) => ({ value, typeCode: 'CU' }));
}
