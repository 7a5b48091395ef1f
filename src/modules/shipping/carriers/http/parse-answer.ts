/** Below so many digits every whole number is exact as a double. */
const MAY_BE_INEXACT = /\d{16}/;
const WHOLE = /^(-?\d+)(?:\.0+)?$/;

/**
 * JSON as carriers write it: a byte order mark before it is none of it, and a whole number that JavaScript cannot hold exactly becomes its
 * digits as text, since it is a parcel's number and another would be another parcel's.
 * @throws SyntaxError
 */
export function parseAnswer(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return (MAY_BE_INEXACT.test(json) ? JSON.parse(json, exactly) : JSON.parse(json)) as unknown;
}

function exactly(_name: string, value: unknown, written?: { source?: string }): unknown {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  return WHOLE.exec(written?.source ?? '')?.[1] ?? value;
}
