import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { createSecret, isSecret, signatureHeaders } from '../../../src/modules/hooks/signing.ts';

const secretOf = (bytes: number): string => `whsec_${randomBytes(bytes).toString('base64')}`;

test.each<[string, boolean]>([
  [createSecret(), true],
  [secretOf(24), true],
  [secretOf(64), true],
  [secretOf(23), false],
  [secretOf(65), false],
  [secretOf(24).replace('whsec_', ''), false],
  [secretOf(25).replace(/=+$/, ''), false],
  [`whsec_${'*'.repeat(32)}`, false],
])('%s is a secret: %s', (text, expected) => {
  expect(isSecret(text)).toBe(expected);
});

test('signs as the standardwebhooks package does, with every secret that is live, and no other', () => {
  const now = new Date();
  const [newest, former, expired] = [createSecret(), createSecret(), createSecret()];
  const message = { id: 'msg_1', body: '{"é": "\\u0000 \\n"}' };
  const secrets = [
    { secret: newest },
    { secret: former, expiresOn: new Date(now.getTime() + 1) },
    { secret: expired, expiresOn: now },
  ];
  expect(signatureHeaders(secrets, message, now)).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': [newest, former]
      .map((each) => new Webhook(each).sign(message.id, now, message.body))
      .join(' '),
  });
});
