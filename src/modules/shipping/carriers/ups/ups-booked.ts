import { Type } from '@sinclair/typebox';
import { documentFormat } from '../capabilities.ts';
import type { Booked, CarrierDocument } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer, type Told } from '../decode-answer.ts';

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

/** What became of a booking. @throws CarrierOutcomeUnknown when there is no number in the answer */
export function readShipAnswer(body: unknown): Booked {
  const results = decodeAnswer(UpsShipAnswer, body).ShipmentResponse.ShipmentResults;
  const packages = results.PackageResults.map(({ TrackingNumber, ShippingLabel, Form: forms }) => ({
    trackingReference: TrackingNumber,
    label: ShippingLabel.GraphicImage,
    forms,
  }));
  return booked(results.ShipmentIdentificationNumber, packages, results.Form);
}

/** The booking whose labels are asked for again. @throws CarrierOutcomeUnknown when there is no number in the answer */
export function readRecoveryAnswer(body: unknown): Booked {
  const results = decodeAnswer(UpsRecoveryAnswer, body).LabelRecoveryResponse;
  const packages = results.LabelResults.map(({ TrackingNumber, LabelImage, Form: forms }) => ({
    trackingReference: TrackingNumber,
    label: LabelImage.GraphicImage,
    forms,
  }));
  return booked(results.ShipmentIdentificationNumber, packages, results.Form);
}

type ToldForm = Told<typeof Form>;

interface ToldPackage {
  trackingReference: string | undefined;
  label: Uint8Array | undefined;
  forms: readonly ToldForm[];
}

function booked(
  shipmentNumber: string | undefined,
  packages: readonly ToldPackage[],
  forms: readonly ToldForm[],
): Booked {
  const units = packages.flatMap(({ trackingReference }) =>
    trackingReference === undefined ? [] : [{ trackingReference }],
  );
  const carrierBookingReference = shipmentNumber ?? units[0]?.trackingReference;
  if (carrierBookingReference === undefined || units.length < packages.length || units.length === 0) {
    throw new CarrierOutcomeUnknown('UPS answered without tracking numbers');
  }
  return {
    outcome: 'booked',
    carrierBookingReference,
    trackingUrl: `https://www.ups.com/track?tracknum=${encodeURIComponent(carrierBookingReference)}`,
    units,
    documents: [
      ...packages.flatMap(labelOf),
      ...[...forms, ...packages.flatMap((each) => each.forms)].flatMap(paperOf),
    ],
    scans: [],
  };
}

function labelOf({ label: content }: ToldPackage, unitIndex: number): CarrierDocument[] {
  const format = content && documentFormat(content);
  return content === undefined || format === undefined ? [] : [{ kind: 'label', format, unitIndex, content }];
}

function paperOf({ Image: { GraphicImage: content } }: ToldForm): CarrierDocument[] {
  const format = content && documentFormat(content);
  return content === undefined || format === undefined ? [] : [{ kind: 'commercial-invoice', format, content }];
}
