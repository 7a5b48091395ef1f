import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMultiple, judgeAnswer } from './violations.ts';

const WEIGHT = ['request', 'body', 'packages', '0', 'weight'];
const OF_DOUBLES = {
  location: WEIGHT,
  code: 'multipleOf',
  message: 'Request body property packages[0].weight must be multiple of 0.001',
};

/** What Prism says with a 422, and of a request that it let through. */
function judge(violations: readonly object[], weight: unknown, isRefusal = true) {
  const body = JSON.stringify({ packages: [{ weight }] });
  const contentType = 'application/problem+json';
  return isRefusal
    ? judgeAnswer(
        { status: 422, violations: undefined, contentType, body: JSON.stringify({ validation: violations }) },
        body,
      )
    : judgeAnswer({ status: 200, violations: JSON.stringify(violations), contentType, body: '{}' }, body);
}

describe('a complaint that a number is no multiple', () => {
  test('is overruled where the number that was sent is one in decimals', () => {
    expect(2.268 % 0.001).not.toBe(0);
    expect(judge([OF_DOUBLES], 2.268)).toEqual({ byDecimals: true });
  });

  test.each([
    ['the number is none', [OF_DOUBLES], 2.2685],
    ['it is another complaint at the same place', [{ ...OF_DOUBLES, code: 'maximum' }], 2.268],
    ['it names no divisor', [{ ...OF_DOUBLES, message: 'must be a multiple of something' }], 2.268],
    ['it is about no number', [OF_DOUBLES], '2.268'],
    ['it is about a place that was not sent', [{ ...OF_DOUBLES, location: ['request', 'body', 'elsewhere'] }], 2.268],
    ['it is about the query', [{ ...OF_DOUBLES, location: ['request', 'query', 'weight'] }], 2.268],
    [
      'there is another one beside it',
      [OF_DOUBLES, { ...OF_DOUBLES, code: 'required', message: 'is required' }],
      2.268,
    ],
  ])('stands where %s', (_why, violations, weight) => {
    const verdict = judge(violations, weight);
    expect(verdict.fault).toBeDefined();
    expect(verdict.byDecimals).toBe(false);
  });

  test('is decided as whole numbers would decide it', () => {
    const scale = 1_000_000n;
    const divisors = [1n, 10n, 1_000n, 100_000n, 500_000n, scale];
    const written = (millionths: bigint): string =>
      `${millionths / scale}.${String(millionths % scale).padStart(6, '0')}`;
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.constantFrom(...divisors), (millionths, divisor) => {
        expect(isMultiple(Number(written(millionths)), written(divisor))).toBe(millionths % divisor === 0n);
      }),
    );
  });
});

test('what Prism finds in its own placeholder answer is not the request’s', () => {
  expect(judge([{ location: ['response', 'body'], code: 'required', message: 'is required' }], 1)).toEqual({
    byDecimals: false,
  });
});

test('what Prism let through with a violation of the request counts as refused', () => {
  expect(judge([{ location: ['request'], code: 'type', message: 'must be a string' }], 1, false).fault).toBeDefined();
});

test('an error without a violation counts as refused', () => {
  const answer = { status: 404, violations: undefined, contentType: 'text/plain', body: 'no route' };
  expect(judgeAnswer(answer, '').fault).toBe('404 no route');
});
