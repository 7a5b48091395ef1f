import type { CodeTable } from '../code-table.ts';

/** DHL Parcel DE by its standard events, where no ICE and RIC codes are told. */
export const PARCEL_DE_CODES: CodeTable = {
  AA: ['InTransit'],
  AE: ['PickedUp'],
  AN: ['Delayed', 'pickupFailed'],
  BV: ['OnHold'], // anything from damage to a late truck
  DD: ['Registered', 'deliveryPreference'],
  EE: ['AtHub'],
  ES: ['PickedUp'],
  GT: ['Unknown', 'paymentReceived'], // of money only
  LA: ['OnHold'],
  NB: ['InTransit'],
  PO: ['OutForDelivery'],
  VA: ['Registered'],
  ZF: ['ReadyForPickup'],
  ZN: ['DeliveryFailed'],
  ZO: ['Customs'],
  ZU: ['Delivered'],
};
