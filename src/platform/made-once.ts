/** What is made by its first use, so that a process that never uses it does not pay for it. */
export function madeOnce<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
