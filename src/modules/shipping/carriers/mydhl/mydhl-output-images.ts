import { type Static, Type } from '@sinclair/typebox';
import type { BookingRequest } from '../carrier.ts';
import type { MyDhlContext } from './mydhl-account.ts';

const IS_REQUESTED = Type.Literal(true);

const Label = Type.Object({
  typeCode: Type.Literal('label'),
  templateName: Type.Literal('ECOM26_84_001'),
  isRequested: IS_REQUESTED,
});
const Waybill = Type.Object({
  typeCode: Type.Literal('waybillDoc'),
  templateName: Type.Literal('ARCH_8X4'),
  isRequested: IS_REQUESTED,
  numberOfCopies: Type.Literal(1),
});
const Invoice = Type.Object({
  typeCode: Type.Literal('invoice'),
  templateName: Type.Union([Type.Literal('COMMERCIAL_INVOICE_P_10'), Type.Literal('RET_COM_INVOICE_A4_01')]),
  isRequested: IS_REQUESTED,
  invoiceType: Type.Union([Type.Literal('commercial'), Type.Literal('returns')]),
  languageCode: Type.Literal('eng'),
});

/** `outputImageProperties`: the papers that DHL draws, each of them in a file of its own. */
export const MyDhlOutputImages = Type.Object({
  printerDPI: Type.Literal(300),
  encodingFormat: Type.Union([Type.Literal('pdf'), Type.Literal('zpl')], {
    description: 'Of labels and waybill; an invoice comes as PDF whatever they are.',
  }),
  imageOptions: Type.Array(Type.Union([Label, Waybill, Invoice]), { minItems: 2, maxItems: 3 }),
  splitTransportAndWaybillDocLabels: Type.Literal(true),
  splitDocumentsByPages: Type.Literal(true),
  splitInvoiceAndReceipt: Type.Literal(true),
});

/** A label for each unit, the waybill, and an invoice where customs want one. */
export function myDhlOutputImages(
  { isDutiable, content }: BookingRequest,
  { labelFormat }: MyDhlContext,
): Static<typeof MyDhlOutputImages> {
  const isReturn = content.returnService === 'return-shipment';
  const invoice: Static<typeof Invoice> = {
    typeCode: 'invoice',
    // The one for returns is "for exclusive use for certain shipment where the goods are actual 'returns'" (3.1.1).
    templateName: isReturn ? 'RET_COM_INVOICE_A4_01' : 'COMMERCIAL_INVOICE_P_10',
    isRequested: true,
    invoiceType: isReturn ? 'returns' : 'commercial',
    languageCode: 'eng',
  };
  return {
    printerDPI: 300,
    encodingFormat: labelFormat === 'zpl' ? 'zpl' : 'pdf',
    imageOptions: [
      { typeCode: 'label', templateName: 'ECOM26_84_001', isRequested: true },
      { typeCode: 'waybillDoc', templateName: 'ARCH_8X4', isRequested: true, numberOfCopies: 1 },
      ...(isDutiable ? [invoice] : []),
    ],
    splitTransportAndWaybillDocLabels: true,
    splitDocumentsByPages: true,
    splitInvoiceAndReceipt: true,
  };
}
