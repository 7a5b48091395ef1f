import { expect, test } from 'vitest';
import {
  notFound,
  ProblemError,
  preconditionFailed,
  problemDocument,
  problemField,
  validationProblem,
} from '../../src/platform/problem.ts';

test.each<[(string | number)[], string, string]>([
  [['addresses', 'receiver', 'postCode'], 'Data.Addresses.Receiver.PostCode', '/addresses/receiver/postCode'],
  [['handlingUnits', 0, 'weight', 'value'], 'Data.HandlingUnits[0].Weight.Value', '/handlingUnits/0/weight/value'],
  [['handlingUnits', 12], 'Data.HandlingUnits[12]', '/handlingUnits/12'],
  [['a/b', 'c~d'], 'Data.A/b.C~d', '/a~1b/c~0d'],
  [[''], 'Data.', '/'],
  [[], 'Data', ''],
])('%j is named in both forms', (path, field, pointer) => {
  expect(problemField(path, 'Is wrong.')).toEqual({ field, pointer, message: 'Is wrong.' });
});

test('a place in the query says so', () => {
  expect(problemField(['limit'], 'Is wrong.', 'Query')).toMatchObject({ field: 'Query.Limit', pointer: '/limit' });
});

test('one broken rule is the detail; of several the first is, with their number', () => {
  const one = problemField(['reference'], 'Is required.');
  expect(validationProblem([one]).detail).toBe('Data.Reference: Is required.');
  const two = validationProblem([one, problemField(['addresses'], 'Is required.')]);
  expect(two.detail).toBe('Data.Reference: Is required. (and 1 more, see errors)');
  expect(two.extensions['errors']).toHaveLength(2);
});

test('a document has the members of RFC 7807, then its extensions, and nothing of the cause', () => {
  const error = new ProblemError({
    type: 'carrier-error',
    status: 422,
    title: 'Carrier Rejected Request',
    detail: 'DHL rejected booking.',
    extensions: { carrier: 'DHLPX' },
    headers: { 'retry-after': '1' },
    cause: new Error('password=hunter2'),
  });
  expect(problemDocument(error, 'https://errors.example.com', '/api/x')).toEqual({
    type: 'https://errors.example.com/carrier-error',
    title: 'Carrier Rejected Request',
    status: 422,
    detail: 'DHL rejected booking.',
    instance: '/api/x',
    carrier: 'DHLPX',
  });
  expect(error.cause).toEqual(new Error('password=hunter2'));
});

test('what is missing and what has changed says which and how far', () => {
  expect(notFound('shipment', 'x')).toMatchObject({ status: 404, detail: 'There is no shipment with id x.' });
  expect(preconditionFailed(7)).toMatchObject({ status: 412, extensions: { currentVersion: 7 } });
  expect(preconditionFailed(7).detail).toContain('its version is now 7');
});
