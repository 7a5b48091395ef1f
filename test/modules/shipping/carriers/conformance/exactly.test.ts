import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { expect, test } from 'vitest';
import { exactly } from './exactly.ts';

const Party = Type.Object({
  name: Type.String(),
  city: Type.Optional(Type.String()),
  weight: Type.Optional(Type.Number({ multipleOf: 0.001, maximum: 70 })),
});
const Locker = Type.Object({ locker: Type.String() });
const schema = exactly(Type.Object({ to: Type.Union([Party, Locker]), pieces: Type.Optional(Type.Array(Party)) }));

test.each([
  ['what it names', { to: { name: 'John' }, pieces: [{ name: 'one', city: 'Berlin' }] }, true],
  ['the other form', { to: { locker: '118' } }, true],
  ['a number of three decimals', { to: { name: 'John', weight: 2.268 } }, true],
  ['a number that is too large', { to: { name: 'John', weight: 70.001 } }, false],
  ['something besides', { to: { name: 'John' }, odd: 1 }, false],
  ['something besides in one of two forms', { to: { locker: '118', name: 'John' } }, false],
  ['something besides in a list', { to: { name: 'John' }, pieces: [{ name: 'one', odd: 1 }] }, false],
  ['less than it demands', { to: {} }, false],
])('%s, %j, is within the schema: %s', (_name, value, isWithin) => {
  expect(Value.Check(schema, value)).toBe(isWithin);
});
