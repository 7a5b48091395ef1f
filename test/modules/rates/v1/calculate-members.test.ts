import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

const schemasOf = (document: string): Record<string, Schema> =>
  JSON.parse(readFileSync(`openapi/${document}.json`, 'utf8')).components.schemas;
const SHIPPING = schemasOf('shipping.v2');
const RATES = schemasOf('rates.v1');

/** Every member that a schema describes, as `addresses.sender.city`. */
function membersOf(schemas: Record<string, Schema>, schema: Schema = {}, path: readonly string[] = []): string[] {
  const { properties = {}, items, anyOf = [], $ref } = schema;
  if ($ref !== undefined) return membersOf(schemas, schemas[$ref.split('/').at(-1) ?? ''], path);
  return [
    ...Object.entries(properties).flatMap(([name, member]) => [
      [...path, name].join('.'),
      ...membersOf(schemas, member, [...path, name]),
    ]),
    ...[...(items === undefined ? [] : [items]), ...anyOf].flatMap((part) => membersOf(schemas, part, path)),
  ];
}

test('a price is asked with the body of a shipment: whatever that may have, the question may have too', () => {
  const ofShipments = membersOf(SHIPPING, SHIPPING['CreateShipmentRequest']);
  expect(ofShipments).toContain('handlingUnits.goodsItems.value.currency');
  const ofQuestions = new Set(membersOf(RATES, RATES['CalculateRequest']));
  expect(ofShipments.filter((member) => !ofQuestions.has(member))).toEqual([]);
});
