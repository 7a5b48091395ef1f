import { exampleOf, type Schema } from './api-operations.ts';

/** A body that is at or past an edge of its schema in one place. */
export interface EdgeCase {
  /** The place and the value, for the reader of a failure. */
  name: string;
  /** JSON text, because not every hostile number survives `JSON.stringify`. */
  text: string;
}

const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0001',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ud800',
  '\udc00x',
  '\ufffe',
  '\u{1f4a9}',
  'e\u0301'.repeat(30),
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '"; drop table shipments; --',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '%00%0a',
  '^XA^XZ',
  'null',
  'NaN',
  '-0',
];

const MOMENTS = [
  '2026-02-30T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2024-02-29T23:59:59.999999999Z',
  '2026-13-01T00:00:00Z',
  '2026-00-00T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '1969-12-31T23:59:59Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59-14:00',
  '10000-01-01T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00:00+23:59',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01T00:00:00+99:99',
  '2026-01-01 00:00:00Z',
  '2026-01-01t00:00:00z',
  '2026-01-01',
  '20260101T000000Z',
  '2026-W01-1',
  '1767225600',
  'infinity',
  'now',
];

const DAYS = [
  '2026-02-30',
  '2023-02-29',
  '2024-02-29',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2026-1-1',
];
const NOT_DAYS = ['2026-13-01', '01-01-2026', '20260101', '-2026-01-01', 'infinity', 'today', 'epoch'];

const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057',
  '{01890a5d-ac96-774b-bcce-b302099a8057}',
  '01890a5dac96774bbcceb302099a8057',
  '01890A5D-AC96-774B-BCCE-B302099A8057',
  '01890a5d-ac96-774b-bcce-b302099a805',
  '01890a5d-ac96-774b-bcce-b302099a8057\n',
];

/** Written into the JSON as they stand. */
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1.5',
  '0.1',
  '1e2',
  '1E400',
  '-1e400',
  '1e-400',
  '5e-324',
  '1e308',
  '9007199254740993',
  '0.30000000000000004',
];
const LONG_TEXT = 'x'.repeat(100_000);

/** Everything that can be asked of a schema's edges by changing one place of an example of it. */
export function edgeCasesOf(schema: Schema): EdgeCase[] {
  const example = exampleOf(schema);
  return placesOf(schema, example).flatMap(({ path, schema: place }) =>
    edgeTextsOf(place).map((text) => ({
      name: `${path.length === 0 ? 'body' : path.join('.')} = ${text.slice(0, 60)}`,
      text: textWith(example, path, text),
    })),
  );
}

/** The values of a query, path or header parameter at and past its edges. */
export function parameterEdgesOf(schema: Schema): string[] {
  const numbers = [...NUMBERS, ' 5', '5 ', '0x10', '1_000', '٣', 'Infinity', '', '99999999999999999999', 'true'];
  const texts = [...TEXTS, ...edgeStringsOf(schema), 'x'.repeat(5_000)];
  return schema.type === 'integer' || schema.type === 'number'
    ? [...numbers, String((schema.minimum ?? 0) - 1), String((schema.maximum ?? 1e15) + 1), ...texts]
    : texts;
}

interface Place {
  path: (string | number)[];
  schema: Schema;
}

function placesOf(schema: Schema, example: unknown, path: Place['path'] = []): Place[] {
  const here = { path, schema };
  if (schema.type === 'object') {
    const known = example as Record<string, unknown> | undefined;
    const inside = differing(Object.entries(schema.properties ?? {})).flatMap(([name, property]) =>
      placesOf(property, known?.[name] ?? exampleOf(property), [...path, name]),
    );
    const map = schema.additionalProperties;
    return typeof map === 'object'
      ? [here, ...inside, ...placesOf(map, exampleOf(map), [...path, 'anyName'])]
      : [here, ...inside];
  }
  if (schema.type === 'array' && schema.items !== undefined) {
    return [
      here,
      ...placesOf(schema.items, (example as unknown[] | undefined)?.[0] ?? exampleOf(schema.items), [...path, 0]),
    ];
  }
  return [here];
}

const MOST_ALIKE = 2;

/** Of objects side by side that are all alike, as the four bounds of a range, two are enough. */
function differing(properties: [string, Schema][]): [string, Schema][] {
  const alike = new Map<string, number>();
  return properties.filter(([, property]) => {
    if (property.type !== 'object') return true;
    const key = JSON.stringify(property);
    alike.set(key, (alike.get(key) ?? 0) + 1);
    return (alike.get(key) ?? 0) <= MOST_ALIKE;
  });
}

/** JSON texts to put in the place. */
function edgeTextsOf(schema: Schema): string[] {
  const wrongTypes = [
    'null',
    'true',
    '5',
    '"5"',
    '[]',
    '{}',
    '[[]]',
    '{"__proto__":{"admin":true}}',
    '{"a":{"constructor":1}}',
  ];
  switch (schema.type) {
    case 'object': {
      const unknown = `{"unknown":1,${JSON.stringify(exampleOf(schema)).slice(1)}`.replace(',}', '}');
      return [
        ...wrongTypes,
        unknown,
        ...['', '\u0000', 'x'.repeat(10_000)].map((key) => JSON.stringify({ [key]: '1' })),
      ];
    }
    case 'array': {
      const item = JSON.stringify(exampleOf(schema.items ?? {}));
      const times = (count: number): string => `[${Array.from({ length: count }, () => item).join(',')}]`;
      return [
        ...wrongTypes,
        times((schema.minItems ?? 0) - 1 < 0 ? 0 : (schema.minItems ?? 0) - 1),
        times(1),
        times((schema.maxItems ?? 1_000) + 1),
      ];
    }
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = 1e9 } = schema;
      return [
        ...wrongTypes,
        ...NUMBERS,
        ...[minimum - 1, minimum, maximum, maximum + 1].map(String),
        `1${'0'.repeat(400)}`,
      ];
    }
    case 'string':
      return [...wrongTypes, ...[...TEXTS, ...edgeStringsOf(schema), LONG_TEXT].map((text) => JSON.stringify(text))];
    default:
      return [...wrongTypes, '"true"', '1'];
  }
}

function edgeStringsOf({ enum: values, format, minLength = 0, maxLength }: Schema): string[] {
  const cases = (values ?? [])
    .map(String)
    .flatMap((value) => [value, value.toLowerCase(), value.toUpperCase(), `${value} `]);
  const lengths = maxLength === undefined ? [] : [maxLength, maxLength + 1].map((length) => 'x'.repeat(length));
  // A backtracking pattern takes its time with what almost fits.
  const almost = [
    '1'.repeat(40),
    '1 '.repeat(40),
    'a'.repeat(30) + '!',
    `${'0'.repeat(15)}!`,
    `+${'1'.repeat(18)}x`,
    '-.'.repeat(30),
  ];
  const byFormat = { 'date-time': MOMENTS, date: [...DAYS, ...NOT_DAYS, ...MOMENTS], uuid: IDS }[format ?? ''] ?? [];
  return [...cases, 'x'.repeat(minLength), ...lengths, ...almost, ...byFormat];
}

function textWith(example: unknown, path: Place['path'], text: string): string {
  if (path.length === 0) return text;
  const marked = structuredClone(example) as Record<string | number, unknown>;
  let parent = marked;
  for (const [at, name] of path.slice(0, -1).entries()) {
    parent[name] ??= typeof path[at + 1] === 'number' ? [] : {};
    parent = parent[name] as Record<string | number, unknown>;
  }
  parent[path.at(-1) ?? ''] = MARK;
  return JSON.stringify(marked).replace(`"${MARK}"`, () => text);
}

const MARK = 'here goes the hostile value';
