import { Type } from '@sinclair/typebox';
import { decodeAnswer } from '../decode-answer.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';

/** What every operation of DHL Express tells of an error; with several problems the detail only says that there are. */
export const MyDhlErrorAnswer = Type.Object({
  status: Type.String(),
  /** In place of the status, in some of the document's examples. */
  code: Type.String(),
  title: Type.String(),
  message: Type.String(),
  detail: Type.String(),
  /** `7120: Required either #/outputImageProperties/...` */
  additionalDetails: Type.Array(Type.String()),
});

export function myDhlComplaints(body: unknown): CarrierComplaint[] {
  const { status, code, title, message, detail, additionalDetails } = decodeAnswer(MyDhlErrorAnswer, body);
  const several = additionalDetails.filter((each) => each !== undefined);
  const single = detail ?? message ?? title;
  const texts = several.length > 0 || single === undefined ? several : [single];
  return texts.map((text) => complaintOf(text, status ?? code));
}

/** The number before the colon is the code, and what begins with `#/` the place. */
function complaintOf(text: string, status: string | undefined): CarrierComplaint {
  const [, code = status ?? '', message = text] = /^(\d{1,8}):\s*(.+)$/su.exec(text) ?? [];
  const place = /#(?:\/[\w-]+)+/u.exec(text)?.[0];
  return { code, message, ...(place === undefined ? {} : { place }) };
}
