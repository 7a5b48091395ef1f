import type { DocumentFormat } from '../../../../../src/modules/shipping/carriers/capabilities.ts';
import type { BookingRequest, Carrier, CarrierContext } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { createCarrierHttpFor } from '../../../../../src/modules/shipping/carriers/http/create-http.ts';
import { createMetrics } from '../../../../../src/platform/metrics.ts';
import { type GeneratedShipment, generateShipments, type ShipmentRange } from './generate-shipments.ts';
import { type JudgedDocument, type Judgement, startJudge } from './prism.ts';

/** How a carrier's adapter is judged by the carrier's own documents. */
export interface Conformance {
  carrier: Carrier;
  documents: readonly JudgedDocument[];
  range: ShipmentRange;
  account: Pick<CarrierContext, 'credentials' | 'settings'>;
  /** The products that the shipments are booked as, by what they are. */
  productCode: (shipment: GeneratedShipment) => string;
  /** Everything but booking, voiding, finding, tracking, quoting and verifying that the adapter does. */
  more?: (request: BookingRequest, context: CarrierContext) => readonly Promise<unknown>[];
  /** Numbers such as the carrier would give. */
  carrierBookingReference: string;
}

const CALL_TIMEOUT_MS = 30_000;

/**
 * Sends every operation of the adapter for every generated shipment and answers with what the documents accepted. The adapter need not make
 * sense of the answers, which are placeholders; it is judged by what it sends.
 * @param sample of the shipments, every so manieth; default all
 */
export async function runConformance(
  documentsDirectory: string,
  conformance: Conformance,
  sample = 1,
): Promise<Judgement[]> {
  await using judge = await startJudge(documentsDirectory, conformance.documents);
  for (const [index, shipment] of generateShipments(conformance.range).entries()) {
    if (index % sample !== 0) continue;
    await sendAll(conformance, shipment, contextFor(conformance, shipment, judge.baseUrl, index));
  }
  return judge.judgements();
}

async function sendAll(
  { carrier, more, carrierBookingReference }: Conformance,
  { name, request }: GeneratedShipment,
  context: CarrierContext,
): Promise<void> {
  const { bookingReference, content, handlingUnits, shippedOn, needsCustoms } = request;
  const unitReferences = handlingUnits.map(() => carrierBookingReference);
  const booking = { bookingReference, carrierBookingReference, unitReferences };
  const { sender, receiver } = content.addresses;
  const productCodes = [context.productCode];
  const canFind = carrier.capabilities.findsBy === 'booking-reference';
  const calls: readonly (() => Promise<unknown> | undefined)[] = [
    () => carrier.book(request, context),
    () => carrier.find(canFind ? request : { ...request, carrierBookingReference }, context),
    () => carrier.cancel(booking, context),
    () =>
      carrier.capabilities.trackingBatch > 0
        ? carrier.track([{ ...booking, bookedOn: shippedOn }], context)
        : undefined,
    () => carrier.quote?.({ sender, receiver, handlingUnits, shippedOn, needsCustoms, productCodes }, context),
    () => carrier.verify(context),
    ...(more?.(request, context) ?? []).map((call) => () => call),
  ];
  for (const call of calls) {
    await call()?.catch((error: unknown) => {
      // What it makes of a placeholder is no matter; a fault of its own is.
      if (error instanceof TypeError || error instanceof RangeError)
        throw new Error(`${carrier.name}, ${name}`, { cause: error });
    });
  }
}

function contextFor(
  { carrier, account, productCode }: Conformance,
  shipment: GeneratedShipment,
  baseUrl: string,
  index: number,
): CarrierContext {
  const formats = carrier.capabilities.labelFormats;
  const labelFormat: DocumentFormat = formats[index % formats.length] ?? 'pdf';
  // Circuits and tokens of its own: one refusal must not keep the next shipment from being judged.
  const httpFor = createCarrierHttpFor({ clock: () => new Date(), metrics: createMetrics() });
  return {
    ...account,
    tenantId: '01a200da-fb25-70a4-887f-831d4eb0607a',
    productCode: productCode(shipment),
    serviceName: 'Standard',
    baseUrl,
    labelFormat,
    http: httpFor({
      key: { tenantId: '01a200da-fb25-70a4-887f-831d4eb0607a', carrier: carrier.name },
      personalData: [],
      onExchange: () => undefined,
    }),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS * 6),
  };
}
