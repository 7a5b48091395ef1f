import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges, type OpenApiDocument } from './openapi-breaking.ts';

const DIRECTORY = 'openapi';
/** What the last release promised: written by `npm version`, committed, and so there in every checkout, however shallow. */
export const RELEASED = 'released';

export interface ReleaseComparison {
  /** The version compared with. */
  version: string;
  /** Documents compared, by file name. */
  compared: string[];
  /** One line a breaking change. */
  breaking: string[];
}

/**
 * Compares the documents in the checkout's `openapi/` with those of its last release.
 *
 * A breaking change needs a new file, `shipping.v3.json` beside `shipping.v2.json`; the old one stays.
 * @throws Error where it is not known what the last release promised
 */
export function compareWithRelease(checkout: string): ReleaseComparison {
  const version = releasedVersion(checkout);
  const compared = documentsIn(join(checkout, RELEASED, DIRECTORY));
  if (compared.length === 0)
    throw new Error(`${RELEASED}/${DIRECTORY} has no documents: restore it from version control.`);
  const present = new Set(documentsIn(join(checkout, DIRECTORY)));
  const breaking = compared.flatMap((name) => {
    if (!present.has(name)) return [`${name}: document removed; clients of ${version} still ask for it`];
    const before = read(join(checkout, RELEASED, DIRECTORY, name));
    const after = read(join(checkout, DIRECTORY, name));
    return breakingChanges(before, after).map(
      ({ operation, pointer, message }) => `${name}: ${operation ? `${operation}: ` : ''}${message} (${pointer})`,
    );
  });
  return { version, compared, breaking };
}

/** @throws Error where the release of package.json's version did not write down what it promises */
export function releasedVersion(checkout: string): string {
  const path = join(checkout, RELEASED, 'version');
  const released = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
  if (released === version) return version;
  const what = released === undefined ? 'is missing' : `is of ${released}`;
  throw new Error(
    `package.json is at ${version}, but ${RELEASED}/ ${what}: a new version begins with \`npm version\`.`,
  );
}

function documentsIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')) : [];
}

function read(path: string): OpenApiDocument {
  return JSON.parse(readFileSync(path, 'utf8')) as OpenApiDocument;
}

function run(): void {
  const { version, compared, breaking } = compareWithRelease(process.cwd());
  if (breaking.length === 0) {
    console.log(`${compared.join(', ')}: nothing since ${version} breaks a client`);
    return;
  }
  for (const line of breaking) console.error(line);
  console.error(
    `${breaking.length} breaking changes since ${version}: keep the old version and add a new major version beside it.`,
  );
  process.exitCode = 1;
}

if (import.meta.main) run();
