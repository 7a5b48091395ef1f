import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const PROGRAM = new URL('./dispose-on-signal.fixture.ts', import.meta.url);

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a script that gets %s, even twice, takes down what it started and ends by it',
  async (signal) => {
    const child = fork(PROGRAM, { execArgv: [], silent: true });
    const told: unknown[] = [];
    child.on('message', (message) => void told.push(message));
    await once(child, 'message');
    child.kill(signal);
    child.kill(signal);
    const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    expect([code, by]).toEqual([null, signal]);
    expect(told).toEqual(['started', 'taking down', 'taken down']);
  },
);
