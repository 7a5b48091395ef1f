import { expect, test } from 'vitest';
import { etagOf, versionFromIfMatch } from '../../src/platform/etag.ts';

test.each([
  ['"3"', 3],
  ['W/"3"', 0],
  ['3', 3],
  [' "12" ', 12],
  [undefined, undefined],
  ['*', undefined],
  [' * ', undefined],
])('If-Match %j demands version %j', (header, version) => {
  expect(versionFromIfMatch(header)).toBe(version);
});

test('the tag of a version demands that version', () => {
  expect(versionFromIfMatch(etagOf(42))).toBe(42);
});

test.each(['', '"abc"', '"1", "2"', '"-1"', '"1.5"', '"9999999999"'])(
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
