import { expect, test } from 'vitest';
import { etagOf, versionFromIfMatch } from '../../src/platform/etag.ts';
import { requireVersion } from '../../src/platform/problem.ts';

test.each([
  ['"3"', { strong: [3], weak: [] }],
  ['3', { strong: [3], weak: [] }],
  [' "12" ', { strong: [12], weak: [] }],
  ['W/"3"', { strong: [], weak: [3] }],
  ['"1", "2"', { strong: [1, 2], weak: [] }],
  ['"1",W/"2" , ,"3",', { strong: [1, 3], weak: [2] }],
  [undefined, undefined],
  ['*', undefined],
  [' * ', undefined],
])('If-Match %j demands %j', (header, versions) => {
  expect(versionFromIfMatch(header)).toEqual(versions);
});

test('the tag of a version demands that version', () => {
  expect(versionFromIfMatch(etagOf(42))).toEqual({ strong: [42], weak: [] });
});

test.each([
  [4, undefined],
  [4, 4],
  [4, versionFromIfMatch('*')],
  [4, versionFromIfMatch('"4"')],
  [4, versionFromIfMatch('"3", "4"')],
  [4, versionFromIfMatch('W/"3", "4"')],
])('version %j is one for whoever expects %j', (current, expected) => {
  expect(() => requireVersion(current, expected)).not.toThrow();
});

test.each([
  [4, 3, 'is now 4. Read it again'],
  [4, versionFromIfMatch('"3"'), 'is now 4. Read it again'],
  [4, versionFromIfMatch('"3", "5"'), 'is now 4. Read it again'],
  [4, versionFromIfMatch('W/"3"'), 'is now 4. Read it again'],
  [4, versionFromIfMatch('W/"4"'), 'has not changed, but a weak ETag such as W/"4" never matches If-Match. Send "4"'],
  [4, versionFromIfMatch('"3", W/"4"'), 'Send "4", without W/'],
])('version %j is none for whoever expects %j, and he is told: %s', (current, expected, told) => {
  expect(() => requireVersion(current, expected)).toThrow(
    expect.objectContaining({
      type: 'precondition-failed',
      status: 412,
      detail: expect.stringContaining(told) as string,
      extensions: { currentVersion: 4 },
    }),
  );
});

test.each(['', ' , ', '"abc"', '"1", "abc"', '"1", *', '"-1"', '"1.5"', '"9999999999"'])(
  'If-Match %j is refused with an example',
  (header) => {
    expect(() => versionFromIfMatch(header)).toThrow(
      expect.objectContaining({
        type: 'malformed-if-match',
        status: 400,
        detail: expect.stringContaining('"3"') as string,
      }),
    );
  },
);
