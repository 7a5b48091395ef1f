const MAX_NAMED = 20;

/** The first of some names, as a list in a sentence; empty when there are none. */
export function nameSome(names: Iterable<string>): string {
  const first = Iterator.from(names)
    .take(MAX_NAMED + 1)
    .toArray();
  return first.length > MAX_NAMED ? `${first.slice(0, MAX_NAMED).join(', ')}, ...` : first.join(', ');
}
