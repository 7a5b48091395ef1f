import { randomUUID } from 'node:crypto';
import { basicAuthorization } from '../http/basic-authorization.ts';
import type { CarrierAnswer, CarrierExchange } from '../http/carrier-http.ts';
import { readTokenAnswer } from '../http/token-answer.ts';
import type { FreshToken } from '../http/token-cache.ts';
import type { UpsContext } from './ups-account.ts';
import { upsComplaints } from './ups-complaints.ts';

/** Of the Shipping, Void and Rating APIs. */
export const UPS_VERSION = 'v2409';

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
    identifiedBy: { request: 'transId' },
    bearer: {
      account: ['ups', baseUrl, credentials.clientId, credentials.clientSecret],
      fetchToken: (fetchSignal) => fetchUpsToken(context, fetchSignal),
    },
    errorsOf: upsComplaints,
    signal,
  });
}

/** OAuth 2 client credentials: UPS OAuth API, `POST /security/v1/oauth/token`. @throws CarrierAccountRejected */
export async function fetchUpsToken(context: UpsContext, signal: AbortSignal): Promise<FreshToken> {
  const { http, baseUrl, credentials, settings } = context;
  const answer = await http.send({
    operation: 'token',
    method: 'POST',
    url: `${baseUrl}/security/v1/oauth/token`,
    headers: {
      authorization: basicAuthorization(credentials.clientId, credentials.clientSecret),
      'x-merchant-id': settings.accountNumber,
    },
    form: { grant_type: 'client_credentials' },
    errorsOf: upsComplaints,
    signal,
  });
  // UPS says how long; an hour is less than it ever was.
  return readTokenAnswer(answer, 'UPS', 3_600);
}
