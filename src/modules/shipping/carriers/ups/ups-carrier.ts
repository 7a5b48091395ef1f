import { textAt } from '../answer-reader.ts';
import type { BookingToFind, Carrier, CarrierScan } from '../carrier.ts';
import { CarrierAnswerUnclear } from '../carrier-outcome.ts';
import { refuseTooManyGoods, refuseWithoutValue } from '../goods.ts';
import { standardiseUps } from '../tracking-codes/standardise-ups.ts';
import { type UpsAccount, type UpsContext, UpsCredentials, UpsSettings } from './ups-account.ts';
import { readRecoveryAnswer, readShipAnswer } from './ups-booked.ts';
import { askUps, fetchUpsToken } from './ups-client.ts';
import { MAX_PRODUCTS } from './ups-customs.ts';
import { refuseStateless } from './ups-parties.ts';
import { RATE_OPTION, readRates, upsRateRequest } from './ups-rate.ts';
import { upsRefusal } from './ups-refusal.ts';
import { upsLabelSpecification, upsShipRequest } from './ups-ship-request.ts';
import { trackUpsBooking } from './ups-track.ts';

/** Of the Shipping, Void and Rating APIs. */
const VERSION = 'v2409';
/**
 * Of the Label Recovery API, whose versions are others (document of 21 Jul 2026: v1, v1701, V1903, and v2603 for Roadie), written as there.
 * It is the first that gives the International Forms again, too; `SubVersion` says the same.
 */
const RECOVERY_VERSION = 'V1903';

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
    maxHandlingUnits: 200,
    returns: ['return-shipment'],
    customsDocuments: ['commercial-invoice'],
    findsBy: 'booking-reference',
    trackingBatch: 1,
    quotes: true,
    dangerousGoods: false,
  },

  async book(request, context) {
    const refused = refuseStateless(request.content) ?? refuseTooManyGoods(request, 'UPS', MAX_PRODUCTS);
    if (refused !== undefined) return refused;
    const json = upsShipRequest(request, context);
    const answer = await askUps(context, {
      operation: 'book',
      method: 'POST',
      path: `/shipments/${VERSION}/ship`,
      json,
    });
    return answer.ok ? readShipAnswer(answer.body) : upsRefusal(answer.complaints, request.content);
  },

  async find(request, context) {
    const json = recoveryRequest(request, context);
    const answer = await askUps(context, {
      operation: 'find',
      method: 'POST',
      path: `/labels/${RECOVERY_VERSION}/recovery`,
      json,
    });
    if (answer.ok) return readRecoveryAnswer(answer.body);
    if (answer.complaints.every(({ message }) => NO_LABEL.test(message))) return undefined;
    const [{ code, message }] = answer.complaints;
    throw new CarrierAnswerUnclear(`UPS did not say whether it has a label: ${code} ${message}`);
  },

  async cancel({ carrierBookingReference }, context) {
    const number = encodeURIComponent(carrierBookingReference);
    const path = `/shipments/${VERSION}/void/cancel/${number}`;
    const answer = await askUps(context, { operation: 'cancel', method: 'DELETE', path });
    if (!answer.ok) {
      return answer.complaints.some(({ message }) => ALREADY_VOID.test(message))
        ? { outcome: 'canceled' }
        : upsRefusal(answer.complaints);
    }
    const status = textAt(answer.body, 'VoidShipmentResponse', 'SummaryResult', 'Status', 'Code');
    if (status === '0') {
      const message = textAt(answer.body, 'VoidShipmentResponse', 'SummaryResult', 'Status', 'Description');
      return upsRefusal([{ code: '0', message: message ?? 'UPS did not void the shipment' }]);
    }
    return { outcome: 'canceled' };
  },

  async track(bookings, context) {
    const found = new Map<string, readonly CarrierScan[]>();
    for (const booking of bookings) found.set(booking.bookingReference, await trackUpsBooking(booking, context));
    return found;
  },

  /** Its activity code, its status code or its type: no two of them look the same. */
  standardise: (carrierCode) => standardiseUps({ type: carrierCode, code: carrierCode, statusCode: carrierCode }),

  async quote(request, context) {
    // Rating v2409: `InvoiceLineTotal` is "required for international shipments" where the days are asked for too.
    const refused = refuseWithoutValue(request, 'UPS');
    if (refused !== undefined) return refused;
    const json = upsRateRequest(request, context);
    const path = `/rating/${VERSION}/${RATE_OPTION}`;
    const answer = await askUps(context, { operation: 'quote', method: 'POST', path, json });
    return answer.ok ? readRates(answer.body, request.productCodes) : upsRefusal(answer.complaints);
  },

  /** A token of its own, not the cached one: a secret that was changed at UPS must show at once. */
  async verify(context) {
    await fetchUpsToken(context, context.signal);
    return { outcome: 'verified' };
  },
};

// The document has no code for either. A wrong guess that there is no label would book twice: it must be a label, a shipment or its
// number that is not there, and not the account or anything else.
const THING = '(label|shipment|package|record|tracking number|reference number)s?';
const NO_LABEL = new RegExp(
  `^no ${THING}\\b.* (found|exists?)\\b|^(the |that )?${THING}\\b.* (not (be )?found|does not exist)|^unable to (find|locate) (the |a |any )?${THING}\\b`,
  'i',
);
const ALREADY_VOID = /already (been )?voided/i;

function recoveryRequest({ bookingReference, carrierBookingReference }: BookingToFind, context: UpsContext): object {
  return {
    LabelRecoveryRequest: {
      Request: { RequestOption: 'Non_Validate', SubVersion: '1903' },
      LabelSpecification: upsLabelSpecification(context),
      // Of Roadie; the document demands it.
      TrackingNumbers: [],
      ...(carrierBookingReference === undefined ? {} : { TrackingNumber: carrierBookingReference }),
      ReferenceValues: {
        ReferenceNumber: { Value: bookingReference },
        ShipperNumber: context.settings.accountNumber,
      },
    },
  };
}
