/** Why the program does not start, in a line that names the variable and what to do; its stack tells an operator nothing. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  constructor(message: string, cause: unknown) {
    super(message, { cause });
  }
}
