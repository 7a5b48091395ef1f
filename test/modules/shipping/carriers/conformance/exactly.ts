import { KindGuard, type TSchema } from '@sinclair/typebox';

/** The same, and no member that it does not name: TypeScript lets a builder spread one in. */
export function exactly(schema: TSchema): TSchema {
  if (KindGuard.IsUnion(schema)) return { ...schema, anyOf: schema.anyOf.map(exactly) };
  if (KindGuard.IsArray(schema)) return { ...schema, items: exactly(schema.items) };
  if (!KindGuard.IsObject(schema)) return schema;
  const members = Object.entries(schema.properties).map(([name, member]) => [name, exactly(member)]);
  return {
    ...schema,
    properties: Object.fromEntries(members) as typeof schema.properties,
    additionalProperties: false,
  };
}
