import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKillableServer, type KillableServer } from './faults/killable-server.ts';
import { startUpsStandIn } from './modules/shipping/carriers/ups/ups-stand-in.ts';

/** What the README's lines are answered, section by section; a line that is added has to be added here. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'The whole trip': ['201', '200', '200', '200', '200', '200', '200', '200', '200', '409'],
  Orders: ['201', '200', '200'],
  'Sending it again': ['200', '200'],
  'What it costs': ['201', '200', '200', '200', '200', '200'],
  'Being told': ['200', '201', '201', '200', '202'],
  'Real carriers': ['201', '200', '201', '200', '200', '200', '200', '200'],
};

/** In place of UPS, which would want an account. */
const ups = await startUpsStandIn();
let server: KillableServer;
let directory: string;

beforeAll(async () => {
  server = await createKillableServer({ CARRIER_ORIGINS: ups.baseUrl });
  await server.start();
  await server.ready();
  directory = await mkdtemp(join(tmpdir(), 'readme-'));
  await symlink(resolve('node_modules'), join(directory, 'node_modules'));
}, 90_000);

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await ups[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

test('every line of the README that calls the program is answered as it says', { timeout: 90_000 }, async () => {
  const sections = (await readFile('README.md', 'utf8')).split(/^## /m).slice(1);
  const blocks = sections.flatMap((section) => {
    const title = section.split('\n', 1)[0] ?? '';
    return Object.hasOwn(ANSWERS, title) ? [{ title, lines: linesOf(section) }] : [];
  });
  expect(blocks.map(({ title }) => title).toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
  const script = blocks.map(({ title, lines }) => `echo "## ${title}" >&2\n${lines}`).join('\n');
  const { stderr } = await promisify(execFile)(
    'bash',
    ['-e', '-o', 'pipefail', '-c', `${TELLING_CURL}\n${here(script)}`],
    {
      cwd: directory,
    },
  );
  const answered = stderr.split(/^## /m).slice(1);
  expect(Object.fromEntries(answered.map((each) => [each.split('\n', 1)[0], each.match(/(?<=^HTTP )\d+$/gm)]))).toEqual(
    ANSWERS,
  );
  // Of two units, and void in the end.
  expect(ups.bookings()).toMatchObject([{ voided: true }]);
  expect(ups.received('quote')).toHaveLength(1);
});

/** Says on standard error what it was answered. */
const TELLING_CURL = `curl() { command curl -w '%{stderr}HTTP %{http_code}\\n' "$@"; }`;

function linesOf(section: string): string {
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines]) => lines).join('');
}

/** The README's places and accounts, as they are in this test. */
function here(script: string): string {
  return script
    .replaceAll('http://localhost:3000', server.url)
    .replaceAll('http://localhost:50051', server.grpcUrl)
    .replaceAll('.viya/', `${server.dataDir}/`)
    .replace('"environment": "test"', `"environment": "test", "baseUrl": "${ups.baseUrl}"`)
    .replace('"clientId": "...", "clientSecret": "..."', '"clientId": "client", "clientSecret": "secret"');
}
