import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Tree = Record<string, string>;

/** The smallest program that keeps every rule. */
const LAWFUL: Tree = {
  'package.json': '{ "type": "module", "dependencies": { "pg": "1" }, "devDependencies": { "vitest": "1" } }',
  'tsconfig.json':
    '{ "compilerOptions": { "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }',
  'node_modules/pg/package.json': '{ "name": "pg", "version": "1.0.0", "main": "index.js" }',
  'node_modules/pg/index.js': 'module.exports = {};',
  'node_modules/vitest/package.json': '{ "name": "vitest", "version": "1.0.0", "main": "index.js" }',
  'node_modules/vitest/index.js': 'module.exports = {};',
  'node_modules/stowaway/package.json': '{ "name": "stowaway", "version": "1.0.0", "main": "index.js" }',
  'node_modules/stowaway/index.js': 'module.exports = {};',
  'src/main.ts': "import './app.ts';",
  'src/app.ts':
    "import { shipping } from './modules/shipping/index.ts'; import './modules/rates/index.ts'; shipping();",
  'src/platform/clock.ts': 'export const now = 1;',
  'src/platform/database.ts': "import 'pg'; export type Database = number; export const open = 1;",
  'src/modules/shipping/index.ts':
    "import type { Database } from '../../platform/database.ts'; import type { rates } from '../rates/index.ts'; import './v2/routes.ts'; export const shipping = (): [Database, typeof rates] => [1, 1];",
  'src/modules/shipping/v2/routes.ts': "import '../order-shipment.ts';",
  'src/modules/shipping/order-shipment.ts': "import './repository.ts'; import '../../platform/clock.ts';",
  'src/modules/shipping/repository.ts': "import '../../platform/database.ts';",
  'src/modules/shipping/profile-repository.ts': "import '../../platform/database.ts';",
  'src/modules/shipping/deps.ts': "import type { Database } from '../../platform/database.ts';",
  'src/modules/shipping/carriers/sandbox/ledger.ts': "import '../../../../platform/database.ts';",
  'src/modules/rates/index.ts': 'export const rates = 1;',
  'src/modules/rates/price.ts': 'export const price = 1;',
  'src/modules/hooks/index.ts': 'export const hooks = 1;',
  'test/app.test.ts': "import 'vitest'; import '../src/app.ts'; import '../src/modules/rates/price.ts';",
};

/** One unlawful file a row; every rule that it breaks is named. */
const VIOLATIONS: readonly { file: string; text: string; rules: readonly string[] }[] = [
  {
    file: 'src/platform/clock.ts',
    text: "import type { hooks } from '../modules/hooks/index.ts'; export type Now = typeof hooks;",
    rules: ['platform-imports-no-module'],
  },
  { file: 'src/app.ts', text: "import './cli.js';", rules: ['nothing-imports-an-entry-point'] },
  {
    file: 'src/modules/hooks/deliver.ts',
    text: "import type {} from '../../app.ts';",
    rules: ['only-entry-points-import-app'],
  },
  { file: 'src/cli.js', text: "import './modules/hooks/index.ts';", rules: ['only-app-creates-modules'] },
  {
    file: 'src/cli.js',
    text: "import type { price } from './modules/rates/price.ts';",
    rules: ['modules-are-entered-by-their-index'],
  },
  {
    file: 'src/modules/shipping/price-shipment.ts',
    text: "import type { price } from '../rates/price.ts';",
    rules: ['modules-enter-each-other-by-index'],
  },
  {
    file: 'src/modules/shipping/price-shipment.ts',
    text: "import { rates } from '../rates/index.ts'; rates;",
    rules: ['modules-meet-only-as-types'],
  },
  {
    file: 'src/modules/hooks/deliver.ts',
    text: "import type { rates } from '../rates/index.ts';",
    rules: ['modules-do-not-know-each-other'],
  },
  {
    file: 'src/modules/shipping/price-shipment.ts',
    text: "import type { hooks } from '../hooks/index.ts';",
    rules: ['shipping-knows-only-rates'],
  },
  {
    file: 'src/modules/shipping/order-shipment.ts',
    text: "import type { Database } from '../../platform/database.ts';",
    rules: ['only-the-repository-touches-the-database'],
  },
  {
    file: 'src/modules/shipping/carriers/dhl.ts',
    text: "import 'pg';",
    rules: ['only-the-repository-touches-the-database'],
  },
  {
    file: 'src/modules/hooks/index.ts',
    text: "import { open } from '../../platform/database.ts'; open;",
    rules: ['wiring-only-names-the-database'],
  },
  { file: 'src/modules/hooks/index.ts', text: "import './domain/deliver.ts';", rules: ['modules-are-flat'] },
  { file: 'src/modules/rates/price.ts', text: "import './zone.ts';", rules: ['no-cycles'] },
  { file: 'src/modules/rates/price.ts', text: "import './utils.ts';", rules: ['no-dumping-grounds'] },
  { file: 'src/modules/rates/price.ts', text: "import '../../platform/lib/round.ts';", rules: ['no-dumping-grounds'] },
  { file: 'src/modules/rates/price.ts', text: "import './price-helpers.ts';", rules: ['no-dumping-grounds'] },
  { file: 'src/platform/clock.ts', text: "import 'vitest';", rules: ['no-dev-dependencies-in-src'] },
  { file: 'src/platform/clock.ts', text: "import 'stowaway';", rules: ['no-undeclared-dependencies'] },
  { file: 'src/app.ts', text: "import '../test/harness.ts';", rules: ['src-stands-alone'] },
  { file: 'src/app.ts', text: "import './gone.ts';", rules: ['no-unresolvable-imports'] },
];

/** What the unlawful files point at; lawful as long as nobody does. */
const TARGETS: Tree = {
  'src/cli.js': 'export const cli = 1;',
  'src/modules/hooks/domain/deliver.ts': 'export const deliver = 1;',
  'src/modules/rates/zone.ts': "import './price.ts';",
  'src/modules/rates/utils.ts': 'export const rest = 1;',
  'src/modules/rates/price-helpers.ts': 'export const rest = 1;',
  'src/platform/lib/round.ts': 'export const round = 1;',
  'test/harness.ts': 'export const harness = 1;',
};

const configuration = await extractConfiguration('./.dependency-cruiser.mjs');
const root = mkdtempSync(join(tmpdir(), 'boundaries-'));
beforeAll(() => plant({ ...LAWFUL, ...TARGETS }));
afterAll(() => rmSync(root, { recursive: true }));

test('finds nothing in a program that keeps the rules', async () => {
  const { summary } = await cruiseIn(root, ['src', 'test']);
  expect(summary.violations).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(Object.keys(TARGETS).length);
});

test.each(VIOLATIONS)('finds $rules in $file: $text', async ({ file, text, rules }) => {
  plant({ [file]: text });
  const { summary } = await cruiseIn(root, ['src', 'test']);
  plant({ [file]: LAWFUL[file] ?? TARGETS[file] ?? '' });
  expect([...new Set(summary.violations.map((violation) => violation.rule.name))]).toEqual(rules);
});

test('has a planted violation for every rule', () => {
  const planted = new Set(VIOLATIONS.flatMap(({ rules }) => rules));
  expect(configuration.forbidden?.map((rule) => rule.name).filter((name) => !planted.has(name ?? ''))).toEqual([]);
});

test('sees the modules of this program', async () => {
  const { modules } = await cruiseIn(process.cwd(), ['src', 'test', 'tools', 'bench']);
  const own = modules.filter((module) => module.source.endsWith('.ts') && !module.source.includes('node_modules'));
  expect(own.length).toBeGreaterThan(10);
  // A parser that does not understand TypeScript sees files without imports.
  expect(own.flatMap((module) => module.dependencies).length).toBeGreaterThan(own.length);
});

async function cruiseIn(baseDir: string, directories: string[]): Promise<ICruiseResult> {
  const { forbidden, options } = configuration;
  const { enhancedResolveOptions, tsConfig: _, ...cruiseOptions } = options ?? {};
  const ruleSet = { forbidden: forbidden ?? [] } as IFlattenedRuleSet;
  const { output } = await cruise(
    directories,
    { ...cruiseOptions, baseDir, validate: true, ruleSet },
    { ...enhancedResolveOptions, bustTheCache: true },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

function plant(tree: Tree): void {
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
