/** Control characters (NUL among them), lone surrogates, line and paragraph separators. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether a text may stand on one line of a label, of a carrier's request and of a database column. Blank text may. */
export function isPrintableLine(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

/** Anything but spaces, marks without a letter, and what Unicode draws as nothing: soft hyphens, joiners, fillers, the empty Braille cell. */
const VISIBLE = /[^\s\p{Mark}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text is missing, or prints as nothing. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || !VISIBLE.test(text);
}

/**
 * The length of a line as carriers count it: code points, which is what `maxLength` means in their schemas.
 * Composed first (NFC), so that an "é" counts once however the client typed it.
 */
export function printedLength(text: string): number {
  let length = 0;
  for (const _character of text.normalize('NFC')) length++;
  return length;
}
