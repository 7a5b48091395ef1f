import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const START_TIMEOUT_MS = 240_000;

/** Documents of carriers, served by Prism with `--errors`: it refuses whatever a document does not allow. */
export interface Prism extends AsyncDisposable {
  /** @param file one of those that it was started with */
  portOf(file: string): number;
}

/** @param files below the directory */
export async function startPrism(documentsDirectory: string, files: readonly string[]): Promise<Prism> {
  const program = fileURLToPath(import.meta.resolve('./prism-process.ts'));
  const child = fork(
    program,
    files.map((file) => `${documentsDirectory}/${file}`),
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output = `${output}${chunk.toString()}`.slice(-4_000);
  });
  const ready = Promise.withResolvers<number[]>();
  child.once('message', (ports) => ready.resolve(ports as number[]));
  child.once('exit', (code) => ready.reject(new Error(`Prism ended with ${code}: ${output}`)));
  const timer = setTimeout(() => ready.reject(new Error(`Prism did not start: ${output}`)), START_TIMEOUT_MS);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  try {
    const ports = new Map((await ready.promise).map((port, index) => [files[index] ?? '', port]));
    return {
      portOf: (file) => {
        const port = ports.get(file);
        if (port === undefined) throw new Error(`Prism does not serve ${file}`);
        return port;
      },
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
