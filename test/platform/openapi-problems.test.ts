import { globSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormatsModule, { type FormatsPlugin } from 'ajv-formats';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAppForDocuments } from '../../src/app.ts';
import { openApiDocuments } from '../../src/platform/openapi.ts';

// What the sources can answer with, read from them, against what the documents say.

interface Document {
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, { content?: Record<string, Content> }> }>
  >;
  components: { schemas: { Problem: { properties: Record<string, object> } } };
}
interface Content {
  examples?: Record<string, { value: Record<string, unknown> }>;
}

/** What no operation of a document answers, and why. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'client-closed-request': 'the caller has gone and reads nothing',
  'expectation-failed': 'refused before there is an operation',
  'header-fields-too-large': 'refused before there is an operation',
  'idempotency-key-required': 'gRPC only',
  'malformed-message': 'gRPC only',
  'method-not-allowed': 'there is no such operation',
  'not-implemented': 'refused before there is an operation',
  'request-timeout': 'refused before there is an operation',
  'stock-reserved': 'gRPC only',
};

/** Problems whose type stands in another place: those of the framework in a table, one that is like another, and those that REST tells in its own words. */
const MADE_FROM_OTHERS = [
  'src/modules/authorizing/errors.ts',
  'src/platform/answer-problem.ts',
  'src/platform/rest-problem.ts',
];

/** Where the function that does an operation is not called as the operation is. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  getLabels: 'getShipmentLabels',
  getDocument: 'getShipmentDocument',
};

const sources = globSync('src/**/*.ts', { exclude: ['src/platform/generated/**'] }).map((path) =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
);

let documents: Document[];
/** By operationId: its failures, each as `409 not-held`. */
let failures: Map<string, Set<string>>;
beforeAll(async () => {
  const app = await createAppForDocuments();
  await app.ready();
  documents = Object.values(openApiDocuments(app)) as Document[];
  await app.close();
  failures = new Map(
    documents.flatMap(({ paths }) =>
      Object.values(paths).flatMap((methods) =>
        Object.values(methods).map(({ operationId, responses }): [string, Set<string>] => [
          operationId,
          new Set(
            Object.entries(responses).flatMap(([status, { content }]) =>
              Object.keys(content?.['application/problem+json']?.examples ?? {}).map((type) => `${status} ${type}`),
            ),
          ),
        ]),
      ),
    ),
  );
});

function nodesOf(source: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function valueOf(object: ts.Expression | undefined, name: string): ts.Expression | undefined {
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return undefined;
  const property = object.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name);
  return property === undefined ? undefined : (property as ts.PropertyAssignment).initializer;
}

/** The texts that an expression can be: a text, or one of two. */
function textsOf(value: ts.Expression | undefined): string[] {
  if (value === undefined) return [];
  if (ts.isStringLiteral(value)) return [value.text];
  return ts.isConditionalExpression(value) ? [...textsOf(value.whenTrue), ...textsOf(value.whenFalse)] : [];
}

describe('the types of problems', () => {
  test('are all in some operation of some document, or have a reason not to be', () => {
    const made = new Set<string>();
    const unread = new Set<string>();
    for (const source of sources) {
      for (const node of nodesOf(source)) {
        if (ts.isNewExpression(node) && node.expression.getText() === 'ProblemError') {
          const types = textsOf(valueOf(node.arguments?.[0], 'type'));
          for (const type of types) made.add(type);
          if (types.length === 0) unread.add(source.fileName);
        }
        // The table of what the framework refuses.
        if (ts.isVariableDeclaration(node) && node.name.getText() === 'FRAMEWORK_PROBLEMS')
          for (const [, type = ''] of node.getText().matchAll(/\btype: '([a-z-]+)'/g)) made.add(type);
      }
    }
    expect([...unread].sort()).toEqual(MADE_FROM_OTHERS);
    expect(made.size).toBeGreaterThan(60);
    // Of a batch, a problem stands in the place of an item.
    const shown = new Set([...JSON.stringify(documents).matchAll(/\/errors\/([a-z-]+)"/g)].map(([, type]) => type));
    expect([...made].filter((type) => !shown.has(type)).sort()).toEqual(Object.keys(OUTSIDE));
  });

  test('that a function says it throws are those of its operation', () => {
    const throwsOf = new Map(sources.flatMap(({ text }) => [...thrownIn(text)]));
    let compared = 0;
    const missing: string[] = [];
    for (const [name, thrown] of throwsOf) {
      const operationId = FUNCTIONS[name] ?? name;
      const documented = failures.get(operationId);
      if (documented === undefined) continue;
      compared++;
      for (const each of thrown) if (!documented.has(each)) missing.push(`${operationId} ${each}`);
    }
    expect(missing).toEqual([]);
    expect(compared).toBeGreaterThan(25);
  });

  test('that any request can be answered with are in every operation', () => {
    const always = [
      '401 unauthenticated',
      '403 user-inactive',
      '403 unknown-tenant',
      '414 uri-too-long',
      '429 rate-limited',
      '500 internal',
      '503 authorization-unavailable',
      '503 identity-provider-unavailable',
      '503 service-unavailable',
    ];
    for (const [name, documented] of failures) expect([...documented], name).toEqual(expect.arrayContaining(always));
    const unreadable = [...failures].filter(([, documented]) => documented.has('400 malformed-body'));
    expect(unreadable.map(([name]) => name)).toEqual(
      expect.arrayContaining(['createShipment', 'orderShipment', 'createOrder', 'calculateBatch', 'revokeToken']),
    );
    expect(failures.get('importPrices')).not.toContain('400 malformed-body');
  });
});

/** By exported function: `404 not-found` and so on, as its description has them. */
function thrownIn(text: string): Map<string, string[]> {
  const described = text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export (?:async )?function (\w+)/g);
  return new Map(
    [...described].map(([, comment = '', name = '']) => {
      const [, list = ''] = comment.replaceAll(/\n \*\s*/g, ' ').split('@throws');
      const groups = list.matchAll(/((?:[a-z][a-z-]*(?:, )?)+) \((\d{3})\)/g);
      return [
        name,
        [...groups].flatMap(([, types = '', status]) => types.split(', ').map((one) => `${status} ${one}`)),
      ];
    }),
  );
}

describe('the members of problems', () => {
  test('are all declared by the service that tells them, with a description', () => {
    const addFormats = addFormatsModule as unknown as FormatsPlugin;
    for (const document of documents) {
      const { Problem, ...schemas } = document.components.schemas;
      for (const [name, member] of Object.entries(Problem.properties))
        expect(member, name).toHaveProperty('description', expect.any(String));
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      const closed = { ...Problem, additionalProperties: false };
      const validate = ajv.compile({
        $ref: '#/components/schemas/Problem',
        components: { schemas: { ...schemas, Problem: closed } },
      });
      for (const methods of Object.values(document.paths)) {
        for (const { operationId, responses } of Object.values(methods)) {
          for (const { content } of Object.values(responses)) {
            for (const [type, { value }] of Object.entries(content?.['application/problem+json']?.examples ?? {})) {
              validate(value);
              expect(validate.errors, `${operationId} ${type}`).toBeNull();
            }
          }
        }
      }
    }
  });

  test('that the sources add are declared by some service', () => {
    const declared = new Set(documents.flatMap(({ components }) => Object.keys(components.schemas.Problem.properties)));
    const added = sources.flatMap((source) =>
      nodesOf(source).flatMap((node) => {
        if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'extensions') return [];
        const objects = nodesOf(source).filter(
          (one): one is ts.ObjectLiteralExpression =>
            ts.isObjectLiteralExpression(one) && (one === node.initializer || one.parent.parent === node),
        );
        return objects.flatMap(({ properties }) => properties.flatMap((one) => one.name?.getText() ?? []));
      }),
    );
    expect(added.length).toBeGreaterThan(40);
    // Stock is set over gRPC only.
    expect([...new Set(added)].filter((name) => !declared.has(name)).sort()).toEqual(['reserved', 'sku']);
  });
});
