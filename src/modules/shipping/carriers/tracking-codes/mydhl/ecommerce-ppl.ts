import type { CodeTable } from '../code-table.ts';

/** PPL, DHL eCommerce in Czechia. */
export const ECOMMERCE_PPL_CODES: CodeTable = {
  '150': ['PickedUp'],
  '300': ['AtHub'],
  '343': ['ReadyForPickup'],
  '400': ['AtHub'], // ready to go out for delivery, and still at the depot
  '450': ['Delivered'],
  '460': ['Delayed', 'deliveryRescheduled'],
  '464': ['DeliveryFailed', 'recipientRefused'],
  '500': ['InTransit'],
  '900': ['Registered'],
  '997': ['Lost'],
  '999': ['Canceled', 'senderRequest'],
};
