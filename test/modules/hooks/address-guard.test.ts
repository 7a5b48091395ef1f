import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { blockReason } from '../../../src/modules/hooks/address-guard.ts';
import { checkUrl } from '../../../src/modules/hooks/check-webhook.ts';

const CLOSED = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '0.1.2.3',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '198.51.100.1',
  '203.0.113.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  // What nobody has been given, on both sides of what is public.
  '1000::1',
  '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  '4000::1',
  '8000::1',
  'e000::1',
  // What is special among what is public.
  '2001:db8::1',
  '2001:2::1',
  '2001:10::1',
  '2001:20::1',
  '3fff::1',
  '100::1',
  '5f00::1',
  'fec0::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  'fc00::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'localhost',
  '',
];

test.each(CLOSED)('%s is not dialled', (address) => {
  expect(blockReason(address, 'https:', [])).toBe('address-not-allowed');
});

const OPEN = [
  '93.184.216.34',
  '1.1.1.1',
  '223.255.255.254',
  '2606:2800:220:1:248:1893:25c8:1946',
  '2001:200::1',
  '2a00:1450:4001:81b::200e',
  '::ffff:93.184.216.34',
];

test.each(OPEN)('%s is dialled, with TLS', (address) => {
  expect(blockReason(address, 'https:', [])).toBeUndefined();
  expect(blockReason(address, 'http:', [])).toBe('https-required');
});

test('an allowed network is dialled, also without TLS, and nothing beside it', () => {
  const allowed = [ipaddr.parseCIDR('10.1.0.0/16'), ipaddr.parseCIDR('fd00::/8')];
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd12::1'])
    expect(blockReason(address, 'http:', allowed)).toBeUndefined();
  for (const address of ['10.2.0.1', 'fc00::1', '127.0.0.1'])
    expect(blockReason(address, 'https:', allowed)).toBe('address-not-allowed');
});

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://[::ffff:7f00:1]/',
  'https://[::1]/',
  'https://[4000::1]/',
  'https://[2001:db8::1]/',
  'https://①②⑦.0.0.1/',
])('%s is refused when a webhook is made', (url) => {
  expect(checkUrl(url, [])).toContain('HOOKS_ALLOWED_NETWORKS');
});
