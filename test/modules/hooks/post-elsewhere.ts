import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { PostsAsked, PostsMade } from './poster-process.ts';

const PROGRAM = new URL('./poster-process.ts', import.meta.url);

/** As `cli.js` sets it: V8 compiling the HTTP parser anew takes 20 MB, once, whoever the receivers are. */
const AS_IN_THE_PROGRAM = ['--wasm-tiering-budget=2000000000'];

/** Posts from a process of its own, with settings of Node in its environment. */
export async function postElsewhere(asked: PostsAsked, environment: Record<string, string> = {}): Promise<PostsMade> {
  const child = fork(PROGRAM, [JSON.stringify(asked)], { env: environment, execArgv: AS_IN_THE_PROGRAM });
  const [made] = (await once(child, 'message')) as [PostsMade];
  if (child.exitCode === null) await once(child, 'exit');
  return made;
}
