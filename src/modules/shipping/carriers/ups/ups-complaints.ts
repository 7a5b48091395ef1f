import { Type } from '@sinclair/typebox';
import { decodeAnswer } from '../decode-answer.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';

/** What every API of UPS tells of an error. */
export const UpsErrorAnswer = Type.Object({
  response: Type.Object({ errors: Type.Array(Type.Object({ code: Type.String(), message: Type.String() })) }),
});

export function upsComplaints(body: unknown): CarrierComplaint[] {
  return decodeAnswer(UpsErrorAnswer, body).response.errors.flatMap(({ code, message }) => {
    if (message === undefined && code === undefined) return [];
    return [{ code: code ?? '', message: message ?? `UPS error ${code}` }];
  });
}
