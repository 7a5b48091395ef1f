import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../src/platform/free-port.ts';
import { spawnRedis } from './servers.ts';

/** A Redis server of the test's own, to be frozen and killed. */
export interface OwnRedis extends AsyncDisposable {
  url: string;
  /** It accepts connections and says nothing, as a machine that swaps or a network that drops. */
  freeze(): void;
  thaw(): void;
  /** At once, with everything in it. */
  kill(): Promise<void>;
  /** After `kill`: empty, at the same address. */
  restart(): Promise<void>;
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  let redis = await start(port);
  const kill = async (): Promise<void> => {
    if (redis.exitCode !== null || redis.signalCode !== null) return;
    const exit = once(redis, 'exit');
    redis.kill('SIGKILL');
    await exit;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void redis.kill('SIGSTOP'),
    thaw: () => void redis.kill('SIGCONT'),
    kill,
    restart: async () => {
      redis = await start(port);
    },
    [Symbol.asyncDispose]: kill,
  };
}

async function start(port: number): Promise<ChildProcess> {
  const redis = await spawnRedis(port);
  if (redis === undefined) throw new Error(`redis-server does not start on port ${port}`);
  return redis;
}
