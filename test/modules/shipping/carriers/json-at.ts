/** What stands at a place of some JSON; the first of a list where the place is below its items. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, name) => {
    const only = typeof name === 'string' && Array.isArray(inner) ? (inner[0] as unknown) : inner;
    if (typeof only !== 'object' || only === null) return undefined;
    return Object.hasOwn(only, name) ? (only as Record<string | number, unknown>)[name] : undefined;
  }, value);
}

/** The items of a list, the one thing that stands in its place, or nothing. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

/** A text, or a number as its digits. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A number, also where it is written as text. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const number = Number(textAt(value, ...path) ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}
