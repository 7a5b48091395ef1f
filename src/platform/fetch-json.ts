export interface FetchJsonOptions {
  /** For the whole exchange, the body included. */
  timeoutMs: number;
  maxBytes: number;
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: unknown;
}

/** The exchange did not end in a JSON document of a 2xx answer. */
class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
}

/** Asks another server for a JSON document; redirects are not followed, and neither time nor memory is without bounds. @throws FetchFailed */
export async function fetchJson(url: string, options: FetchJsonOptions): Promise<unknown> {
  const { timeoutMs, maxBytes, body } = options;
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await readBounded(answer, maxBytes);
    if (!answer.ok) throw new FetchFailed(`answered ${answer.status}`);
    return JSON.parse(text);
  } catch (cause) {
    throw new FetchFailed(`${url}: ${reasonOf(cause)}`, { cause });
  }
}

async function readBounded(answer: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the rest.
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new FetchFailed(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** undici says only "fetch failed" and keeps what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  return error.cause instanceof Error ? error.cause.message || error.cause.name : error.message;
}
