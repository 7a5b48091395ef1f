// `npm run carriers:conformance [-- carrier ...]`: judges the adapters by the carriers' documents and writes the table in docs/carriers.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tableRows, withTable } from './conformance-table.ts';
import { CONFORMANCES, carrierDocumentsDirectory } from './conformances.ts';
import { runConformance } from './run-conformance.ts';

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
  for (const conformance of chosen) {
    const { name } = conformance.carrier;
    const judgements = await runConformance(directory, conformance);
    rows.push(...tableRows(name, judgements));
    for (const { operation, sent, accepted, complaints } of judgements) {
      process.stdout.write(`${name} ${operation}: ${accepted} of ${sent} accepted\n`);
      for (const complaint of complaints) process.stdout.write(`  ${complaint}\n`);
      if (sent === 0 || accepted < sent) process.exitCode = 1;
    }
  }
  const judged = chosen.map(({ carrier }) => carrier.name);
  writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8'), rows, judged));
}
