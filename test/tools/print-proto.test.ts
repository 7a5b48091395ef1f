import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromBinary, toJson } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  DescriptorProtoSchema,
  EnumDescriptorProtoSchema,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import { file_buf_validate_validate as validateFile } from '@bufbuild/protovalidate/gen/buf/validate/validate_pb.js';
import { expect, test } from 'vitest';
import { printProto } from '../../tools/print-proto.ts';

const PATH = 'buf/validate/validate.proto';

test('what is printed of a descriptor compiles to the same descriptor, but for comments, options and what is reserved', () => {
  const directory = mkdtempSync(join(tmpdir(), 'print-proto-'));
  try {
    mkdirSync(dirname(join(directory, PATH)), { recursive: true });
    writeFileSync(join(directory, PATH), printProto(validateFile.proto));
    const image = execFileSync('node_modules/.bin/buf', ['build', directory, '-o', '-#format=binpb']);
    const compiled = fromBinary(FileDescriptorSetSchema, image).file.find(({ name }) => name === PATH);
    expect(compiled === undefined ? undefined : describe(compiled)).toEqual(describe(validateFile.proto));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

function describe(file: FileDescriptorProto): unknown {
  return withoutOptions({
    package: file.package,
    dependency: file.dependency,
    messages: file.messageType.map((message: DescriptorProto) => toJson(DescriptorProtoSchema, message)),
    enums: file.enumType.map((each) => toJson(EnumDescriptorProtoSchema, each)),
    extensions: file.extension.map((each) => toJson(FieldDescriptorProtoSchema, each)),
  });
}

/** Without what an importer does not need: options, what is reserved, the JSON names that follow from the names; fields by their numbers. */
const NEEDLESS = new Set(['options', 'jsonName', 'reservedName', 'reservedRange']);

function withoutOptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOptions).sort(byNumber);
  if (typeof value !== 'object' || value === null) return value;
  const needed = Object.entries(value).filter(([key]) => !NEEDLESS.has(key));
  return Object.fromEntries(needed.map(([key, each]) => [key, withoutOptions(each)]));
}

const byNumber = (one: unknown, other: unknown): number => numberOf(one) - numberOf(other);
const numberOf = (value: unknown): number => Number((value as { number?: number }).number ?? 0);
