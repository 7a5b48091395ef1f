import type { Canceled, Refused } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierAnswer, CarrierComplaint } from '../http/carrier-http.ts';
import { type DhlContext, userGroupProfile } from './dhl-account.ts';
import { askDhl, shipmentQuery } from './dhl-client.ts';
import { isSameShipment, isSuccess, readItems } from './dhl-items.ts';
import { dhlRefusal } from './dhl-refusal.ts';

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
 * One at a time, as the document's schema has it. One that is gone already counts as deleted, so that it may be repeated. A refusal says
 * which are: nothing brings them back, and their labels are not to be used.
 */
export async function deleteShipments(numbers: readonly string[], context: DhlContext): Promise<Canceled | Refused> {
  const complaints: CarrierComplaint[] = [];
  const deleted: string[] = [];
  for (const number of numbers) {
    const answer = await askDhl(context, {
      operation: 'cancel',
      method: 'DELETE',
      query: [['profile', userGroupProfile(context)], ...shipmentQuery([number])],
    });
    const told = complaintsOf(answer, number);
    if (told.length === 0) deleted.push(number);
    complaints.push(...told.map(({ code, message }) => ({ code, message: `${number}: ${message}` })));
  }
  const [first, ...others] = complaints;
  if (first === undefined) return { outcome: 'canceled' };
  const refusal = dhlRefusal([first, ...others]);
  return deleted.length === 0
    ? refusal
    : {
        ...refusal,
        carrierMessage: `DHL has deleted ${deleted.join(', ')} and not the others. ${refusal.carrierMessage}`,
      };
}

/**
 * What DHL has against a deletion; nothing when the shipment is deleted, now or before. Only DHL's word about that very shipment says so,
 * and never that there is a number, nor a refusal of the whole request.
 * @throws CarrierOutcomeUnknown when DHL says neither
 */
function complaintsOf(answer: CarrierAnswer, number: string): readonly CarrierComplaint[] {
  const items = readItems(answer.body);
  const [item] = items;
  const isAboutIt = items.length === 1 && isSameShipment(item?.shipmentNo ?? number, number);
  if (item !== undefined && isAboutIt) {
    const { status, outcome, complaints } = item;
    const isContradicted = !answer.ok || complaints.length > 0;
    if (status !== undefined && isSuccess(status) && !isContradicted) return [];
    const isRefused = outcome === 'refused' || (status === undefined && complaints.length > 0);
    if (isRefused) return complaints.every(({ message }) => ALREADY_GONE.test(message)) ? [] : complaints;
    if (status !== undefined) throw unclear(number);
  }
  if (answer.ok) throw unclear(number);
  return answer.complaints;
}

function unclear(number: string): CarrierOutcomeUnknown {
  return new CarrierOutcomeUnknown(`DHL did not say whether it deleted ${number}`);
}
