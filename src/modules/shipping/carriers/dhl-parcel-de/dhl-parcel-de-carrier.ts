import type { Booked, BookingRequest, Carrier, Refused } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierAnswer } from '../http/carrier-http.ts';
import { standardiseDhlParcelDe } from '../tracking-codes/standardise-dhl-parcel-de.ts';
import { standardiseMyDhl } from '../tracking-codes/standardise-mydhl.ts';
import { checkDhlRequest } from './check-dhl-request.ts';
import { type DhlAccount, type DhlContext, DhlCredentials, DhlSettings } from './dhl-account.ts';
import { toBooked } from './dhl-booked.ts';
import { askDhl, shipmentQuery } from './dhl-client.ts';
import { deleteShipments } from './dhl-delete.ts';
import { type DhlItem, isSameShipment, readItems } from './dhl-items.ts';
import { dhlOrderRequest, dhlPrintOptions, MAX_SHIPMENTS } from './dhl-order-request.ts';
import { dhlRefusal } from './dhl-refusal.ts';

/** The document has no test for an account; asking for the papers of no shipment needs one, and does nothing. */
const NO_SHIPMENT = '000000000000';

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
      query: [...shipmentQuery(numbers), ...dhlPrintOptions(context)],
    });
    const items = readItems(answer.body);
    if (!answer.ok && answer.status !== 404 && items.length === 0) {
      throw new CarrierOutcomeUnknown(`DHL did not say whether it has the shipments: ${answer.complaints[0].message}`);
    }
    const isUnclear = ({ outcome, shipmentNo }: DhlItem): boolean =>
      outcome === 'unclear' || !numbers.some((number) => isSameShipment(shipmentNo ?? number, number));
    if (items.some(isUnclear)) throw new CarrierOutcomeUnknown('DHL gave no clear answer');
    const isOurs = items.every(({ shipmentRefNo = bookingReference }) => shipmentRefNo === bookingReference);
    if (items.length !== numbers.length || !isOurs || items.some(({ outcome }) => outcome !== 'done')) return undefined;
    return toBooked(inOrderOf(numbers, items));
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
    await askDhl(context, { operation: 'verify', method: 'GET', query: shipmentQuery([NO_SHIPMENT]) });
    return { outcome: 'verified' };
  },
};

/** All units or none. What DHL has booked of a refused booking is deleted again; if that is in doubt, so is the booking. */
async function concludeBooking(
  answer: CarrierAnswer,
  { handlingUnits, content }: BookingRequest,
  context: DhlContext,
): Promise<Booked | Refused> {
  const items = readItems(answer.body);
  const done = items.filter(({ outcome }) => outcome === 'done');
  const inDoubt = items.filter(({ outcome, shipmentNo }) => outcome === 'unclear' && shipmentNo !== undefined);
  if (!answer.ok && done.length === 0 && inDoubt.length === 0) return dhlRefusal(answer.complaints, content);
  if (items.length !== handlingUnits.length || items.some(({ outcome }) => outcome === 'unclear')) {
    const numbers = items.flatMap(({ shipmentNo }) => shipmentNo ?? []);
    throw new CarrierOutcomeUnknown(
      `DHL answered about ${items.length} of ${handlingUnits.length} units, or unclearly; numbers told: ${numbers.join(', ') || 'none'}`,
    );
  }
  const [first, ...others] = items.flatMap(({ outcome, complaints }) => (outcome === 'refused' ? complaints : []));
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
  return dhlRefusal([first, ...others], content);
}

/** One for each unit, whatever order they came in. */
function inOrderOf(numbers: readonly string[], items: readonly DhlItem[]): DhlItem[] {
  return numbers.map((number) => {
    const item = items.find(({ shipmentNo = '' }) => isSameShipment(shipmentNo, number));
    if (item === undefined) throw new CarrierOutcomeUnknown(`DHL answered without the number ${number}`);
    return { ...item, shipmentNo: number };
  });
}
