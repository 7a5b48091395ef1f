import { numberAt, textAt } from '../answer-reader.ts';
import { CarrierAccountRejected, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import type { CarrierAnswer } from './carrier-http.ts';
import type { FreshToken } from './token-cache.ts';

/**
 * The answer of an OAuth 2 token endpoint (RFC 6749, section 5). @throws CarrierAccountRejected when no token is given, CarrierOutcomeUnknown
 * when there is none in the answer
 * @param defaultSeconds how long it lives where the carrier does not say
 */
export function readTokenAnswer(answer: CarrierAnswer, carrierName: string, defaultSeconds: number): FreshToken {
  if (!answer.ok) throw new CarrierAccountRejected(answer.complaints[0].code, answer.complaints[0].message);
  const token = textAt(answer.body, 'access_token');
  if (token === undefined) throw new CarrierOutcomeUnknown(`${carrierName} answered without a token`);
  return { token, expiresInSeconds: numberAt(answer.body, 'expires_in') ?? defaultSeconds };
}
