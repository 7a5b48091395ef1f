import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { PostsAsked, PostsMade } from './poster-process.ts';

const PROGRAM = new URL('./poster-process.ts', import.meta.url);

/** Posts from a process of its own, with settings of Node in its environment. */
export async function postElsewhere(asked: PostsAsked, environment: Record<string, string> = {}): Promise<PostsMade> {
  const child = fork(PROGRAM, [JSON.stringify(asked)], { env: environment, execArgv: [] });
  const [made] = (await once(child, 'message')) as [PostsMade];
  if (child.exitCode === null) await once(child, 'exit');
  return made;
}
