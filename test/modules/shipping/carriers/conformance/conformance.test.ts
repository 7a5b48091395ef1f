import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONFORMANCES, carrierDocumentsDirectory } from './conformances.ts';
import { generateShipments } from './generate-shipments.ts';
import { runConformance } from './run-conformance.ts';

/** All of them are sent by `npm run carriers:conformance`, which writes the table that is compared here. */
const SAMPLE = 5;
const directory = carrierDocumentsDirectory();
const hasDocuments = existsSync(directory);
if (!hasDocuments) process.stderr.write(`Adapters are not judged: CARRIER_DOCS_DIR (${directory}) is absent.\n`);

describe.each(CONFORMANCES.map((conformance) => [conformance.carrier.name, conformance] as const))(
  '%s',
  (name, conformance) => {
    test('at least fifty shipments are sent', () => {
      expect(generateShipments(conformance.range).length).toBeGreaterThanOrEqual(50);
    });

    test.runIf(hasDocuments)(
      'the carrier’s document accepts every request of a sample, and docs/carriers.md says so of all',
      { timeout: 300_000 },
      async () => {
        const judgements = await runConformance(directory, conformance, SAMPLE);
        expect(judgements.flatMap((judgement) => judgement.complaints)).toEqual([]);
        expect(judgements.filter(({ sent, accepted }) => sent === 0 || accepted < sent)).toEqual([]);
        const document = readFileSync('docs/carriers.md', 'utf8');
        for (const { operation } of judgements) {
          const [sent = 0, accepted] = countsOf(document, name, operation);
          expect(sent, operation).toBeGreaterThan(0);
          expect(accepted, operation).toBe(sent);
        }
      },
    );
  },
);

/** What the table says of an operation: sent and accepted. */
function countsOf(document: string, carrier: string, operation: string): number[] {
  const begins = `| \`${carrier}\` | ${operation} | `;
  const row = document.split('\n').find((line) => line.startsWith(begins)) ?? begins;
  return row.slice(begins.length).split('|', 2).map(Number);
}
