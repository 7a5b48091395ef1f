const text = (description: string, example: string): object => ({ description, schema: { type: 'string' }, example });
const number = (description: string, example: number): object => ({
  description,
  schema: { type: 'integer', minimum: 0 },
  example,
});

/** Every header that an answer can have and a client can make use of. */
export const HEADERS = {
  ETag: text(
    'The version of the resource, to be sent as If-Match with a change of it; there when the resource has a `version`.',
    '"3"',
  ),
  Location: text(
    'The path of what was made, where it can be read by itself.',
    '/api/shipping/v2/shipments/01890a5d-ac96-774b-bcce-b302099a8057',
  ),
  'Retry-After': number('Seconds to wait before the same request is sent again; there when that may help.', 5),
  'WWW-Authenticate': text('The kinds of credentials that are taken.', 'ApiKey realm="viya", Bearer realm="viya"'),
  'Idempotent-Replayed': {
    ...text('There when this is the answer to an earlier request with the same Idempotency-Key.', 'true'),
    schema: { type: 'string', enum: ['true'] },
  },
  'X-Request-Id': text('Names this request in the log of the server.', '01890a5d-ac96-774b-bcce-b302099a8057'),
  'X-Correlation-Id': text('The X-Correlation-Id of the request, or else its X-Request-Id.', 'order-4711'),
  'X-RateLimit-Limit': number('Requests a minute that the caller may make of this kind.', 100),
  'X-RateLimit-Remaining': number('Requests that are left in the current minute.', 87),
  'X-RateLimit-Reset': number('When the count begins anew, in seconds since 1970-01-01T00:00:00Z.', 1_768_905_060),
  RateLimit: text(
    'What is left (`r`) and for how many seconds (`t`), as draft-ietf-httpapi-ratelimit-headers has it.',
    '"write";r=87;t=12',
  ),
  'RateLimit-Policy': text('The limit (`q`) and its window in seconds (`w`), likewise.', '"write";q=100;w=60'),
} as const satisfies Record<string, object>;

export type HeaderName = keyof typeof HEADERS;

const ALWAYS: readonly HeaderName[] = [
  'X-Request-Id',
  'X-Correlation-Id',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
  'RateLimit',
  'RateLimit-Policy',
];

/** Refusals that can pass by themselves. */
const MAY_PASS: readonly number[] = [409, 429, 503, 504];
/** Answers that are kept under an Idempotency-Key, beside the successes. */
const KEPT_REFUSALS: readonly number[] = [404, 409, 410, 412, 422];

interface Traits {
  /** The request may carry an Idempotency-Key. */
  isKeyed: boolean;
  /** The answer is about a resource with a version. */
  isVersioned: boolean;
  /** What was made has a path of its own. */
  isPlaced: boolean;
}

/** The headers of an operation's answer. */
export function headersOf(status: number, operation: Traits): HeaderName[] {
  const isSuccess = status < 300;
  const isVersion = operation.isVersioned && (isSuccess || status === 304);
  const isReplayed = operation.isKeyed && (isSuccess || KEPT_REFUSALS.includes(status));
  return [
    ...(isVersion ? (['ETag'] as const) : []),
    ...(status === 201 && operation.isPlaced ? (['Location'] as const) : []),
    ...(MAY_PASS.includes(status) ? (['Retry-After'] as const) : []),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ...(isReplayed ? (['Idempotent-Replayed'] as const) : []),
    ...ALWAYS,
  ];
}
