import { expect, test } from 'vitest';
import { createRedaction } from '../../../src/modules/shipping/carriers/http/redact.ts';
import { personalDataOf } from '../../../src/modules/shipping/personal-data.ts';
import { EXAMPLE_SHIPMENT } from '../../harness.ts';

const { sender, receiver } = EXAMPLE_SHIPMENT.addresses;
const content = {
  addresses: {
    sender,
    receiver: {
      ...receiver,
      companyName: 'Spedition Meier',
      contactName: 'Jörg de Vogelsang',
      street: 'Berliner Str.',
      houseNumber: '45',
      addressLine2: 'Hinterhaus',
      phone: '+4930123456',
      email: 'jv@example.com',
      vatNumber: 'DE123456789',
      eoriNumber: 'DE9876543210',
    },
  },
  instructions: 'Ring at Meier, door code 4711!',
};
const redaction = createRedaction(personalDataOf(content), []);

test.each([
  'Jörg de Vogelsang',
  'de Vogelsang, Jörg',
  'VOGELSANG, JOERG DE',
  'Vogelsang Jorg de',
  'Spedition Meier',
  'Berliner Str. 45',
  'Hinterhaus',
  '030 123456',
  'jv@example.com',
  'DE123456789',
  '123456789',
  'DE9876543210',
  'Ring at Meier, door code 4711!',
  'door code 4711',
  'ring at meier',
])('a carrier that repeats "%s" is not quoted', (repeated) => {
  const kept = redaction.body({ message: `The value ${repeated} is wrong` }, 1_000);
  expect(kept).toMatch(/^\{"message":"The value .\*\*\* is wrong"\}$/);
});

test('a shipment without names of persons leaves a message as it is', () => {
  const { contactName: _person, ...nameless } = receiver;
  const { body } = createRedaction(personalDataOf({ addresses: { sender: nameless, receiver: nameless } }), []);
  expect(body({ message: 'The service is not available' }, 1_000)).toBe('{"message":"The service is not available"}');
});

test('a tax number is not quoted as a carrier was told it, without its separators', () => {
  const { body } = createRedaction(
    personalDataOf({ addresses: { sender, receiver: { ...receiver, vatNumber: '12.345.678/0001-95' } } }),
    [],
  );
  for (const repeated of ['12.345.678/0001-95', '12345678000195']) {
    expect(body({ message: `The value ${repeated} is wrong` }, 1_000)).toBe('{"message":"The value 1*** is wrong"}');
  }
});
