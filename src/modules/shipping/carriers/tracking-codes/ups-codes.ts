import type { CodeTable } from './code-table.ts';

// Where these come from: UPS's document of the Track API names three codes, as its examples, and they are marked so. For all others it points
// to the page "API Codes" of developer.ups.com, which is not part of it: those rows follow what that page says as far as it is generally
// known, and no list here proves them. What has no row is recorded as `Unknown` with UPS's own code and text, and counted.
// Changes of address, service or delivery may be asked for before the parcel is on its way, so they are no proof of it.

/** `statusCode`, of those that say one thing: UPS's package status codes. */
export const UPS_STATUS_CODES: CodeTable = {
  '003': ['Registered'], // of the document
  '006': ['OutForDelivery'],
  '007': ['Canceled'],
  '011': ['Delivered'],
  '012': ['Customs'],
  '014': ['Customs', 'customsCleared'],
  '016': ['OnHold'], // in a warehouse
  '017': ['ReadyForPickup'],
  '018': ['Registered', 'redirected'], // to a UPS facility, and not there yet
  '019': ['OnHold', 'deliveryRescheduled'],
  '020': ['OnHold', 'recipientRequest'],
  '021': ['OutForDelivery'],
  '025': ['InTransit', 'handedToPartner'],
  '026': ['Delivered'],
  '027': ['Registered', 'redirected'],
  '028': ['Registered', 'redirected'],
  '030': ['OnHold', 'handedToPartner'],
  '032': ['Delayed', 'weather'],
  '033': ['OnHold', 'senderRequest'], // is to come back; 034 to 037 tell of the way
  '034': ['Returned'],
  '035': ['ReturnToSender'],
  '036': ['ReturnToSender'],
  '037': ['ReturnToSender'],
  '038': ['PickedUp'],
  '039': ['InTransit', 'handedToPartner'],
  '040': ['ReadyForPickup'],
  '041': ['Registered', 'serviceChanged'],
  '042': ['Registered', 'serviceChanged'],
  '043': ['Delayed', 'pickupFailed'], // of the order to collect, not of the shipment
  '044': ['Registered'], // on its way to UPS, which has not scanned it yet
  '045': ['Registered'],
  '050': ['OnHold', 'addressIncorrect'],
  '051': ['Delayed', 'forceMajeure'],
  '052': ['Delayed', 'weather'],
  '053': ['Delayed', 'weather'],
  '055': ['Delayed', 'deliveryRescheduled'],
  '056': ['Registered', 'serviceChanged'],
  '057': ['InTransit', 'redirected'], // to a UPS Access Point
  '058': ['Customs', 'customsDocumentsMissing'],
  '059': ['Damaged'],
  '061': ['DeliveryFailed', 'recipientNotIdentified'],
  '062': ['DeliveryFailed', 'paymentDue'],
  '064': ['DeliveryFailed', 'recipientRefused'],
  '065': ['Delayed', 'pickupFailed'],
  '066': ['DeliveryFailed'],
  '067': ['ReturnToSender'], // by the post office, back to UPS or the sender; 034 ends the way back
  '068': ['OnHold', 'investigation'], // in lost and found: without an address, not without a place
  '069': ['OnHold', 'notCollected'],
  '070': ['InTransit'], // to a UPS Access Point, as asked for
  '071': ['AtHub'], // made ready for delivery today
  '072': ['OutForDelivery'],
  '077': ['Registered'], // to be collected today
};

/**
 * `code`: of the many, those that always mean the same, save that UPS uses them on the way back as well, which only `statusCode` tells.
 * Those that it gives several texts, such as MP, AY and S7, are left to `statusCode` and `type`.
 */
export const UPS_ACTIVITY_CODES: CodeTable = {
  '2Q': ['ReadyForPickup'],
  '2W': ['Delivered', 'collected'],
  '34': ['Delayed', 'misrouted'],
  '3J': ['DeliveryFailed', 'parcelShopUnavailable'],
  '48': ['DeliveryFailed', 'recipientAbsent'],
  '55': ['DeliveryFailed', 'recipientClosed'],
  '5G': ['ReadyForPickup'], // about to have waited too long
  '5R': ['DeliveryFailed', 'recipientAbsent'],
  '6C': ['ReturnToSender', 'notCollected'],
  '9E': ['Delivered'],
  A7: ['Registered', 'redirected'],
  AD: ['Delayed', 'addressIncorrect'],
  AG: ['Delayed', 'addressIncorrect'],
  AR: ['AtHub'],
  C5: ['Delayed', 'forceMajeure'],
  DL: ['Delivered'],
  DP: ['InTransit'],
  DS: ['AtHub'],
  FS: ['Delivered'],
  G3: ['DeliveryFailed', 'recipientClosed'],
  IP: ['Customs'],
  KB: ['Delivered'],
  KD: ['Delivered'],
  KE: ['Delivered'],
  KM: ['Delivered'],
  KR: ['DeliveryFailed', 'recipientRefused'],
  MF: ['OnHold', 'deliveryRescheduled'],
  OF: ['OutForDelivery'],
  OR: ['AtHub'],
  PU: ['PickedUp'],
  SR: ['Customs', 'customsCleared'], // of the document: "released by the customs agency"
  T3: ['OnHold', 'senderRequest'],
  UD: ['Registered', 'recipientRequest'],
  UF: ['ReturnToSender'],
  ZC: ['Delayed', 'recipientRequest'],
  ZP: ['ReadyForPickup'],
};

/** `statusCode`, of those so general that `code` may know better. */
export const UPS_GENERAL_STATUS_CODES: CodeTable = {
  '000': ['Unknown'],
  '005': ['InTransit'],
  '010': ['InTransit'],
  '013': ['OnHold'], // an exception of any kind
  '022': ['DeliveryFailed'],
  '023': ['DeliveryFailed'],
  '024': ['DeliveryFailed'],
  '029': ['OnHold', 'instructionsNeeded'],
  '046': ['Delayed'],
  '047': ['Delayed'],
  '048': ['Delayed'],
  '049': ['Delayed', 'instructionsNeeded'],
  '054': ['Registered', 'recipientRequest'],
  '060': ['DeliveryFailed'],
  '063': ['Registered', 'recipientRequest'],
};

/**
 * `type`. D is not here, because UPS says it of a parcel with the recipient, in a parcel shop and back at its sender alike, and a
 * wrong `Delivered` ends the tracking.
 */
export const UPS_STATUS_TYPES: CodeTable = {
  DD: ['AtHub'], // freight, at the destination's container station
  DO: ['AtHub'], // freight, at the origin's
  I: ['InTransit'],
  M: ['Registered'],
  MV: ['Canceled'],
  NA: ['Unknown'],
  O: ['OutForDelivery'],
  P: ['PickedUp'],
  RS: ['Returned'],
  W: ['AtHub'], // freight, in a warehouse
  X: ['OnHold'], // of the document; an exception of any kind
};
