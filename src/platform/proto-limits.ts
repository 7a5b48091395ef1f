import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { BODY_LIMIT_BYTES, frameworkProblem } from './answer-problem.ts';
import { rulesOf } from './proto-schema.ts';
import { invalidField } from './proto-validation.ts';

/** What a message that keeps to its own rules can come to on the wire. */
export interface WireLimits {
  bytes: number;
  /** Occurrences of fields, those within other messages not counted. */
  fields: number;
  /** Items, by the number of the field that lists them. */
  items: ReadonlyMap<number, { name: string; most: number; areNumbers: boolean }>;
}

/** For fields that a newer client knows and this server does not. */
const SPARE_BYTES = 16 * 1024;
const SPARE_FIELDS = 100;

/**
 * Refuses a message by its bytes alone when it cannot be valid: reading a megabyte of empty items takes longer than all that is done with a
 * sound message. @throws payload-too-large (413), validation (400)
 */
export function requireModestMessage(limits: WireLimits, bytes: Uint8Array): void {
  if (bytes.length > BODY_LIMIT_BYTES) throw frameworkProblem(413);
  requireFewFields(limits, bytes);
  if (bytes.length > limits.bytes) throw frameworkProblem(413, undefined, limits.bytes);
}

/** @throws Error for a field whose rules do not say how large it may be */
export function wireLimitsOf(schema: DescMessage): WireLimits {
  const lists = schema.fields.filter(({ fieldKind }) => fieldKind === 'list');
  const items = new Map(
    lists.map((field) => [
      field.number,
      { name: field.jsonName, most: mostItems(field), areNumbers: areNumbers(field) },
    ]),
  );
  const others = schema.fields.length - lists.length;
  return {
    bytes: Math.min(mostBytes(schema) + SPARE_BYTES, BODY_LIMIT_BYTES),
    fields: items.values().reduce((sum, { most }) => sum + most, others) + SPARE_FIELDS,
    items,
  };
}

/** The tag and the length before a value. */
const HEAD_BYTES = 7;
const VARINT_BYTES = 10;
const UUID_BYTES = 36;
const UTF8_BYTES = 4;

function mostBytes(schema: DescMessage): number {
  return schema.fields.reduce((sum, field) => sum + mostItems(field) * (HEAD_BYTES + mostBytesOfValue(field)), 0);
}

function mostBytesOfValue(field: DescField): number {
  if (field.message !== undefined) return mostBytes(field.message);
  if (field.enum !== undefined) return VARINT_BYTES;
  switch (field.scalar) {
    case ScalarType.INT32:
    case ScalarType.INT64:
    case ScalarType.BOOL:
      return VARINT_BYTES;
    case ScalarType.STRING:
      return mostBytesOfText(field);
    default:
      throw new Error(`${String(field)}: a scalar of type ${field.scalar} has no limit yet`);
  }
}

function mostBytesOfText(field: DescField): number {
  const type = rulesOf(field)?.type;
  const rules = type?.case === 'repeated' ? type.value.items?.type : type;
  if (rules?.case === 'string') {
    const { maxLen, wellKnown, pattern } = rules.value;
    if (maxLen > 0n) return Number(maxLen) * UTF8_BYTES;
    if (wellKnown.case === 'uuid') return UUID_BYTES;
    if (isShort(pattern)) return pattern.length * UTF8_BYTES;
  }
  throw new Error(`${String(field)}: a text in a request needs a rule that bounds its length`);
}

const areNumbers = ({ message, scalar }: DescField): boolean => message === undefined && scalar !== ScalarType.STRING;

/** In which nothing repeats without end. */
const isShort = (pattern: string): boolean => pattern !== '' && !/[*+]|,\}/.test(pattern);

function mostItems(field: DescField): number {
  if (field.fieldKind !== 'list') return 1;
  const type = rulesOf(field)?.type;
  if (type?.case === 'repeated' && type.value.maxItems > 0n) return Number(type.value.maxItems);
  throw new Error(`${String(field)}: a list in a request needs a rule that bounds its items`);
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** Goes from field to field without reading any. What is no message is left to whoever reads it. */
function requireFewFields(limits: WireLimits, bytes: Uint8Array): void {
  const counts = new Map<number, number>();
  let fields = 0;
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = readVarint();
    const number = Math.floor(tag / 8);
    const type = tag % 8;
    const value = type === VARINT || type === LENGTH ? readVarint() : 0;
    const start = at;
    at += type === LENGTH ? value : type === FIXED_64 ? 8 : type === FIXED_32 ? 4 : 0;
    const list = limits.items.get(number);
    const items = type === LENGTH && list?.areNumbers === true ? countPacked(bytes.subarray(start, at)) : 1;
    const count = (counts.get(number) ?? 0) + items;
    counts.set(number, count);
    if (list !== undefined && count > list.most)
      throw invalidField([list.name], `Must have at most ${list.most} items.`);
    if (++fields > limits.fields) throw invalidField([], `Must have at most ${limits.fields} fields.`);
  }
}

/** Numbers of a list may stand together in one field, each ending with a byte below 0x80. */
const countPacked = (bytes: Uint8Array): number => bytes.reduce((count, byte) => count + (byte < 0x80 ? 1 : 0), 0);
