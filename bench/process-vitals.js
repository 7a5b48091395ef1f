import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;

// Loaded before the product's own modules (`node --import`), and silent until asked over the IPC channel. JavaScript, so that what strips types is
// not loaded into a process that does without it.
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
process.on('message', () => {
  // The histogram holds the time between two ticks of its timer, which includes the timer's own interval.
  const eventLoopDelayP99Ms = Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
  delay.reset();
  process.send?.({ residentBytes: process.memoryUsage.rss(), eventLoopDelayP99Ms });
});
// Otherwise a bench that was killed would leave it running.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
