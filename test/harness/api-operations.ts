import { readdirSync, readFileSync } from 'node:fs';

/** As much of a JSON schema as the API's documents use. */
export interface Schema {
  $ref?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean | number;
  default?: unknown;
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
  example?: unknown;
}

/** One operation of one service, as its OpenAPI document describes it. */
export interface Operation {
  /** `shipping.v2 createShipment` */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{id}` where a parameter is. */
  template: string;
  parameters: Parameter[];
  /** Of the JSON body, with every `$ref` in it replaced by what it refers to. */
  body?: Schema;
  /** Whether the body may be left out. */
  isBodyOptional: boolean;
  /** Where the body is a file: of what type. */
  file?: string;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; parameters?: Parameter[]; requestBody?: RequestBody }>>;
  components?: { schemas?: Record<string, Schema> };
}

interface RequestBody {
  required?: boolean;
  content: Record<string, { schema: Schema }>;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const DOCUMENTS = new URL('../../openapi/', import.meta.url);

/** Every operation of every published document. `npm run check:drift` holds the documents to the routes. */
export function readOperations(): Operation[] {
  const files = readdirSync(DOCUMENTS).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) => {
    const service = file.replace(/\.json$/, '');
    const document = JSON.parse(readFileSync(new URL(file, DOCUMENTS), 'utf8')) as Document;
    const components = document.components?.schemas ?? {};
    return Object.entries(document.paths).flatMap(([template, item]) =>
      METHODS.flatMap((method): Operation[] => {
        const operation = item[method.toLowerCase()];
        if (operation === undefined) return [];
        const content = operation.requestBody?.content ?? {};
        const body = content['application/json']?.schema;
        const [file] = body === undefined ? Object.keys(content) : [];
        const parameters = (operation.parameters ?? []).map((one) => ({
          ...one,
          schema: inline(one.schema, components),
        }));
        const described = {
          name: `${service} ${operation.operationId}`,
          method,
          template,
          parameters,
          isBodyOptional: operation.requestBody?.required === false,
          ...(file === undefined ? {} : { file }),
        };
        return [body === undefined ? described : { ...described, body: inline(body, components) }];
      }),
    );
  });
}

/** The operation's path with its parameters' examples in place, or a UUID that names nothing. */
export function pathOf(operation: Operation, values: Record<string, string> = {}): string {
  return operation.template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    const value =
      values[name] ??
      parameter?.example ??
      (parameter?.schema.format === 'uuid' ? UNKNOWN_ID : exampleOf(parameter?.schema ?? {}));
    return encodeURIComponent(String(value));
  });
}

const UNKNOWN_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** A value that the schema allows. */
export function exampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return structuredClone(schema.example);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return EXAMPLES_BY_FORMAT[schema.format ?? ''] ?? 'x'.repeat(schema.minLength ?? 1);
  }
}

const EXAMPLES_BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: UNKNOWN_ID,
  date: '2026-01-20',
  'date-time': '2026-01-20T10:30:00Z',
  uri: 'https://example.com/',
  email: 'someone@example.com',
};

/** Where a schema is part of itself, that part is left out. */
function inline(schema: Schema, components: Record<string, Schema>, within: readonly string[] = []): Schema {
  const name = nameOf(schema);
  if (name !== undefined) return inline(components[name] ?? {}, components, [...within, name]);
  const { exclusiveMinimum, minimum, ...rest } = schema;
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([, property]) => !within.includes(nameOf(property) ?? '') && !within.includes(nameOf(property.items ?? {}) ?? ''),
  );
  return {
    ...rest,
    // OpenAPI 3.0 says `minimum: 0, exclusiveMinimum: true` where JSON schema says `exclusiveMinimum: 0`.
    ...(minimum === undefined ? {} : exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum }),
    ...(schema.items === undefined ? {} : { items: inline(schema.items, components, within) }),
    ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map((each) => inline(each, components, within)) }),
    ...(typeof schema.additionalProperties === 'object'
      ? { additionalProperties: inline(schema.additionalProperties, components, within) }
      : {}),
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            properties.map(([key, property]) => [key, inline(property, components, within)]),
          ),
        }),
  };
}

function nameOf({ $ref }: Schema): string | undefined {
  return $ref?.split('/').at(-1);
}
