import { randomUUID } from 'node:crypto';
import { listAt, textAt } from '../answer-reader.ts';
import { basicAuthorization } from '../http/basic-authorization.ts';
import type { CarrierAnswer, CarrierComplaint, CarrierExchange } from '../http/carrier-http.ts';
import type { MyDhlContext } from './mydhl-account.ts';

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
    errorsOf: complaintsOf,
    signal,
  });
  return answer;
}

/** `{"status", "title", "detail", "additionalDetails": ["7120: ..."]}`; with several problems the detail only says that there are. */
function complaintsOf(body: unknown): CarrierComplaint[] {
  const status = textAt(body, 'status') ?? textAt(body, 'code');
  const detail = textAt(body, 'detail') ?? textAt(body, 'message') ?? textAt(body, 'title');
  const several = listAt(body, 'additionalDetails').flatMap((each) => textAt([each], 0) ?? []);
  return (several.length > 0 ? several : [detail]).flatMap((text) =>
    text === undefined ? [] : [complaintOf(text, status)],
  );
}

/** `7120: Required either #/outputImageProperties/...`: the number is the code, and what begins with `#/` the place. */
function complaintOf(text: string, status: string | undefined): CarrierComplaint {
  const [, code = status ?? '', message = text] = /^(\d{1,8}):\s*(.+)$/su.exec(text) ?? [];
  const place = /#(?:\/[\w-]+)+/u.exec(text)?.[0];
  return { code, message, ...(place === undefined ? {} : { place }) };
}
