import type { DocumentFormat } from '../../../../../src/modules/shipping/carriers/capabilities.ts';
import type { BookingRequest, Carrier, CarrierContext } from '../../../../../src/modules/shipping/carriers/carrier.ts';
import { createCarrierHttpFor } from '../../../../../src/modules/shipping/carriers/http/create-http.ts';
import { createMetrics } from '../../../../../src/platform/metrics.ts';
import { type GeneratedShipment, generateShipments, type ShipmentRange } from './generate-shipments.ts';
import { type JudgedDocument, type Judgement, startJudge } from './judge.ts';
import type { PlantedFault } from './planted-faults.ts';
import type { Prism } from './prism.ts';

/** How a carrier's adapter is judged by the carrier's own documents. */
export interface Conformance {
  carrier: Carrier;
  documents: readonly JudgedDocument[];
  range: ShipmentRange;
  account: Pick<CarrierContext, 'credentials' | 'settings'>;
  /** The products that the shipments are booked as, by what they are. */
  productCode: (shipment: GeneratedShipment) => string;
  /** Everything but booking, voiding, finding, tracking, quoting and verifying that the adapter does; each is begun in its turn. */
  more?: (request: BookingRequest, context: CarrierContext) => readonly (() => Promise<unknown>)[];
  /** Planted in requests of the adapter after all have been sent; the documents must refuse each. */
  plantedFaults: readonly PlantedFault[];
  /** Numbers such as the carrier would give. */
  carrierBookingReference: string;
}

const CALL_TIMEOUT_MS = 30_000;
/** Shipments whose requests are sent beside each other, so that neither this process nor Prism's waits for the other. */
const AT_A_TIME = 3;

/** Every document that any of the conformances is judged by. */
export function documentsOf(conformances: readonly Conformance[]): string[] {
  return conformances.flatMap(({ documents }) => documents.map(({ file }) => file));
}

export interface ConformanceRun {
  /** Of the shipments, every so manieth. Default all. */
  sample?: number;
  onProgress?: (sent: number, of: number) => void;
}

/**
 * Sends every operation of the adapter for every generated shipment, then the planted faults, and answers with what the documents made of them.
 * The adapter need not make sense of the answers, which are placeholders; it is judged by what it sends.
 */
export async function runConformance(
  prism: Prism,
  conformance: Conformance,
  { sample = 1, onProgress }: ConformanceRun = {},
): Promise<Judgement[]> {
  await using judge = await startJudge(prism, conformance.documents);
  const shipments = generateShipments(conformance.range).filter((_, index) => index % sample === 0);
  const waiting = shipments.entries();
  let done = 0;
  const sendInTurn = async (): Promise<void> => {
    for (const [index, shipment] of waiting) {
      await sendAll(conformance, shipment, contextFor(conformance, shipment, judge.baseUrl, index));
      onProgress?.(++done, shipments.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, sendInTurn));
  for (const fault of conformance.plantedFaults) await judge.refuses(fault);
  return judge.judgements();
}

/** Whether every request was accepted, at least one of each operation, and every planted fault refused. */
export function isConforming({ sent, accepted, planted, plantedRefused }: Judgement): boolean {
  return sent > 0 && accepted === sent && plantedRefused === planted;
}

async function sendAll(
  { carrier, more, carrierBookingReference }: Conformance,
  { name, request }: GeneratedShipment,
  context: CarrierContext,
): Promise<void> {
  const { bookingReference, content, handlingUnits, orderedOn } = request;
  const unitReferences = handlingUnits.map(() => carrierBookingReference);
  const booking = { bookingReference, carrierBookingReference, unitReferences };
  const { sender, receiver } = content.addresses;
  const productCodes = [context.productCode];
  const canFind = carrier.capabilities.findsBy === 'booking-reference';
  const calls: readonly (() => Promise<unknown> | undefined)[] = [
    () => carrier.book(request, context),
    () => carrier.find(canFind ? request : { ...request, carrierBookingReference }, context),
    () => carrier.cancel(booking, context),
    () => carrier.track?.([{ ...booking, bookedOn: orderedOn }], context),
    () => carrier.quote?.({ ...request, sender, receiver, shipsOn: '2026-12-01', productCodes }, context),
    () => carrier.verify(context),
    ...(more?.(request, context) ?? []),
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
  // Tokens of its own, and circuits that do not stay open: no failure over a placeholder keeps a request from being judged.
  const clock = () => new Date();
  const httpFor = createCarrierHttpFor({ clock, metrics: createMetrics(), guards: { openMs: 0 } });
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
      secrets: [],
      onExchange: () => undefined,
    }),
    clock,
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS * 6),
  };
}
