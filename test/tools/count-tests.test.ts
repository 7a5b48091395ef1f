import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// Made by vitest itself, so that a changed report is noticed.
test.each([
  [
    'counts passed and failed tests',
    { 'a.test.ts': 'one(1); one(1);', 'b.test.ts': 'one(1); one(2);' },
    '3 passed, 1 failed\n',
  ],
  [
    'counts a file that cannot be run as a failure',
    { 'a.test.ts': 'one(1);', 'b.test.ts': "import './gone.ts';" },
    '1 passed, 1 failed\n',
  ],
  ['does not count what is skipped', { 'a.test.ts': 'one(1); test.skip("x", () => one(1));' }, '1 passed, 0 failed\n'],
  ['says nothing when no test ran', {}, ''],
])('%s', (_, files, line) => {
  const directory = mkdtempSync(join(tmpdir(), 'count-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), `${PREFIX}\n${text}`);
    const report = join(directory, 'report.json');
    run(
      resolve('node_modules/vitest/vitest.mjs'),
      'run',
      '--root',
      directory,
      '--reporter=json',
      `--outputFile=${report}`,
    );
    const { stdout, status } = run(resolve('tools/count-tests.ts'), report);
    expect(stdout).toBe(line);
    expect(status === 0).toBe(line !== '');
  } finally {
    rmSync(directory, { recursive: true });
  }
});

const PREFIX = `import { expect, test } from ${JSON.stringify(resolve('node_modules/vitest/dist/index.js'))};
const one = (value) => test(\`is \${value}\`, () => expect(value).toBe(1));`;

function run(...command: string[]): { stdout: string; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { stdout, status };
}
