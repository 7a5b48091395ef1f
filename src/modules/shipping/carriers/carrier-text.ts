import anyAscii from 'any-ascii';

/** What the carrier's field can hold. `latin1` keeps é and ß; `ascii` writes them as e and ss. */
export type CarrierCharset = 'latin1' | 'ascii';

export interface CarrierField {
  maxLength: number;
  charset: CarrierCharset;
}

/** A text as a carrier's field can hold it: other scripts in Latin letters, on one line, cut at the end if need be. */
export function carrierText(text: string, { maxLength, charset }: CarrierField): string {
  return [...inCharset(text, charset)].slice(0, maxLength).join('').trim();
}

/** The same over several lines of that length, broken between words where that is possible; what has no room is cut at the end. */
export function carrierLines(
  texts: readonly (string | undefined)[],
  { maxLength, charset, maxLines }: CarrierField & { maxLines: number },
): string[] {
  const whole = texts.map((text) => inCharset(text ?? '', charset)).filter((text) => text !== '');
  // Each text on a line of its own where they fit so; otherwise one after the other.
  const fits = whole.length <= maxLines && whole.every((text) => text.length <= maxLength);
  if (fits) return whole;
  const lines: string[] = [];
  let line = '';
  for (const word of whole.join(', ').split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= maxLength) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    let rest = word;
    while (rest.length > maxLength) {
      lines.push(rest.slice(0, maxLength));
      rest = rest.slice(maxLength);
    }
    line = rest;
  }
  if (line !== '') lines.push(line);
  return lines.slice(0, maxLines);
}

/** What a carrier says, cut to what is kept of it, between characters: half of one would be refused by the database. */
export function cutText(text: string, maxLength: number): string {
  return text
    .toWellFormed()
    .slice(0, maxLength)
    .replace(/\p{Cs}$/u, '');
}

/** Digits only, with a leading + where there was one, as far as the field goes. */
export function carrierPhone(phone: string, maxLength: number): string {
  return phone.replace(/(?!^\+)\D/g, '').slice(0, maxLength);
}

/** The address, or undefined where there is none or the field is too short for it: a cut address would reach somebody else. */
export function carrierEmail(email: string | undefined, maxLength: number): string | undefined {
  return email === undefined || email === '' || email.length > maxLength ? undefined : email;
}

function inCharset(text: string, charset: CarrierCharset): string {
  const composed = text.normalize('NFC');
  const written = [...composed].map((character) => writeIn(character, charset)).join('');
  return written
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function writeIn(character: string, charset: CarrierCharset): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  if (charset === 'latin1' && code >= 0xa0 && code <= 0xff && code !== 0xad) return character;
  return UMLAUTS[character] ?? anyAscii(character);
}

/** As German writes them without dots; `any-ascii` would drop the dots. */
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
