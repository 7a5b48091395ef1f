import { type Components, resolve, type Schema } from './schema-alternatives.ts';
import { type SchemaComparison, schemaChanges } from './schema-breaking.ts';
import type { Direction } from './schema-values.ts';

/** What is read of an OpenAPI 3.0 or 3.1 document. */
export interface OpenApiDocument {
  paths?: Record<string, PathItem>;
  components?: Components;
  security?: SecurityRequirement[];
}

type Reference = { $ref: string };
type SecurityRequirement = Record<string, string[]>;
type Content = Record<string, { schema?: Schema }>;

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
  content?: Content;
  style?: string;
  explode?: boolean;
}

interface RequestBody {
  required?: boolean;
  content?: Content;
}

interface Response {
  headers?: Record<string, { schema?: Schema } | Reference>;
  content?: Content;
}

export interface Operation {
  operationId?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  security?: SecurityRequirement[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
type PathItem = { [method in (typeof METHODS)[number]]?: Operation } & { parameters?: (Parameter | Reference)[] };

export interface BreakingChange {
  /** The first operation that shows it, as `POST /api/shipping/v2/shipments`; empty for the document itself. */
  operation: string;
  /** JSON pointer into the earlier document, or into the later one for what was added. */
  pointer: string;
  message: string;
}

interface Revision {
  before: OpenApiDocument;
  after: OpenApiDocument;
  compare: (direction: Direction, before: Schema | undefined, after: Schema | undefined, pointer: string) => Found[];
}

type Found = Omit<BreakingChange, 'operation'>;

/**
 * What in `after` breaks a client of `before`, and so needs a new major version (the specification's "When to
 * increment version"; `schemaChanges` says how its rows are read). Nothing in either document is changed.
 * @throws when a reference points outside its document
 */
export function breakingChanges(before: OpenApiDocument, after: OpenApiDocument): BreakingChange[] {
  const seen = new Set<string>();
  const revision: Revision = {
    before,
    after,
    compare: (direction, old, now, pointer) => {
      const comparison: SchemaComparison = {
        direction,
        before: before.components ?? {},
        after: after.components ?? {},
        seen,
      };
      return schemaChanges(comparison, old, now, pointer);
    },
  };
  const schemes = securitySchemeChanges(revision).map((change) => ({ operation: '', ...change }));
  const operations = Object.entries(before.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      if (item[method] === undefined) return [];
      const operation = `${method.toUpperCase()} ${path}`;
      const pointer = `/paths/${escape(path)}/${method}`;
      return operationChanges(revision, path, method, pointer).map((change) => ({ operation, ...change }));
    }),
  );
  return [...schemes, ...operations];
}

function operationChanges(
  revision: Revision,
  path: string,
  method: (typeof METHODS)[number],
  pointer: string,
): Found[] {
  const oldItem = revision.before.paths?.[path];
  const newItem = revision.after.paths?.[path];
  const old = oldItem?.[method] ?? {};
  const now = newItem?.[method];
  if (now === undefined) return [{ pointer, message: 'operation removed' }];
  const changes: Found[] = [];
  if (old.operationId !== now.operationId) {
    // Generated clients name their functions after it.
    const message = `operationId changed from ${old.operationId ?? 'none'} to ${now.operationId ?? 'none'}`;
    changes.push({ pointer: `${pointer}/operationId`, message });
  }
  return [
    ...changes,
    ...securityChanges(old.security ?? revision.before.security, now.security ?? revision.after.security, pointer),
    ...parameterChanges(
      revision,
      parametersOf(revision.before, oldItem, old),
      parametersOf(revision.after, newItem, now),
      pointer,
    ),
    ...bodyChanges(revision, old, now, `${pointer}/requestBody`),
    ...responseChanges(revision, old, now, `${pointer}/responses`),
  ];
}

/** By place and name; those of an operation come before those of its path. */
function parametersOf(
  document: OpenApiDocument,
  item: PathItem | undefined,
  operation: Operation,
): Map<string, Parameter> {
  const parameters = [...(item?.parameters ?? []), ...(operation.parameters ?? [])];
  return new Map(
    parameters.map((reference) => {
      const parameter = resolve<Parameter>(document.components ?? {}, reference);
      const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
      return [`${parameter.in} ${name}`, parameter];
    }),
  );
}

function parameterChanges(
  revision: Revision,
  before: Map<string, Parameter>,
  after: Map<string, Parameter>,
  operationPointer: string,
): Found[] {
  const changes: Found[] = [];
  for (const [key, old] of before) {
    const pointer = `${operationPointer}/parameters/${escape(key)}`;
    const now = after.get(key);
    if (now === undefined) {
      changes.push({ pointer, message: 'parameter removed' });
      continue;
    }
    if (now.required === true && old.required !== true) {
      changes.push({ pointer, message: 'parameter changed from optional to required' });
    }
    if (old.style !== now.style || old.explode !== now.explode) {
      changes.push({ pointer, message: 'parameter is written in another way (style, explode)' });
    }
    changes.push(...revision.compare('request', old.schema, now.schema, `${pointer}/schema`));
    changes.push(...contentChanges(revision, 'request', old.content, now.content, pointer));
  }
  for (const [key, now] of after) {
    if (now.required !== true || before.has(key)) continue;
    changes.push({ pointer: `${operationPointer}/parameters/${escape(key)}`, message: 'required parameter added' });
  }
  return changes;
}

function bodyChanges(revision: Revision, old: Operation, now: Operation, pointer: string): Found[] {
  const before = old.requestBody && resolve<RequestBody>(revision.before.components ?? {}, old.requestBody);
  const after = now.requestBody && resolve<RequestBody>(revision.after.components ?? {}, now.requestBody);
  if (before === undefined) return after?.required === true ? [{ pointer, message: 'required body added' }] : [];
  if (after === undefined) return [{ pointer, message: 'body removed' }];
  return [
    ...(after.required === true && before.required !== true
      ? [{ pointer, message: 'body changed from optional to required' }]
      : []),
    ...contentChanges(revision, 'request', before.content, after.content, pointer),
  ];
}

function responseChanges(revision: Revision, old: Operation, now: Operation, responsesPointer: string): Found[] {
  return Object.entries(old.responses ?? {}).flatMap(([status, reference]) => {
    const pointer = `${responsesPointer}/${status}`;
    const successor = now.responses?.[status];
    if (successor === undefined) return [{ pointer, message: 'response removed' }];
    const before = resolve<Response>(revision.before.components ?? {}, reference);
    const after = resolve<Response>(revision.after.components ?? {}, successor);
    return [
      ...headerChanges(revision, before, after, `${pointer}/headers`),
      ...contentChanges(revision, 'response', before.content, after.content, pointer),
    ];
  });
}

function headerChanges(revision: Revision, old: Response, now: Response, headersPointer: string): Found[] {
  const successors = new Map(Object.entries(now.headers ?? {}).map(([name, header]) => [name.toLowerCase(), header]));
  return Object.entries(old.headers ?? {}).flatMap(([name, reference]) => {
    const pointer = `${headersPointer}/${escape(name)}`;
    const successor = successors.get(name.toLowerCase());
    if (successor === undefined) return [{ pointer, message: 'header removed' }];
    const before = resolve<{ schema?: Schema }>(revision.before.components ?? {}, reference);
    const after = resolve<{ schema?: Schema }>(revision.after.components ?? {}, successor);
    return revision.compare('response', before.schema, after.schema, `${pointer}/schema`);
  });
}

function contentChanges(
  revision: Revision,
  direction: Direction,
  before: Content = {},
  after: Content = {},
  ownerPointer: string,
): Found[] {
  return Object.entries(before).flatMap(([mediaType, old]) => {
    const pointer = `${ownerPointer}/content/${escape(mediaType)}`;
    const now = after[mediaType];
    if (now === undefined) return [{ pointer, message: 'media type removed' }];
    return revision.compare(direction, old.schema, now.schema, `${pointer}/schema`);
  });
}

/** Each way in that a client may use must still open: a requirement that asks for no more than the old one did. */
function securityChanges(
  before: SecurityRequirement[] = [],
  after: SecurityRequirement[] = [],
  pointer: string,
): Found[] {
  const ways = after.length === 0 ? [{}] : after;
  const closed = (before.length === 0 ? [{}] : before).filter((old) => !ways.some((now) => asksNoMore(now, old)));
  return closed.map((old) => {
    const names = Object.keys(old).join(' and ') || 'no credentials';
    return { pointer: `${pointer}/security`, message: `${names} no longer enough` };
  });
}

function asksNoMore(now: SecurityRequirement, old: SecurityRequirement): boolean {
  return Object.entries(now).every(
    ([scheme, scopes]) => scopes.every((scope) => old[scheme]?.includes(scope)) && scheme in old,
  );
}

function securitySchemeChanges({ before, after }: Revision): Found[] {
  return Object.entries(before.components?.['securitySchemes'] ?? {}).flatMap(([name, old]) => {
    const pointer = `/components/securitySchemes/${escape(name)}`;
    const now = after.components?.['securitySchemes']?.[name];
    if (now === undefined) return [{ pointer, message: 'security scheme removed' }];
    return credentialsOf(old) === credentialsOf(now)
      ? []
      : [{ pointer, message: 'credentials are sent in another way' }];
  });
}

function credentialsOf(scheme: unknown): string {
  const { type, in: place, name, scheme: kind, openIdConnectUrl } = scheme as Record<string, unknown>;
  return JSON.stringify([type, place, name, typeof kind === 'string' ? kind.toLowerCase() : kind, openIdConnectUrl]);
}

function escape(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
