import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CONFORMANCES, carrierDocumentsDirectory } from './conformances.ts';
import { differences, follow } from './differences.ts';
import type { JudgedDocument, JudgedOperation } from './judge.ts';

const directory = carrierDocumentsDirectory();

type Content = Record<string, { schema?: unknown }>;
interface OpenApi {
  paths: Record<
    string,
    Record<string, { requestBody?: { content?: Content }; responses: Record<string, { content?: Content }> }>
  >;
}

const operations = CONFORMANCES.flatMap(({ carrier, documents }) =>
  documents.flatMap((source) =>
    Object.entries(source.operations).map(([name, operation]) => ({ carrier: carrier.name, source, name, operation })),
  ),
).filter(({ operation: { sent, told } }) => sent !== undefined || told !== undefined);

/** JSON is YAML too, but a slower read; documents are read once. */
const read = new Map<string, OpenApi>();
function documentOf({ file, reviver }: JudgedDocument): OpenApi {
  const text = (): string => readFileSync(`${directory}/${file}`, 'utf8');
  const document =
    read.get(file) ??
    ((file.endsWith('.json') ? JSON.parse(text(), reviver) : parse(text(), { maxAliasCount: -1 })) as OpenApi);
  read.set(file, document);
  return document;
}

function schemaOf(content: Content | undefined): unknown {
  return Object.values(content ?? {})[0]?.schema;
}

function documented(
  source: JudgedDocument,
  { method, documented: path }: JudgedOperation,
): OpenApi['paths'][string][string] {
  const found = documentOf(source).paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`${source.file} has no ${method} ${path}`);
  return found;
}

describe.runIf(existsSync(directory))('the forms in which an adapter writes and reads', () => {
  test.each(operations)('of $carrier, $name, are those of the document', ({ source, operation }) => {
    const document = documentOf(source);
    const { requestBody, responses } = documented(source, operation);
    const { sent, told = {}, departures = [], textsReadAsNumbers = [] } = operation;
    if (sent !== undefined) {
      expect(differences(sent, schemaOf(requestBody?.content), { document, direction: 'sent' })).toEqual(departures);
    }
    const toldApart = Object.entries(told).flatMap(([status, form]) => {
      const { content } = follow(responses[status], document) as { content?: Content };
      const theirs = schemaOf(content);
      expect(theirs, `the document says what ${status} tells`).toBeDefined();
      return differences(form, theirs, { document, direction: 'told' });
    });
    expect(toldApart).toEqual(textsReadAsNumbers.map((place) => `${place}: number and not string`));
  });
});
