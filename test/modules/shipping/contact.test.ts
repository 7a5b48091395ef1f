import { describe, expect, test } from 'vitest';
import { checkEmail, checkPhone } from '../../../src/modules/shipping/contact.ts';
import { cpuMillisecondsOf } from '../../harness/cpu-time.ts';

describe('phone', () => {
  test.each([
    '+31201234567',
    '+4930123456',
    '+12125550123',
    '+442071838750',
    '+8613800138000',
    '+35312345678',
    '+38344123456',
  ])('%s is E.164', (phone) => {
    expect(checkPhone(phone, 'NL')).toBeUndefined();
  });

  test.each([
    ['020 123 4567', 'NL', 'write +31201234567.'],
    ['0031 20 123 4567', 'NL', 'write +31201234567.'],
    ['+31 20 123 4567', 'DE', 'write +31201234567.'],
    ['+310201234567', 'NL', 'write +31201234567.'],
    ['(030) 123456', 'DE', 'write +4930123456.'],
    ['+31201234567 ext. 5', 'NL', 'write +31201234567.'],
  ])('%j in %s says which number to write', (phone, country, remedy) => {
    expect(checkPhone(phone, country)).toContain(remedy);
  });

  test.each([
    '',
    '+',
    '12',
    '+31',
    '+3120',
    '+999123456789',
    'call me',
    '+31201234567890123',
    'tel:+31201234567',
    '\u0000',
  ])('%j is refused with an example', (phone) => {
    expect(checkPhone(phone, 'NL')).toContain('+31201234567');
  });

  test('a country without a numbering plan is no obstacle', () => {
    expect(checkPhone('+31201234567', 'AQ')).toBeUndefined();
    expect(checkPhone('020 123 4567', 'AQ')).toBeDefined();
  });

  test('hostile text takes no time', () => {
    checkPhone('+31201234567', 'NL');
    for (const phone of ['+'.repeat(100_000), '1'.repeat(32), '(('.repeat(16), '1-'.repeat(16), 'ext'.repeat(10)]) {
      expect(checkPhone(phone, 'NL')).toBeDefined();
      expect(cpuMillisecondsOf(() => checkPhone(phone, 'NL'))).toBeLessThan(100);
    }
  });
});

describe('e-mail', () => {
  test.each([
    'john@example.com',
    'a.b+c@sub.example.co.uk',
    "o'neil@example.ie",
    'x@xn--bcher-kva.example',
    '1@2.de',
    'x@1.2.nl',
    `x@${'a'.repeat(63)}.com`,
  ])('%s is an address', (email) => {
    expect(checkEmail(email)).toBeUndefined();
  });

  test.each([
    '',
    'john',
    'john@',
    '@example.com',
    'john@example',
    'john@@example.com',
    'john @example.com',
    'john@example..com',
    '.john@example.com',
    'john@-example.com',
    'jöhn@example.com',
    'john@example.com\n',
    'John <john@example.com>',
    `${'a'.repeat(65)}@example.com`,
    `john@${'a.'.repeat(130)}com`,
    `john@${'a'.repeat(64)}.com`,
    `john@example.${'a'.repeat(64)}`,
    'john@example.123',
    'john@127.0.0.1',
  ])('%j is refused', (email) => {
    expect(checkEmail(email)).toBeDefined();
  });

  test('hostile text takes no time', () => {
    for (const email of [
      'a'.repeat(254),
      'a.'.repeat(127),
      `a@${'a-'.repeat(120)}`,
      `a@${'a.'.repeat(125)}`,
      '@'.repeat(1e6),
    ]) {
      expect(checkEmail(email)).toBeDefined();
      expect(cpuMillisecondsOf(() => checkEmail(email))).toBeLessThan(100);
    }
  });
});
