import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessRuleFiles } from '../../tools/write-access-rules.ts';
import { readOperations } from '../harness/api-operations.ts';

interface Rule {
  id: string;
  match: { url: string; methods: string[] };
  authenticators: { handler: string }[];
  mutators: { handler: string }[];
}

const committed = JSON.parse(readFileSync('deploy/oathkeeper/rules/access-rules.json', 'utf8')) as Rule[];

/** As Oathkeeper's regexp strategy reads a match: what is between < and > is a regular expression, the rest is text. */
function matches({ match }: Rule, method: string, url: string): boolean {
  const pattern = match.url
    .split(/(<[^>]+>)/)
    .map((part) => (part.startsWith('<') ? `(${part.slice(1, -1)})` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return match.methods.includes(method) && new RegExp(`^${pattern.join('')}$`).test(url);
}

test.each([
  ['https://app.example.com', 'jwt', 'id_token'],
  ['https://api.example.com', 'noop', 'noop'],
])('at %s exactly one rule lets each operation pass, with %s and %s', (origin, authenticator, mutator) => {
  for (const { method, template, name } of readOperations()) {
    const url = `${origin}${template.replaceAll(/\{\w+\}/g, '01890a5d-ac96-774b-bcce-b302099a8057')}`;
    const passing = committed.filter((rule) => matches(rule, method, url));
    expect(passing, name).toHaveLength(1);
    expect(passing[0]).toMatchObject({
      authenticators: [{ handler: authenticator }],
      mutators: [{ handler: mutator }],
    });
  }
});

test.each([
  ['DELETE', '/api/shipping/v2/shipments'],
  ['GET', '/api/shipping/v2/shipments/a/b/c'],
  ['GET', '/api/shipping/v2/shipmentsX'],
  ['GET', '/api/shipping/v1/shipments'],
  ['GET', '/metrics'],
  ['GET', '/health/ready'],
])('what has no route does not pass: %s %s', (method, path) => {
  for (const origin of ['https://app.example.com', 'https://api.example.com', 'http://app.example.com']) {
    expect(committed.filter((rule) => matches(rule, method, `${origin}${path}`))).toEqual([]);
  }
});

test('each rule has a name of its own', () => {
  expect(new Set(committed.map(({ id }) => id)).size).toBe(committed.length);
});

test('a new path makes two rules', () => {
  const paths = { '/api/rates/v1/contracts/{id}': { get: {}, put: {} } };
  const [text = ''] = accessRuleFiles(new Map([['rates.v1', { paths }]])).values();
  const rules = JSON.parse(text) as Rule[];
  expect(rules.map(({ match }) => match)).toEqual([
    { url: 'https://app.example.com/api/rates/v1/contracts/<[^/]+>', methods: ['GET', 'PUT'] },
    { url: 'https://api.example.com/api/rates/v1/contracts/<[^/]+>', methods: ['GET', 'PUT'] },
  ]);
});
