#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before the program's own modules are loaded, so that a second start need not compile them again.
enableCompileCache();
const { runCli } = await import('./command-line.ts');
await runCli(process.argv);
