import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { file_buf_validate_validate as validateFile } from '@bufbuild/protovalidate/gen/buf/validate/validate_pb.js';
import { printProto } from './print-proto.ts';

/** What proto/ imports and others publish: copied out of their packages, never committed. */
const THIRD_PARTY = 'generated/third-party-proto';
/** Where the program finds the code of all messages and services. */
const CODE = 'src/platform/generated/proto';

const GOOGLE = ['google/api/annotations', 'google/api/http', 'google/rpc/status', 'google/rpc/error_details'];

/**
 * Writes the TypeScript of proto/ and of the protocols around it. Everything comes from installed packages; nothing is downloaded.
 */
function generateProto(): void {
  gatherThirdParty();
  rmSync(CODE, { recursive: true, force: true });
  execFileSync('node_modules/.bin/buf', ['generate'], { stdio: 'inherit' });
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
