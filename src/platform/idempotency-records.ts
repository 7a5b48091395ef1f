import type { Execute } from './conclude.ts';
import { type Database, query, type Statement } from './database.ts';
import type { RequestIdentity } from './idempotency-key.ts';
import { isAnnounced } from './worker-presence.ts';

/** An answer as it was sent, byte for byte. */
export interface StoredAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** What the caller held for it, and must hold to be told it again, beside the permission of the route. Absent: nothing. */
  permissions?: readonly string[];
}

export interface IdempotencyRecord {
  fingerprint: Buffer;
  /** Absent while the request is being worked on. */
  answer?: StoredAnswer;
}

const KEPT = "interval '72 hours'";
/** Longer than any request takes; after it even a living process has lost its claim. */
const CLAIMED_FOR = "interval '2 minutes'";
/** How long a claim's process is believed to live without looking, so that it has surely announced itself by then. */
const GRACE = "interval '3 seconds'";

// The claim is committed without waiting for the disk: whatever is lost with it has not begun, and what is committed later comes after it.
const CLAIM: Statement = {
  name: 'claim-idempotency-key',
  text: `with relaxed as materialized (select set_config('synchronous_commit', 'off', true)),
    claimed as (
      insert into platform.idempotency_keys as k
        (tenant_id, credential_id, operation, key, fingerprint, claimant, claimed_on, expires_on)
      select $1, $2, $3, $4, $5, $6, now(), now() + ${KEPT} from relaxed
      on conflict (tenant_id, credential_id, operation, key) do update set fingerprint = excluded.fingerprint, claimant = excluded.claimant,
        claimed_on = excluded.claimed_on, expires_on = excluded.expires_on, status = null, headers = null, body = null,
        permissions = null
      where k.expires_on < now()
        or (k.status is null and k.fingerprint = excluded.fingerprint
          and (k.claimant = excluded.claimant or k.claimed_on < now() - ${CLAIMED_FOR} or (k.claimed_on < now() - ${GRACE} and not ${isAnnounced('k.claimant')})))
      returning 1)
    select exists (select from claimed) as claimed, k.fingerprint, k.status, k.headers, k.body, k.permissions
    from (values (1)) as one left join platform.idempotency_keys k
      on k.tenant_id = $1 and k.credential_id = $2 and k.operation = $3 and k.key = $4`,
};

interface ClaimRow {
  claimed: boolean;
  fingerprint: Buffer | null;
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
  permissions: string[] | null;
}

/**
 * Takes a key for this process, if nobody has it or whoever had it died. The caller does not ask for a key that it is working on: one
 * that is still in this process' name was left by a commit that failed.
 * @returns 'claimed', or what is known of the key; undefined when it was given back this very moment.
 */
export async function claimKey(
  db: Database,
  identity: RequestIdentity,
  claimant: string,
): Promise<'claimed' | IdempotencyRecord | undefined> {
  const [row] = await query<ClaimRow>(db.pool, CLAIM, [...keyOf(identity), identity.fingerprint, claimant]);
  if (row?.claimed === true) return 'claimed';
  if (row === undefined || row.fingerprint === null) return undefined;
  const { fingerprint, status, headers, body, permissions } = row;
  return status === null
    ? { fingerprint }
    : {
        fingerprint,
        answer: {
          status,
          headers: headers ?? {},
          body: body ?? Buffer.alloc(0),
          ...(permissions === null ? {} : { permissions }),
        },
      };
}

const FINISH: Statement = {
  name: 'finish-idempotency-key',
  text: `update platform.idempotency_keys set status = $6, headers = $7, body = $8, permissions = $9
    where tenant_id = $1 and credential_id = $2 and operation = $3 and key = $4 and claimant = $5 and status is null`,
};

/** Writes the answer down, in the effect's own transaction. @throws ClaimLost, and with it the effect is undone */
export async function finishKey(
  execute: Execute,
  identity: RequestIdentity,
  claimant: string,
  answer: StoredAnswer,
): Promise<void> {
  const { status, headers, body, permissions = null } = answer;
  const changed = await execute(FINISH, [...keyOf(identity), claimant, status, headers, body, permissions]);
  if (changed !== 1) throw new ClaimLost(`The claim on Idempotency-Key ${identity.key} was lost`);
}

/** Another process took the key over, because this one was thought dead or took too long. */
class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

const RELEASE: Statement = {
  name: 'release-idempotency-key',
  text: `delete from platform.idempotency_keys
    where tenant_id = $1 and credential_id = $2 and operation = $3 and key = $4 and claimant = $5 and status is null`,
};

/** Gives a key back whose request came to nothing that is worth keeping. */
export async function releaseKey(db: Database, identity: RequestIdentity, claimant: string): Promise<void> {
  await query(db.pool, RELEASE, [...keyOf(identity), claimant]);
}

const PURGE: Statement = {
  name: 'purge-idempotency-keys',
  text: `delete from platform.idempotency_keys where ctid = any(array(
      select ctid from platform.idempotency_keys where expires_on < now() limit 5000))`,
};

/** Removes what is older than 72 hours, some thousand at a time. */
export async function purgeExpiredKeys(db: Database): Promise<void> {
  await query(db.pool, PURGE, []);
}

function keyOf({ tenantId, credentialId, operation, key }: RequestIdentity): [string, string, string, string] {
  return [tenantId, credentialId, operation, key];
}
