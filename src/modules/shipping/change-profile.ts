import { checkCountryCode } from '../../platform/country.ts';
import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import {
  notFound,
  type ProblemField,
  preconditionFailed,
  problemField,
  requireVersion,
  validationProblem,
} from '../../platform/problem.ts';
import { credentialsContext } from './call-carrier.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import type { ShippingDeps } from './deps.ts';
import { concurrentChange, profileInUse } from './errors.ts';
import { deleteProfile, findProfile, hasLiveBookings, insertProfile, saveProfile } from './profile-repository.ts';
import type { CarrierProfileInput } from './v2/schemas.ts';

const DEFAULT_BOOKING_TIMEOUT_MS = 5_000;

type ProfileDeps = Pick<ShippingDeps, 'db' | 'clock' | 'secretBox'>;
type Caller = Pick<Principal, 'tenantId'>;

/** Adds a carrier account. @throws validation (400), reference-taken (409) */
export async function createCarrierProfile(
  deps: ProfileDeps,
  principal: Caller,
  input: CarrierProfileInput,
): Promise<CarrierProfile> {
  checkInput(input);
  const now = deps.clock();
  const identity = { tenantId: principal.tenantId, id: newId() };
  const profile = toProfile(deps, input, { ...identity, version: 1, createdOn: now, updatedOn: now });
  await insertProfile(deps.db, profile);
  return profile;
}

/**
 * Replaces a carrier account's configuration; credentials that are left out stay as they are, empty ones take them away.
 * @throws validation (400), not-found (404), reference-taken, profile-in-use (409), precondition-failed (412)
 */
export async function updateCarrierProfile(
  deps: ProfileDeps,
  principal: Caller,
  id: string,
  input: CarrierProfileInput,
  expectedVersion?: number,
): Promise<CarrierProfile> {
  checkInput(input);
  const before = await findProfile(deps.db, principal.tenantId, id);
  if (before === undefined) throw notFound('carrier profile', id);
  requireVersion(before.version, expectedVersion);
  // A booking is settled and voided at the carrier that it was made with.
  if (input.carrier !== before.carrier && (await hasLiveBookings(deps.db, principal.tenantId, id))) {
    throw profileInUse(before.reference, before.carrier);
  }
  const after = toProfile(deps, input, { ...before, version: before.version + 1, updatedOn: deps.clock() });
  if (await saveProfile(deps.db, before, after)) return after;
  throw expectedVersion === undefined ? concurrentChange('carrier profile') : preconditionFailed(before.version + 1);
}

/** Removes a carrier account. Bookings that were made with it can still be settled and voided. @throws not-found (404), concurrent-change (409) */
export async function deleteCarrierProfile(deps: ProfileDeps, principal: Caller, id: string): Promise<void> {
  const profile = await findProfile(deps.db, principal.tenantId, id);
  if (profile === undefined) throw notFound('carrier profile', id);
  if (!(await deleteProfile(deps.db, profile))) throw concurrentChange('carrier profile');
}

function checkInput(input: CarrierProfileInput): void {
  const errors: ProblemField[] = [];
  const references = input.serviceLevels.map((level) => level.reference);
  references.forEach((reference, index) => {
    if (references.indexOf(reference) !== index) {
      errors.push(
        problemField(
          ['serviceLevels', index, 'reference'],
          `'${reference}' is there twice. Each reference must be its own.`,
        ),
      );
    }
  });
  (input.countries ?? []).forEach((code, index) => {
    const fault = checkCountryCode(code);
    if (fault !== undefined) errors.push(problemField(['countries', index], fault));
  });
  if (errors.length > 0) throw validationProblem(errors);
}

type Kept = Pick<CarrierProfile, 'tenantId' | 'id' | 'version' | 'createdOn' | 'updatedOn' | 'credentials'>;

function toProfile(deps: ProfileDeps, input: CarrierProfileInput, kept: Kept): CarrierProfile {
  const { credentials, countries = [], bookingTimeoutMs = DEFAULT_BOOKING_TIMEOUT_MS, ...rest } = input;
  const sealed = credentials === undefined ? kept.credentials : sealCredentials(deps, credentials, kept);
  const { tenantId, id, version, createdOn, updatedOn } = kept;
  return {
    ...rest,
    countries,
    bookingTimeoutMs,
    tenantId,
    id,
    version,
    createdOn,
    updatedOn,
    ...(sealed === undefined ? {} : { credentials: sealed }),
  };
}

function sealCredentials(
  deps: ProfileDeps,
  credentials: Readonly<Record<string, string>>,
  kept: Kept,
): Uint8Array | undefined {
  if (Object.keys(credentials).length === 0) return undefined;
  return deps.secretBox.seal(JSON.stringify(credentials), credentialsContext(kept));
}
