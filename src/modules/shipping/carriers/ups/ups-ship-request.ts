import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { describeGoods, goodsOf } from '../goods.ts';
import type { UpsContext } from './ups-account.ts';
import {
  isUpsQualifiedDomestic,
  takesUpsDocumentsOnly,
  UPS_INVOICED_LANES,
  upsInternationalForms,
  upsInvoiceTotal,
} from './ups-customs.ts';
import { upsMeasures } from './ups-packages.ts';
import { NAME, upsAddress, upsParty } from './ups-parties.ts';

/** UPS Print Return Label. */
const PRINT_RETURN_LABEL = '9';
const TRANSPORTATION = '01';
const DUTIES_AND_TAXES = '02';
const CUSTOMER_SUPPLIED = '02';
/** Anything else is the customer's own. The Rating API knows these codes too, so that what is priced is what is booked. */
const PACKAGING: ReadonlyMap<string, string> = new Map([
  ['Tube', '03'],
  ['Pallet', '30'],
]);
/** Within these UPS takes references of packages only, and elsewhere references of shipments only. */
const OWN_DOMESTIC: ReadonlySet<string> = new Set(['US', 'PR']);
const DESCRIPTION = { maxLength: 50, charset: 'latin1' } as const;

/** The body of `POST /shipments/v2409/ship` (UPS Shipping API). */
export function upsShipRequest(request: BookingRequest, context: UpsContext): object {
  const { content, bookingReference } = request;
  const { sender, receiver } = content.addresses;
  const isReturn = content.returnService === 'return-shipment';
  const goods = request.isDutiable ? goodsOf(request) : [];
  const isInvoiced = !isReturn && UPS_INVOICED_LANES.has(`${sender.countryCode}-${receiver.countryCode}`);
  const description = carrierText(describeGoods(request), DESCRIPTION);
  const isOwnDomestic = sender.countryCode === receiver.countryCode && OWN_DOMESTIC.has(sender.countryCode);
  const references = [bookingReference, content.reference].map((value) => ({ Value: carrierText(value, NAME) }));
  const invoiceTotal = isInvoiced ? upsInvoiceTotal(goodsOf(request)) : undefined;
  return {
    ShipmentRequest: {
      Request: {
        // The address is the shipper's word; UPS checks that post code and state agree.
        RequestOption: 'nonvalidate',
        SubVersion: '2205',
        TransactionReference: { CustomerContext: bookingReference },
      },
      Shipment: {
        Description: description,
        ...(isReturn ? { ReturnService: { Code: PRINT_RETURN_LABEL } } : {}),
        // The account's owner: who sends, and who gets back what is returned.
        Shipper: { ...upsParty(isReturn ? receiver : sender), ShipperNumber: context.settings.accountNumber },
        ShipTo: { ...upsParty(receiver), Address: upsDestination(receiver) },
        ShipFrom: withoutEmail(upsParty(sender)),
        PaymentInformation: { ShipmentCharge: charges(request, context.settings.accountNumber) },
        ...(isOwnDomestic ? {} : { ReferenceNumber: references }),
        Service: { Code: context.productCode },
        ...(invoiceTotal === undefined ? {} : { InvoiceLineTotal: invoiceTotal }),
        ...(content.customs?.contentType === 'documents' &&
        takesUpsDocumentsOnly(sender.countryCode, receiver.countryCode)
          ? { DocumentsOnlyIndicator: '' }
          : {}),
        ...(request.isDutiable
          ? { ShipmentServiceOptions: { InternationalForms: upsInternationalForms(request, goods) } }
          : {}),
        Package: request.handlingUnits.map((unit) => ({
          Description: description,
          Packaging: { Code: upsPackaging(unit) },
          ...upsMeasures(unit, sender.countryCode),
          ...(isOwnDomestic ? { ReferenceNumber: references } : {}),
        })),
      },
      LabelSpecification: upsLabelSpecification(context),
    },
  };
}

/** 4 by 6 inches; the user agent is what UPS wants for pictures. */
export function upsLabelSpecification({ labelFormat }: Pick<UpsContext, 'labelFormat'>): object {
  return {
    LabelImageFormat: { Code: labelFormat === 'zpl' ? 'ZPL' : 'GIF' },
    HTTPUserAgent: 'Mozilla/4.5',
    LabelStockSize: { Height: '6', Width: '4' },
  };
}

export function upsDestination(receiver: BookingRequest['content']['addresses']['receiver']): object {
  return { ...upsAddress(receiver), ...(receiver.residential === true ? { ResidentialAddressIndicator: '' } : {}) };
}

export function upsPackaging({ content }: Pick<BookingRequest['handlingUnits'][number], 'content'>): string {
  return PACKAGING.get(content.packageType ?? 'Box') ?? CUSTOMER_SUPPLIED;
}

function charges({ content, leavesCustomsTerritory }: BookingRequest, accountNumber: string): object[] {
  const { sender, receiver } = content.addresses;
  const BillShipper = { AccountNumber: accountNumber };
  const hasDuties = leavesCustomsTerritory && !isUpsQualifiedDomestic(sender.countryCode, receiver.countryCode);
  return [
    { Type: TRANSPORTATION, BillShipper },
    // Without this the receiver pays them, which is every other incoterm.
    ...(hasDuties && content.customs?.incoterm === 'DDP' ? [{ Type: DUTIES_AND_TAXES, BillShipper }] : []),
  ];
}

function withoutEmail({ EMailAddress: _email, ...party }: ReturnType<typeof upsParty>): object {
  return party;
}
