import { numberAt, textAt } from '../answer-reader.ts';
import { CarrierAccountRejected, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierAnswer, CarrierExchange } from '../http/carrier-http.ts';
import type { FreshToken } from '../http/token-cache.ts';
import type { DhlContext } from './dhl-account.ts';
import { dhlComplaints } from './dhl-items.ts';

type DhlRequest = Pick<CarrierExchange, 'operation' | 'method' | 'json'> & {
  /** Of `/orders`; a name may be there several times. */
  query: readonly [string, string][];
};

/** One exchange about `/orders`: with an OAuth token where the account has a secret, else with the API key and HTTP Basic. */
export function askDhl(context: DhlContext, { query, ...request }: DhlRequest): Promise<CarrierAnswer> {
  const { http, baseUrl, credentials, signal } = context;
  const { apiKey, apiSecret, username, password } = credentials;
  const search = new URLSearchParams([...query]);
  const exchange = { ...request, url: `${baseUrl}/orders?${search}`, errorsOf: dhlComplaints, signal };
  // Problem+json is what refusals come as.
  const headers = { accept: 'application/json, application/problem+json', 'accept-language': 'en-US' };
  if (apiSecret === undefined) {
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return http.send({
      ...exchange,
      headers: { ...headers, 'dhl-api-key': apiKey, authorization: `Basic ${basic}` },
    });
  }
  return http.send({
    ...exchange,
    headers,
    bearer: {
      account: ['dhl-parcel-de', baseUrl, apiKey, apiSecret, username, password],
      fetchToken: (fetchSignal) => fetchDhlToken(context, apiSecret, fetchSignal),
    },
  });
}

/** OAuth 2 password grant, everything in the body. @throws CarrierAccountRejected */
async function fetchDhlToken(
  { http, baseUrl, credentials }: DhlContext,
  apiSecret: string,
  signal: AbortSignal,
): Promise<FreshToken> {
  const { apiKey, username, password } = credentials;
  const answer = await http.send({
    operation: 'token',
    method: 'POST',
    url: `${new URL(baseUrl).origin}/parcel/de/account/auth/ropc/v1/token`,
    form: { grant_type: 'password', client_id: apiKey, client_secret: apiSecret, username, password },
    errorsOf: (body) => {
      // RFC 6749, section 5.2.
      const code = textAt(body, 'error');
      return code === undefined
        ? dhlComplaints(body)
        : [{ code, message: textAt(body, 'error_description') ?? `DHL gives no token: ${code}` }];
    },
    signal,
  });
  if (!answer.ok) throw new CarrierAccountRejected(answer.complaints[0].code, answer.complaints[0].message);
  const token = textAt(answer.body, 'access_token');
  if (token === undefined) throw new CarrierOutcomeUnknown('DHL answered without a token');
  return { token, expiresInSeconds: numberAt(answer.body, 'expires_in') ?? 600 };
}
