import {
  decisionUnavailable,
  exceedsOwnPermissions,
  identityProviderUnavailable,
  outlivesMaker,
  testTokenGrants,
  testTokenLiveToken,
  unknownGroup,
  unknownTenant,
  userInactive,
} from '../errors.ts';
import { BUILT_IN_GROUPS } from '../permissions.ts';

// What the operations answer beside what every operation may answer, as their documents show it.

export const EXCEEDS_OWN = exceedsOwnPermissions(['shipping.shipments:order']);

export const TEST_TOKEN = testTokenGrants();

/** Permission groups that cannot be given. */
export const GRANT_FAILURES = [
  EXCEEDS_OWN,
  unknownGroup('nightshift', [...Object.keys(BUILT_IN_GROUPS), 'night-shift']),
];

/** Of whatever is asked, by somebody whose credentials are good. */
export const ADMISSION_FAILURES = [
  userInactive(),
  unknownTenant(),
  decisionUnavailable(undefined),
  identityProviderUnavailable('https://login.example.com'),
];

export const TOKEN_FAILURES = [testTokenLiveToken(), outlivesMaker(new Date('2026-12-31T23:00:00Z'))];
