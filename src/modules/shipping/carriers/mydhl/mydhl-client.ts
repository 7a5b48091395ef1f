import { randomUUID } from 'node:crypto';
import { basicAuthorization } from '../http/basic-authorization.ts';
import type { CarrierAnswer, CarrierExchange } from '../http/carrier-http.ts';
import type { MyDhlContext } from './mydhl-account.ts';
import { myDhlComplaints } from './mydhl-complaints.ts';

type MyDhlRequest = Pick<CarrierExchange, 'operation' | 'method' | 'json' | 'partsOf'> & {
  /** Below the base URL, with its query. */
  path: string;
  /** 36 characters at most; DHL's support finds the call by it. Default: a random one. */
  messageReference?: string;
};

/** Of the interface, as its document fixes it. */
const VERSION = '3.1.0';

export function askMyDhl(context: MyDhlContext, { path, messageReference, ...request }: MyDhlRequest) {
  const { http, baseUrl, credentials, signal } = context;
  const answer: Promise<CarrierAnswer> = http.send({
    ...request,
    url: `${baseUrl}${path}`,
    headers: {
      authorization: basicAuthorization(credentials.username, credentials.password),
      'accept-language': 'eng',
      'message-reference': messageReference ?? randomUUID(),
      'x-version': VERSION,
    },
    identifiedBy: { request: 'message-reference', answer: 'invocation-id' },
    errorsOf: myDhlComplaints,
    signal,
  });
  return answer;
}
