import { problemField } from '../../../platform/problem.ts';
import {
  bookingOutcomeUnknown,
  carrierError,
  countryNotServed,
  credentialsUnreadable,
  customsDataRequired,
  invalidStateTransition,
  labelFormatNotAvailable,
  labelsNotAvailable,
  labelsUnknown,
  profileInUse,
  referenceTaken,
  testTokenLiveCarrier,
  unknownCarrier,
  unknownServiceLevel,
  voidingOutcomeUnknown,
} from '../errors.ts';
import { allowedTransitions, type ShipmentStatus } from '../shipment.ts';

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

export const BOOKING_FAILURES = [
  testTokenLiveCarrier('DHLPX'),
  carrierError(
    { carrier: 'DHLPX', carrierErrorCode: 'INVALID_POSTAL_CODE', carrierMessage: 'Postleitzahl ungültig' },
    'booking',
  ),
  bookingOutcomeUnknown('DHLPX'),
];

export const VOIDING_FAILURES = [
  testTokenLiveCarrier('DHLPX'),
  carrierError(
    { carrier: 'DHLPX', carrierErrorCode: 'ALREADY_COLLECTED', carrierMessage: 'Sendung bereits abgeholt' },
    'cancellation',
  ),
  voidingOutcomeUnknown('DHLPX'),
];

export const LABEL_FAILURES = [
  labelFormatNotAvailable('text/html', ['application/pdf', 'application/zpl', 'image/png']),
  labelsNotAvailable('Created'),
  testTokenLiveCarrier('DHLPX'),
  carrierError(
    { carrier: 'DHLPX', carrierErrorCode: '401', carrierMessage: 'Invalid credentials', fault: 'profile' },
    'label',
  ),
  labelsUnknown('DHLPX', '1Z999AA10123456784'),
];

export const REFERENCE_TAKEN = referenceTaken('DHLPX');

export const PROFILE_IN_USE = profileInUse('DHLPX', 'dhl');

export const CREDENTIALS_UNREADABLE = credentialsUnreadable('DHLPX');
