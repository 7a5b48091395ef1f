import {
  type DescriptorProto,
  type EnumDescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  type FileDescriptorProto,
} from '@bufbuild/protobuf/wkt';

/** The names of the scalar types in a .proto file, by their numbers in a descriptor. */
const SCALARS: Readonly<Record<number, string>> = {
  [FieldDescriptorProto_Type.DOUBLE]: 'double',
  [FieldDescriptorProto_Type.FLOAT]: 'float',
  [FieldDescriptorProto_Type.INT64]: 'int64',
  [FieldDescriptorProto_Type.UINT64]: 'uint64',
  [FieldDescriptorProto_Type.INT32]: 'int32',
  [FieldDescriptorProto_Type.FIXED64]: 'fixed64',
  [FieldDescriptorProto_Type.FIXED32]: 'fixed32',
  [FieldDescriptorProto_Type.BOOL]: 'bool',
  [FieldDescriptorProto_Type.STRING]: 'string',
  [FieldDescriptorProto_Type.BYTES]: 'bytes',
  [FieldDescriptorProto_Type.UINT32]: 'uint32',
  [FieldDescriptorProto_Type.SFIXED32]: 'sfixed32',
  [FieldDescriptorProto_Type.SFIXED64]: 'sfixed64',
  [FieldDescriptorProto_Type.SINT32]: 'sint32',
  [FieldDescriptorProto_Type.SINT64]: 'sint64',
};

/** The largest field number, which `extensions 1000 to max` means. */
const MAX_FIELD_NUMBER = 536_870_911;

/**
 * The source of a proto2 file, from its descriptor: messages, enums, oneofs and extensions, without comments and without options, which
 * mean nothing to whoever only imports it.
 */
export function printProto(file: FileDescriptorProto): string {
  return [
    `syntax = "proto2";`,
    `package ${file.package};`,
    ...file.dependency.map((path) => `import "${path}";`),
    ...file.enumType.map(printEnum),
    ...file.messageType.map(printMessage),
    ...file.extension.map((field) => `extend ${field.extendee} {\n${printField(field)}\n}`),
    '',
  ].join('\n');
}

function printMessage(message: DescriptorProto): string {
  const inOneof = (index: number): FieldDescriptorProto[] =>
    message.field.filter((field) => isInOneof(field) && field.oneofIndex === index);
  return [
    `message ${message.name} {`,
    ...message.enumType.map(printEnum),
    ...message.nestedType.map(printMessage),
    ...message.field.filter((field) => !isInOneof(field)).map((field) => printField(field)),
    ...message.oneofDecl.flatMap((oneof, index) => [
      `oneof ${oneof.name} {`,
      ...inOneof(index).map((field) => printField(field, '')),
      '}',
    ]),
    ...message.extensionRange.map(
      ({ start, end }) => `extensions ${start} to ${end > MAX_FIELD_NUMBER ? 'max' : end - 1};`,
    ),
    ...message.reservedRange.map(({ start, end }) => `reserved ${start} to ${end - 1};`),
    '}',
  ].join('\n');
}

/** The index is 0 both of a field in the first oneof and of one in none. */
function isInOneof(field: FieldDescriptorProto): boolean {
  return Object.hasOwn(field, 'oneofIndex');
}

function printField(field: FieldDescriptorProto, label = labelOf(field)): string {
  return `${label}${SCALARS[field.type] ?? field.typeName} ${field.name} = ${field.number};`;
}

function labelOf({ label }: FieldDescriptorProto): string {
  if (label === FieldDescriptorProto_Label.REPEATED) return 'repeated ';
  return label === FieldDescriptorProto_Label.REQUIRED ? 'required ' : 'optional ';
}

function printEnum(description: EnumDescriptorProto): string {
  return [
    `enum ${description.name} {`,
    ...description.value.map(({ name, number }) => `${name} = ${number};`),
    '}',
  ].join('\n');
}
