import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type BuiltStage, buildStages } from './dockerfile-stages.ts';

/** The user `node` of the official images. */
const NODE_UID = 1000;

/**
 * Builds the image as `buildStages` can, and starts the program in what has become of it: as another user, without
 * a database. Needs the package registry or npm's cache.
 */
async function checkDockerfile(context: string, directory: string): Promise<string[]> {
  const env = baseEnvironment(directory);
  const text = readFileSync(join(context, 'Dockerfile'), 'utf8');
  const image = buildStages({ text, context, directory: stagesDirectory(directory), env }).at(-1);
  if (image === undefined) return ['the Dockerfile has no stage'];
  const [, major] = /^node:(\d+)/.exec(image.image) ?? [];
  const help = await start(image, [...image.command.slice(0, -1), '--help'], env);
  return [
    ...(major === process.versions.node.split('.')[0] ? [] : [`${image.image} is not Node ${process.versions.node}`]),
    ...(image.user === '' || /^(root|0)\b/.test(image.user) ? ['the program would run as root'] : []),
    ...(image.command[0] === 'node' ? [] : ['CMD must start node itself, which SIGTERM is sent to']),
    ...(help.status === 0 && help.output.includes('serve') ? [] : [`the program does not start:\n${help.output}`]),
    ...(await healthcheckFaults(image, env)),
  ];
}

/** The image's own programs: this Node under the name `node`, and npm. Nothing of the checkout's packages. */
function baseEnvironment(directory: string): Record<string, string> {
  const programs = join(directory, 'bin');
  mkdirSync(programs);
  copyFileSync(process.execPath, join(programs, 'node'));
  // oxlint-disable-next-line node/no-process-env -- the machine's way to the registry
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_)|NODE_(?!EXTRA_CA_CERTS)|INIT_CWD|PATH$)/.test(name),
  );
  // oxlint-disable-next-line node/no-process-env -- where npm is
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    PATH: [programs, ...path].join(delimiter),
    npm_config_prefer_offline: 'true',
  };
}

function stagesDirectory(directory: string): string {
  const stages = join(directory, 'stages');
  mkdirSync(stages);
  return stages;
}

async function healthcheckFaults(image: BuiltStage, env: Record<string, string>): Promise<string[]> {
  const faults: string[] = [];
  for (const [answer, expected] of [
    [200, 0],
    [503, 1],
  ] as const) {
    const server = createServer((request, response) =>
      response.writeHead(request.url === '/health/ready' ? answer : 404).end(),
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const { status, output } = await start(image, image.healthcheck, { ...env, PORT: String(port) });
    server.close();
    if (status !== expected)
      faults.push(`HEALTHCHECK ends with ${status} when /health/ready answers ${answer}\n${output}`);
  }
  return faults;
}

async function start(
  { root, workdir, env: stageEnv }: BuiltStage,
  [program = '', ...options]: string[],
  env: Record<string, string>,
): Promise<{ status: number | null; output: string }> {
  const child = spawn(program, options, {
    cwd: join(root, workdir),
    env: { ...env, ...stageEnv, ...(env['PORT'] === undefined ? {} : { PORT: env['PORT'] }) },
    ...(process.getuid?.() === 0 ? { uid: NODE_UID, gid: NODE_UID } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.withResolvers<number | null>();
  child.on('error', ended.reject).on('close', ended.resolve);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended.promise]);
  return { status, output: stdout + stderr };
}

const directory = mkdtempSync(join(tmpdir(), 'dockerfile-'));
try {
  // Another user walks through it.
  chmodSync(directory, 0o755);
  const faults = await checkDockerfile(process.cwd(), directory);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('every step of the Dockerfile works, and the program starts in the image');
} finally {
  rmSync(directory, { recursive: true });
}
