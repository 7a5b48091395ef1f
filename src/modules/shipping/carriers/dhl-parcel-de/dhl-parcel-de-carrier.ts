import type { Booked, BookingRequest, Canceled, Carrier, Refused } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierAnswer, CarrierComplaint } from '../http/carrier-http.ts';
import { standardiseDhlParcelDe } from '../tracking-codes/standardise-dhl-parcel-de.ts';
import { standardiseMyDhl } from '../tracking-codes/standardise-mydhl.ts';
import { checkDhlRequest } from './check-dhl-request.ts';
import { type DhlAccount, type DhlContext, DhlCredentials, DhlSettings, userGroupProfile } from './dhl-account.ts';
import { toBooked } from './dhl-booked.ts';
import { askDhl } from './dhl-client.ts';
import { type DhlItem, readItems } from './dhl-items.ts';
import { dhlOrderRequest, dhlPrintOptions, MAX_SHIPMENTS } from './dhl-order-request.ts';
import { dhlRefusal } from './dhl-refusal.ts';

/** The document has no test for an account; asking for the papers of no shipment needs one, and does nothing. */
const NO_SHIPMENT = '000000000000';
// The document has no code for it, only the item's status 400 "when shipment does not exist (or was already deleted)", which any other fault
// of an item has too. A wrong guess leaves a live parcel at DHL: the whole sentence must be about the shipment, and not about anything else.
const SHIPMENT = '(the |this )?(shipment|parcel)( with)?( the)?( number)?:?( [\'"]?\\d+[\'"]?)?';
const IS_GONE =
  "((does not|doesn't) exist|(was |is |could )?not (be )?found|is (unknown|not known)|(was|is|has been) already (been )?(deleted|cancell?ed)|has already been (deleted|cancell?ed))";
const ALREADY_GONE = new RegExp(
  `^(unknown shipment( number)?:?( ['"]?\\d+['"]?)?|${SHIPMENT} ${IS_GONE}([ (]+or ${IS_GONE}\\)?)?)\\.?$`,
  'i',
);

/**
 * DHL Parcel DE Shipping v2: `/orders` makes, shows and deletes. A handling unit is a shipment of DHL's, and they are booked together or
 * not at all. DHL cannot be asked by our reference, and its API has no tracking and no prices.
 */
export const dhlParcelDeCarrier: Carrier<DhlAccount> = {
  name: 'dhl-parcel-de',
  isSandbox: false,
  baseUrls: {
    test: 'https://api-sandbox.dhl.com/parcel/de/shipping/v2',
    production: 'https://api-eu.dhl.com/parcel/de/shipping/v2',
  },
  credentialsSchema: DhlCredentials,
  settingsSchema: DhlSettings,
  defaultBookingTimeoutMs: 15_000,
  // Nobody asks whether it is there: see `findsBy`.
  bookingVisibleAfterMs: 0,
  capabilities: {
    labelFormats: ['pdf', 'zpl'],
    maxHandlingUnits: MAX_SHIPMENTS,
    returns: ['enclosed-label'],
    customsDocuments: ['customs-declaration'],
    findsBy: 'carrier-reference',
    trackingBatch: 0,
    quotes: false,
    dangerousGoods: false,
  },

  async book(request, context) {
    const product = checkDhlRequest(request, context);
    if (typeof product !== 'string') return product;
    const answer = await askDhl(context, {
      operation: 'book',
      method: 'POST',
      query: [['mustEncode', String(context.settings.mustEncode ?? true)], ...dhlPrintOptions(context)],
      json: dhlOrderRequest(request, context, product),
    });
    return concludeBooking(answer, request, context);
  },

  /** `carrierBookingReference` has the shipment number of every unit, in order, with commas between them. */
  async find({ carrierBookingReference = '', unitReferences, bookingReference, handlingUnits }, context) {
    const numbers = unitReferences ?? carrierBookingReference.split(',').filter((number) => number !== '');
    if (numbers.length !== handlingUnits.length) return undefined;
    const answer = await askDhl(context, {
      operation: 'find',
      method: 'GET',
      query: [...toQuery(numbers), ...dhlPrintOptions(context)],
    });
    const items = readItems(answer.body);
    if (!answer.ok && answer.status !== 404 && items.length === 0) {
      throw new CarrierOutcomeUnknown(`DHL did not say whether it has the shipments: ${answer.complaints[0].message}`);
    }
    if (items.some(({ outcome }) => outcome === 'unclear')) throw new CarrierOutcomeUnknown('DHL gave no clear answer');
    const isOurs = items.every(({ shipmentRefNo = bookingReference }) => shipmentRefNo === bookingReference);
    if (items.length !== numbers.length || !isOurs || items.some(({ outcome }) => outcome !== 'done')) return undefined;
    return toBooked(items);
  },

  async cancel({ carrierBookingReference, unitReferences }, context) {
    const known = unitReferences.filter((number) => number !== '');
    return deleteShipments(known.length === 0 ? [carrierBookingReference] : known, context);
  },

  /** `ICE/RIC`, `ICE/RIC/standard event`, or the standard event alone, as DHL's other services tell it. */
  standardise(carrierCode) {
    const [ice = '', ric, ttpro] = carrierCode.split('/');
    return ric === undefined
      ? standardiseMyDhl({ service: 'parcel-de', code: ice })
      : standardiseDhlParcelDe({ ice, ric, ttpro });
  },

  /** Any answer but 401 and 403 comes from behind the door. */
  async verify(context) {
    await askDhl(context, { operation: 'verify', method: 'GET', query: toQuery([NO_SHIPMENT]) });
    return { outcome: 'verified' };
  },
};

/** All units or none. What DHL has booked of a refused booking is deleted again; if that is in doubt, so is the booking. */
async function concludeBooking(
  answer: CarrierAnswer,
  { handlingUnits }: BookingRequest,
  context: DhlContext,
): Promise<Booked | Refused> {
  const items = readItems(answer.body);
  const done = items.filter(({ outcome }) => outcome === 'done');
  if (!answer.ok && done.length === 0) return dhlRefusal(answer.complaints);
  if (items.length !== handlingUnits.length || items.some(({ outcome }) => outcome === 'unclear')) {
    throw new CarrierOutcomeUnknown(
      `DHL answered about ${items.length} of ${handlingUnits.length} units, or unclearly`,
    );
  }
  const [first, ...others] = complaintsOf(items);
  if (first === undefined) return toBooked(items);
  if (done.length > 0) {
    const numbers = toBooked(done).units.map((unit) => unit.trackingReference);
    const undone = await deleteShipments(numbers, context);
    if (undone.outcome === 'refused') {
      throw new CarrierOutcomeUnknown(
        `DHL booked only ${numbers.join(', ')} and did not delete them: ${undone.carrierMessage}`,
      );
    }
  }
  return dhlRefusal([first, ...others]);
}

/**
 * One at a time, as the document's schema has it. One that is gone already counts as deleted, so that it may be repeated; only DHL's word
 * about that very shipment says so, and never a refusal of the whole request.
 */
async function deleteShipments(numbers: readonly string[], context: DhlContext): Promise<Canceled | Refused> {
  const complaints: CarrierComplaint[] = [];
  for (const number of numbers) {
    const answer = await askDhl(context, {
      operation: 'cancel',
      method: 'DELETE',
      query: [['profile', userGroupProfile(context)], ...toQuery([number])],
    });
    const items = readItems(answer.body);
    if (answer.ok && (items.length !== 1 || items[0]?.outcome === 'unclear')) {
      throw new CarrierOutcomeUnknown(`DHL did not say whether it deleted ${number}`);
    }
    if (isGone(items, number)) continue;
    const told = answer.ok ? complaintsOf(items) : answer.complaints;
    complaints.push(...told.map(({ code, message }) => ({ code, message: `${number}: ${message}` })));
  }
  const [first, ...others] = complaints;
  return first === undefined ? { outcome: 'canceled' } : dhlRefusal([first, ...others]);
}

/** Whether DHL's answer about this one shipment is that it is deleted, now or before. */
function isGone(items: readonly DhlItem[], number: string): boolean {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) return false;
  if (item.outcome === 'done') return true;
  const { outcome, complaints, shipmentNo = number } = item;
  return (
    outcome === 'refused' && shipmentNo === number && complaints.every(({ message }) => ALREADY_GONE.test(message))
  );
}

function complaintsOf(items: readonly DhlItem[]): CarrierComplaint[] {
  return items.flatMap(({ complaints }) => [...complaints]);
}

function toQuery(numbers: readonly string[]): [string, string][] {
  return numbers.map((number) => ['shipment', number]);
}
