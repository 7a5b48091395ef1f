import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type GeneratedFiles, writeOrCheck } from './generated-files.ts';

const DOCUMENTS = 'openapi';
const DIRECTORY = 'deploy/oathkeeper/rules';
const UPSTREAM = 'http://viya:3000';
/** Where people come in, with the identity provider's token, and where machines do, with their keys. */
const PEOPLE = 'https://app.example.com';
const MACHINES = 'https://api.example.com';

interface Document {
  paths: Record<string, Record<string, { parameters?: { name: string; schema?: { format?: string } }[] }>>;
}

/**
 * Oathkeeper's access rules, two for each path of the API, so that what has no route does not pass. People's tokens are checked there and
 * replaced by one that Oathkeeper signs; machines' keys pass as they are and are checked by the program, which alone knows them.
 * @param documents the OpenAPI documents by `shipping.v2` and the like
 */
export function accessRuleFiles(documents: ReadonlyMap<string, Document>): GeneratedFiles {
  const rules = [...documents].flatMap(([name, { paths }]) =>
    Object.entries(paths).flatMap(([path, operations]) => {
      const methods = Object.keys(operations).map((method) => method.toUpperCase());
      const parameters = Object.values(operations).flatMap((operation) => operation.parameters ?? []);
      const isUuid = (parameter: string): boolean =>
        parameters.some((one) => one.name === parameter && one.schema?.format === 'uuid');
      // What is between < and > is a regular expression. Of two rules that match, Oathkeeper takes none: `/users/me` is no `/users/{id}`.
      const pattern = path.replaceAll(/\{([^}]+)\}/g, (_, parameter: string) =>
        isUuid(parameter) ? '<[0-9A-Fa-f-]{36}>' : '<[^/]+>',
      );
      return [
        rule(`${name}:people:${path}`, `${PEOPLE}${pattern}`, methods, 'jwt', 'id_token'),
        rule(`${name}:machines:${path}`, `${MACHINES}${pattern}`, methods, 'noop', 'noop'),
      ];
    }),
  );
  return new Map([['access-rules.json', `${JSON.stringify(rules, null, 2)}\n`]]);
}

function rule(id: string, url: string, methods: string[], authenticator: string, mutator: string): object {
  return {
    id: `viya:${id}`,
    upstream: { url: UPSTREAM, preserve_host: true },
    // The query is not compared.
    match: { url, methods },
    authenticators: [{ handler: authenticator }],
    authorizer: { handler: 'allow' },
    mutators: [{ handler: mutator }],
    errors: [{ handler: 'json' }],
  };
}

function run(): void {
  const files = readdirSync(DOCUMENTS).filter((file) => file.endsWith('.json'));
  const documents = files.sort().map((file): [string, Document] => {
    return [basename(file, '.json'), JSON.parse(readFileSync(join(DOCUMENTS, file), 'utf8')) as Document];
  });
  if (!writeOrCheck(DIRECTORY, accessRuleFiles(new Map(documents)), process.argv.includes('--check')))
    process.exitCode = 1;
}

if (import.meta.main) run();
