import { type Static, Type } from '@sinclair/typebox';
import { documentFormat } from '../capabilities.ts';
import type { Booked, BookingToFind, CarrierDocument } from '../carrier.ts';
import { CarrierAnswerUnclear, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';
import { knownByReferences, knownByShipment, placePackages, type ToldPackage } from './ups-units.ts';

const GraphicImage = Type.Uint8Array();
const Form = Type.Object({ Image: Type.Object({ GraphicImage }) });

/** The answer to `POST /shipments/v2409/ship` (UPS Shipping API). */
export const UpsShipAnswer = Type.Object({
  ShipmentResponse: Type.Object({
    ShipmentResults: Type.Object({
      ShipmentIdentificationNumber: Type.String(),
      PackageResults: Type.Array(
        Type.Object({
          TrackingNumber: Type.String(),
          ShippingLabel: Type.Object({ GraphicImage }),
          Form: Type.Array(Form),
        }),
      ),
      Form: Type.Array(Form),
    }),
  }),
});

/** The answer to `POST /labels/V1903/recovery` (UPS Shipping API). */
export const UpsRecoveryAnswer = Type.Object({
  LabelRecoveryResponse: Type.Object({
    ShipmentIdentificationNumber: Type.String(),
    LabelResults: Type.Array(
      Type.Object({
        TrackingNumber: Type.String(),
        LabelImage: Type.Object({ GraphicImage }),
        Form: Type.Array(Form),
      }),
    ),
    Form: Type.Array(Form),
  }),
});

/** What an answer tells of a booking, whichever it is. */
export interface UpsToldBooking {
  shipmentNumber: string | undefined;
  packages: readonly ToldPackage[];
  papers: readonly CarrierDocument[];
}

/**
 * The answer to a booking. A unit whose number it does not tell is known by the shipment's; labels that it lacks are asked for again.
 * @throws CarrierOutcomeUnknown when there is no number in it
 */
export function readShipAnswer(body: unknown, unitCount: number): Booked {
  const results = decodeAnswer(UpsShipAnswer, body).ShipmentResponse.ShipmentResults;
  const packages = results.PackageResults.map(({ TrackingNumber, ShippingLabel, Form: forms }) =>
    toldPackage(TrackingNumber, ShippingLabel.GraphicImage, forms),
  );
  const told = toldBooking(results.ShipmentIdentificationNumber, packages, results.Form);
  const number = told.shipmentNumber ?? firstNumber(packages);
  if (number === undefined) throw new CarrierOutcomeUnknown('UPS answered without tracking numbers');
  return bookedUnder(number, knownByShipment(unitCount, packages, number), told);
}

/** The answer to a label recovery. @throws CarrierAnswerUnclear when there is neither a number nor a label in it */
export function readRecoveryAnswer(body: unknown): UpsToldBooking {
  const results = decodeAnswer(UpsRecoveryAnswer, body).LabelRecoveryResponse;
  const packages = results.LabelResults.map(({ TrackingNumber, LabelImage, Form: forms }) =>
    toldPackage(TrackingNumber, LabelImage.GraphicImage, forms),
  );
  const told = toldBooking(results.ShipmentIdentificationNumber, packages, results.Form);
  const tellsNothing = packages.every(({ number, label }) => number === undefined && label === undefined);
  if (told.shipmentNumber === undefined && tellsNothing) {
    throw new CarrierAnswerUnclear('UPS answered without tracking numbers and labels');
  }
  return told;
}

/** The booking that recovered labels are of, each label with the unit whose number it has. @throws CarrierAnswerUnclear when nobody knows a number */
export function bookedOfRecovery(request: BookingToFind, answers: readonly UpsToldBooking[]): Booked {
  const { handlingUnits, carrierBookingReference, unitReferences } = request;
  const packages = answers.flatMap((answer) => answer.packages);
  const toldNumber = answers.find(({ shipmentNumber }) => shipmentNumber !== undefined)?.shipmentNumber;
  const number =
    unitReferences === undefined
      ? (toldNumber ?? carrierBookingReference ?? firstNumber(packages))
      : (carrierBookingReference ?? toldNumber);
  if (number === undefined) throw new CarrierAnswerUnclear('UPS gave labels without tracking numbers');
  const papers = answers.flatMap((answer) => answer.papers);
  const known =
    unitReferences === undefined
      ? knownByShipment(handlingUnits.length, packages, number)
      : knownByReferences(unitReferences, number);
  return bookedUnder(number, known, { packages, papers });
}

function bookedUnder(
  number: string,
  known: readonly (string | undefined)[],
  { packages, papers }: Pick<UpsToldBooking, 'packages' | 'papers'>,
): Booked {
  const placed = placePackages(packages, known);
  const labels = placed.flatMap((each, unitIndex) => (each?.label === undefined ? [] : [{ ...each.label, unitIndex }]));
  return {
    outcome: 'booked',
    carrierBookingReference: number,
    trackingUrl: `https://www.ups.com/track?tracknum=${encodeURIComponent(number)}`,
    units: known.map((own, index) => ({ trackingReference: placed[index]?.number ?? own ?? number })),
    documents: [...labels, ...papers, ...packages.flatMap((each) => each.papers)],
    scans: [],
  };
}

function toldBooking(
  shipmentNumber: string | undefined,
  packages: readonly ToldPackage[],
  forms: readonly Told<typeof Form>[],
): UpsToldBooking {
  return { shipmentNumber, packages, papers: forms.flatMap(paperOf) };
}

function toldPackage(
  number: string | undefined,
  image: Static<typeof GraphicImage> | undefined,
  forms: readonly Told<typeof Form>[],
): ToldPackage {
  const [label] = documentOf('label', image);
  return { number, label, papers: forms.flatMap(paperOf) };
}

function paperOf({ Image }: Told<typeof Form>): CarrierDocument[] {
  return documentOf('commercial-invoice', Image.GraphicImage);
}

/** None for an image that is no document. */
function documentOf(kind: CarrierDocument['kind'], content: Uint8Array | undefined): CarrierDocument[] {
  const format = content && documentFormat(content);
  return content === undefined || format === undefined ? [] : [{ kind, format, content }];
}

function firstNumber(packages: readonly ToldPackage[]): string | undefined {
  return packages.find(({ number }) => number !== undefined)?.number;
}
