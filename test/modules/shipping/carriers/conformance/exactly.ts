import { KindGuard, type TSchema } from '@sinclair/typebox';

/**
 * The same, and no member that it does not name: TypeScript lets a builder spread one in. Of which steps a number is, doubles do not say;
 * `violations.ts` does, by decimals.
 */
export function exactly(schema: TSchema): TSchema {
  if (KindGuard.IsUnion(schema)) return { ...schema, anyOf: schema.anyOf.map(exactly) };
  if (KindGuard.IsArray(schema)) return { ...schema, items: exactly(schema.items) };
  if (KindGuard.IsNumber(schema)) {
    const { multipleOf: _step, ...bounds } = schema;
    return bounds;
  }
  if (!KindGuard.IsObject(schema)) return schema;
  const members = Object.entries(schema.properties).map(([name, member]) => [name, exactly(member)]);
  return {
    ...schema,
    properties: Object.fromEntries(members) as typeof schema.properties,
    additionalProperties: false,
  };
}
