import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  createFileRegistry,
  type DescEnum,
  type DescField,
  type DescFile,
  type DescMessage,
  type DescMethod,
  type DescService,
  fromBinary,
} from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { getComments } from '@bufbuild/protoplugin';
import { file_buf_validate_validate as validateFile } from '@bufbuild/protovalidate/gen/buf/validate/validate_pb.js';
import { printProto } from './print-proto.ts';

/** What proto/ imports and others publish: copied out of their packages, never committed. */
const THIRD_PARTY = 'generated/third-party-proto';
/** Where the program finds the code of all messages and services. */
const CODE = 'src/platform/generated/proto';

const BUF = 'node_modules/.bin/buf';
const GOOGLE = ['google/api/annotations', 'google/api/http', 'google/rpc/status', 'google/rpc/error_details'];

/**
 * Writes the TypeScript of proto/ and of the protocols around it. Everything comes from installed packages; nothing is downloaded.
 */
function generateProto(): void {
  gatherThirdParty();
  rmSync(CODE, { recursive: true, force: true });
  execFileSync(BUF, ['generate'], { stdio: 'inherit' });
  writeFileSync(join(CODE, 'comments.ts'), commentsFile());
}

/** The comments of proto/, which generated code has for readers only, for the documents that are made from the descriptors. */
function commentsFile(): string {
  const image = execFileSync(BUF, ['build', 'proto', '-o', '-#format=binpb'], { maxBuffer: 64 * 1024 * 1024 });
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, image));
  const comments = [...registry.files]
    .filter(({ proto }) => proto.package.startsWith('oms.'))
    .flatMap(commentsOf)
    .filter(([, comment]) => comment !== '');
  const members = comments.map(([name, comment]) => `  ${JSON.stringify(name)}: ${JSON.stringify(comment)},\n`);
  return `/** The comments of proto/ by full name. */\nexport const COMMENTS: Readonly<Record<string, string>> = {\n${members.join('')}};\n`;
}

function commentsOf(file: DescFile): [string, string][] {
  const named: [string, DescMessage | DescField | DescEnum | DescService | DescMethod][] = [
    ...file.messages.flatMap((message): typeof named => [
      [message.typeName, message],
      ...message.fields.map((field): (typeof named)[number] => [`${message.typeName}.${field.name}`, field]),
    ]),
    ...file.enums.map((each): (typeof named)[number] => [each.typeName, each]),
    ...file.services.flatMap((service): typeof named => [
      [service.typeName, service],
      ...service.methods.map((method): (typeof named)[number] => [`${service.typeName}.${method.name}`, method]),
    ]),
  ];
  return named.map(([name, each]) => [name, textOf(getComments(each).leading)]);
}

function textOf(comment: string | undefined): string {
  return (comment ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();
}

/** Beside proto/ in buf.yaml, so that `buf` finds what is imported. */
export function gatherThirdParty(): void {
  rmSync(THIRD_PARTY, { recursive: true, force: true });
  for (const name of GOOGLE) copy(join(packageDirectory('google-proto-files'), `${name}.proto`), `${name}.proto`);
  copy(
    join(packageDirectory('@grpc/reflection'), 'build/proto/grpc/reflection/v1/reflection.proto'),
    'grpc/reflection/v1/reflection.proto',
  );
  // No package has its source; the descriptor says the same.
  write('buf/validate/validate.proto', printProto(validateFile.proto));
}

function copy(from: string, path: string): void {
  mkdirSync(dirname(join(THIRD_PARTY, path)), { recursive: true });
  cpSync(from, join(THIRD_PARTY, path));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(THIRD_PARTY, path)), { recursive: true });
  writeFileSync(join(THIRD_PARTY, path), text);
}

function packageDirectory(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

if (import.meta.main) generateProto();
