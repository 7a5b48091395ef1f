import { Type } from '@sinclair/typebox';
import { CarrierAccountRejected, CarrierOutcomeUnknown } from '../carrier-outcome.ts';
import { decodeAnswer } from '../decode-answer.ts';
import type { CarrierAnswer } from './carrier-http.ts';
import type { FreshToken } from './token-cache.ts';

/** What a token endpoint tells (RFC 6749, section 5.1). */
export const TokenAnswer = Type.Object({
  access_token: Type.String(),
  expires_in: Type.Number(),
});

/**
 * The answer of an OAuth 2 token endpoint. @throws CarrierAccountRejected when no token is given, CarrierOutcomeUnknown when there is none
 * in the answer
 * @param defaultSeconds how long it lives where the carrier does not say
 */
export function readTokenAnswer(answer: CarrierAnswer, carrierName: string, defaultSeconds: number): FreshToken {
  if (!answer.ok) throw new CarrierAccountRejected(answer.complaints[0].code, answer.complaints[0].message);
  const { access_token: token, expires_in: expiresInSeconds = defaultSeconds } = decodeAnswer(TokenAnswer, answer.body);
  if (token === undefined) throw new CarrierOutcomeUnknown(`${carrierName} answered without a token`);
  return { token, expiresInSeconds };
}
