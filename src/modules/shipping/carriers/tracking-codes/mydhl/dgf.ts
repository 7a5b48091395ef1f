import type { CodeTable } from '../code-table.ts';

/** DHL Global Forwarding. */
export const DGF_CODES: CodeTable = {
  ARRIVED: ['InTransit'], // the flight has landed
  ARRIVED_AT_CUSTOMS: ['Customs'],
  ARRIVED_AT_ORIGIN_FACILITY: ['AtHub'],
  ARRIVED_PROCESSED_AT_FACILITY: ['AtHub'],
  CLEARED_BY_CUSTOMS: ['Customs', 'customsCleared'],
  DATA_SUBMITTED: ['Registered'],
  DELIVERED: ['Delivered'],
  DELIVERY_EXCEPTION: ['DeliveryFailed'],
  DEPARTED: ['InTransit'],
  DEPARTED_FROM_ORIGIN_FACILITY: ['InTransit'],
  HELD_AT_CUSTOMS: ['Customs', 'customsDelayed'],
  OUT_FOR_DELIVERY: ['OutForDelivery'],
  PICKUP_SUCCESSFUL: ['PickedUp'],
  PROCESSED_AT_ORIGIN_FACILITY: ['AtHub'],
  READY_FOR_DEPARTURE: ['AtHub'],
};
