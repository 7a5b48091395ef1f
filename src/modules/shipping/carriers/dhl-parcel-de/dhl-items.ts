import { decodeAnswer } from '../decode-answer.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';
import { DhlAnswer, DhlStatus, type ToldItem, type ToldMessage, type ToldStatus } from './dhl-answer.ts';

/** What DHL says about one shipment of a request, in the request's order. */
export interface DhlItem extends ToldItem {
  /** `unclear` is neither: a failure within DHL, or an answer that says nothing. */
  outcome: 'done' | 'refused' | 'unclear';
  /** Of a refused one; warnings are no complaints. */
  complaints: readonly CarrierComplaint[];
}

export function readItems(body: unknown): DhlItem[] {
  return decodeAnswer(DhlAnswer, body).items.map(readItem);
}

/** The complaints of a whole answer: of its shipments, or else of the request itself. */
export function dhlComplaints(body: unknown): CarrierComplaint[] {
  const { items, status } = decodeAnswer(DhlAnswer, body);
  const ofItems = items.map(readItem).flatMap(({ complaints }) => complaints);
  if (ofItems.length > 0) return ofItems;
  const ofRequest = complaintOf(status) ?? complaintOf(decodeAnswer(DhlStatus, body));
  return ofRequest === undefined ? [] : [ofRequest];
}

function readItem(item: ToldItem, index: number): DhlItem {
  const errors = item.validationMessages.filter(isError);
  const outcome = outcomeOf(item, errors.length > 0);
  return { ...item, outcome, complaints: outcome === 'refused' ? complaintsOf(item, errors, index) : [] };
}

function outcomeOf({ sstatus, shipmentNo }: ToldItem, hasErrors: boolean): DhlItem['outcome'] {
  const code = codeOf(sstatus);
  if (code !== undefined) {
    if (code >= 200 && code < 300) return 'done';
    return code >= 400 && code < 500 ? 'refused' : 'unclear';
  }
  if (shipmentNo !== undefined) return 'done';
  return hasErrors ? 'refused' : 'unclear';
}

/** DHL has no codes of its own but the status. */
function complaintsOf({ sstatus }: ToldItem, errors: readonly ToldMessage[], index: number): CarrierComplaint[] {
  const code = String(codeOf(sstatus) ?? sstatus.title ?? '');
  const told = errors.flatMap(({ property = '', validationMessage: message }): CarrierComplaint[] => {
    const place = property.startsWith('shipments[') ? property : `shipments[${index}].${property}`;
    return message === undefined ? [] : [{ code, message, place }];
  });
  if (told.length > 0) return told;
  const message = sstatus.detail ?? sstatus.title ?? 'DHL gave no reason';
  return [{ code, message, place: `shipments[${index}]` }];
}

function complaintOf(status: ToldStatus): CarrierComplaint | undefined {
  const { title, detail: message = title } = status;
  return message === undefined ? undefined : { code: String(codeOf(status) ?? title ?? ''), message };
}

function isError({ validationState: state }: ToldMessage): boolean {
  return state === undefined || !/warn|info/i.test(state);
}

function codeOf({ status, statusCode }: ToldStatus): number | undefined {
  return status ?? statusCode;
}
