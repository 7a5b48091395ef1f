import { type Caller, EXAMPLE_SHIPMENT } from '../../../harness/app.ts';

const { sender, receiver } = EXAMPLE_SHIPMENT.addresses;

/** The specification's addresses with telephone numbers, without which some carriers take nothing to another country. */
export const ADDRESSES_WITH_PHONES = {
  sender: { ...sender, phone: '+31201234567' },
  receiver: { ...receiver, phone: '+4930123456' },
};

/** Whatever the caller ships has telephone numbers from now on. */
export function withPhones(caller: Caller): Caller {
  const { createShipment } = caller;
  caller.createShipment = (changes) => createShipment({ addresses: ADDRESSES_WITH_PHONES, ...changes });
  return caller;
}
