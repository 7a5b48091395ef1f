import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { breakingChanges, type OpenApiDocument } from './openapi-breaking.ts';

const DIRECTORY = 'openapi';

export interface ReleaseComparison {
  /** The tag compared with; absent when nothing has been released. */
  tag?: string;
  /** Documents compared, by file name. */
  compared: string[];
  /** One line a breaking change. */
  breaking: string[];
}

/**
 * Compares the documents in the checkout's `openapi/` with those of its last release: the newest `v*` tag that HEAD descends from.
 *
 * A breaking change needs a new file, `shipping.v3.json` beside `shipping.v2.json`; the old one stays.
 */
export function compareWithRelease(checkout: string): ReleaseComparison {
  const tag = lastRelease(checkout);
  if (tag === undefined) return { compared: [], breaking: [] };
  const released = git(checkout, 'ls-tree', '--name-only', tag, `${DIRECTORY}/`)
    .split('\n')
    .filter((path) => path.endsWith('.json'))
    .map((path) => basename(path));
  const present = new Set(readdirSync(join(checkout, DIRECTORY)));
  const breaking = released.flatMap((name) => {
    if (!present.has(name)) return [`${name}: document removed; clients of ${tag} still ask for it`];
    const before = JSON.parse(git(checkout, 'show', `${tag}:${DIRECTORY}/${name}`)) as OpenApiDocument;
    const after = JSON.parse(readFileSync(join(checkout, DIRECTORY, name), 'utf8')) as OpenApiDocument;
    return breakingChanges(before, after).map(
      ({ operation, pointer, message }) => `${name}: ${operation ? `${operation}: ` : ''}${message} (${pointer})`,
    );
  });
  return { tag, compared: released, breaking };
}

/** The newest `v*` tag that HEAD descends from. */
export function lastRelease(checkout: string): string | undefined {
  const [tag] = git(checkout, 'tag', '--merged', 'HEAD', '--list', 'v[0-9]*', '--sort=-version:refname').split('\n');
  return tag || undefined;
}

function git(checkout: string, ...command: string[]): string {
  // Without the suffix setting, v1.0.0-rc.1 would be newer than v1.0.0.
  return execFileSync('git', ['-c', 'versionsort.suffix=-', ...command], { cwd: checkout, encoding: 'utf8' }).trim();
}

function run(): void {
  const { tag, compared, breaking } = compareWithRelease(process.cwd());
  if (tag === undefined) console.log('no release yet, nothing to compare');
  else if (compared.length === 0) console.log(`${tag} has no documents, nothing to compare`);
  else if (breaking.length === 0) console.log(`${compared.join(', ')}: nothing since ${tag} breaks a client`);
  else {
    for (const line of breaking) console.error(line);
    console.error(
      `${breaking.length} breaking changes since ${tag}: keep the old version and add a new major version beside it.`,
    );
    process.exitCode = 1;
  }
}

if (import.meta.main) run();
