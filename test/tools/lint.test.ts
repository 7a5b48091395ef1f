import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A file that the linter must refuse, with the rule that it breaks; `undefined`: a file that it must let pass. */
const FILES: readonly [file: string, text: string, rule: string | undefined][] = [
  ['src/floating.ts', 'async function save(): Promise<void> {}\nsave();', 'typescript(no-floating-promises)'],
  [
    'src/floating-map.ts',
    'export const all = [1].map(async (id) => id);\nPromise.all(all);',
    'typescript(no-floating-promises)',
  ],
  [
    'src/misused.ts',
    'async function isOpen(): Promise<boolean> { return true; }\nif (isOpen()) throw new Error("open");',
    'typescript(no-misused-promises)',
  ],
  [
    'src/not-exhaustive.ts',
    'type Status = "Created" | "Ordered";\nexport function label(status: Status): void { switch (status) { case "Created": break; } }',
    'typescript(switch-exhaustiveness-check)',
  ],
  ['src/thrown-text.ts', 'throw "refused";', 'typescript(only-throw-error)'],
  ['src/any.ts', 'export const anything = {} as any;', 'typescript(no-explicit-any)'],
  [
    'src/non-null.ts',
    'export const first = (list: string[]): string => list.at(0)!;',
    'typescript(no-non-null-assertion)',
  ],
  [
    'src/value-import.ts',
    'import { Agent } from "node:http";\nexport type Connection = Agent;',
    'typescript(consistent-type-imports)',
  ],
  [
    'src/inline-type-import.ts',
    'import { type Agent } from "node:http";\nexport type Connection = Agent;',
    'typescript(no-import-type-side-effects)',
  ],
  ['src/default-export.ts', 'export default 1;', 'import(no-default-export)'],
  ['src/environment.ts', 'export const url = process.env["URL"];', 'node(no-process-env)'],
  ['src/printing.ts', 'console.log("started");', 'eslint(no-console)'],
  ['src/CamelCase.ts', 'export const one = 1;', 'unicorn(filename-case)'],
  ['src/unused.ts', 'const unused = 1;\nexport const one = 1;', 'eslint(no-unused-vars)'],
  ['src/needless-disable.ts', '// oxlint-disable-next-line no-console\nexport const one = 1;', ''],
  [
    'test/focused.test.ts',
    'import { expect, test } from "vitest";\ntest.only("x", () => expect(1).toBe(1));',
    'vitest(no-focused-tests)',
  ],
  ['src/platform/config.ts', 'export const url = process.env["URL"];', undefined],
  ['src/cli.js', 'console.log("usage");', undefined],
  ['bench/create.ts', 'console.log("done");', undefined],
  ['tools/write.ts', 'console.log("done");', undefined],
  ['vitest.config.ts', 'export default {};', undefined],
  ['src/platform/generated/client.ts', 'export default {} as any;', undefined],
];

const root = mkdtempSync(join(tmpdir(), 'lint-'));
const found = new Map<string, Set<string>>();

beforeAll(() => {
  cpSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
  cpSync('tsconfig.json', join(root, 'tsconfig.json'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [file, text] of FILES) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  }
  const oxlint = [resolve('node_modules/oxlint/bin/oxlint'), '--format', 'json', ...FILES.map(([file]) => file)];
  const { stdout } = spawnSync(process.execPath, oxlint, { cwd: root, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; code?: string; severity: string }[];
  };
  for (const { filename, code, severity } of diagnostics) {
    if (severity === 'error') found.set(filename, (found.get(filename) ?? new Set()).add(code ?? ''));
  }
}, 30_000);
afterAll(() => rmSync(root, { recursive: true }));

test.each(FILES.filter(([, , rule]) => rule !== undefined))('refuses %s', (file, _, rule) => {
  expect([...(found.get(file) ?? [])]).toContain(rule);
});

test.each(FILES.filter(([, , rule]) => rule === undefined))('lets %s pass', (file) => {
  expect([...(found.get(file) ?? [])]).toEqual([]);
});
