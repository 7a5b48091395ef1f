import { Type } from '@sinclair/typebox';
import type { BookingToCancel, Canceled, Refused } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer } from '../decode-answer.ts';
import type { CarrierComplaint } from '../http/carrier-http.ts';
import type { UpsContext } from './ups-account.ts';
import { askUps, UPS_VERSION } from './ups-client.ts';
import { upsRefusal } from './ups-refusal.ts';

const Status = Type.Object({ Code: Type.String(), Description: Type.String() });

/** The answer to `DELETE /shipments/v2409/void/cancel/{number}` (UPS Shipping API). */
export const UpsVoidAnswer = Type.Object({
  VoidShipmentResponse: Type.Object({
    Response: Type.Object({ ResponseStatus: Status }),
    SummaryResult: Type.Object({ Status }),
    PackageLevelResults: Type.Array(Type.Object({ Status })),
  }),
});

/** Shipping v2409, of a package: "1 = Voided or Already Voided; 0 = Not Voided". Of the whole it names no codes; they are taken for the same. */
const VOIDED = '1';
const NOT_VOIDED = '0';
/** The document has no code for an error that says so. */
const ALREADY_VOID = /already (been )?voided/i;

/**
 * Voids all packages of the shipment. It is void only where UPS says so of the whole and of every package that it tells of, and is not only where
 * it says that of all of them. @throws CarrierOutcomeUnknown for everything else, of packages that are void in part, too
 */
export async function voidUpsBooking(
  { carrierBookingReference }: BookingToCancel,
  context: UpsContext,
): Promise<Canceled | Refused> {
  const path = `/shipments/${UPS_VERSION}/void/cancel/${encodeURIComponent(carrierBookingReference)}`;
  const answer = await askUps(context, { operation: 'cancel', method: 'DELETE', path });
  if (!answer.ok) return notVoided(answer.complaints);
  const { Response, SummaryResult, PackageLevelResults } = decodeAnswer(
    UpsVoidAnswer,
    answer.body,
  ).VoidShipmentResponse;
  const { Code, Description = 'UPS did not void the shipment' } = SummaryResult.Status;
  const codes = [Code, ...PackageLevelResults.flatMap(({ Status: each }) => each.Code ?? [])];
  const { Code: success = '1' } = Response.ResponseStatus;
  if (success === '1' && codes.every((code) => code === VOIDED)) return { outcome: 'canceled' };
  if (codes.every((code) => code === NOT_VOIDED)) return notVoided([{ code: NOT_VOIDED, message: Description }]);
  throw new CarrierOutcomeUnknown(`UPS did not say whether it has voided all of ${carrierBookingReference}`);
}

function notVoided(complaints: readonly [CarrierComplaint, ...CarrierComplaint[]]): Canceled | Refused {
  return complaints.some(({ message }) => ALREADY_VOID.test(message))
    ? { outcome: 'canceled' }
    : upsRefusal(complaints);
}
