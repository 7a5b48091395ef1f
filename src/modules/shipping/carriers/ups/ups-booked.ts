import { at, bytesAt, listAt, textAt } from '../answer-reader.ts';
import { documentFormat } from '../capabilities.ts';
import type { Booked, CarrierDocument } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';

/** The answer to `POST /shipments/v2409/ship`. @throws CarrierOutcomeUnknown when there is no number in it */
export function readShipAnswer(body: unknown): Booked {
  const results = at(body, 'ShipmentResponse', 'ShipmentResults');
  const packages = listAt(results, 'PackageResults');
  const labels = packages.map((each) => ({
    trackingReference: textAt(each, 'TrackingNumber'),
    label: at(each, 'ShippingLabel'),
    formatCode: textAt(each, 'ShippingLabel', 'ImageFormat', 'Code'),
    receipt: at(each, 'ShippingReceipt'),
  }));
  return booked(textAt(results, 'ShipmentIdentificationNumber'), labels, [
    ...formsOf(listAt(results, 'Form')),
    ...formsOf(packages.flatMap((each) => listAt(each, 'Form'))),
  ]);
}

/** The answer to `POST /labels/V1903/recovery`. @throws CarrierOutcomeUnknown when there is no number in it */
export function readRecoveryAnswer(body: unknown): Booked {
  const response = at(body, 'LabelRecoveryResponse');
  const results = listAt(response, 'LabelResults');
  const labels = results.map((each) => ({
    trackingReference: textAt(each, 'TrackingNumber'),
    label: at(each, 'LabelImage'),
    formatCode: textAt(each, 'LabelImage', 'LabelImageFormat', 'Code'),
  }));
  return booked(textAt(response, 'ShipmentIdentificationNumber'), labels, [
    ...formsOf(listAt(response, 'Form')),
    ...formsOf(results.flatMap((each) => listAt(each, 'Form'))),
  ]);
}

interface PackageAnswer {
  trackingReference: string | undefined;
  label: unknown;
  formatCode: string | undefined;
}

function booked(
  shipmentNumber: string | undefined,
  packages: readonly PackageAnswer[],
  papers: readonly CarrierDocument[],
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
    documents: [...packages.flatMap(labelOf), ...papers],
    scans: [],
  };
}

function labelOf({ label, formatCode }: PackageAnswer, unitIndex: number): CarrierDocument[] {
  const content = bytesAt(label, 'GraphicImage');
  const format = documentFormat(formatCode ?? 'GIF');
  return content === undefined || format === undefined ? [] : [{ kind: 'label', format, unitIndex, content }];
}

function formsOf(forms: readonly unknown[]): CarrierDocument[] {
  return forms.flatMap((form) => {
    const content = bytesAt(form, 'Image', 'GraphicImage');
    const format = documentFormat(textAt(form, 'Image', 'ImageFormat', 'Code') ?? 'PDF');
    return content === undefined || format === undefined ? [] : [{ kind: 'commercial-invoice', format, content }];
  });
}
