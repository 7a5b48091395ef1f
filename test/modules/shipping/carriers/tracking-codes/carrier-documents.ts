import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// oxlint-disable-next-line node/no-process-env -- a setting of the test run, not of the program
const DIRECTORY = process.env['CARRIER_DOCS_DIR'] ?? '../shared/carriers';

/** The carriers' own documents are no part of the project; what compares with them is skipped where they are not. */
export const hasCarrierDocuments = existsSync(DIRECTORY);
if (!hasCarrierDocuments) {
  process.stderr.write(
    `Tracking codes are not compared with the carriers' lists: CARRIER_DOCS_DIR (${DIRECTORY}) is absent.\n`,
  );
}

export function readCarrierDocument(path: string): string {
  return readFileSync(join(DIRECTORY, path), 'latin1');
}

/** The cells of each row below the heading of a semicolon-separated list. */
export function readCarrierList(path: string): string[][] {
  const [, ...lines] = readCarrierDocument(path).split(/\r?\n/);
  return lines.filter((line) => line !== '').map(cells);
}

function cells(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|;)(?:"([^"]*(?:""[^"]*)*)"|([^;]*))/g), ([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  );
}
