import type { Carrier, CarrierScan } from '../carrier.ts';
import { refuseTooManyGoods, refuseWithoutValue } from '../goods.ts';
import { standardiseUps } from '../tracking-codes/standardise-ups.ts';
import { refuseUpsBooking, refuseUpsQuote } from './check-ups-request.ts';
import { type UpsAccount, UpsCredentials, UpsSettings } from './ups-account.ts';
import { readShipAnswer } from './ups-booked.ts';
import { askUps, fetchUpsToken, UPS_VERSION } from './ups-client.ts';
import { findUpsBooking } from './ups-find.ts';
import { MAX_PRODUCTS } from './ups-international-forms.ts';
import { MAX_PACKAGES } from './ups-packages.ts';
import { readRates, upsRateRequest } from './ups-rate.ts';
import { RATE_OPTION } from './ups-rate-schema.ts';
import { upsRefusal } from './ups-refusal.ts';
import { upsShipRequest } from './ups-ship-request.ts';
import { trackUpsBooking } from './ups-track.ts';
import { voidUpsBooking } from './ups-void.ts';

/**
 * UPS by its REST APIs: OAuth, Shipping v2409 (ship, void), Label Recovery V1903, Rating v2409, Tracking v1.
 * Labels are GIF or ZPL; a GIF is served as PDF and PNG too. Found again by our reference through label recovery.
 */
export const upsCarrier: Carrier<UpsAccount> = {
  name: 'ups',
  isSandbox: false,
  baseUrls: { test: 'https://wwwcie.ups.com', production: 'https://onlinetools.ups.com' },
  credentialsSchema: UpsCredentials,
  settingsSchema: UpsSettings,
  defaultBookingTimeoutMs: 15_000,
  // Labels can be recovered as soon as they are made; a minute for UPS's own copies to agree.
  bookingVisibleAfterMs: 60_000,
  capabilities: {
    labelFormats: ['gif', 'zpl'],
    maxHandlingUnits: MAX_PACKAGES,
    returns: ['return-shipment'],
    customsDocuments: ['commercial-invoice'],
    findsBy: 'booking-reference',
    trackingBatch: 1,
    quotes: true,
    dangerousGoods: false,
  },

  async book(request, context) {
    const refused = refuseUpsBooking(request, context.productCode) ?? refuseTooManyGoods(request, 'UPS', MAX_PRODUCTS);
    if (refused !== undefined) return refused;
    const json = upsShipRequest(request, context);
    const answer = await askUps(context, {
      operation: 'book',
      method: 'POST',
      path: `/shipments/${UPS_VERSION}/ship`,
      json,
    });
    return answer.ok
      ? readShipAnswer(answer.body, request.handlingUnits.length)
      : upsRefusal(answer.complaints, request.content);
  },

  find: findUpsBooking,

  cancel: voidUpsBooking,

  async track(bookings, context) {
    const found = new Map<string, readonly CarrierScan[]>();
    for (const booking of bookings) found.set(booking.bookingReference, await trackUpsBooking(booking, context));
    return found;
  },

  /** Its activity code, its status code or its type: no two of them look the same. */
  standardise: (carrierCode) => standardiseUps({ type: carrierCode, code: carrierCode, statusCode: carrierCode }),

  async quote(request, context) {
    // Rating v2409: `InvoiceLineTotal` is "required for international shipments" where the days are asked for too.
    const refused = refuseWithoutValue(request, 'UPS') ?? refuseUpsQuote(request);
    if (refused !== undefined) return refused;
    const json = upsRateRequest(request, context);
    const path = `/rating/${UPS_VERSION}/${RATE_OPTION}`;
    const answer = await askUps(context, { operation: 'quote', method: 'POST', path, json });
    return answer.ok ? readRates(answer.body, request.productCodes) : upsRefusal(answer.complaints);
  },

  /** A token of its own, not the cached one: a secret that was changed at UPS must show at once. */
  async verify(context) {
    await fetchUpsToken(context, context.signal);
    return { outcome: 'verified' };
  },
};
