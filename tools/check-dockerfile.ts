import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { type BuiltStage, buildStages } from './dockerfile-stages.ts';

/** What `/health/live` says, and how HEALTHCHECK ends then. */
const HEALTH_ANSWERS = [
  { answer: 200, expected: 0 },
  { answer: 503, expected: 1 },
];

/** Draws one label of each format with the image's own code and packages; a package may be missing without the program's noticing at start. */
const LABEL_PROBE = `
const { renderLabels } = await import(process.cwd() + '/src/modules/shipping/labels/render-labels.ts');
const address = { companyName: 'Acme Corp', street: 'Hoofdweg 123', city: 'Amsterdam', postCode: '1012AB', countryCode: 'NL' };
const label = {
  carrierName: 'Carrier', serviceName: 'Service', sscc: '395212340000000014', routingCode: '2LDE10115+01000001',
  trackingReference: '395212340000000014', bookingReference: 'B-1', shipmentReference: 'ORD-1', sender: address, receiver: address,
  weightGrams: 2500, unitNumber: 1, unitCount: 1, shippedOn: '2026-01-20',
};
for (const [format, mark] of [['pdf', '%PDF'], ['zpl', '^XA'], ['png', 'PNG']]) {
  try {
    const drawn = Buffer.from(await renderLabels([label], { format })).toString('latin1');
    if (!drawn.slice(0, 4).includes(mark)) throw new Error('it begins with ' + JSON.stringify(drawn.slice(0, 10)));
  } catch (error) {
    console.log('a label in ' + format + ' cannot be drawn: ' + error.message);
    process.exitCode = 1;
  }
}`;

/**
 * What is wrong with the context's Dockerfile. Builds the image as `buildStages` can, starts the program in what
 * has become of it, without a database, and draws labels there. Needs the package registry, or npm's cache.
 */
export async function dockerfileFaults(context: string): Promise<string[]> {
  const directory = mkdtempSync(join(tmpdir(), 'dockerfile-'));
  try {
    const env = baseEnvironment(directory);
    const stages = join(directory, 'stages');
    mkdirSync(stages);
    const dockerfile = readFileSync(join(context, 'Dockerfile'), 'utf8');
    const image = buildStages({ text: dockerfile, context, directory: stages, env }).at(-1);
    return image === undefined ? ['the Dockerfile has no stage'] : await imageFaults(image, env);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function imageFaults(image: BuiltStage, env: Record<string, string>): Promise<string[]> {
  const [, major] = /^node:(\d+)/.exec(image.image) ?? [];
  const help = await start(image, [...image.command.slice(0, -1), '--help'], env);
  const labels = await start(image, ['node', '--input-type=module', '--eval', LABEL_PROBE], env);
  return [
    ...(major === process.versions.node.split('.')[0] ? [] : [`${image.image} is not Node ${process.versions.node}`]),
    ...(/^(root|0)\b/.test(image.user) ? ['the program would run as root'] : []),
    ...(image.command[0] === 'node' ? [] : ['CMD must start node itself, which SIGTERM is sent to']),
    ...(help.status === 0 && help.output.includes('serve') ? [] : [`the program does not start:\n${help.output}`]),
    ...(labels.status === 0 ? [] : [labels.output.trimEnd()]),
    ...(await healthcheckFaults(image, env)),
    ...unreadableFiles(image.root).map((file) => `the program's user may not read ${file}`),
  ];
}

/** COPY keeps the modes of the checkout, where a strict umask leaves files that only their owner may read. */
function unreadableFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => (statSync(file).mode & 0o004) === 0)
    .map((file) => relative(root, file));
}

/** The image's own programs, this Node as `node` and npm, and the way to the registry; nothing else of the caller's. */
function baseEnvironment(directory: string): Record<string, string> {
  const programs = join(directory, 'bin');
  mkdirSync(programs);
  symlinkSync(process.execPath, join(programs, 'node'));
  // oxlint-disable-next-line node/no-process-env -- this is not the program, whose configuration has its one place
  const own = process.env;
  const names = Object.keys(own).filter((name) =>
    /^(HOME|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|\w+_proxy)$/i.test(name),
  );
  const path = (own['PATH'] ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  return {
    ...Object.fromEntries(names.map((name) => [name, own[name] ?? ''])),
    PATH: [programs, ...path].join(delimiter),
    npm_config_prefer_offline: 'true',
  };
}

async function healthcheckFaults(image: BuiltStage, env: Record<string, string>): Promise<string[]> {
  const faults: string[] = [];
  for (const { answer, expected } of HEALTH_ANSWERS) {
    const server = createServer((request, response) =>
      response.writeHead(request.url === '/health/live' ? answer : 404).end(),
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const { status, output } = await start(image, image.healthcheck, env, { PORT: String(port) });
    server.close();
    if (status === expected) continue;
    faults.push(`HEALTHCHECK ends with ${status} when /health/live answers ${answer}\n${output}`);
  }
  return faults;
}

async function start(
  { root, workdir, env: stageEnv }: BuiltStage,
  [program = '', ...options]: string[],
  env: Record<string, string>,
  given: Record<string, string> = {},
): Promise<{ status: number | null; output: string }> {
  const child = spawn(program, options, {
    cwd: join(root, workdir),
    env: { ...env, ...stageEnv, ...given },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.withResolvers<number | null>();
  child.on('error', ended.reject).on('close', ended.resolve);
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended.promise]);
  return { status, output: stdout + stderr };
}

async function run(): Promise<void> {
  const faults = await dockerfileFaults(process.cwd());
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('every step of the Dockerfile works, and the program starts and draws labels in the image');
}

if (import.meta.main) await run();
