import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Takes as long as all others together and needs the registry: `npm run check:docker`. */
const APART = 'check:docker';
/** As many as a small machine has cores. */
const SIMULTANEOUS = 2;

interface Outcome {
  check: string;
  passed: boolean;
}

/**
 * Runs every `check:*` script of package.json, two at a time. A failure stops none of the others, so that one run
 * shows all there is to repair; only what failed is shown in full.
 */
async function runChecks(checks: readonly string[]): Promise<Outcome[]> {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      outcomes.push(await runCheck(check));
  };
  await Promise.all(Array.from({ length: SIMULTANEOUS }, work));
  return outcomes;
}

async function runCheck(check: string): Promise<Outcome> {
  const start = performance.now();
  const { promise, resolve } = Promise.withResolvers<{ passed: boolean; output: string }>();
  execFile(process.execPath, ['--run', check], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
    resolve({ passed: error === null, output: stripVTControlCharacters(`${stdout}${stderr}`).trimEnd() });
  });
  const { passed, output } = await promise;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${check.padEnd(18)} ${seconds.padStart(5)} s`);
  if (!passed) console.log(`\n${output.replaceAll(/^/gm, '    ')}\n`);
  return { check, passed };
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const checks = Object.keys(scripts).filter((name) => name.startsWith('check:') && name !== APART);
const failed = (await runChecks(checks)).filter(({ passed }) => !passed).map(({ check }) => check);
if (failed.length > 0) {
  console.log(`${failed.length} of ${checks.length} checks failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
