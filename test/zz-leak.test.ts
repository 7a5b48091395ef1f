import { spawn } from 'node:child_process'; import { tmpdir } from 'node:os'; import pg from 'pg';
import { expect, test } from 'vitest'; import { createTestDatabase, testRedis } from './harness.ts'; import { Redis } from 'ioredis';
if (process.env['LEAKS'] === 'all') test('redis leak', async () => { await using d = await testRedis(); console.log(d.url); const r = new Redis(d.url,{lazyConnect:true, retryStrategy: () => null}); r.on('error',()=>{}); await r.connect(); await r.set('a', 1); });
test('process leak', () => { const child = spawn('sh', ['-c', 'sleep 30 # ' + tmpdir()], {detached: true, stdio: 'ignore'}); child.unref(); });
test('ok', async () => { await using r = await testRedis();  const x = new Redis(r.url); console.log(await x.dbsize()); await x.quit(); });
test('undisposed', async () => { await createTestDatabase(); });
