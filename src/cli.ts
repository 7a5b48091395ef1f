#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Before the program's own modules are loaded, so that a second start need not compile them again.
enableCompileCache();
// What lives is small and what passes is much: collecting at one and a half times the living, not three times, costs little and saves memory.
setFlagsFromString('--heap-growing-percent=50');
const { runCli } = await import('./command-line.ts');
await runCli(process.argv);
