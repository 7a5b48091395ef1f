import { type ProblemField, problemField, validationProblem } from '../../platform/problem.ts';
import { type AllowedNetwork, blockReason, literalAddress } from './address-guard.ts';
import type { HooksDeps } from './deps.ts';
import { namesFor } from './subscription.ts';
import type { WebhookInput } from './v1/schemas.ts';

/** What belongs to the exchange itself, and not to whoever owns the webhook (RFC 9110, sections 7.6.1 and 8.6). */
const OWN_HEADERS = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const JSON_TYPE = /^application\/(cloudevents\+)?json *(; *charset=utf-8)?$/i;

/** @throws validation (400), with everything that is wrong */
export function checkWebhook(deps: Pick<HooksDeps, 'allowedNetworks' | 'eventTypes'>, input: WebhookInput): void {
  const url = checkUrl(input.url, deps.allowedNetworks);
  const errors = [
    ...(url === undefined ? [] : [problemField(['url'], url)]),
    ...checkEvents(input.events, [...deps.eventTypes.keys()]),
    ...checkHeaders(input.headers ?? {}),
  ];
  if (errors.length > 0) throw validationProblem(errors);
}

/** What is wrong with a URL as far as it can be told without asking for its host's address; undefined when nothing is. */
export function checkUrl(text: string, allowed: readonly AllowedNetwork[]): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'Must be an absolute URL such as https://example.com/webhooks.';
  if (url.username !== '' || url.password !== '')
    return 'Must not hold a user name or password; send them as a header, with `headers`.';
  if (url.hash !== '') return 'Must not have a fragment (#...); it would not be sent.';
  const address = literalAddress(url.hostname);
  const reason = address === undefined ? undefined : blockReason(address, url.protocol, allowed);
  if (reason === 'address-not-allowed')
    return 'Must not name an address outside the public internet. An operator can allow networks with HOOKS_ALLOWED_NETWORKS.';
  // Whether a name leads into an allowed network is seen when it is dialled.
  if (reason === 'https-required' || (url.protocol === 'http:' && allowed.length === 0))
    return 'Must begin with https://, so that nobody on the way can read or change what is sent.';
  return undefined;
}

function checkEvents(events: readonly string[], types: readonly string[]): ProblemField[] {
  const known = new Set(types.flatMap(namesFor));
  return events.flatMap((event, index) =>
    known.has(event)
      ? []
      : [problemField(['events', index], `There is no event type '${event}'. There are: ${[...known].join(', ')}.`)],
  );
}

function checkHeaders(headers: Readonly<Record<string, string>>): ProblemField[] {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  return Object.entries(headers).flatMap(([name, value], index): ProblemField[] => {
    const lower = name.toLowerCase();
    if (OWN_HEADERS.has(lower) || lower.startsWith('webhook-'))
      return [problemField(['headers', name], 'Is set by the sender itself. Leave it out.')];
    if (names.indexOf(lower) !== index) return [problemField(['headers', name], 'Is there twice, in another case.')];
    if (lower === 'content-type' && !JSON_TYPE.test(value))
      return [problemField(['headers', name], 'Must be application/json or application/cloudevents+json.')];
    return [];
  });
}
