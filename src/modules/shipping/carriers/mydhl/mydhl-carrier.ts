import type { Carrier } from '../carrier.ts';
import { refuseTooManyGoods } from '../goods.ts';
import { standardiseToldMyDhl } from '../tracking-codes/standardise-mydhl.ts';
import { type MyDhlAccount, MyDhlCredentials, MyDhlSettings } from './mydhl-account.ts';
import { readShipAnswer } from './mydhl-booked.ts';
import { askMyDhl } from './mydhl-client.ts';
import { MAX_LINE_ITEMS } from './mydhl-customs.ts';
import { findMyDhlBooking } from './mydhl-find.ts';
import { refusePhoneless } from './mydhl-parties.ts';
import { myDhlRateRequest, readRates } from './mydhl-rate.ts';
import { myDhlRefusal } from './mydhl-refusal.ts';
import { myDhlShipRequest } from './mydhl-ship-request.ts';
import { trackMyDhlBookings } from './mydhl-track.ts';

/**
 * DHL takes 999 packages, but gives the labels of all in one answer, of which 24 MiB are read. With 4 MiB for waybill and invoice, 20 MiB
 * for 300 labels are 69,905 characters of base64 each, which are 52 kB of PDF.
 */
const MAX_HANDLING_UNITS = 300;
/** An address that DHL serves, asked for by `verify` alone. */
const ANY_ADDRESS = new URLSearchParams({
  type: 'delivery',
  countryCode: 'DE',
  postalCode: '53113',
  cityName: 'Bonn',
});

/**
 * DHL Express by the MyDHL API 3.1: shipments, rates, tracking, images, HTTP Basic. A booking whose answer was lost is looked for by
 * tracking under our reference. That this shows what has not been scanned is not promised: a hit settles it, and without one it is held
 * until a person tells the waybill number.
 */
export const myDhlCarrier: Carrier<MyDhlAccount> = {
  name: 'mydhl',
  isSandbox: false,
  baseUrls: {
    test: 'https://express.api.dhl.com/mydhlapi/test',
    production: 'https://express.api.dhl.com/mydhlapi',
  },
  credentialsSchema: MyDhlCredentials,
  settingsSchema: MyDhlSettings,
  defaultBookingTimeoutMs: 20_000,
  bookingVisibleAfterMs: 60_000,
  capabilities: {
    labelFormats: ['pdf', 'zpl'],
    maxHandlingUnits: MAX_HANDLING_UNITS,
    returns: ['return-shipment'],
    customsDocuments: ['commercial-invoice'],
    findsBy: 'booking-reference',
    // DHL takes 200; so many keep the address of the request below the 4 kB that every proxy passes.
    trackingBatch: 100,
    quotes: true,
    dangerousGoods: false,
  },

  async book(request, context) {
    const refused = refusePhoneless(request.content) ?? refuseTooManyGoods(request, 'DHL Express', MAX_LINE_ITEMS);
    if (refused !== undefined) return refused;
    const answer = await askMyDhl(context, {
      operation: 'book',
      method: 'POST',
      path: '/shipments',
      json: myDhlShipRequest(request, context),
      messageReference: request.bookingReference,
    });
    return answer.ok
      ? readShipAnswer(answer.body, request.handlingUnits.length)
      : myDhlRefusal(answer.complaints, request.content);
  },

  find(request, context) {
    return findMyDhlBooking(request, context);
  },

  /** The document has no void, and no pickup was booked that could be deleted: the waybill is simply not used. */
  cancel() {
    return Promise.resolve({ outcome: 'canceled' });
  },

  track(bookings, context) {
    return trackMyDhlBookings(bookings, context);
  },

  standardise: standardiseToldMyDhl,

  async quote(request, context) {
    const json = myDhlRateRequest(request, context);
    const answer = await askMyDhl(context, { operation: 'quote', method: 'POST', path: '/rates', json });
    return answer.ok ? readRates(answer.body, request.productCodes) : myDhlRefusal(answer.complaints);
  },

  async verify(context) {
    const path = `/address-validate?${ANY_ADDRESS}`;
    const answer = await askMyDhl(context, { operation: 'verify', method: 'GET', path });
    return answer.ok ? { outcome: 'verified' } : myDhlRefusal(answer.complaints);
  },
};
