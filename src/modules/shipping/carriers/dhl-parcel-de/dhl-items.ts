import { at, listAt, numberAt, textAt } from '../answer-reader.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';

/** What DHL says about one shipment of a request, in the request's order. */
export interface DhlItem {
  body: unknown;
  shipmentNumber: string | undefined;
  /** Ours, where DHL repeats it. */
  reference: string | undefined;
  /** `unclear` is neither: a failure within DHL, or an answer that says nothing. */
  outcome: 'done' | 'refused' | 'unclear';
  /** Of a refused one; warnings are no complaints. */
  complaints: readonly CarrierComplaint[];
}

export function readItems(body: unknown): DhlItem[] {
  return listAt(body, 'items').map((item, index) => readItem(item, index));
}

/** The complaints of a whole answer: of its shipments, or else of the request itself. */
export function dhlComplaints(body: unknown): CarrierComplaint[] {
  const ofItems = readItems(body).flatMap(({ complaints }) => complaints);
  if (ofItems.length > 0) return ofItems;
  // 401, 404 and 429 have the status as the whole body.
  const status = at(body, 'status');
  const told = typeof status === 'object' && status !== null ? status : body;
  const title = textAt(told, 'title');
  const message = textAt(told, 'detail') ?? title;
  return message === undefined ? [] : [{ code: codeOf(told) ?? title ?? '', message }];
}

function readItem(item: unknown, index: number): DhlItem {
  const shipmentNumber = textAt(item, 'shipmentNo');
  const status = at(item, 'sstatus');
  const code = Number(codeOf(status) ?? Number.NaN);
  const errors = listAt(item, 'validationMessages').filter((each) => isError(textAt(each, 'validationState')));
  const outcome = outcomeOf(code, shipmentNumber, errors.length > 0);
  return {
    body: item,
    shipmentNumber,
    reference: textAt(item, 'shipmentRefNo'),
    outcome,
    complaints: outcome === 'refused' ? complaintsOf(status, errors, index) : [],
  };
}

function outcomeOf(code: number, shipmentNumber: string | undefined, hasErrors: boolean): DhlItem['outcome'] {
  if (code >= 200 && code < 300) return 'done';
  if (code >= 400 && code < 500) return 'refused';
  if (!Number.isNaN(code)) return 'unclear';
  if (shipmentNumber !== undefined) return 'done';
  return hasErrors ? 'refused' : 'unclear';
}

/** DHL has no codes of its own but the status. */
function complaintsOf(status: unknown, errors: readonly unknown[], index: number): CarrierComplaint[] {
  const title = textAt(status, 'title');
  const code = codeOf(status) ?? title ?? '';
  const told = errors.flatMap((error): CarrierComplaint[] => {
    const message = textAt(error, 'validationMessage');
    const property = textAt(error, 'property') ?? '';
    const place = property.startsWith('shipments[') ? property : `shipments[${index}].${property}`;
    return message === undefined ? [] : [{ code, message, place }];
  });
  if (told.length > 0) return told;
  return [{ code, message: textAt(status, 'detail') ?? title ?? 'DHL gave no reason', place: `shipments[${index}]` }];
}

function isError(state: string | undefined): boolean {
  return state === undefined || !/warn|info/i.test(state);
}

/** `statusCode` is the older name of `status`. */
function codeOf(status: unknown): string | undefined {
  const code = numberAt(status, 'status') ?? numberAt(status, 'statusCode');
  return code === undefined ? undefined : String(code);
}
