/** What can be drawn on a label printer or sheet. `png` and `gif` are pictures, which are served as PDF too. */
export const DOCUMENT_FORMATS = ['pdf', 'zpl', 'png', 'gif'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

const SIGNATURES: readonly (readonly [DocumentFormat, RegExp])[] = [
  ['pdf', /^\s*%PDF-/],
  ['png', /^\u0089PNG/],
  ['gif', /^GIF8/],
  // A label begins with ^XA, before which a printer may be set up: ^ and ~ begin its commands, unless drivers see to that first.
  ['zpl', /^[\s\p{Cc}]*(CT~~CD,~CC\^~CT~\s*)?[\^~][A-Z]/u],
];
const SIGNATURE_BYTES = 64;

/** What a document's bytes say that it is, which counts for more than what the carrier calls it; undefined for one that is served as nothing. */
export function documentFormat(content: Uint8Array): DocumentFormat | undefined {
  const beginning = Buffer.from(content.subarray(0, SIGNATURE_BYTES)).toString('latin1');
  return SIGNATURES.find(([, signature]) => signature.test(beginning))?.[0];
}

export const DOCUMENT_KINDS = [
  'label',
  'return-label',
  'commercial-invoice',
  'customs-declaration',
  'waybill',
  'receipt',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `enclosed-label`: a label for the way back goes with the parcel. `return-shipment`: the shipment itself is the way back. */
export const RETURN_SERVICES = ['enclosed-label', 'return-shipment'] as const;
export type ReturnService = (typeof RETURN_SERVICES)[number];

/** What a carrier supports, declared as data: checked before a booking begins, and shown in `docs/carriers.md`. */
export interface CarrierCapabilities {
  /** What labels may be asked for as; the first is the default of a profile. */
  labelFormats: readonly DocumentFormat[];
  maxHandlingUnits: number;
  returns: readonly ReturnService[];
  /** Papers that the carrier draws for lanes that need customs; empty: the carrier takes no such lane from us. */
  customsDocuments: readonly DocumentKind[];
  /**
   * How a booking whose outcome nobody learnt is found again. `booking-reference`: by ours; where the carrier does not say that it has
   * none, nothing is booked again, and after half an hour a person has to look. `carrier-reference`: the carrier cannot search by
   * our reference; the shipment is held until a person has looked and told the carrier's number.
   */
  findsBy: 'booking-reference' | 'carrier-reference';
  /** How many bookings one tracking call may ask about; 0: the carrier has no scans of its own to tell. */
  trackingBatch: number;
  quotes: boolean;
  /** Whether a booking declares dangerous goods to the carrier. Where it does not, none are booked. */
  dangerousGoods: boolean;
}
