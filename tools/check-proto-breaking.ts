import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RELEASED, releasedVersion } from './check-breaking.ts';

/** What `buf` needs beside proto/: how it is laid out, and what it imports. */
const AROUND = ['buf.yaml', 'generated/third-party-proto'];

/**
 * Compares the checkout's proto/ with that of its last release.
 * @returns what breaks a client, one line each @throws Error where it is not known what the last release promised
 */
export function protoBreakings(checkout: string): { version: string; breaking: string[] } {
  const version = releasedVersion(checkout);
  const released = join(checkout, RELEASED, 'proto');
  if (!existsSync(released)) throw new Error(`${RELEASED}/proto is missing: restore it from version control.`);
  const directory = mkdtempSync(join(tmpdir(), 'released-proto-'));
  try {
    for (const path of AROUND) cpSync(join(checkout, path), join(directory, path), { recursive: true });
    cpSync(released, join(directory, 'proto'), { recursive: true });
    const buf = join(import.meta.dirname, '../node_modules/.bin/buf');
    const { status, stdout, stderr } = spawnSync(buf, ['breaking', '--against', directory], {
      cwd: checkout,
      encoding: 'utf8',
    });
    // 100: there are breaking changes; anything else is a fault of its own.
    if (status !== 0 && status !== 100) throw new Error(stderr);
    return { version, breaking: stdout.trim().split('\n').filter(Boolean) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function run(): void {
  const { version, breaking } = protoBreakings(process.cwd());
  if (breaking.length === 0) console.log(`proto: nothing since ${version} breaks a client`);
  else {
    for (const line of breaking) console.error(line);
    process.exitCode = 1;
  }
}

if (import.meta.main) run();
