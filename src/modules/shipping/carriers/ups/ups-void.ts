import { Type } from '@sinclair/typebox';
import type { BookingToCancel, Canceled, Refused } from '../carrier.ts';
import { decodeAnswer } from '../decode-answer.ts';
import type { UpsContext } from './ups-account.ts';
import { askUps, UPS_VERSION } from './ups-client.ts';
import { upsRefusal } from './ups-refusal.ts';

/** The answer to `DELETE /shipments/v2409/void/cancel/{number}` (UPS Shipping API). */
export const UpsVoidAnswer = Type.Object({
  VoidShipmentResponse: Type.Object({
    SummaryResult: Type.Object({ Status: Type.Object({ Code: Type.String(), Description: Type.String() }) }),
  }),
});

const NOT_VOIDED = '0';
/** The document has no code for it. */
const ALREADY_VOID = /already (been )?voided/i;

/** Voids all packages of the shipment. */
export async function voidUpsBooking(
  { carrierBookingReference }: BookingToCancel,
  context: UpsContext,
): Promise<Canceled | Refused> {
  const path = `/shipments/${UPS_VERSION}/void/cancel/${encodeURIComponent(carrierBookingReference)}`;
  const answer = await askUps(context, { operation: 'cancel', method: 'DELETE', path });
  if (!answer.ok) {
    return answer.complaints.some(({ message }) => ALREADY_VOID.test(message))
      ? { outcome: 'canceled' }
      : upsRefusal(answer.complaints);
  }
  const { Code, Description } = decodeAnswer(UpsVoidAnswer, answer.body).VoidShipmentResponse.SummaryResult.Status;
  if (Code !== NOT_VOIDED) return { outcome: 'canceled' };
  return upsRefusal([{ code: Code, message: Description ?? 'UPS did not void the shipment' }]);
}
