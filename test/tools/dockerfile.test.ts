import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dockerfileFaults } from '../../tools/check-dockerfile.ts';
import { type BuiltStage, buildStages } from '../../tools/dockerfile-stages.ts';

const PROBE =
  'fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1))';

const LABELS = 'src/modules/shipping/labels/render-labels.ts';

let context: string;
let directory: string;
beforeEach(() => {
  context = mkdtempSync(join(tmpdir(), 'dockerfile-context-'));
  directory = mkdtempSync(join(tmpdir(), 'dockerfile-stages-'));
  plant({
    'package.json': '{ "type": "module" }',
    'src/cli.js': "import './app.js'; console.log('serve');",
    'src/app.js': '',
  });
});
afterEach(() => {
  rmSync(context, { recursive: true });
  rmSync(directory, { recursive: true });
});

test('carries out COPY, RUN, ENV and WORKDIR, stage by stage', () => {
  const [base, build, runtime] = stagesOf(`
    FROM node:24-slim AS base
    WORKDIR /app
    ENV COLOUR=red
    FROM base AS build
    COPY package.json ./
    RUN --mount=type=cache,target=/root/.npm mkdir made && echo "$COLOUR" > made/colour.txt
    FROM base
    COPY --from=build /app/made ./public
    COPY src ./src
    COPY package.json manifest.json
    USER node
    HEALTHCHECK --interval=10s CMD ["node", "probe.js"]
    CMD ["node", "src/cli.js", "serve"]`);
  expect(filesOf(base)).toEqual([]);
  expect(filesOf(build)).toEqual(['app/made/colour.txt', 'app/package.json']);
  expect(filesOf(runtime)).toEqual(['app/manifest.json', 'app/public/colour.txt', 'app/src/app.js', 'app/src/cli.js']);
  expect(readFileSync(join(directory, 'stage-2/app/public/colour.txt'), 'utf8')).toBe('red\n');
  expect(runtime).toMatchObject({ image: 'node:24-slim', workdir: '/app', env: { COLOUR: 'red' }, user: 'node' });
  expect(runtime).toMatchObject({ command: ['node', 'src/cli.js', 'serve'], healthcheck: ['node', 'probe.js'] });
});

test('sends no file that .dockerignore holds back', () => {
  plant({ '.dockerignore': '*\n!src\nsrc/app.js' });
  const [stage] = stagesOf('FROM node:24\nCOPY src /app');
  expect(filesOf(stage)).toEqual(['app/cli.js']);
  expect(() => stagesOf('FROM node:24 AS again\nCOPY notes /app')).toThrow(
    'line 2: COPY notes /app: notes is not there',
  );
});

test.each([
  ['a file that is not there', 'COPY lost.json ./', 'lost.json is not there'],
  ['a file that another stage did not make', 'COPY --from=base /app/lost ./', '/app/lost is not there'],
  ['a stage that is not there', 'COPY --from=lost /app ./', 'there is no stage lost'],
  ['a step that fails', 'RUN echo broken >&2; exit 3', 'ended with 3\nbroken'],
  ['a program that the image lacks', 'RUN vitest --version', 'ended with 127'],
  ['a step outside of the stage', 'RUN touch /app/made', 'use a path relative to /app'],
  ['a program behind a shell', 'CMD node src/cli.js', 'write it as ["program", "argument"]'],
  ['an instruction that has no meaning here', 'VOLUME /data', 'is not understood here'],
  ['a flag that has no meaning here', 'COPY --chown=node src ./', '--chown is not understood here'],
  [
    'a mount that has no meaning here',
    'RUN --mount=type=secret,id=x true',
    '--mount=type=secret,id=x is not understood',
  ],
])('refuses %s', (_, step, message) => {
  expect(() => stagesOf(`FROM node:24 AS base\nWORKDIR /app\nFROM base\n${step}`)).toThrow(message);
});

const LAWFUL = `
FROM node:${process.versions.node.split('.')[0]}-slim
WORKDIR /app
COPY package.json ./
COPY src ./src
USER node
HEALTHCHECK CMD ["node", "-e", "${PROBE}"]
CMD ["node", "src/cli.js", "serve"]`;

/** Draws without drawing. */
const DRAWING =
  "export const renderLabels = async (_, { format }) => ({ pdf: '%PDF', zpl: '^XA', png: 'PNG' })[format];";

test('finds no fault in an image that starts', async () => {
  plant({ Dockerfile: LAWFUL, [LABELS]: DRAWING });
  expect(await dockerfileFaults(context)).toEqual([]);
});

test.each([
  ['a module is left out', 'COPY src ./src', 'COPY src/cli.js ./src/', 'the program does not start'],
  ['the program would run as root', 'USER node', 'USER root', 'the program would run as root'],
  ['no user is named', 'USER node', '', 'the program would run as root'],
  ['npm stands before the program', '\nCMD ["node"', '\nCMD ["npm"', 'CMD must start node itself'],
  ['the image has another Node', /node:\d+/, 'node:20', 'node:20-slim is not Node'],
  [
    'the probe asks for something else',
    '/health/live',
    '/health',
    'HEALTHCHECK ends with 1 when /health/live answers 200',
  ],
  ['the probe is always content', 'answer.ok ? 0 : 1', '0', 'HEALTHCHECK ends with 0 when /health/live answers 503'],
])('finds that %s', async (_, part, replacement, fault) => {
  plant({ Dockerfile: LAWFUL.replace(part, replacement), [LABELS]: DRAWING });
  expect((await dockerfileFaults(context)).join('\n')).toContain(fault);
});

test('finds a file that only its owner may read', async () => {
  plant({ Dockerfile: LAWFUL, [LABELS]: DRAWING });
  chmodSync(join(context, 'src/app.js'), 0o600);
  expect(await dockerfileFaults(context)).toEqual(["the program's user may not read app/src/app.js"]);
});

test('finds a format that labels cannot be drawn in', async () => {
  plant({
    Dockerfile: LAWFUL,
    [LABELS]:
      "export const renderLabels = async (_, { format }) => format === 'png' ? import('./no-such-library.js') : { pdf: '%PDF', zpl: 'x' }[format];",
  });
  const [faults, ...others] = await dockerfileFaults(context);
  expect(others).toEqual([]);
  expect(faults).toContain('a label in zpl cannot be drawn: it begins with "x"');
  expect(faults).toMatch(/a label in png cannot be drawn: .*no-such-library/);
  expect(faults).not.toContain('in pdf');
});

function stagesOf(text: string): BuiltStage[] {
  return buildStages({ text, context, directory, env: { PATH: '/usr/bin:/bin' } });
}

function plant(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(context, file)), { recursive: true });
    writeFileSync(join(context, file), text);
  }
}

function filesOf(stage: BuiltStage | undefined): string[] {
  const root = stage?.root ?? '';
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
