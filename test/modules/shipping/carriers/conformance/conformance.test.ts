import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableRows } from './conformance-table.ts';
import { CONFORMANCES, carrierDocumentsDirectory } from './conformances.ts';
import { generateShipments } from './generate-shipments.ts';
import { type Prism, startPrism } from './prism.ts';
import { documentsOf, isConforming, runConformance } from './run-conformance.ts';

const directory = carrierDocumentsDirectory();
const hasDocuments = existsSync(directory);
if (!hasDocuments) process.stderr.write(`Adapters are not judged: CARRIER_DOCS_DIR (${directory}) is absent.\n`);

const named = CONFORMANCES.map((conformance) => [conformance.carrier.name, conformance] as const);

describe.each(named)('the shipments generated for %s', (_name, { range }) => {
  const shipments = generateShipments(range);
  const EU = new Set(['NL', 'DE', 'BE', 'FR', 'IT', 'ES', 'PL', 'GR', 'IE']);
  const parties = ({ request }: (typeof shipments)[number]) => request.content.addresses;

  test('are fifty at least', () => {
    expect(shipments.length).toBeGreaterThanOrEqual(50);
  });

  test.each<[string, (shipment: (typeof shipments)[number]) => boolean]>([
    ['domestic', (each) => parties(each).sender.countryCode === parties(each).receiver.countryCode],
    [
      'within the EU',
      (each) =>
        parties(each).sender.countryCode !== parties(each).receiver.countryCode &&
        EU.has(parties(each).sender.countryCode) &&
        EU.has(parties(each).receiver.countryCode),
    ],
    ['through customs', ({ request }) => request.isDutiable],
    ['of one unit', ({ request }) => request.handlingUnits.length === 1],
    ['of several units', ({ request }) => request.handlingUnits.length > 1],
    ['with the longest texts', (each) => parties(each).receiver.contactName === '漢'.repeat(35)],
    ['with names that are not Latin', (each) => /\p{Script=Cyrillic}/u.test(parties(each).receiver.contactName ?? '')],
    ['with a return', ({ request }) => request.content.returnService !== undefined],
  ])('have several %s', (_kind, isOfKind) => {
    expect(shipments.filter(isOfKind).length).toBeGreaterThanOrEqual(2);
  });
});

describe.runIf(hasDocuments)('by the carrier’s own document', () => {
  let prism: Prism;
  beforeAll(async () => {
    prism = await startPrism(directory, documentsOf(CONFORMANCES));
  }, 300_000);
  afterAll(() => prism[Symbol.asyncDispose]());

  test.each(named)(
    'every request of %s is right and every planted fault is seen, as docs/carriers.md says',
    { timeout: 300_000 },
    async (name, conformance) => {
      const judgements = await runConformance(prism, conformance);
      expect(judgements.flatMap((judgement) => judgement.complaints)).toEqual([]);
      expect(judgements.filter((judgement) => !isConforming(judgement))).toEqual([]);
      expect(judgements.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThanOrEqual(5);
      const documented = readFileSync('docs/carriers.md', 'utf8').split('\n');
      expect(documented).toEqual(expect.arrayContaining(tableRows(name, judgements)));
    },
  );
});
