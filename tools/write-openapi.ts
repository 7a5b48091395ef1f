import { type GeneratedFiles, writeOrCheck } from './generated-files.ts';

const DIRECTORY = 'openapi';
const TOP_LEVEL = ['openapi', 'info', 'servers', 'tags', 'security', 'paths', 'components'];

/**
 * The files under openapi/: a document of each service and version, by `shipping.v2` and the like.
 *
 * The order in which routes and schemas happen to be registered leaves no trace: paths and components are sorted,
 * fields keep the order of their schema.
 */
export function openApiFiles(documents: Readonly<Record<string, object>>): GeneratedFiles {
  return new Map(
    Object.entries(documents).map(([name, document]) => [
      `${name}.json`,
      `${JSON.stringify(ordered(document), null, 2)}\n`,
    ]),
  );
}

function ordered(document: object): object {
  const rank = (key: string) => (TOP_LEVEL.includes(key) ? TOP_LEVEL.indexOf(key) : TOP_LEVEL.length);
  return Object.fromEntries(
    Object.entries(document)
      .sort(([one], [other]) => rank(one) - rank(other))
      .map(([key, value]) => {
        if (key === 'paths') return [key, sorted(value)];
        if (key !== 'components') return [key, value];
        return [
          key,
          Object.fromEntries(Object.entries(sorted(value)).map(([kind, entries]) => [kind, sorted(entries)])),
        ];
      }),
  );
}

function sorted(value: unknown): object {
  return Object.fromEntries(Object.entries(value ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function run(): Promise<void> {
  const { createAppForDocuments } = await import('../src/app.ts');
  const { openApiDocuments } = await import('../src/platform/openapi.ts');
  const app = await createAppForDocuments();
  await app.ready();
  const files = openApiFiles(openApiDocuments(app));
  await app.close();
  if (files.size === 0) throw new Error('the application describes no service');
  if (!writeOrCheck(DIRECTORY, files, process.argv.includes('--check'))) process.exitCode = 1;
}

if (import.meta.main) await run();
