import { ProblemError, type ProblemField, problemField } from '../../platform/problem.ts';
import { CarrierNotReached, CredentialsUnreadable } from './carriers/carrier-outcome.ts';

/** @param remedy what to do instead, where the allowed transitions do not say it */
export function invalidStateTransition(
  action: string,
  currentStatus: string,
  allowedTransitions: readonly string[],
  remedy?: string,
): ProblemError {
  const hint =
    currentStatus === 'Ordered'
      ? '. Its booking is under way: read the shipment until it is Accepted or Declined, then repeat. If the carrier cannot be reached at all, give the booking up with PUT /shipments/{id}/booking-outcome'
      : remedy === undefined
        ? ''
        : `. ${remedy}`;
  return new ProblemError({
    type: 'invalid-state-transition',
    status: 409,
    title: 'Invalid State Transition',
    detail: `Cannot ${action} shipment in '${currentStatus}' status${hint}`,
    extensions: { currentStatus, allowedTransitions },
    // It passes: the booking is settled within seconds, or when the carrier is back.
    headers: currentStatus === 'Ordered' ? { 'retry-after': '5' } : {},
  });
}

/** What to do in each status in which no parcel is on its way with a carrier. */
const WAYS_TO_SCANS: Readonly<Record<string, string>> = {
  Created: 'Nothing is booked: order it first.',
  Declined: 'The carrier declined it: reset it, correct what was declined, and order it anew.',
  Canceled:
    'It was canceled without a booking: reset it and order it, or record the scan of the shipment that was booked.',
};

export function notBooked(currentStatus: string, allowedTransitions: readonly string[]): ProblemError {
  return invalidStateTransition('record a scan of', currentStatus, allowedTransitions, WAYS_TO_SCANS[currentStatus]);
}

export interface CarrierFailure {
  /** The profile's reference, as the caller knows it. */
  carrier: string;
  carrierErrorCode: string;
  carrierMessage: string;
  errors?: readonly ProblemField[];
  retryable?: boolean;
  fault?: 'profile';
}

/** The carrier's no: about what it was asked, or about the account with which it was asked. */
export function carrierError(failure: CarrierFailure, action: 'booking' | 'cancellation' | 'label'): ProblemError {
  const { fault, retryable = false, ...told } = failure;
  const extensions = { ...told, retryable };
  if (fault === 'profile') {
    return new ProblemError({
      type: 'carrier-account-rejected',
      status: 422,
      title: 'Carrier Account Rejected',
      detail: `${failure.carrier} does not accept the account of the carrier profile, so that there was no ${action}: ${failure.carrierMessage}. The request is not at fault: mend the profile's credentials, check them with PUT /carrier-profiles/{id}/verification, and repeat.`,
      extensions,
    });
  }
  return new ProblemError({
    type: 'carrier-error',
    status: 422,
    title: 'Carrier Rejected Request',
    detail: `${failure.carrier} rejected ${action}: ${failure.carrierMessage}`,
    extensions,
  });
}

/** @param more for the caller to read beside the detail */
export function carrierUnavailable(carrier: string, detail: string, cause?: unknown, more: object = {}): ProblemError {
  return new ProblemError({
    type: 'carrier-unavailable',
    status: 503,
    title: 'Carrier Unavailable',
    detail,
    extensions: { carrier, ...more },
    headers: { 'retry-after': '5' },
    cause,
  });
}

const CREDENTIALS_REMEDY =
  'the credentials of the carrier profile cannot be read, as they were kept under another secret key. Give them anew with PUT /carrier-profiles/{id}.';

export function credentialsUnreadable(reference: string, cause?: unknown): ProblemError {
  return new ProblemError({
    type: 'credentials-unreadable',
    status: 409,
    title: 'Credentials Unreadable',
    detail: `'${reference}' was not asked: ${CREDENTIALS_REMEDY}`,
    extensions: { carrier: reference },
    cause,
  });
}

export function bookingOutcomeUnknown(carrier: string, cause?: unknown): ProblemError {
  if (cause instanceof CredentialsUnreadable) {
    const notAsked = `${carrier} was not asked, and surely has not booked the shipment: ${CREDENTIALS_REMEDY} The shipment stays Ordered and is booked then; read it to see the outcome. To give it up, tell 'not-booked' with PUT /shipments/{id}/booking-outcome.`;
    return carrierUnavailable(carrier, notAsked, cause);
  }
  if (cause instanceof CarrierNotReached) {
    const notReached = `${carrier} could not be reached, and surely has not booked the shipment. It stays Ordered and is booked as soon as the carrier can be reached; read it to see the outcome. To give it up, tell 'not-booked' with PUT /shipments/{id}/booking-outcome.`;
    return carrierUnavailable(carrier, notReached, cause);
  }
  const detail = `${carrier} did not say whether it booked the shipment. It stays Ordered while the carrier is asked; read it to see the outcome. Do not create it anew.`;
  return carrierUnavailable(carrier, detail, cause);
}

/** Of a booking that stands. */
export function labelsUnknown(carrier: string, carrierBookingReference: string, cause?: unknown): ProblemError {
  const detail = `${carrier} booked the shipment as ${carrierBookingReference} without all labels, and did not give them when it was asked again. The booking stands; repeat. If this goes on, print the labels from the carrier's portal, or cancel the shipment.`;
  return carrierUnavailable(carrier, detail, cause, { carrierBookingReference });
}

export function voidingOutcomeUnknown(carrier: string, cause?: unknown): ProblemError {
  if (cause instanceof CredentialsUnreadable) {
    const notAsked = `${carrier} was not asked to void the booking: ${CREDENTIALS_REMEDY} It is voided then; read the shipment to see the outcome.`;
    return carrierUnavailable(carrier, notAsked, cause);
  }
  const detail = `${carrier} did not say whether it voided the booking. It is asked again until it answers. Meanwhile the consignment says \`voidingFor\`, scans are refused, and no label is to be used; read the shipment to see the outcome.`;
  return carrierUnavailable(carrier, detail, cause);
}

/** While a voiding that was begun before has not ended. */
export function beingVoided(): ProblemError {
  return new ProblemError({
    type: 'concurrent-change',
    status: 409,
    title: 'Concurrent Change',
    detail:
      'The booking is being voided, and the carrier has not said yet whether it is void. It is asked until it answers: then the shipment is canceled or reset, or `Accepted` as before. Its consignment says `voidingFor` meanwhile. Repeat this afterwards.',
    headers: { 'retry-after': '5' },
  });
}

export function notHeld(currentStatus: string): ProblemError {
  return new ProblemError({
    type: 'not-held',
    status: 409,
    title: 'Not Held',
    detail: `The shipment is '${currentStatus}' and waits for no person: only a shipment with a \`hold\` takes a booking outcome, and \`not-booked\` also one whose carrier was surely never reached.`,
    extensions: { currentStatus },
  });
}

export function unknownCarrierBooking(carrier: string, carrierBookingReference: string): ProblemError {
  return new ProblemError({
    type: 'unknown-carrier-booking',
    status: 422,
    title: 'Unknown Carrier Booking',
    detail: `${carrier} has no live booking '${carrierBookingReference}' for this account. Check the number in the carrier's portal.`,
    extensions: { carrier, carrierBookingReference },
  });
}

export function testTokenLiveCarrier(carrier: string): ProblemError {
  return new ProblemError({
    type: 'test-token-live-carrier',
    status: 403,
    title: 'Test Token',
    detail: `'${carrier}' is a live carrier, and a test token reaches sandbox carriers only. Use a live token, or a sandbox profile.`,
    extensions: { carrier },
  });
}

export function unknownCarrier(reference: string, available: readonly string[]): ProblemError {
  const detail = `There is no carrier profile '${reference}'. ${listOf('Available', available)}`;
  return new ProblemError({
    type: 'unknown-carrier',
    status: 422,
    title: 'Unknown Carrier',
    detail,
    extensions: { availableCarriers: available, errors: [problemField(['carrierReference'], detail)] },
  });
}

export function unknownServiceLevel(carrier: string, reference: string, available: readonly string[]): ProblemError {
  const detail = `Carrier profile '${carrier}' has no service level '${reference}'. ${listOf('It offers', available)}`;
  return new ProblemError({
    type: 'unknown-service-level',
    status: 422,
    title: 'Unknown Service Level',
    detail,
    extensions: {
      carrier,
      availableServiceLevels: available,
      errors: [problemField(['serviceLevelReference'], detail)],
    },
  });
}

export function countryNotServed(carrier: string, countryCode: string, served: readonly string[]): ProblemError {
  const detail = `Carrier profile '${carrier}' does not deliver to ${countryCode}. ${listOf('It serves', served)}`;
  return new ProblemError({
    type: 'country-not-served',
    status: 422,
    title: 'Country Not Served',
    detail,
    extensions: {
      carrier,
      servedCountries: served,
      errors: [problemField(['addresses', 'receiver', 'countryCode'], detail)],
    },
  });
}

export function carrierCannot(carrier: string, errors: readonly ProblemField[]): ProblemError {
  return new ProblemError({
    type: 'carrier-cannot',
    status: 422,
    title: 'Carrier Cannot Do This',
    detail: `${errors[0]?.field ?? carrier}: ${errors[0]?.message ?? 'the carrier cannot do this.'}`,
    extensions: { carrier, errors },
  });
}

export function customsDataRequired(errors: readonly ProblemField[]): ProblemError {
  return new ProblemError({
    type: 'customs-data-required',
    status: 422,
    title: 'Customs Data Required',
    detail: `This lane leaves a customs territory. ${errors[0]?.field ?? 'customs'}: ${errors[0]?.message ?? 'is required.'}`,
    extensions: { errors },
  });
}

/** What to do in each status to get labels. */
const WAYS_TO_LABELS: Readonly<Record<string, string>> = {
  Created: 'Order it first',
  Ordered: 'Its booking is under way: read the shipment until that is settled',
  Declined: 'Reset it, correct what the carrier declined, and order it anew',
  Canceled: 'Reset it and order it anew',
};

export function labelsNotAvailable(currentStatus: string): ProblemError {
  return new ProblemError({
    type: 'labels-not-available',
    status: 409,
    title: 'Labels Not Available',
    detail: `A shipment in '${currentStatus}' status has no labels. ${WAYS_TO_LABELS[currentStatus] ?? 'Order it'}; labels are there once it is Accepted.`,
    extensions: { currentStatus },
  });
}

/** Of a booking that stands. */
export function labelsNotGiven(
  currentStatus: string,
  carrier: string,
  carrierBookingReference: string,
  handlingUnitNumbers: readonly number[],
): ProblemError {
  const units = handlingUnitNumbers.slice(0, 20).join(', ');
  return new ProblemError({
    type: 'labels-not-available',
    status: 409,
    title: 'Labels Not Available',
    detail: `${carrier} booked the shipment as ${carrierBookingReference} and gave no label for handling unit ${units} (or none in the format of the others), nor when it was asked again. The booking stands: print the labels from the carrier's portal, get those that there are by GET /shipments/{id}/documents, or cancel the shipment.`,
    extensions: { currentStatus, carrier, carrierBookingReference, handlingUnitNumbers },
  });
}

/** Of a booking whose labels are there, each as the carrier gave it. */
export function labelsNotPutTogether(currentStatus: string, format: string, cause: unknown): ProblemError {
  return new ProblemError({
    type: 'labels-not-available',
    status: 409,
    title: 'Labels Not Available',
    detail: `The carrier's labels cannot be put together as ${format}: one of them cannot be read. Get each as the carrier gave it by GET /shipments/{id}/documents, or print them from the carrier's portal. The booking stands.`,
    extensions: { currentStatus },
    cause,
  });
}

/** Nobody reads it: the caller hung up. The status is the one that proxies log for this. */
export function callerLeft(cause: unknown): ProblemError {
  return new ProblemError({
    type: 'client-closed-request',
    status: 499,
    title: 'Client Closed Request',
    detail: 'The caller closed the connection before the labels were drawn.',
    cause,
  });
}

/** The carrier's own labels cannot be turned into what was asked for. */
export function carrierLabelFormat(asked: string, available: readonly string[]): ProblemError {
  return new ProblemError({
    type: 'not-acceptable',
    status: 406,
    title: 'Not Acceptable',
    detail: `The carrier gave the labels of this booking in another form than ${asked}. ${listOf('Available', available)} The carrier profile's labelFormat decides for the next booking.`,
    extensions: { availableFormats: available },
  });
}

export function labelFormatNotAvailable(asked: string, available: readonly string[]): ProblemError {
  return new ProblemError({
    type: 'not-acceptable',
    status: 406,
    title: 'Not Acceptable',
    detail: `There is no label as ${asked}. ${listOf('Available', available)}`,
    extensions: { availableFormats: available },
  });
}

export function referenceTaken(reference: string): ProblemError {
  return new ProblemError({
    type: 'reference-taken',
    status: 409,
    title: 'Reference Taken',
    detail: `There is a carrier profile '${reference}' already. Choose another reference, or change that one.`,
  });
}

export function profileInUse(reference: string, carrier: string): ProblemError {
  return new ProblemError({
    type: 'profile-in-use',
    status: 409,
    title: 'Profile In Use',
    detail: `Bookings were made with '${carrier}' through carrier profile '${reference}', and are settled and voided there. Add another profile for the other carrier.`,
  });
}

function listOf(intro: string, items: readonly string[]): string {
  return items.length === 0 ? `${intro}: none.` : `${intro}: ${items.slice(0, 50).join(', ')}.`;
}
