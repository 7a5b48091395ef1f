import type { CodeTable } from '../code-table.ts';

/** Letters with proof of posting of Deutsche Post. DHL tells only the phase beside each code; its name tells the rest. */
export const SVB_CODES: CodeTable = {
  AMBIGUOUS: ['Unknown'],
  AMOUNT_TRANSFERRED: ['Delivered', 'paymentReceived'],
  ANNOUNCED: ['Registered'],
  ARRIVAL_AT_OFFICE_OF_DELIVERY: ['AtHub'],
  ARRIVED_IN_DESTINATION_COUNTRY: ['InTransit'],
  ARRIVED_TRANSIT: ['InTransit'],
  BZ: ['InTransit'], // Briefzentrum: in a letter centre, whether in or out
  BZA: ['InTransit'], // the letter centre where it was posted
  BZE: ['AtHub'], // the letter centre that it arrives in
  CONFIRMATION_PENDING: ['Delivered'],
  CONFIRMED: ['Delivered'],
  CONFIRMED_BY_SENDER: ['Delivered'],
  DELIVERED: ['Delivered'],
  DELIVERED_ZU_NOT_OK: ['Delivered'],
  DELIVERED_ZU_OK: ['Delivered'],
  DELIVERY_ATTEMPTED: ['DeliveryFailed'],
  DEPARTURE_FROM_INWARD_OE: ['InTransit'],
  FETCHED: ['Delivered', 'collected'],
  FETCHED_KEY_ACCOUNT_PENDING_DELIVERY_CONFIRMATION: ['Delivered', 'collected'],
  FETCHED_NOTIFIED: ['Delivered', 'collected'],
  FETCHED_PACKSTATION: ['Delivered', 'collected'],
  FETCHED_PENDING_DELIVERY_CONFIRMATION: ['Delivered', 'collected'],
  FETCHED_PO_BOX_PENDING_DELIVERY_CONFIRMATION: ['Delivered', 'collected'],
  FORWARDED_ABROAD: ['InTransit'],
  HANDOVER_CUSTOMS: ['Customs'],
  HELD_BY_CUSTOMS: ['Customs', 'customsDelayed'],
  IN_DELIVERY: ['OutForDelivery'],
  IP_CUSTOMS: ['Customs'],
  ISSUE_OF_A_REPLACEMENT_CERTIFICATE_PZA: ['Unknown'], // of the certificate of formal service, not of the letter
  MARBURG: ['InTransit', 'undeliverable'], // the office for letters that can be neither delivered nor returned
  NOTIFIED: ['ReadyForPickup'],
  NOTIFIED_KEY_ACCOUNT: ['ReadyForPickup'],
  NOTIFIED_PACKSTATION: ['ReadyForPickup'],
  NOTIFIED_PO_BOX: ['ReadyForPickup'],
  NO_INFO: ['Unknown'],
  PAID_EPOS: ['Delivered', 'paymentReceived'],
  PAID_MAILMAN: ['Delivered', 'paymentReceived'],
  PASSED_LETTER_CENTER: ['InTransit'],
  POSTED: ['PickedUp'],
  POSTED_ARRIVED: ['PickedUp'],
  POSTED_MAIL_TERMINAL: ['PickedUp'],
  REDIRECTED: ['InTransit', 'redirected'],
  RETURNED_TO_SENDER: ['Returned'],
  SENT_BACK: ['ReturnToSender'],
  SENT_BACK_ABROAD: ['ReturnToSender'],
  TO_BE_SENT_ABROAD: ['InTransit'],
};
