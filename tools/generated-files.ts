import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a generator makes: the text of each file by its name in the directory, which holds nothing else. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/**
 * What the generators' command lines do: write the files, or with `check` say how the committed ones differ.
 * @returns whether the directory now holds what was generated
 */
export function writeOrCheck(directory: string, files: GeneratedFiles, check: boolean): boolean {
  if (!check) {
    writeGenerated(directory, files);
    console.log(`${directory}/: wrote ${[...files.keys()].join(', ')}`);
    return true;
  }
  const drift = driftOf(directory, files);
  if (drift.length === 0) {
    console.log(`${directory}/: ${files.size} files are up to date`);
    return true;
  }
  for (const line of drift) console.error(line);
  console.error(`${directory}/ is not what the program describes: run \`npm run openapi\` and commit the result.`);
  return false;
}

/** Makes the directory hold exactly these files. */
export function writeGenerated(directory: string, files: GeneratedFiles): void {
  mkdirSync(directory, { recursive: true });
  for (const name of namesIn(directory)) if (!files.has(name)) rmSync(join(directory, name));
  for (const [name, text] of files) writeFileSync(join(directory, name), text);
}

/** Where the directory differs from what would be written now, one line a file. Empty: it is up to date. */
export function driftOf(directory: string, files: GeneratedFiles): string[] {
  const committed = new Set(namesIn(directory));
  const drift = [...files].flatMap(([name, text]) => {
    const path = join(directory, name);
    if (!committed.delete(name)) return [`${path} is missing`];
    const place = firstDifference(name, readFileSync(path, 'utf8'), text);
    return place === undefined ? [] : [`${path} differs at ${place}`];
  });
  return [...drift, ...[...committed].map((name) => `${join(directory, name)} is no longer generated`)];
}

/** The place as a JSON pointer with both values for JSON, else as a line; `undefined` when the texts are equal. */
export function firstDifference(name: string, committed: string, generated: string): string | undefined {
  if (committed === generated) return undefined;
  const pointer = name.endsWith('.json') ? firstPointer(parsed(committed), parsed(generated), '') : undefined;
  if (pointer !== undefined) return pointer;
  const lines = generated.split('\n');
  const index = committed.split('\n').findIndex((line, at) => line !== lines[at]);
  return `line ${index < 0 ? committed.split('\n').length : index + 1}`;
}

function firstPointer(committed: unknown, generated: unknown, pointer: string): string | undefined {
  if (isObject(committed) && isObject(generated)) {
    for (const key of new Set([...Object.keys(committed), ...Object.keys(generated)])) {
      const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const found = firstPointer(committed[key], generated[key], place);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (Object.is(committed, generated)) return undefined;
  return `${pointer || '/'}: ${summary(committed)} in the file, ${summary(generated)} generated`;
}

function summary(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
