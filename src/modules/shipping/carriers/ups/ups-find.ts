import { type Static, Type } from '@sinclair/typebox';
import type { Booked, BookingToFind } from '../carrier.ts';
import { CarrierAnswerUnclear } from '../carrier-outcome.ts';
import { type UpsContext, UpsSettings } from './ups-account.ts';
import { bookedOfRecovery, readRecoveryAnswer, type UpsToldBooking } from './ups-booked.ts';
import { askUps } from './ups-client.ts';
import { UpsLabelSpecification, upsLabelSpecification } from './ups-label-specification.ts';

/**
 * Of the Label Recovery API, whose versions are others (document of 21 Jul 2026: v1, v1701, V1903, and v2603 for Roadie), written as there.
 * It is the first that gives the International Forms again, too; `SubVersion` says the same.
 */
const VERSION = 'V1903';

/** The body of `POST /labels/V1903/recovery` (UPS Shipping API). */
export const UpsRecoveryRequest = Type.Object({
  LabelRecoveryRequest: Type.Object({
    Request: Type.Object({ RequestOption: Type.Literal('Non_Validate'), SubVersion: Type.Literal('1903') }),
    LabelSpecification: UpsLabelSpecification,
    // Of Roadie; the document demands it.
    TrackingNumbers: Type.Array(Type.Never(), { maxItems: 0 }),
    TrackingNumber: Type.Optional(Type.String()),
    ReferenceValues: Type.Object({
      ReferenceNumber: Type.Object({ Value: Type.String() }),
      ShipperNumber: UpsSettings.properties.accountNumber,
    }),
  }),
});

// The document has no code for it. A wrong guess that there is no label would book twice: it must be a label, a shipment or its
// number that is not there, and not the account or anything else.
const THING = '(label|shipment|package|record|tracking number|reference number)s?';
const NO_LABEL = new RegExp(
  `^no ${THING}\\b.* (found|exists?)\\b|^(the |that )?${THING}\\b.* (not (be )?found|does not exist)|^unable to (find|locate) (the |a |any )?${THING}\\b`,
  'i',
);

/** Packages whose labels are asked for beside each other. */
const AT_A_TIME = 4;

/**
 * The booking whose labels UPS gives again. Asked by a number, the document promises the label of that package alone: where the units'
 * numbers are known, those that are still without a label are asked for by their own, or by our reference where they have none.
 * @throws CarrierAnswerUnclear when UPS does not say that it has none
 */
export async function findUpsBooking(request: BookingToFind, context: UpsContext): Promise<Booked | undefined> {
  const { carrierBookingReference, unitReferences } = request;
  const first = await recoverLabels(carrierBookingReference, request, context);
  const answers = first === undefined ? [] : [first];
  if (unitReferences !== undefined) {
    const { documents = [] } = bookedOfRecovery(request, answers);
    const labelled = new Set(documents.map(({ unitIndex }) => unitIndex));
    const unlabelled = unitReferences.filter((_, index) => !labelled.has(index));
    const waiting = new Set(unlabelled.map((own) => (own === carrierBookingReference ? undefined : own))).values();
    const askInTurn = async (): Promise<void> => {
      for (const own of waiting) {
        const answer = await recoverLabels(own, request, context);
        if (answer !== undefined) answers.push(answer);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, askInTurn));
  }
  return answers.length === 0 ? undefined : bookedOfRecovery(request, answers);
}

async function recoverLabels(
  number: string | undefined,
  { bookingReference }: BookingToFind,
  context: UpsContext,
): Promise<UpsToldBooking | undefined> {
  const json = recoveryRequest(number, bookingReference, context);
  const answer = await askUps(context, {
    operation: 'find',
    method: 'POST',
    path: `/labels/${VERSION}/recovery`,
    json,
  });
  if (answer.ok) return readRecoveryAnswer(answer.body);
  if (answer.complaints.every(({ message }) => NO_LABEL.test(message))) return undefined;
  const [{ code, message }] = answer.complaints;
  throw new CarrierAnswerUnclear(`UPS did not say whether it has a label: ${code} ${message}`);
}

function recoveryRequest(
  number: string | undefined,
  bookingReference: string,
  context: UpsContext,
): Static<typeof UpsRecoveryRequest> {
  return {
    LabelRecoveryRequest: {
      Request: { RequestOption: 'Non_Validate', SubVersion: '1903' },
      LabelSpecification: upsLabelSpecification(context),
      TrackingNumbers: [],
      ...(number === undefined ? {} : { TrackingNumber: number }),
      ReferenceValues: {
        ReferenceNumber: { Value: bookingReference },
        ShipperNumber: context.settings.accountNumber,
      },
    },
  };
}
