import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LabelBarcode, LabelText } from '../../../../src/modules/shipping/labels/label-elements.ts';
import { layOutLabel } from '../../../../src/modules/shipping/labels/label-layout.ts';
import type { LabelAddress, LabelFields } from '../../../../src/modules/shipping/labels/render-labels.ts';
import { loadTypeface, REPLACEMENT } from '../../../../src/modules/shipping/labels/typeface.ts';
import { anyLabel, GERMAN, SAMPLES } from './label-samples.ts';

const typeface = await loadTypeface();

test.each(SAMPLES)('prints every text of the label as it is: $receiver.city', (label) => {
  const { sender, receiver, ...rest } = label;
  const printed = textsOf(label).join('\n');
  for (const address of [sender, receiver]) {
    const { countryCode, ...parts } = address;
    for (const part of Object.values(parts)) expect(printed).toContain(part);
  }
  expect(printed).toContain(rest.serviceName);
  expect(printed).toContain(rest.trackingReference);
  expect(printed).toContain(rest.routingCode);
  expect(printed).toContain(`(00) ${rest.sscc}`);
  expect(printed).toContain('12.5 kg');
  expect(printed).toContain(`${rest.unitNumber} / ${rest.unitCount}`);
});

test.each([
  'Straßenbäckereieinkaufsgesellschaft',
  'Ελληνική Εταιρεία Μεταφορών Ελλάδος',
  'Українська Хлібопекарня Щедрий Їжак',
  'INTERNATIONAL WAREHOUSE & PARTNER L',
])('has room for 35 characters in every line of an address, at a readable size: %s', (line) => {
  expect(line).toHaveLength(35);
  const address = {
    companyName: line,
    contactName: line,
    street: line,
    addressLine2: line,
    city: line,
    countryCode: 'DE',
  };
  const elements = textElements({ ...GERMAN, sender: address, receiver: address });
  const sizes = elements.filter(({ text }) => text === line).map(({ size }) => size);
  expect(sizes).toHaveLength(10);
  expect(Math.min(...sizes.slice(0, 5))).toBeGreaterThanOrEqual(5 * POINT_MILLIMETRES);
  expect(Math.min(...sizes.slice(5))).toBeGreaterThanOrEqual(8 * POINT_MILLIMETRES);
});

test('breaks a long service name into lines rather than cutting it', () => {
  const serviceName = 'Зелёная доставка до двери экспресс!';
  expect(textsOf({ ...GERMAN, serviceName }).join(' ')).toContain(serviceName);
});

test('cuts what does not fit at a readable size and says so', () => {
  const printed = textsOf({ ...GERMAN, trackingReference: 'X'.repeat(200), instructions: 'please '.repeat(100) });
  expect(printed.filter((text) => text.endsWith('…')).map((text) => text[0])).toEqual(['X', 'p']);
});

test.each([
  ['東京', 'DongJing'],
  ['서울', 'SeoUl'],
  ['دبي', 'dby'],
  ['📦 box', ':package: box'],
  ['Größe Łódź Αθήνα Київ', 'Größe Łódź Αθήνα Київ'],
  ['private \ue000', `private ${REPLACEMENT}`],
  ['a\uD800b', 'a\uFFFDb'],
  ['tab\there\nand there\u0000', 'tab here and there'],
  ['zero\u200Bwidth\u202Eturned', 'zerowidthturned'],
  ['Z\u0308u\u0308rich', 'Z̈ürich'],
])('prints %j as %j', (city, printed) => {
  expect(textsOf({ ...GERMAN, receiver: { ...GERMAN.receiver, city } })).toContain(`10115 ${printed}`);
});

test('prints no box: whatever is sent, the typeface has a glyph for every character of it', () => {
  const scripts = fc.constantFrom(
    '東',
    '京',
    'ひ',
    '한',
    'ع',
    'ר',
    'न',
    'ก',
    '😀',
    '👨‍👩‍👧',
    '₿',
    'ß',
    'Ż',
    'Ω',
    'Ж',
    '\ue000',
    'ﷺ',
    '𝕬',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.string({ unit: scripts, minLength: 1, maxLength: 60 }),
  );
  const missing = (printed: string): string[] =>
    [...printed].filter((character) =>
      Object.values(typeface.fonts).some((font) => font.glyphForCodePoint(character.codePointAt(0) ?? 0).id === 0),
    );
  fc.assert(
    fc.property(text, (sent) => {
      const printed = typeface.printable(sent);
      expect(missing(printed)).toEqual([]);
      expect(typeface.printable(printed)).toBe(printed);
    }),
    { numRuns: 2_000 },
  );
});

test.each<[Partial<LabelAddress>, string[]]>([
  [{ countryCode: 'DE', stateCode: 'BE' }, ['Unter den Linden 77a', '10115 Berlin BE', 'GERMANY']],
  [{ countryCode: 'US', stateCode: 'NY' }, ['77a Unter den Linden', 'Berlin NY 10115', 'UNITED STATES']],
  [{ countryCode: 'GB' }, ['77a Unter den Linden', 'Berlin 10115', 'UNITED KINGDOM']],
  [{ countryCode: 'FR' }, ['77a Unter den Linden', '10115 Berlin', 'FRANCE']],
  [{ countryCode: 'QX' }, ['Unter den Linden 77a', '10115 Berlin', 'QX']],
  [{ houseNumber: ' ', postCode: '' }, ['Unter den Linden', 'Berlin', 'GERMANY']],
])('writes the address as its country reads it: %o', (change, lines) => {
  expect(textsOf({ ...GERMAN, receiver: { ...GERMAN.receiver, ...change } })).toEqual(expect.arrayContaining(lines));
});

test('gives the room of absent instructions to the receiver', () => {
  const { instructions, ...without } = GERMAN;
  const size = (label: LabelFields) => textElements(label).find(({ text }) => text === '10115 Berlin')?.size ?? 0;
  expect(size(without)).toBeGreaterThan(size(GERMAN));
});

test('keeps the modules, bars and quiet zones that GS1 demands of a logistic unit', () => {
  const barcode = barcodesOf(GERMAN).find(({ symbology }) => symbology === 'gs1-128');
  if (!barcode) throw new Error('The label has no SSCC barcode');
  expect(barcode.moduleWidth).toBeGreaterThanOrEqual(0.495);
  expect(barcode.moduleWidth).toBeLessThanOrEqual(1.016);
  expect(barcode.moduleHeight).toBeGreaterThanOrEqual(31.75);
  // The frame of the label stands at 3 and 102 mm; GS1-128 with AI (00) has 156 modules.
  expect(barcode.x - 3.375).toBeGreaterThanOrEqual(10 * barcode.moduleWidth);
  expect(101.625 - (barcode.x + 156 * barcode.moduleWidth)).toBeGreaterThanOrEqual(10 * barcode.moduleWidth);
});

test('puts everything on whole printer dots', () => {
  for (const label of SAMPLES) {
    for (const { kind, ...element } of layOutLabel(typeface, label)) {
      const lengths = Object.values(element).filter((value) => typeof value === 'number');
      expect(
        lengths.filter((length) => !Number.isInteger(length * 8)),
        kind,
      ).toEqual([]);
    }
  }
});

test('whatever the texts are, none leaves the frame and none touches another, a line or a barcode', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      const elements = layOutLabel(typeface, label);
      const texts = elements.filter((element) => element.kind === 'text').filter(({ text }) => text !== '');
      const filled = elements.filter((element) => element.kind === 'rectangle').filter(({ frame }) => !frame);
      const surfaces = filled.map(({ x, y, width, height }) => ({
        left: x,
        top: y,
        right: x + width,
        bottom: y + height,
      }));
      const white = texts.filter((text) => text.white).map(boxOfText);
      const black = texts.filter((text) => !text.white).map(boxOfText);
      const barcodes = elements.filter((element) => element.kind === 'barcode').map(boxWithQuietZone);

      const apart = [...white, ...black, ...barcodes];
      for (const [index, box] of apart.entries()) {
        expect(contains({ left: 3, top: 3, right: 102, bottom: 145 }, box)).toBe(true);
        expect(apart.slice(index + 1).find((other) => overlap(box, other))).toBeUndefined();
      }
      for (const box of [...black, ...barcodes]) expect(surfaces.find((each) => overlap(box, each))).toBeUndefined();
      for (const box of white) expect(surfaces.some((each) => contains(each, box))).toBe(true);
    }),
  );
});

const POINT_MILLIMETRES = 25.4 / 72;

function textElements(label: LabelFields): LabelText[] {
  return layOutLabel(typeface, label).filter((element) => element.kind === 'text');
}

function textsOf(label: LabelFields): string[] {
  return textElements(label).map(({ text }) => text);
}

function barcodesOf(label: LabelFields): LabelBarcode[] {
  return layOutLabel(typeface, label).filter((element) => element.kind === 'barcode');
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** From the top of its capitals to its baseline. */
function boxOfText({ text, x, y, size, weight }: LabelText): Box {
  return { left: x, top: y - 0.7 * size, right: x + typeface.measure(text, weight) * size, bottom: y };
}

function boxWithQuietZone({ symbology, x, y, moduleWidth, moduleHeight }: LabelBarcode): Box {
  const [columns, rows, quiet] = symbology === 'gs1-128' ? [156, 1, 10] : [32, 32, 1];
  return {
    left: x - quiet * moduleWidth,
    top: y,
    right: x + (columns + quiet) * moduleWidth,
    bottom: y + rows * moduleHeight,
  };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function contains(outer: Box, { left, top, right, bottom }: Box): boolean {
  return left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom;
}
