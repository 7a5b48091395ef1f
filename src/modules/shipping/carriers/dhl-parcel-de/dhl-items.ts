import { decodeAnswer } from '../decode-answer.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';
import { DhlAnswer, DhlStatus, type ToldItem, type ToldMessage, type ToldStatus } from './dhl-answer.ts';

/** What DHL says about one shipment of a request, in the request's order. */
export interface DhlItem extends ToldItem {
  /** Of HTTP; undefined where DHL tells none, or one of its own. */
  status: number | undefined;
  /** Of a booking. `unclear` is neither: a failure within DHL, or an answer that says nothing or contradicts itself. */
  outcome: 'done' | 'refused' | 'unclear';
  /** Its errors, of a refused one at least one; warnings are no complaints. */
  complaints: readonly CarrierComplaint[];
}

export function readItems(body: unknown): DhlItem[] {
  const { items, status } = decodeAnswer(DhlAnswer, body);
  return items.map((item, index) => readItem(item, index, httpStatusOf(status)));
}

/** The complaints of a whole answer: of its shipments, or else of the request itself. */
export function dhlComplaints(body: unknown): CarrierComplaint[] {
  const { items, status } = decodeAnswer(DhlAnswer, body);
  const ofItems = items.flatMap((item, index) => readItem(item, index, httpStatusOf(status)).complaints);
  if (ofItems.length > 0) return ofItems;
  const ofRequest = complaintOf(status) ?? complaintOf(decodeAnswer(DhlStatus, body));
  return ofRequest === undefined ? [] : [ofRequest];
}

function readItem(item: ToldItem, index: number, ofRequest: number | undefined): DhlItem {
  const errors = item.validationMessages.filter(isError);
  const status = httpStatusOf(item.sstatus);
  const outcome = status === undefined ? outcomeWithoutStatus(item, errors, ofRequest) : outcomeOf(status);
  const hasComplaints = outcome === 'refused' || errors.length > 0;
  return { ...item, status, outcome, complaints: hasComplaints ? complaintsOf(item, errors, index) : [] };
}

function outcomeOf(status: number): DhlItem['outcome'] {
  if (isSuccess(status)) return 'done';
  return status >= 400 && status < 500 ? 'refused' : 'unclear';
}

/** DHL's number says that there is a shipment, unless something else says that there is none. */
function outcomeWithoutStatus(
  { shipmentNo }: ToldItem,
  errors: readonly ToldMessage[],
  ofRequest = 200,
): DhlItem['outcome'] {
  if (shipmentNo === undefined) return errors.length > 0 ? 'refused' : 'unclear';
  return errors.length === 0 && isSuccess(ofRequest) ? 'done' : 'unclear';
}

/** A number that comes as a JSON number has lost the zeros before it. */
export function isSameShipment(one: string, other: string): boolean {
  return one.replace(/^0+/, '') === other.replace(/^0+/, '');
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
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

/** "Usually, but not necessarily the HTTP status code": what is none of them (0, 1000) does not say what became of a shipment. */
function httpStatusOf(told: ToldStatus): number | undefined {
  const code = codeOf(told);
  return code !== undefined && code >= 100 && code < 600 ? code : undefined;
}

function codeOf({ status, statusCode }: ToldStatus): number | undefined {
  return status ?? statusCode;
}
