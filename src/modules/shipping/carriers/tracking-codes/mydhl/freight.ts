import type { CodeTable } from '../code-table.ts';

/** DHL Freight: an event and its reason, in one code. */
export const FREIGHT_CODES: CodeTable = {
  '1-0': ['AtHub'],
  '1-21': ['AtHub'],
  '7-0': ['Canceled', 'senderRequest'],
  '12-0': ['Customs', 'customsCleared'],
  '13-0': ['PickedUp'],
  '15-501': ['Registered'], // the truck is on its way to the sender
  '20-13': ['ReadyForPickup'],
  '20-126': ['Customs'],
  '20-208': ['OnHold', 'instructionsNeeded'], // no appointment yet
  '20-209': ['OnHold', 'deliveryPreference'], // waits for the appointment
  '20-211': ['DeliveryFailed', 'recipientClosed'],
  '20-234': ['DeliveryFailed', 'addressIncorrect'],
  '20-266': ['Delayed', 'weather'],
  '20-270': ['Delayed', 'strike'],
  '20-296': ['OnHold', 'paymentDue'],
  '20-354': ['Delayed', 'holiday'],
  '21-0': ['Delivered'],
  '21-23': ['InTransit', 'partlyDelivered'], // the rest is still to come: never an end
  '21-234': ['Delivered', 'redirected'],
  '21-600': ['Delivered'],
  '24-0': ['InTransit'],
  '24-501': ['OutForDelivery'],
  '24-600': ['Delivered'],
  '24-628': ['OutForDelivery'],
  '31-139': ['Registered'], // the truck is close to the sender
  '31-140': ['Registered'], // and has left again, with the parcel or without
  '48-0': ['Registered'], // loaded by the sender and not yet collected
  '55-20': ['Delayed', 'pickupMissed'],
  '55-21': ['Delayed', 'pickupRefused'],
  '55-68': ['Delayed', 'pickupNotReady'],
  '55-126': ['Delayed', 'pickupFailed'],
  '55-211': ['Delayed', 'pickupClosed'],
  '55-234': ['Delayed', 'pickupAddressIncorrect'],
  '55-240': ['Delayed', 'pickupRefused'],
  '55-241': ['Delayed', 'pickupFailed'],
  '55-265': ['Delayed', 'pickupFailed'],
  '55-266': ['Delayed', 'pickupMissed'],
  '55-294': ['Delayed', 'pickupMissed'],
  '56-211': ['DeliveryFailed', 'recipientAbsent'],
  '56-222': ['ReturnToSender'],
  '56-241': ['DeliveryFailed', 'documentsMissing'],
  '56-284': ['DeliveryFailed', 'recipientRefused'],
  '56-292': ['DeliveryFailed', 'paymentDue'],
  '56-611': ['DeliveryFailed', 'recipientRefused'],
  '64-0': ['Registered'],
  '361-139': ['OutForDelivery'],
  '361-140': ['OutForDelivery'], // the truck has left the recipient, which proves no delivery
  'ACT-2': ['Registered'],
};
