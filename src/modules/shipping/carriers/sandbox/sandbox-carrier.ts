import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../../../../platform/clock.ts';
import { newId } from '../../../../platform/ids.ts';
import { normalisePostCode } from '../../../../platform/post-code.ts';
import { createSscc } from '../../labels/sscc.ts';
import type { Booked, BookingRequest, Carrier, CarrierContext } from '../carrier.ts';
import { CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { SANDBOX } from './capabilities.ts';
import { countCall, findLiveBooking, nextSerials, recordBooking, type SandboxBooking, voidBooking } from './ledger.ts';

/** GS1 keeps 952 for demonstrations, so no real parcel can carry one of these. */
const DEMO_COMPANY_PREFIX = '9521234';
const SERIAL_DIGITS = 9;

const SLOW_ANSWER_MS = 2_000;

/** What a shipment's reference asks of the sandbox by how it begins. Each strikes the first call about a booking reference; `REFUSE` every call. */
type Fault = 'REFUSE' | 'UNAVAILABLE' | 'SLOW' | 'TIMEOUT-BOOKED' | 'TIMEOUT-NOT-BOOKED' | 'GARBAGE';
const FAULT = /^SANDBOX-(REFUSE|UNAVAILABLE|SLOW|TIMEOUT-BOOKED|TIMEOUT-NOT-BOOKED|GARBAGE)/;

/**
 * A carrier that ships nothing, with a ledger of its own. It makes a new booking for each booking call, as most carriers do,
 * even under a reference that it has seen: not calling twice is its caller's work, and the ledger shows whether it was done.
 */
export function createSandboxCarrier(deps: { pool: pg.Pool; clock: Clock }): Carrier {
  const { pool, clock } = deps;

  async function makeBooking(request: BookingRequest, context: CarrierContext): Promise<Booked> {
    const serials = await nextSerials(pool, request.handlingUnits.length);
    const id = newId();
    const booking: SandboxBooking = {
      id,
      bookingReference: request.bookingReference,
      shipmentId: request.shipmentId,
      carrierBookingReference: `SBX${id.replaceAll('-', '').slice(-16).toUpperCase()}`,
      unitReferences: serials.map(ssccOf),
      bookedOn: clock(),
      voidedOn: null,
    };
    await recordBooking(pool, context.tenantId, booking, context.signal);
    return describe(booking, request, context);
  }

  return {
    ...SANDBOX,
    bookingVisibleAfterMs: 0,

    async book(request, context) {
      const fault = await faultOf(pool, request, context.tenantId);
      switch (fault) {
        case undefined:
          return makeBooking(request, context);
        case 'REFUSE':
          return { outcome: 'refused', carrierErrorCode: 'ADDR_001', carrierMessage: 'Postleitzahl ungültig' };
        case 'UNAVAILABLE':
          throw new CarrierOutcomeUnknown('The carrier answered 503 Service Unavailable');
        case 'SLOW':
          await wait(SLOW_ANSWER_MS, undefined, { signal: context.signal });
          return makeBooking(request, context);
        case 'TIMEOUT-BOOKED':
          await makeBooking(request, context);
          return neverAnswer(context.signal);
        case 'TIMEOUT-NOT-BOOKED':
          return neverAnswer(context.signal);
        case 'GARBAGE':
          await makeBooking(request, context);
          throw new CarrierOutcomeUnknown('The carrier answered 200 with a body that is not JSON: <html>…');
        default:
          return fault satisfies never;
      }
    },

    async find(request, context) {
      const booking = await findLiveBooking(pool, context.tenantId, request.bookingReference);
      return booking === undefined ? undefined : describe(booking, request, context);
    },

    async cancel(booking, context) {
      const known = await voidBooking(pool, context.tenantId, booking.carrierBookingReference, clock());
      return known
        ? { outcome: 'canceled' }
        : { outcome: 'refused', carrierErrorCode: 'BOOKING_404', carrierMessage: 'Buchung nicht gefunden' };
    },

    async verify() {
      return { outcome: 'verified' };
    },
  };
}

async function faultOf(pool: pg.Pool, request: BookingRequest, tenantId: string): Promise<Fault | undefined> {
  const fault = FAULT.exec(request.content.reference)?.[1] as Fault | undefined;
  if (fault === undefined || fault === 'REFUSE') return fault;
  return (await countCall(pool, tenantId, request.bookingReference)) === 1 ? fault : undefined;
}

async function neverAnswer(signal: AbortSignal): Promise<never> {
  // Unreferenced: a call that nobody answers must not keep a stopping process alive.
  await wait(2 ** 31 - 1, undefined, { signal, ref: false });
  throw new CarrierOutcomeUnknown('The carrier never answers');
}

function ssccOf(serial: number): string {
  return createSscc({
    extensionDigit: '3',
    companyPrefix: DEMO_COMPANY_PREFIX,
    serialReference: String(serial % 10 ** SERIAL_DIGITS).padStart(SERIAL_DIGITS, '0'),
  });
}

function registered(booking: SandboxBooking): Booked['scans'][number] {
  return {
    code: 'Registered',
    carrierCode: 'SBX-REG',
    description: 'Booking registered',
    occurredOn: booking.bookedOn,
  };
}

/** The same for one place, however its postal code was typed; of a country without codes, what a barcode of ASCII has room for. */
function routingPostCode({ countryCode, postCode = '' }: BookingRequest['content']['addresses']['receiver']): string {
  return normalisePostCode(countryCode, postCode).replaceAll(/[^A-Z0-9]/g, '');
}

function describe(booking: SandboxBooking, request: BookingRequest, context: CarrierContext): Booked {
  const { addresses, reference, instructions } = request.content;
  const { receiver, sender } = addresses;
  const routingCode = `2L${receiver.countryCode}${routingPostCode(receiver)}+${context.productCode}`;
  return {
    outcome: 'booked',
    carrierBookingReference: booking.carrierBookingReference,
    trackingUrl: `https://sandbox.invalid/track/${booking.carrierBookingReference}`,
    scans: [registered(booking)],
    units: request.handlingUnits.map((unit, index) => {
      const sscc = booking.unitReferences[index] ?? '';
      return {
        trackingReference: sscc,
        label: {
          carrierName: 'Sandbox Carrier',
          serviceName: context.serviceName,
          sscc,
          routingCode,
          trackingReference: sscc,
          bookingReference: booking.carrierBookingReference,
          shipmentReference: reference,
          ...(unit.content.reference === undefined ? {} : { handlingUnitReference: unit.content.reference }),
          sender,
          receiver,
          weightGrams: unit.weightGrams,
          ...(unit.dimensionsMillimetres === undefined ? {} : { dimensionsMillimetres: unit.dimensionsMillimetres }),
          unitNumber: unit.number,
          unitCount: request.handlingUnits.length,
          shippedOn: booking.bookedOn.toISOString().slice(0, 10),
          ...(instructions === undefined ? {} : { instructions }),
        },
      };
    }),
  };
}
