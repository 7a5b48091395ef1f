import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../src/platform/free-port.ts';
import { median, table } from './figures.ts';
import { report } from './report.ts';
import { REPOSITORY, untilReady } from './server-process.ts';

/** From `npm start` to readiness, first on an empty directory, then on the one that the first start has left. */
export async function measureStarts(starts: number): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'viya-bench-start-'));
  try {
    report('start: the first');
    const first = await startOnce(dataDir);
    const later: number[] = [];
    for (let start = 1; start <= starts; start++) {
      report(`start: again, ${start} of ${starts}`);
      later.push(await startOnce(dataDir));
    }
    const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
    const range = `${seconds(Math.min(...later))} to ${seconds(Math.max(...later))}`;
    return table(
      ['npm start until /health/ready', 'measured', '', 'goal'],
      [
        ['first start (makes the database)', seconds(first), '', ''],
        [`second start, median of ${starts}`, seconds(median(later)), range, '3 s'],
      ],
    );
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const grpcPort = await freePort();
  const startedAt = performance.now();
  const npm = spawn('npm', ['start', '--silent'], {
    cwd: REPOSITORY,
    // npm passes no signal on to what it runs; a group of their own gets it whole.
    detached: true,
    stdio: 'ignore',
    env: {
      // oxlint-disable-next-line node/no-process-env -- npm itself is found there
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      GRPC_PORT: String(grpcPort),
      // Empty at the first start, as on a new machine.
      NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'),
    },
  });
  const stop = (): void => void signal(npm, 'SIGTERM');
  process.once('exit', stop);
  try {
    return (await untilReady(`http://127.0.0.1:${port}`, npm)) - startedAt;
  } finally {
    process.off('exit', stop);
    const exited = once(npm, 'exit');
    stop();
    await exited;
    // npm may be gone before the server is.
    while (signal(npm, 0)) await wait(10);
  }
}

function signal(leader: ChildProcess, name: NodeJS.Signals | 0): boolean {
  if (leader.pid === undefined) return false;
  try {
    return process.kill(-leader.pid, name);
  } catch {
    return false;
  }
}
