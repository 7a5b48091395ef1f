import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASED } from './check-breaking.ts';

/** What clients are promised. */
const PROMISED = ['openapi', 'proto'];

/** Writes down what the version of package.json promises, for later changes to be compared with. `npm version` runs it before its commit. */
export function writeReleased(checkout: string): void {
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
  const directory = join(checkout, RELEASED);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  for (const path of PROMISED) cpSync(join(checkout, path), join(directory, path), { recursive: true });
  writeFileSync(join(directory, 'version'), `${version}\n`);
}

if (import.meta.main) writeReleased(process.cwd());
