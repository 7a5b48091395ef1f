import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { ORDER_EVENT_TYPES } from '../../../src/modules/orders/index.ts';

describe.each(ORDER_EVENT_TYPES)('$type', ({ schema, example }) => {
  test('has an example that its schema allows, and a schema that asks for the deduplication key', () => {
    const ajv = new Ajv({ strict: false, formats: { 'date-time': true } });
    expect(ajv.validate(schema, example), ajv.errorsText()).toBe(true);
    const { seq: _seq, ...without } = example;
    expect(ajv.validate(schema, without)).toBe(false);
  });
});
