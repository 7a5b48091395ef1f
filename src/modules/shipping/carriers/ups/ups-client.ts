import { randomUUID } from 'node:crypto';
import { listAt, numberAt, textAt } from '../answer-reader.ts';
import { CarrierAccountRejected, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierAnswer, CarrierComplaint, CarrierExchange } from '../http/carrier-http.ts';
import type { FreshToken } from '../http/token-cache.ts';
import type { UpsContext } from './ups-account.ts';

type UpsRequest = Pick<CarrierExchange, 'operation' | 'method' | 'json'> & {
  /** Below `/api`. */
  path: string;
};

/** One exchange with UPS under the account's token. */
export function askUps(context: UpsContext, { path, ...request }: UpsRequest): Promise<CarrierAnswer> {
  const { http, baseUrl, credentials, signal } = context;
  return http.send({
    ...request,
    url: `${baseUrl}/api${path}`,
    headers: { transId: randomUUID().replaceAll('-', ''), transactionSrc: 'viya-tms' },
    bearer: {
      account: ['ups', baseUrl, credentials.clientId, credentials.clientSecret],
      fetchToken: (fetchSignal) => fetchUpsToken(context, fetchSignal),
    },
    errorsOf: complaintsOf,
    signal,
  });
}

/** OAuth 2 client credentials: UPS OAuth API, `POST /security/v1/oauth/token`. @throws CarrierAccountRejected */
export async function fetchUpsToken(context: UpsContext, signal: AbortSignal): Promise<FreshToken> {
  const { http, baseUrl, credentials, settings } = context;
  const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
  const answer = await http.send({
    operation: 'token',
    method: 'POST',
    url: `${baseUrl}/security/v1/oauth/token`,
    headers: { authorization: `Basic ${basic}`, 'x-merchant-id': settings.accountNumber },
    form: { grant_type: 'client_credentials' },
    errorsOf: complaintsOf,
    signal,
  });
  if (!answer.ok) throw new CarrierAccountRejected(answer.complaints[0].code, answer.complaints[0].message);
  const token = textAt(answer.body, 'access_token');
  if (token === undefined) throw new CarrierOutcomeUnknown('UPS answered without a token');
  // UPS says how long in seconds, as text; an hour is less than it ever was.
  return { token, expiresInSeconds: numberAt(answer.body, 'expires_in') ?? 3_600 };
}

/** `{"response": {"errors": [{"code", "message"}]}}`, in any of which an object may stand for an array. */
function complaintsOf(body: unknown): CarrierComplaint[] {
  return listAt(body, 'response', 'errors').flatMap((error) => {
    const message = textAt(error, 'message');
    const code = textAt(error, 'code');
    if (message === undefined && code === undefined) return [];
    return [{ code: code ?? '', message: message ?? `UPS error ${code}` }];
  });
}
