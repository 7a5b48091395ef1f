import type { IdempotencyRecord, StoredAnswer } from './idempotency-records.ts';
import { type RedisStore, RedisUnavailable } from './redis.ts';

/** As long as the record itself; Redis may forget it earlier. */
const TTL_MS = 72 * 3_600_000;
/** What is larger is read from the database. */
const MAX_BYTES = 256 * 1024;
const FINGERPRINT_BYTES = 32;
const PREFIX = 'replay:';

interface FinishedRecord extends IdempotencyRecord {
  answer: StoredAnswer;
}

/** The finished record of a scope, if Redis has it. Never fails: the database knows what Redis does not say. */
export async function cachedRecord(redis: RedisStore | undefined, scope: string): Promise<FinishedRecord | undefined> {
  if (redis === undefined) return undefined;
  const packed = await redis.getBuffer(PREFIX + scope).catch(ignoreOutage);
  return packed === undefined ? undefined : unpack(packed);
}

export async function cacheAnswer(redis: RedisStore | undefined, scope: string, record: FinishedRecord): Promise<void> {
  if (redis === undefined || record.answer.body.length > MAX_BYTES) return;
  await redis.set(PREFIX + scope, pack(record), { ttlMs: TTL_MS }).catch(ignoreOutage);
}

function ignoreOutage(error: unknown): undefined {
  if (!(error instanceof RedisUnavailable)) throw error;
}

/** Fingerprint (32 bytes), length of the head (4 bytes), head (JSON: the answer but for its body), body as it was sent. */
function pack({ fingerprint, answer }: FinishedRecord): Buffer {
  const head = Buffer.from(JSON.stringify({ ...answer, body: undefined }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([fingerprint, length, head, answer.body]);
}

function unpack(packed: Buffer): FinishedRecord {
  const headLength = packed.readUInt32BE(FINGERPRINT_BYTES);
  const headStart = FINGERPRINT_BYTES + 4;
  const head = packed.subarray(headStart, headStart + headLength).toString();
  const kept = JSON.parse(head) as Omit<StoredAnswer, 'body'>;
  return {
    fingerprint: packed.subarray(0, FINGERPRINT_BYTES),
    answer: { ...kept, body: packed.subarray(headStart + headLength) },
  };
}
