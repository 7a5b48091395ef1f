import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lastRelease } from './check-breaking.ts';

/** What `buf` needs beside proto/: how it is laid out, and what it imports. */
const AROUND = ['buf.yaml', 'generated/third-party-proto'];

/**
 * Compares the checkout's proto/ with that of its last release.
 * @returns what breaks a client, one line each; undefined when there is nothing to compare with
 */
export function protoBreakings(checkout: string): { tag: string; breaking: string[] } | undefined {
  const tag = lastRelease(checkout);
  if (tag === undefined) return undefined;
  const git = (...command: string[]): string => execFileSync('git', command, { cwd: checkout, encoding: 'utf8' });
  const released = git('ls-tree', '-r', '--name-only', tag, 'proto/').trim().split('\n').filter(Boolean);
  if (released.length === 0) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'released-proto-'));
  try {
    for (const path of AROUND) cpSync(join(checkout, path), join(directory, path), { recursive: true });
    for (const path of released) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), git('show', `${tag}:${path}`));
    }
    const buf = join(import.meta.dirname, '../node_modules/.bin/buf');
    const { status, stdout, stderr } = spawnSync(buf, ['breaking', '--against', directory], {
      cwd: checkout,
      encoding: 'utf8',
    });
    // 100: there are breaking changes; anything else is a fault of its own.
    if (status !== 0 && status !== 100) throw new Error(stderr);
    return { tag, breaking: stdout.trim().split('\n').filter(Boolean) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function run(): void {
  const compared = protoBreakings(process.cwd());
  if (compared === undefined) console.log('no release with proto files yet, nothing to compare');
  else if (compared.breaking.length === 0) console.log(`proto: nothing since ${compared.tag} breaks a client`);
  else {
    for (const line of compared.breaking) console.error(line);
    process.exitCode = 1;
  }
}

if (import.meta.main) run();
