import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tableRows } from './conformance-table.ts';
import { CONFORMANCES, carrierDocumentsDirectory } from './conformances.ts';
import { generateShipments } from './generate-shipments.ts';
import { runConformance } from './run-conformance.ts';

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
      'the carrier’s document accepts every request, and docs/carriers.md says so',
      { timeout: 300_000 },
      async () => {
        const judgements = await runConformance(directory, conformance);
        expect(judgements.flatMap((judgement) => judgement.complaints)).toEqual([]);
        expect(judgements.filter(({ sent, accepted }) => sent === 0 || accepted < sent)).toEqual([]);
        const document = readFileSync('docs/carriers.md', 'utf8');
        for (const row of tableRows(name, judgements)) expect(document).toContain(row);
      },
    );
  },
);
