import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { eventTypes } from '../../../src/modules/orders/event-types.ts';
import { dataSchemaOf } from '../../../src/platform/events.ts';

describe.each([...eventTypes()])('$type', (eventType) => {
  test('has an example that its schema allows, and a schema that asks for the deduplication key', () => {
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } });
    const schema = dataSchemaOf(eventType);
    expect(ajv.validate(schema, eventType.example), ajv.errorsText()).toBe(true);
    const { seq: _seq, ...without } = eventType.example as { seq: string };
    expect(ajv.validate(schema, without)).toBe(false);
  });
});
