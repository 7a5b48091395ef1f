import { newId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { type ExpectedVersion, notFound, overtaken, requireVersion } from '../../platform/problem.ts';
import { credentialsContext } from './carrier-context.ts';
import type { CarrierProfile } from './carrier-profile.ts';
import { checkProfile } from './check-profile.ts';
import type { ShippingDeps } from './deps.ts';
import { profileInUse } from './errors.ts';
import { deleteProfile, findProfile, hasLiveBookings, insertProfile, saveProfile } from './profile-repository.ts';
import { refuseLiveCarrier } from './refuse-live-carrier.ts';
import type { CarrierProfileInput } from './v2/carrier-schemas.ts';

const DEFAULT_QUOTE_TIMEOUT_MS = 3_000;

type ProfileDeps = Pick<ShippingDeps, 'db' | 'clock' | 'secretBox' | 'carriers' | 'carrierOrigins'>;
/** The program itself, which sets a new tenant up, has no mode. */
type Caller = Pick<Principal, 'tenantId'> & Partial<Pick<Principal, 'mode'>>;

/** Adds a carrier account. @throws validation (400), test-token-live-carrier (403), reference-taken (409) */
export async function createCarrierProfile(
  deps: ProfileDeps,
  principal: Caller,
  input: CarrierProfileInput,
): Promise<CarrierProfile> {
  refuseLiveCarrier(deps, principal, input);
  checkProfile(deps, input, false);
  const now = deps.clock();
  const identity = { tenantId: principal.tenantId, id: newId() };
  const profile = toProfile(deps, input, { ...identity, version: 1, createdOn: now, updatedOn: now });
  await insertProfile(deps.db, profile);
  return profile;
}

/**
 * Replaces a carrier account's configuration; credentials that are left out stay as they are, empty ones take them away.
 * @throws validation (400), test-token-live-carrier (403), not-found (404), reference-taken, profile-in-use, concurrent-change (409),
 *   precondition-failed (412)
 */
export async function updateCarrierProfile(
  deps: ProfileDeps,
  principal: Caller,
  id: string,
  input: CarrierProfileInput,
  expectedVersion?: ExpectedVersion,
): Promise<CarrierProfile> {
  const before = await findProfile(deps.db, principal.tenantId, id);
  // What is wrong in itself is wrong with whatever profile.
  checkProfile(deps, input, before === undefined || keepsCredentials(before, input));
  if (before === undefined) throw notFound('carrier profile', id);
  for (const profile of [before, input]) refuseLiveCarrier(deps, principal, profile);
  requireVersion(before.version, expectedVersion);
  // A booking is settled and voided at the carrier, and on the server, that it was made with.
  const isMoved = movesElsewhere(deps, before, input);
  const after = toProfile(deps, input, { ...before, version: before.version + 1, updatedOn: deps.clock() });
  if (await saveProfile(deps.db, before, after, { movesElsewhere: isMoved })) return after;
  if (isMoved && (await hasLiveBookings(deps.db, principal.tenantId, id))) {
    throw profileInUse(before.reference, before.carrier);
  }
  throw overtaken('carrier profile', expectedVersion, before.version + 1);
}

/**
 * Removes a carrier account. Bookings that were made with it can still be settled and voided.
 * @throws test-token-live-carrier (403), not-found (404), concurrent-change (409), precondition-failed (412)
 */
export async function deleteCarrierProfile(
  deps: ProfileDeps,
  principal: Caller,
  id: string,
  expectedVersion?: ExpectedVersion,
): Promise<void> {
  const profile = await findProfile(deps.db, principal.tenantId, id);
  if (profile === undefined) throw notFound('carrier profile', id);
  refuseLiveCarrier(deps, principal, profile);
  requireVersion(profile.version, expectedVersion);
  if (await deleteProfile(deps.db, profile)) return;
  throw overtaken('carrier profile', expectedVersion, profile.version + 1);
}

/** Those that were sealed for one carrier are not another's. */
function keepsCredentials(before: CarrierProfile, { carrier }: CarrierProfileInput): boolean {
  return before.credentials !== undefined && carrier === before.carrier;
}

function movesElsewhere(
  { carriers }: Pick<ProfileDeps, 'carriers'>,
  before: CarrierProfile,
  { carrier, environment, baseUrl }: CarrierProfileInput,
): boolean {
  if (carrier !== before.carrier) return true;
  return carriers[carrier].baseUrls !== undefined && (environment !== before.environment || baseUrl !== before.baseUrl);
}

type Kept = Pick<CarrierProfile, 'tenantId' | 'id' | 'version' | 'createdOn' | 'updatedOn' | 'credentials'>;

function toProfile(deps: ProfileDeps, input: CarrierProfileInput, kept: Kept): CarrierProfile {
  const carrier = deps.carriers[input.carrier];
  const {
    credentials,
    countries = [],
    bookingTimeoutMs = carrier.defaultBookingTimeoutMs,
    quoteTimeoutMs = DEFAULT_QUOTE_TIMEOUT_MS,
    environment = 'test',
    labelFormat = carrier.capabilities.labelFormats[0] ?? 'pdf',
    settings = {},
    ...rest
  } = input;
  const sealed = credentials === undefined ? kept.credentials : sealCredentials(deps, credentials, kept);
  const { tenantId, id, version, createdOn, updatedOn } = kept;
  return {
    ...rest,
    countries,
    bookingTimeoutMs,
    quoteTimeoutMs,
    environment,
    labelFormat,
    settings,
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
