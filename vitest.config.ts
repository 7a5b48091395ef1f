import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first, which are small files: at the end, each would keep one worker busy while the others have nothing left. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/faults/');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    // One more than a small machine has cores: many tests wait, for time-outs, restarts and deadlines.
    maxWorkers: 3,
    // The program's modules keep nothing between two applications; loading them anew for every file would take a third of
    // the time. So no test may call vi.resetModules (a lint rule): Prisma's schema engine can be loaded once in a process.
    isolate: false,
    // Real servers and real processes; a file that hangs is a fault, one that waits for a shared core is not.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    teardownTimeout: 30_000,
  },
});
