import type { Static } from '@sinclair/typebox';
import type { BookingRequest } from '../carrier.ts';
import { carrierText } from '../carrier-text.ts';
import { describeGoods } from '../goods.ts';
import type { UpsContext } from './ups-account.ts';
import { isUpsQualifiedDomestic, takesUpsDocumentsOnly, upsShipTotal } from './ups-customs.ts';
import { upsGlobalTax } from './ups-global-tax.ts';
import { upsInternationalForms } from './ups-international-forms.ts';
import { isIntoEu, upsDeMinimis, upsPartyTypes } from './ups-into-eu.ts';
import { upsLabelSpecification } from './ups-label-specification.ts';
import { upsMeasures, upsPackaging } from './ups-packages.ts';
import { upsDestination, upsOrigin, upsParty } from './ups-parties.ts';
import {
  DESCRIPTION,
  DUTIES_AND_TAXES,
  FREIGHT_SERVICES,
  PRINT_RETURN_LABEL,
  REFERENCE,
  TRANSPORTATION,
  type UpsCharge,
  type UpsShipRequest,
} from './ups-ship-schema.ts';

/** Within these UPS takes references of packages only, and elsewhere references of shipments only. */
const OWN_DOMESTIC: ReadonlySet<string> = new Set(['US', 'PR']);

export function upsShipRequest(request: BookingRequest, context: UpsContext): Static<typeof UpsShipRequest> {
  const { content, bookingReference } = request;
  const { sender, receiver } = content.addresses;
  const isReturn = content.returnService === 'return-shipment';
  const description = carrierText(describeGoods(request), DESCRIPTION) || 'Goods';
  const isOwnDomestic = sender.countryCode === receiver.countryCode && OWN_DOMESTIC.has(sender.countryCode);
  const references = [bookingReference, content.reference]
    .map((value) => ({ Value: carrierText(value, REFERENCE) }))
    .filter(({ Value }) => Value !== '');
  const invoiceTotal = upsShipTotal(request);
  const globalTax = upsGlobalTax(request);
  const intoEu = isIntoEu(request);
  const options = {
    ...(request.isDutiable ? { InternationalForms: upsInternationalForms(request) } : {}),
    ...(intoEu ? upsDeMinimis(request) : {}),
  };
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
        ShipFrom: upsOrigin(sender),
        PaymentInformation: { ShipmentCharge: charges(request, context.settings.accountNumber) },
        ...(globalTax === undefined ? {} : { GlobalTaxInformation: globalTax }),
        ...(isOwnDomestic ? {} : { ReferenceNumber: references }),
        Service: { Code: context.productCode },
        ...(invoiceTotal === undefined ? {} : { InvoiceLineTotal: invoiceTotal }),
        // Each handling unit is a piece; what is on it, a shipment does not tell.
        ...(FREIGHT_SERVICES.has(context.productCode)
          ? { NumOfPiecesInShipment: String(request.handlingUnits.length) }
          : {}),
        ...(content.customs?.contentType === 'documents' &&
        takesUpsDocumentsOnly(sender.countryCode, receiver.countryCode)
          ? { DocumentsOnlyIndicator: '' }
          : {}),
        ...(intoEu ? upsPartyTypes(request) : {}),
        ...(Object.keys(options).length === 0 ? {} : { ShipmentServiceOptions: options }),
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

type UpsCharges = Static<typeof UpsCharge>[];

function charges({ content, leavesCustomsTerritory }: BookingRequest, accountNumber: string): UpsCharges {
  const { sender, receiver } = content.addresses;
  const BillShipper = { AccountNumber: accountNumber };
  const carriage: UpsCharges = [{ Type: TRANSPORTATION, BillShipper }];
  const hasDuties = leavesCustomsTerritory && !isUpsQualifiedDomestic(sender.countryCode, receiver.countryCode);
  // Without this the receiver pays them, which is every other incoterm.
  const isPaidHere = hasDuties && content.customs?.incoterm === 'DDP';
  return isPaidHere ? [...carriage, { Type: DUTIES_AND_TAXES, BillShipper }] : carriage;
}
