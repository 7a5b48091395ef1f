#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// As the first process of a container it is ended by no signal that it does not handle, also while it loads what handles them.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, (_name, number) => process.exit(128 + number));
// JavaScript, because the cache of compiled code has to be on before the first TypeScript is loaded: the stripper of types (12 MB) then stays
// out of every start but the first.
enableCompileCache();
// Prisma's query compiler is WebAssembly. Optimising its code took 40 MB at the first request, for queries that are not the hot ones.
setFlagsFromString('--wasm-tiering-budget=2000000000');
// What lives is small and what passes is much: collecting at 1.2 times the living, not at three times, costs little and saves memory.
setFlagsFromString('--heap-growing-percent=20');
// Without V8's middle compiler, and with the thorough one called sooner: a request costs about the same, and what compiling takes at its peak, which
// stays with the process, is lower.
setFlagsFromString('--no-maglev');
setFlagsFromString('--invocation-count-for-turbofan=1000');
const { runCli } = await import('./command-line.ts');
await runCli(process.argv);
