/** Whether an error is the one that PostgreSQL, or the system, knows by this code. */
export function hasCode(error: unknown, code: string): error is Error {
  return error instanceof Error && 'code' in error && error.code === code;
}
