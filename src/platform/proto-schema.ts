import { type DescEnum, type DescField, type DescMessage, getOption, hasOption, ScalarType } from '@bufbuild/protobuf';
import { type FieldRules, field as fieldRules } from '@bufbuild/protovalidate/gen/buf/validate/validate_pb.js';
import { type TSchema, Type } from '@sinclair/typebox';
import { COMMENTS } from './generated/proto/comments.ts';

/** A field's JSON form, and whether it is always there. */
export interface FieldSchema {
  name: string;
  schema: TSchema;
  isRequired: boolean;
}

const INT32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/**
 * JSON schemas of messages in protobuf's JSON form, from their descriptors, their `buf.validate` rules and their comments: the proto is the
 * only place where a message is described. Messages become components, under their own names.
 */
export function createProtoSchemas(): {
  /** A reference to the message's component. */
  reference(message: DescMessage): TSchema;
  /** The message's fields, but for some. */
  fieldsOf(message: DescMessage, without?: ReadonlySet<string>): FieldSchema[];
  /** Adds a component. */
  addComponent(name: string, fields: readonly FieldSchema[], description: string): TSchema;
  /** All components so far, each before whatever refers to it. */
  components(): readonly TSchema[];
} {
  const known = new Map<string, TSchema>();

  const addComponent = (name: string, fields: readonly FieldSchema[], description: string): TSchema => {
    known.set(name, objectOf(fields, { $id: name, description }));
    return Type.Unsafe({ $ref: `${name}#` });
  };

  const reference = (message: DescMessage): TSchema => {
    if (!known.has(message.name)) {
      const description = COMMENTS[message.typeName] ?? message.name;
      return addComponent(message.name, fieldsOf(message), description);
    }
    return Type.Unsafe({ $ref: `${message.name}#` });
  };

  const fieldsOf = (message: DescMessage, without: ReadonlySet<string> = new Set()): FieldSchema[] =>
    message.fields
      .filter(({ name }) => !without.has(name))
      .map((field) => ({ name: field.jsonName, schema: schemaOf(field), isRequired: isAlwaysThere(field) }));

  const schemaOf = (field: DescField): TSchema => {
    const rules = rulesOf(field);
    const description = COMMENTS[`${field.parent.typeName}.${field.name}`];
    const described = description === undefined ? {} : { description };
    switch (field.fieldKind) {
      case 'scalar':
        return scalarSchema(field.scalar, rules, described);
      case 'enum':
        return enumSchema(field.enum, rules, described);
      case 'message':
        return messageSchema(field.message, described);
      case 'list': {
        const { minItems, maxItems, items } = rules?.type.case === 'repeated' ? rules.type.value : {};
        const item =
          field.listKind === 'message'
            ? messageSchema(field.message, {})
            : field.listKind === 'enum'
              ? enumSchema(field.enum, items, {})
              : scalarSchema(field.scalar, items, {});
        const bounds = {
          ...(minItems === undefined || minItems === 0n ? {} : { minItems: Number(minItems) }),
          ...(maxItems === undefined || maxItems === 0n ? {} : { maxItems: Number(maxItems) }),
        };
        return Type.Array(item, { ...bounds, ...described });
      }
      case 'map':
        throw new Error(`${String(field)}: a map has no schema yet`);
      default:
        return field satisfies never;
    }
  };

  const messageSchema = (message: DescMessage, described: { description?: string }): TSchema =>
    message.typeName === 'google.protobuf.Timestamp'
      ? Type.String({ format: 'date-time', ...described })
      : reference(message);

  return { reference, fieldsOf, addComponent, components: () => [...known.values()] };
}

export function objectOf(fields: readonly FieldSchema[], options: object = {}): TSchema {
  const properties = fields.map(({ name, schema, isRequired }): [string, TSchema] => [
    name,
    isRequired ? schema : Type.Optional(schema),
  ]);
  return Type.Object(Object.fromEntries(properties), { additionalProperties: false, ...options });
}

/** A field's `buf.validate` rules. */
export function rulesOf(field: DescField): FieldRules | undefined {
  return hasOption(field, fieldRules) ? getOption(field, fieldRules) : undefined;
}

/** Where the rules refuse it to be empty; and in a message that answers use too, whatever cannot be absent. */
function isAlwaysThere(field: DescField): boolean {
  const rules = rulesOf(field);
  if (rules?.required === true) return true;
  if (!field.parent.name.endsWith('Request')) return isImplicit(field);
  const type = rules?.type;
  switch (type?.case) {
    case 'string':
      return type.value.minLen > 0n || type.value.wellKnown.case === 'uuid';
    case 'repeated':
      return type.value.minItems > 0n;
    default:
      return false;
  }
}

/** One that answers always have: scalars, enums and lists, in contrast to messages and `optional`. */
function isImplicit(field: DescField): boolean {
  return field.fieldKind === 'list' || (field.fieldKind !== 'message' && !field.proto.proto3Optional);
}

function scalarSchema(scalar: ScalarType, rules: FieldRules | undefined, described: { description?: string }): TSchema {
  const type = rules?.type;
  switch (scalar) {
    case ScalarType.STRING:
      return Type.String({ ...(type?.case === 'string' ? stringBounds(type.value) : {}), ...described });
    case ScalarType.INT32: {
      const { greaterThan, lessThan } = type?.case === 'int32' ? type.value : {};
      const minimum = greaterThan?.case === 'gte' ? greaterThan.value : INT32.minimum;
      const maximum = lessThan?.case === 'lte' ? lessThan.value : INT32.maximum;
      return Type.Integer({ minimum, maximum, ...described });
    }
    case ScalarType.INT64: {
      const isPositive = type?.case === 'int64' && type.value.greaterThan.case === 'gte';
      const pattern = isPositive ? '^(?:0|[1-9][0-9]{0,18})$' : '^(?:0|-?[1-9][0-9]{0,18})$';
      const { description = '' } = described;
      return Type.String({
        pattern,
        description: `${description} A whole number, as a string.`.trim(),
        example: '1250',
      });
    }
    case ScalarType.BOOL:
      return Type.Boolean(described);
    default:
      throw new Error(`a scalar of type ${scalar} has no schema yet`);
  }
}

function stringBounds(rules: {
  minLen: bigint;
  maxLen: bigint;
  pattern: string;
  wellKnown: { case?: string | undefined };
}) {
  return {
    ...(rules.minLen > 0n ? { minLength: Number(rules.minLen) } : {}),
    ...(rules.maxLen > 0n ? { maxLength: Number(rules.maxLen) } : {}),
    ...(rules.pattern === '' ? {} : { pattern: rules.pattern }),
    ...(rules.wellKnown.case === 'uuid' ? { format: 'uuid' } : {}),
  };
}

function enumSchema(desc: DescEnum, rules: FieldRules | undefined, described: { description?: string }): TSchema {
  const refused: readonly number[] = rules?.type.case === 'enum' ? rules.type.value.notIn : [];
  const values = desc.values.filter(({ number }) => !refused.includes(number)).map(({ name }) => name);
  const { description = COMMENTS[desc.typeName] } = described;
  return Type.Unsafe<string>({ type: 'string', enum: values, ...(description === undefined ? {} : { description }) });
}
