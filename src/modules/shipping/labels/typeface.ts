import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import type * as Fontkit from 'fontkit';
import { loadedOnce } from '../../../platform/made-once.ts';

export type FontWeight = 'regular' | 'bold';

export interface Typeface {
  readonly fonts: Readonly<Record<FontWeight, Fontkit.Font>>;
  /** The width of printable text, as a multiple of its size. */
  measure(text: string, weight: FontWeight): number;
  /** The same text on one line; what the font cannot draw by itself is written in Latin letters, as `any-ascii` has them. */
  printable(text: string): string;
}

/** Stands for what has no Latin letters either. */
export const REPLACEMENT = '?';

const FONT_FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} as const satisfies Record<FontWeight, string>;

/** Noto Sans (SIL Open Font License 1.1), read once per process, on first use. */
export const loadTypeface = loadedOnce(readTypeface);

async function readTypeface(): Promise<Typeface> {
  // The first label pays for it, not the start of the program.
  const fontkit = await import('fontkit');
  const [regular, bold] = await Promise.all([readFont(fontkit, 'regular'), readFont(fontkit, 'bold')]);
  const advances = { regular: measurerOf(regular), bold: measurerOf(bold) };
  return {
    fonts: { regular, bold },
    measure: (text, weight) => [...text].reduce((width, character) => width + advances[weight](character), 0),
    printable: (text) => toPrintable(text, regular),
  };
}

async function readFont(fontkit: typeof Fontkit, weight: FontWeight): Promise<Fontkit.Font> {
  const font = fontkit.create(await readFile(createRequire(import.meta.url).resolve(FONT_FILES[weight])));
  if (!('layout' in font)) throw new Error(`${FONT_FILES[weight]} is a collection, not one font`);
  // A glyph is kept with the characters it is first asked for by, and a PDF repeats them so that its text can be copied.
  // First asked for as a part of another glyph, it would have none: what was drawn before would change later documents.
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) =>
    getGlyph(id, codePoints.length > 0 ? codePoints : font.stringsForGlyph(id).map((text) => text.codePointAt(0) ?? 0));
  return font;
}

function measurerOf(font: Fontkit.Font): (character: string) => number {
  const advances = new Map<string, number>();
  return (character) => {
    let advance = advances.get(character);
    if (advance === undefined) {
      advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
      advances.set(character, advance);
    }
    return advance;
  };
}

/** No line of a label shows as many, and normalising is not linear in what a caller may send. */
const LONGEST_TEXT = 400;

/** The font holds more scripts, but those need shaping, which text that is cut and measured by character cannot have. */
const SIMPLE_SCRIPT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

function toPrintable(text: string, font: Fontkit.Font): string {
  return [...text.slice(0, LONGEST_TEXT).toWellFormed().normalize('NFC')]
    .map((character) => {
      if (/[\s\p{Cc}]/u.test(character)) return ' ';
      if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return '';
      const drawn = SIMPLE_SCRIPT.test(character) && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
      return drawn ? character : anyAscii(character) || REPLACEMENT;
    })
    .join('')
    .slice(0, LONGEST_TEXT)
    .replace(/ {2,}/g, ' ')
    .trim();
}
