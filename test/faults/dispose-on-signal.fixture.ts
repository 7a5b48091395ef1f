import { setTimeout as delay } from 'node:timers/promises';
import { disposeOnSignal } from '../harness/dispose-on-signal.ts';

// A script whose work fails as soon as what it works with is being taken down, which takes a moment.
const failed = Promise.withResolvers<never>();
disposeOnSignal(async () => {
  process.send?.('taking down');
  failed.reject(new Error('the server is gone'));
  await delay(100);
  process.send?.('taken down');
});
process.send?.('started');
await Promise.race([failed.promise, delay(60_000)]);
