/** No carrier's field for a name, a line or a number of a person is shorter: what is cut has so many characters at least. */
const SHORTEST_FIELD = 15;
/** A power of two: what a hash of a head is an index of. */
const SLOTS = 16_384;
/** What has other small letters than one of its own, or is another kind of blank. */
const UNUSUAL = /[İΣς]|[^\S ]/;

/**
 * Masks each of the forms in capitals or not, whole or cut by a field of a carrier. However many forms there are, a text is gone through
 * once: there are thousands where a hundred shipments are tracked in one call, too many for a regular expression.
 * @param headLength the length of the shortest form, three at least
 */
export function masking(forms: readonly string[], headLength: number, masked: (found: string) => string) {
  if (forms.length === 0) return (text: string): string => text;
  const byHead = Map.groupBy(new Set(forms.map(fold)), (form) => form.slice(0, headLength));
  // Most places of a text are the beginning of nothing, and are told by this alone.
  const begins = new Uint8Array(SLOTS);
  for (const head of byHead.keys()) begins[slotOf(head, 0)] = 1;
  return (text: string): string => {
    const folded = fold(text);
    let kept = 0;
    let clean = '';
    for (let at = 0; at + headLength <= folded.length; at++) {
      if (begins[slotOf(folded, at)] === 0) continue;
      const length = longestAt(byHead.get(folded.slice(at, at + headLength)), folded, at);
      if (length === 0) continue;
      clean += text.slice(kept, at) + masked(text.slice(at, at + length));
      kept = at + length;
      at = kept - 1;
    }
    return clean + text.slice(kept);
  };
}

/** For comparison: one character for each of the text's, in small letters. */
export function fold(text: string): string {
  if (!UNUSUAL.test(text)) return text.toLowerCase();
  return text.replaceAll('İ', 'I').replace(/[Σς]/g, 'σ').toLowerCase().replace(/\s/g, ' ');
}

function slotOf(text: string, at: number): number {
  return (text.charCodeAt(at) + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2) * 961) & (SLOTS - 1);
}

function longestAt(forms: readonly string[] = [], text: string, at: number): number {
  return Math.max(0, ...forms.map((form) => lengthAt(form, text, at)));
}

/** How much of the form stands there: all of it, or as much as a field may have held. */
function lengthAt(form: string, text: string, at: number): number {
  let length = 0;
  while (length < form.length && form[length] === text[at + length]) length++;
  return length === form.length || length >= SHORTEST_FIELD ? length : 0;
}
