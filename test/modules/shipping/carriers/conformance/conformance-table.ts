import type { Judgement } from './judge.ts';

const TABLE_BEGINS = '<!-- conformance: written by npm run carriers:conformance -->';
const TABLE_ENDS = '<!-- end of conformance -->';
const HEAD = [
  '| carrier | operation | requests sent | accepted by the carrier’s document | of these by decimal arithmetic | planted faults refused |',
  '|---|---|---|---|---|---|',
];

/** The rows of one carrier. */
export function tableRows(carrier: string, judgements: readonly Judgement[]): string[] {
  return judgements.map(
    ({ operation, sent, accepted, byDecimals, planted, plantedRefused }) =>
      `| \`${carrier}\` | ${operation} | ${sent} | ${accepted} | ${byDecimals} | ${plantedRefused} of ${planted} |`,
  );
}

/** The document with its table made of these rows; of a carrier that was not judged the rows stay. */
export function withTable(document: string, rows: readonly string[], judged: readonly string[]): string {
  const [before, rest] = split(document, TABLE_BEGINS);
  const [table, after] = split(rest, TABLE_ENDS);
  const kept = table
    .split('\n')
    .filter((line) => line.startsWith('| `') && !judged.some((carrier) => line.startsWith(`| \`${carrier}\` |`)));
  const all = [...kept, ...rows].toSorted((one, other) => carrierOf(one).localeCompare(carrierOf(other)));
  return `${before}${TABLE_BEGINS}\n${[...HEAD, ...all].join('\n')}\n${TABLE_ENDS}${after}`;
}

function carrierOf(row: string): string {
  return row.split('|')[1] ?? '';
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`docs/carriers.md has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
