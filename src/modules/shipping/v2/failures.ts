import { problemField } from '../../../platform/problem.ts';
import {
  beingVoided,
  bookingOutcomeUnknown,
  carrierCannot,
  carrierError,
  carrierUnavailable,
  countryNotServed,
  credentialsUnreadable,
  customsDataRequired,
  invalidStateTransition,
  labelFormatNotAvailable,
  labelsNotAvailable,
  labelsUnknown,
  notHeld,
  profileInUse,
  referenceTaken,
  testTokenLiveCarrier,
  unknownCarrier,
  unknownCarrierBooking,
  unknownServiceLevel,
  voidingOutcomeUnknown,
} from '../errors.ts';
import { allowedTransitions, type ShipmentStatus } from '../shipment.ts';
import { exchangeExample } from './examples.ts';

// What the operations answer beside what every operation may answer, as their documents show it.

const stateFailure = (action: string, status: ShipmentStatus) =>
  invalidStateTransition(action, status, allowedTransitions(status));

/** Each action in a status that does not allow it. */
export const STATE_FAILURES = {
  update: stateFailure('update', 'Accepted'),
  order: stateFailure('order', 'Canceled'),
  cancel: stateFailure('cancel', 'Executed'),
  reset: stateFailure('reset', 'Executed'),
  recordScan: stateFailure('record a scan of', 'Created'),
};

const CARRIERS = ['DHLPX', 'SANDBOX'];

/** A shipment whose carrier does not carry it. */
export const PROFILE_FAILURES = [
  unknownCarrier('DHLPX2', CARRIERS),
  unknownServiceLevel('DHLPX', 'OVERNIGHT', ['EXPRESS', 'STANDARD']),
  countryNotServed('DHLPX', 'AU', ['BE', 'DE', 'NL']),
];

/** A shipment's content that is well formed and yet cannot be sent. */
export const CONTENT_FAILURES = [
  ...PROFILE_FAILURES,
  customsDataRequired([problemField(['customs', 'incoterm'], 'Is required.')]),
];

const accountRejected = (action: Parameters<typeof carrierError>[1]) =>
  carrierError(
    { carrier: 'DHLPX', carrierErrorCode: '401', carrierMessage: 'Invalid credentials', fault: 'profile' },
    action,
  );

/** What a carrier says to a booking. */
const BOOKING_REFUSALS = [
  carrierError(
    { carrier: 'DHLPX', carrierErrorCode: 'INVALID_POSTAL_CODE', carrierMessage: 'Postleitzahl ungültig' },
    'booking',
  ),
  accountRejected('booking'),
];

export const TEST_TOKEN = testTokenLiveCarrier('DHLPX');

export const BOOKING_FAILURES = [
  TEST_TOKEN,
  carrierCannot('DHLPX', [problemField(['handlingUnits'], 'DHLPX takes one handling unit.')]),
  ...BOOKING_REFUSALS,
  bookingOutcomeUnknown('DHLPX'),
];

/** A person told the outcome. */
export const OUTCOME_FAILURES = [
  TEST_TOKEN,
  notHeld('Accepted'),
  unknownCarrierBooking('DHLPX', '0034043333301020000101'),
  ...BOOKING_REFUSALS,
  carrierUnavailable('DHLPX', 'DHLPX did not answer. The shipment is held still; repeat.'),
];

export const VERIFICATION_FAILURES = [
  TEST_TOKEN,
  credentialsUnreadable('DHLPX'),
  carrierUnavailable('DHLPX', 'DHLPX did not answer. Try again later.', undefined, { exchanges: [exchangeExample] }),
];

export const VOIDING_FAILURES = [
  TEST_TOKEN,
  carrierError(
    { carrier: 'DHLPX', carrierErrorCode: 'ALREADY_COLLECTED', carrierMessage: 'Sendung bereits abgeholt' },
    'cancellation',
  ),
  accountRejected('cancellation'),
  voidingOutcomeUnknown('DHLPX'),
];

export const LABEL_FAILURES = [
  labelFormatNotAvailable('text/html', ['application/pdf', 'application/zpl', 'image/png']),
  labelsNotAvailable('Created'),
  beingVoided(),
  TEST_TOKEN,
  accountRejected('label'),
  labelsUnknown('DHLPX', '1Z999AA10123456784'),
];

export const REFERENCE_TAKEN = referenceTaken('DHLPX');

export const PROFILE_IN_USE = profileInUse('DHLPX', 'dhl');
