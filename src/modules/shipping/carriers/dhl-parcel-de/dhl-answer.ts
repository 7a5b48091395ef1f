import { Type } from '@sinclair/typebox';
import type { Told } from '../decode-answer.ts';

/** What DHL says about a request, or about one shipment of it. `statusCode` is the older name of `status`. */
export const DhlStatus = Type.Object({
  title: Type.String(),
  status: Type.Number(),
  statusCode: Type.Number(),
  detail: Type.String(),
});

/** ZPL is text in which blanks count, and all else is base64. */
const Paper = Type.Object({ zpl2: Type.Unknown(), b64: Type.Uint8Array() });

const ValidationMessage = Type.Object({
  property: Type.String(),
  validationMessage: Type.String(),
  validationState: Type.String(),
});

const Item = Type.Object({
  sstatus: DhlStatus,
  shipmentNo: Type.String(),
  /** Ours. */
  shipmentRefNo: Type.String(),
  label: Paper,
  returnLabel: Paper,
  customsDoc: Paper,
  validationMessages: Type.Array(ValidationMessage),
});

/** Of `/orders`, to whatever was asked: one item for each shipment, in the request's order. 401, 404 and 429 are a bare `DhlStatus`. */
export const DhlAnswer = Type.Object({ status: DhlStatus, items: Type.Array(Item) });

export type ToldStatus = Told<typeof DhlStatus>;
export type ToldPaper = Told<typeof Paper>;
export type ToldItem = Told<typeof Item>;
export type ToldMessage = Told<typeof ValidationMessage>;
