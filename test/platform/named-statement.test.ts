import { expect, test } from 'vitest';
import { named } from '../../src/platform/database.ts';

test('a name is one position wherever it stands, and a cast is no name', () => {
  const statement = named<{ id: string; at: Date }>(
    'find',
    `select ':' from t where id = :id::uuid and a < :at and b <> :id`,
  );
  expect(statement.text).toBe(`select ':' from t where id = $1::uuid and a < $2 and b <> $1`);
  const at = new Date(0);
  expect(statement.valuesOf({ at, id: 'one' })).toEqual(['one', at]);
});

test.each([
  ['that the text names is missing', { id: 1 }],
  ['is given that the text does not name', { id: 1, at: 2, on: 3 }],
  ['has another name', { id: 1, on: 3 }],
])('refuses values of which one %s', (_what, values) => {
  const statement = named<object>('find', 'select from t where id = :id and a < :at');
  expect(() => statement.valuesOf(values)).toThrow(/^find is about id, at, and was given/);
});
