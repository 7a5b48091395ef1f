import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // One more than a small machine has cores: many tests wait, for time-outs, restarts and deadlines.
    maxWorkers: 3,
    // The program's modules keep nothing between two applications; loading them anew for every file would take a third of the time.
    isolate: false,
    // Real servers and real processes; a file that hangs is a fault, one that waits for a shared core is not.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    teardownTimeout: 30_000,
  },
});
