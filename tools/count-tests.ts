import { readFileSync } from 'node:fs';

/** What is read of the report of vitest's `json` reporter. */
export interface TestReport {
  numPassedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * The closing line of a run. A file that could not be run at all has no failed test, and counts as one.
 * @throws when no test ran, so that nothing is said of a run that was none
 */
export function testCount(report: TestReport): string {
  const failed = report.testResults.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').length;
    return status === 'failed' ? Math.max(tests, 1) : tests;
  });
  const failures = failed.reduce((sum, count) => sum + count, 0);
  if (report.numPassedTests + failures === 0) throw new Error('no test ran');
  return `${report.numPassedTests} passed, ${failures} failed`;
}

if (import.meta.main) console.log(testCount(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as TestReport));
