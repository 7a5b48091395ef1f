import type { CodeTable } from '../code-table.ts';

/** DHL Express. */
export const EXPRESS_CODES: CodeTable = {
  // Of the shipment as a whole.
  '101': ['Delivered'],
  '102': ['InTransit'],
  '103': ['DeliveryFailed'],
  '104': ['Registered'],
  AD: ['OnHold', 'recipientRequest'], // waits for the day agreed with the recipient
  AF: ['AtHub'],
  AR: ['AtHub'],
  BA: ['OnHold', 'addressIncorrect'],
  BN: ['Customs'],
  BR: ['Customs'], // the importer's own broker has it now
  CA: ['DeliveryFailed', 'recipientClosed'],
  CC: ['ReadyForPickup'],
  CD: ['Customs', 'customsDelayed'],
  CM: ['DeliveryFailed', 'recipientMoved'],
  CR: ['Customs', 'customsCleared'],
  CS: ['OnHold', 'recordClosed'],
  DD: ['Delivered', 'damaged'],
  DF: ['InTransit'],
  DS: ['Lost', 'disposed'],
  FD: ['InTransit'],
  HP: ['OnHold', 'paymentDue'],
  IC: ['Customs'],
  MC: ['Delayed', 'misrouted'],
  MD: ['Delayed', 'carrierLate'],
  MS: ['Delayed', 'misrouted'],
  ND: ['DeliveryFailed'],
  NH: ['DeliveryFailed', 'recipientAbsent'],
  OH: ['OnHold'],
  OK: ['Delivered'],
  PD: ['InTransit', 'partlyDelivered'], // the rest is still to come: never an end
  PL: ['AtHub'],
  PU: ['PickedUp'],
  PY: ['Unknown', 'paymentReceived'], // of money only
  RD: ['DeliveryFailed', 'recipientRefused'],
  RR: ['Customs'], // MyDHL's own examples: the state of clearance was updated
  RT: ['Returned'],
  SA: ['PickedUp'],
  SC: ['Registered', 'serviceChanged'],
  SM: ['AtHub'], // waits for the next planned movement
  SS: ['OnHold'],
  TP: ['InTransit', 'handedToPartner'],
  TR: ['InTransit'],
  UD: ['Customs', 'customsDelayed'],
  WC: ['OutForDelivery'],
};
