import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { type GeneratedFiles, writeOrCheck } from './generated-files.ts';

const DOCUMENTS = 'openapi';
const DIRECTORY = 'client/src';

/**
 * The source of the client package: `shipping.v2.ts` for each document, and `shipping.ts` for a service's newest version.
 * @param documents JSON texts by `shipping.v2` and the like
 */
export async function clientFiles(documents: ReadonlyMap<string, string>): Promise<GeneratedFiles> {
  const files = new Map<string, string>();
  const newest = new Map<string, number>();
  for (const [name, text] of documents) {
    const [, service, version] = /^(.+)\.v(\d+)$/.exec(name) ?? [];
    if (service === undefined) throw new Error(`openapi/${name}.json is not named <service>.v<version>.json`);
    newest.set(service, Math.max(newest.get(service) ?? 0, Number(version)));
    files.set(`${name}.ts`, await clientFile(name, text));
  }
  for (const [service, version] of newest) {
    files.set(`${service}.ts`, `${banner(`${service}.v${version}`)}export * from './${service}.v${version}.ts';\n`);
  }
  return files;
}

async function clientFile(name: string, text: string): Promise<string> {
  const types = await openapiTS(text, {
    // Each component also under its own name: `Shipment` beside `components['schemas']['Shipment']`.
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
  });
  return `${banner(name)}import createClient, { type Client, type ClientOptions } from 'openapi-fetch';

${astToString(types)}
/** A client with options of its own: \`baseUrl\` of the installation, \`headers\` with \`Authorization\`, \`fetch\`. */
export function createApiClient(options?: ClientOptions): Client<paths> {
    return createClient<paths>(options);
}

/** The client for a page that is served from the API's own origin; \`ApiClient.use\` adds its credentials. */
export const ApiClient: Client<paths> = createApiClient();
`;
}

function banner(name: string): string {
  return `// Generated from openapi/${name}.json by \`npm run openapi\`: not to be edited.\n`;
}

async function run(): Promise<void> {
  const documents = readdirSync(DOCUMENTS).filter((file) => file.endsWith('.json'));
  if (documents.length === 0) throw new Error(`${DOCUMENTS}/ is empty`);
  const files = await clientFiles(
    new Map(documents.sort().map((file) => [basename(file, '.json'), readFileSync(join(DOCUMENTS, file), 'utf8')])),
  );
  if (!writeOrCheck(DIRECTORY, files, process.argv.includes('--check'))) process.exitCode = 1;
}

if (import.meta.main) await run();
