import { flushCompileCache } from 'node:module';

// Preloaded into a program that will be killed (`--import`): what it has compiled is kept from time to time, and not only at an end in peace.
setInterval(() => flushCompileCache(), 500).unref();
