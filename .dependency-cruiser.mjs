// main/cli -> app -> modules/*/index -> the module's own files -> platform.
// test/tools/boundaries.test.ts plants a violation of every rule here; a rule without one fails that test.

const ENTRY_POINTS = '^src/(main\\.ts|cli\\.js|command-line\\.ts)$';
const MODULE_INDEX = '^src/modules/[^/]+/index\\.ts$';
const INSIDE_A_MODULE = '^src/modules/[^/]+/(?!index\\.ts$)';
const OWN_FILES = '^src/modules/$1/';
const TYPE_ONLY = ['type-only'];

/** The only files of a module that may reach the database. The sandbox carrier stands in for a foreign system and keeps its own ledger. */
const REPOSITORIES = ['^src/modules/[^/]+/[^/]*repository\\.ts$', '^src/modules/shipping/carriers/sandbox/'];
/** Where a module names what it is given. */
const WIRING = '^src/modules/[^/]+/(index|deps|carriers/registry)\\.ts$';
const DATABASE = [
  '^src/platform/database[-./]',
  '^src/platform/generated/prisma/',
  '(^|/)node_modules/(@types/pg|pg|@prisma/[^/]+)/',
];

const DUMPING_GROUNDS = [
  '^(src|test|bench|tools)/.*\\b(utils?|helpers?|common|lib|misc|shared)[./]',
  '^(src|test|bench|tools)/.*/(managers?|services?)[./]',
  '^(src|test|bench|tools)/(managers?|services?)[./]',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'platform-imports-no-module',
      severity: 'error',
      comment: 'platform is what every module needs and none owns.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'nothing-imports-an-entry-point',
      severity: 'error',
      comment: 'main.ts and cli.js start the program; what others need of them belongs below.',
      from: { path: '^(src|bench|tools)/', pathNot: ENTRY_POINTS },
      to: { path: ENTRY_POINTS },
    },
    {
      name: 'only-entry-points-import-app',
      severity: 'error',
      comment:
        'The composition root is handed out by main.ts and cli.js; a module that needs it has its arrows turned round.',
      from: { path: '^src/', pathNot: ENTRY_POINTS },
      to: { path: '^src/app\\.ts$' },
    },
    {
      name: 'only-app-creates-modules',
      severity: 'error',
      comment: 'Everyone else may name the type of a module; app.ts hands over the live object.',
      from: { path: '^src/', pathNot: ['^src/app\\.ts$', '^src/modules/'] },
      to: { path: MODULE_INDEX, dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'modules-are-entered-by-their-index',
      severity: 'error',
      comment: 'index.ts is the public face of a module.',
      from: { path: '^src/(?!modules/)' },
      to: { path: INSIDE_A_MODULE },
    },
    {
      name: 'modules-enter-each-other-by-index',
      severity: 'error',
      comment: 'index.ts is the public face of a module.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: INSIDE_A_MODULE, pathNot: OWN_FILES },
    },
    {
      name: 'modules-meet-only-as-types',
      severity: 'error',
      comment: 'app.ts hands over the live object, so that a module runs with a stand-in.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: MODULE_INDEX, pathNot: OWN_FILES, dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'modules-do-not-know-each-other',
      severity: 'error',
      comment: 'shipping -> rates is the only pair; everything else travels as an event.',
      from: { path: '^src/modules/(?!shipping/)([^/]+)/' },
      to: { path: '^src/modules/', pathNot: OWN_FILES },
    },
    {
      name: 'shipping-knows-only-rates',
      severity: 'error',
      comment: 'shipping -> rates is the only pair; everything else travels as an event.',
      from: { path: '^src/modules/shipping/' },
      to: { path: '^src/modules/(?!shipping/|rates/)' },
    },
    {
      name: 'only-the-repository-touches-the-database',
      severity: 'error',
      comment:
        'repository.ts is where statements are, each scoped to its tenant. index.ts may name the type that it hands over.',
      from: { path: '^src/modules/', pathNot: [...REPOSITORIES, WIRING] },
      to: { path: DATABASE },
    },
    {
      name: 'wiring-only-names-the-database',
      severity: 'error',
      comment:
        'repository.ts is where statements are, each scoped to its tenant. index.ts may name the type that it hands over.',
      from: { path: WIRING },
      to: { path: DATABASE, dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'modules-are-flat',
      severity: 'error',
      comment: 'A module has folders for its versions only; shipping also has carriers/ and labels/.',
      from: {},
      to: { path: '^src/modules/[^/]+/(?!v\\d+/)[^/]+/', pathNot: '^src/modules/shipping/(carriers|labels)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that need each other are one thing, or one of them needs a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dumping-grounds',
      severity: 'error',
      comment: 'A file is named after what it does.',
      from: {},
      to: { path: DUMPING_GROUNDS },
    },
    {
      name: 'no-dev-dependencies-in-src',
      severity: 'error',
      comment: 'The image is installed without them. Types vanish before that.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: TYPE_ONLY },
    },
    {
      name: 'no-undeclared-dependencies',
      severity: 'error',
      comment: 'A package that package.json does not name is there by chance.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment: 'The image has only src/.',
      from: { path: '^src/' },
      to: { path: '^(test|bench|tools|client)/' },
    },
    {
      name: 'no-unresolvable-imports',
      severity: 'error',
      comment: 'What cannot be resolved is not checked by any other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Keeps `import type` visible, which is what half of the rules are about.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^src/platform/generated/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
