import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import dockerignore from '@balena/dockerignore';
import {
  type Copy,
  DockerfileParser,
  type Env,
  type From,
  type Instruction,
  type JSONInstruction,
} from 'dockerfile-ast';

export interface BuiltStage {
  name: string;
  /** The image of the registry that the stage begins from, maybe by way of other stages. */
  image: string;
  /** The directory that stands for the stage's `/`. Holds what the Dockerfile put there, nothing of the image. */
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  command: string[];
  healthcheck: string[];
}

export interface BuildOptions {
  /** The Dockerfile's text. */
  text: string;
  /** The directory that is sent to the builder, less what its `.dockerignore` names. */
  context: string;
  /** An empty directory for the stages' own. */
  directory: string;
  /** What stands for the base image's environment: a PATH with its programs. */
  env: Record<string, string>;
}

/**
 * Follows a Dockerfile without a container engine: every stage is a directory, COPY and RUN are carried out in it.
 *
 * RUN sees the machine's programs and its root, so that it may use relative paths only; cache mounts, users and
 * ports have no effect. An instruction or flag that is not understood is an error, never passed over.
 * @returns the stages in their order
 * @throws with the line of the step that fails
 */
export function buildStages(options: BuildOptions): BuiltStage[] {
  const stages: BuiltStage[] = [];
  const steps = DockerfileParser.parse(options.text).getInstructions();
  for (const step of steps) {
    try {
      if (step.getKeyword() === 'FROM') stages.push(begin(step as From, stages, options));
      else carryOut(step, stages, options);
    } catch (error) {
      const line = step.getRange().start.line + 1;
      throw new Error(`line ${line}: ${step.toString()}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return stages;
}

function begin(step: From, stages: BuiltStage[], { directory }: BuildOptions): BuiltStage {
  const image = step.getImage() ?? '';
  const base = stages.find(({ name }) => name === image);
  const name = step.getBuildStage() ?? `stage-${stages.length}`;
  const root = join(directory, name);
  mkdirSync(root);
  if (base === undefined)
    return { name, image, root, workdir: '/', env: {}, user: 'root', command: [], healthcheck: [] };
  copyTree(base.root, root);
  return { ...base, name, root, env: { ...base.env } };
}

function carryOut(step: Instruction, stages: BuiltStage[], options: BuildOptions): void {
  const stage = stages.at(-1);
  if (stage === undefined) throw new Error('comes before FROM');
  switch (step.getKeyword()) {
    case 'WORKDIR':
      stage.workdir = resolve(stage.workdir, step.getArgumentsContent() ?? '');
      mkdirSync(join(stage.root, stage.workdir), { recursive: true });
      return;
    case 'ENV':
      for (const property of (step as Env).getProperties()) stage.env[property.getName()] = property.getValue() ?? '';
      return;
    case 'COPY':
      copy(step as Copy, stage, stages, options);
      return;
    case 'RUN':
      run(step as JSONInstruction, stage, options);
      return;
    case 'USER':
      stage.user = step.getArgumentsContent() ?? '';
      return;
    case 'CMD':
      stage.command = execForm((step as JSONInstruction).getArgumentsContent());
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = execForm(step.getArgumentsContent()?.replace(/^CMD\s+/, ''));
      return;
    case 'EXPOSE':
      return;
    default:
      throw new Error('is not understood here');
  }
}

function copy(step: Copy, stage: BuiltStage, stages: BuiltStage[], { context }: BuildOptions): void {
  const from = step.getFromFlag()?.getValue();
  const unknown = step.getFlags().find((flag) => flag.getName() !== 'from');
  if (unknown !== undefined) throw new Error(`--${unknown.getName()} is not understood here`);
  const sender = stages.find(({ name }) => name === from);
  if (from !== undefined && sender === undefined) throw new Error(`there is no stage ${from}`);

  const paths = step.getArguments().map((argument) => argument.getValue());
  const destination = paths.pop() ?? '';
  const target = join(stage.root, resolve(stage.workdir, destination));
  for (const path of paths) {
    const source = join(sender?.root ?? context, path);
    const isSent = sender === undefined ? sentFiles(context) : () => true;
    if (!existsSync(source) || !isSent(source)) throw new Error(`${path} is not there, or .dockerignore holds it back`);
    if (statSync(source).isDirectory()) copyTree(source, target, isSent);
    else {
      const isInto = destination.endsWith('/') || paths.length > 1;
      mkdirSync(isInto ? target : join(target, '..'), { recursive: true });
      copyFileSync(source, isInto ? join(target, basename(path)) : target);
    }
  }
}

function sentFiles(context: string): (path: string) => boolean {
  const file = join(context, '.dockerignore');
  const rules = dockerignore.default().add(existsSync(file) ? readFileSync(file, 'utf8') : '');
  return (path) => !rules.ignores(relative(context, path));
}

function copyTree(source: string, target: string, isSent: (path: string) => boolean = () => true): void {
  cpSync(source, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path === source || isSent(path),
  });
}

function run(step: JSONInstruction, stage: BuiltStage, { env }: BuildOptions): void {
  const unknown = step.getFlags().find((flag) => !flag.getValue()?.startsWith('type=cache,'));
  if (unknown !== undefined) throw new Error(`--${unknown.getName()}=${unknown.getValue()} is not understood here`);
  const command = step.getArgumentsContent() ?? '';
  if (command.includes(stage.workdir)) throw new Error(`use a path relative to ${stage.workdir}`);
  try {
    execFileSync('/bin/sh', ['-c', command], {
      cwd: join(stage.root, stage.workdir),
      env: { ...env, ...stage.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    const { status, stderr, stdout } = error as { status: number | null; stderr: string; stdout: string };
    throw new Error(`ended with ${status}\n${stdout}${stderr}`);
  }
}

/** A shell between the engine and the program would keep signals to itself. */
function execForm(text: string | null | undefined): string[] {
  if (!text?.startsWith('[')) throw new Error('write it as ["program", "argument"]');
  return JSON.parse(text) as string[];
}
