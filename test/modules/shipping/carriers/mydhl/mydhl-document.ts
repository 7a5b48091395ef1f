import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { carrierDocumentsDirectory } from '../conformance/conformances.ts';
import { at } from '../json-at.ts';

const file = `${carrierDocumentsDirectory()}/mydhl/openapi.yaml`;
export const hasMyDhlDocument = existsSync(file);

/** DHL's own document; read only where it is. */
export interface MyDhlDocument {
  /** What an operation answers with, as its example. */
  example(name: string): unknown;
  validator(schema: string): ValidateFunction;
}

export function readMyDhlDocument(): MyDhlDocument {
  const document: unknown = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
  // Decimals are meant as decimals: 2.268 is a multiple of 0.001, also where doubles divide.
  const ajv = new Ajv({ strict: false, allErrors: true, multipleOfPrecision: 6 });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'mydhl', components: at(document, 'components') });
  return {
    example: (name) => at(document, 'components', 'examples', name, 'value'),
    validator: (schema) => ajv.compile({ $ref: `mydhl#/components/schemas/supermodelIoLogisticsExpress${schema}` }),
  };
}
