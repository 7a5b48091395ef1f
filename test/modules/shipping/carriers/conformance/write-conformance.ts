// `npm run carriers:conformance [-- carrier ...]`: judges the adapters by the carriers' documents and writes the table in docs/carriers.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tableRows, withTable } from './conformance-table.ts';
import { CONFORMANCES, carrierDocumentsDirectory } from './conformances.ts';
import { startPrism } from './prism.ts';
import { documentsOf, isConforming, runConformance } from './run-conformance.ts';

const DOCUMENT = 'docs/carriers.md';
const directory = carrierDocumentsDirectory();
const asked = process.argv.slice(2);
const chosen = CONFORMANCES.filter(({ carrier }) => asked.length === 0 || asked.includes(carrier.name));
if (!existsSync(directory)) {
  process.stdout.write(`skipped: the carriers' documents are not in ${directory} (CARRIER_DOCS_DIR)\n`);
} else if (chosen.length === 0) {
  process.stderr.write(`no such carrier; there are ${CONFORMANCES.map(({ carrier }) => carrier.name).join(', ')}\n`);
  process.exitCode = 1;
} else {
  const rows: string[] = [];
  process.stdout.write('Prism reads the documents …\n');
  await using prism = await startPrism(directory, documentsOf(chosen));
  for (const conformance of chosen) {
    const { name } = conformance.carrier;
    const judgements = await runConformance(prism, conformance, {
      onProgress: (sent, of) => {
        if (sent % 10 === 0 || sent === of) process.stdout.write(`${name}: ${sent} of ${of} shipments\n`);
      },
    });
    rows.push(...tableRows(name, judgements));
    for (const judgement of judgements) {
      const { operation, sent, accepted, byDecimals, planted, plantedRefused, complaints } = judgement;
      process.stdout.write(
        `${name} ${operation}: ${accepted} of ${sent} accepted (${byDecimals} by decimal arithmetic), ${plantedRefused} of ${planted} planted faults refused\n`,
      );
      for (const complaint of complaints) process.stdout.write(`  ${complaint}\n`);
      if (!isConforming(judgement)) process.exitCode = 1;
    }
  }
  const judged = chosen.map(({ carrier }) => carrier.name);
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), rows, judged));
}
