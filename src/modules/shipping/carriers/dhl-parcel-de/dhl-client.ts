import { Type } from '@sinclair/typebox';
import { decodeAnswer } from '../decode-answer.ts';
import { basicAuthorization } from '../http/basic-authorization.ts';
import type { CarrierAnswer, CarrierExchange } from '../http/carrier-http.ts';
import { readTokenAnswer } from '../http/token-answer.ts';
import type { FreshToken } from '../http/token-cache.ts';
import type { DhlContext } from './dhl-account.ts';
import { dhlComplaints } from './dhl-items.ts';

/** RFC 6749, section 5.2. */
const TokenRefusal = Type.Object({ error: Type.String(), error_description: Type.String() });

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
    return http.send({
      ...exchange,
      headers: { ...headers, 'dhl-api-key': apiKey, authorization: basicAuthorization(username, password) },
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

/** What asks about these shipments. */
export function shipmentQuery(numbers: readonly string[]): [string, string][] {
  return numbers.map((number) => ['shipment', number]);
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
      const { error: code, error_description: message = `DHL gives no token: ${code}` } = decodeAnswer(
        TokenRefusal,
        body,
      );
      return code === undefined ? dhlComplaints(body) : [{ code, message }];
    },
    signal,
  });
  return readTokenAnswer(answer, 'DHL', 600);
}
