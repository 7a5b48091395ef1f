import { describe, expect, test } from 'vitest';
import { createRedaction } from '../../../../src/modules/shipping/carriers/http/redact.ts';

const kept = (body: unknown, personalData: readonly string[], secrets: readonly string[] = []): string =>
  createRedaction(personalData, secrets).body(body, 16_384);

describe('the values of the account’s credentials', () => {
  const SECRETS = ['apiuser77', 'Top/Secret "99"'];
  const BASIC = Buffer.from(SECRETS.join(':')).toString('base64');

  test.each([
    ['as they are', 'User apiuser77 with Top/Secret "99" is unknown', /apiuser77|Secret/],
    ['in capitals', 'User APIUSER77 is unknown', /apiuser77/i],
    ['as of HTTP Basic', `Not linked (Basic ${BASIC})`, new RegExp(BASIC.slice(0, 12))],
    ['as of HTTP Basic, without padding', `Basic ${BASIC.replace(/=+$/, '')}`, new RegExp(BASIC.slice(0, 12))],
    ['as in a form', 'password=Top%2FSecret%20%2299%22&username=apiuser77', /Secret|apiuser/],
    ['as in a JSON text', JSON.stringify({ said: 'Top/Secret "99"' }), /Secret/],
  ])('are kept nowhere, %s', (_how, text, secret) => {
    for (const body of [text, `<p>${text}</p>`, { message: text }, { code: text }, [text]]) {
      expect(kept(body, [], SECRETS)).not.toMatch(secret);
    }
  });

  test('are masked in a URL', () => {
    const url = createRedaction([], SECRETS).url('https://carrier.example/apiuser77/x?account=apiuser77');
    expect(url).not.toContain('apiuser77');
  });

  test('that are short are masked as words of their own, and within no other', () => {
    expect(kept({ grant_type: 'client_credentials', message: 'the client is unknown' }, [], ['client'])).toBe(
      JSON.stringify({ grant_type: 'client_credentials', message: 'the *** is unknown' }),
    );
  });
});

describe('a telephone number', () => {
  test.each([
    ['+4930123456', '030123456'],
    ['+4930123456', '030 123456'],
    ['+4930123456', '(030) 12 34-56'],
    ['+4930123456', '+49 30 123456'],
    ['+4930123456', '+49 (0)30/123456'],
    ['+4930123456', '004930123456'],
    ['+12125551234', '(212) 555-1234'],
    ['+352123456', '12 34 56'],
    ['030 123456', '+4930123456'],
  ])('told as %s is masked where it is written %s', (told, written) => {
    const message = kept({ message: `phone ${written}, 10115 Berlin` }, [told]);
    expect(message).not.toMatch(/12\D{0,3}34\D{0,3}56|555\D?1234/);
    expect(message).toContain('10115 Berlin');
  });

  test.each(['00340434161094042557', '2026-01-20', '9930123456', '4930123457', '493012345600'])(
    'leaves the number %s as it is',
    (number) => {
      expect(kept({ message: number }, ['+4930123456'])).toBe(JSON.stringify({ message: number }));
    },
  );
});

describe('what an adapter has cut', () => {
  const NAME = 'Vogelsang & Söhne Internationale Spedition und Lagerhaus GmbH';

  test.each([15, 30, 35, 45, 50, 60])('is masked where a field has %i characters', (length) => {
    const message = kept({ message: `Name "${NAME.slice(0, length).trim()}" is not valid` }, [NAME]);
    expect(message).not.toMatch(/ogelsang|Söhne/);
    expect(message).toContain('is not valid');
  });

  test('is masked also in the letters and capitals in which it was sent', () => {
    expect(kept({ message: 'VOGELSANG & SOEHNE INTERNATIONALE SPE' }, [NAME])).toBe('{"message":"V***"}');
  });

  test('is not what only begins like it', () => {
    const said = { message: 'Vogelsang & Co' };
    expect(kept(said, [NAME])).toBe(JSON.stringify(said));
  });
});

describe('members that hold codes and prices', () => {
  test.each([
    ['a company called like a code', { typeCode: 'label', message: 'the label' }, ['label'], 'the l***'],
    ['a street of six digits', { postalCode: '411001', message: 'in 411001' }, ['411001'], 'in 4***'],
    ['a company called like a service', { productName: 'EXPRESS WORLDWIDE' }, ['Express Worldwide'], undefined],
  ])('are kept beside %s', (_what, body, known, message) => {
    expect(kept(body, known)).toBe(JSON.stringify(message === undefined ? body : { ...body, message }));
  });

  test('a name in a longer text of such a member is masked', () => {
    expect(kept({ statusCode: 'Dear Vogelsang Ltd, hello' }, ['Vogelsang Ltd'])).not.toContain('ogelsang');
  });

  test('taxes are told, tax numbers are not', () => {
    const prices = {
      TotalChargesWithTaxes: { CurrencyCode: 'EUR', MonetaryValue: '20.00' },
      TaxCharges: [{ Type: 'VAT', MonetaryValue: '3.19' }],
      taxAmount: 3.19,
    };
    expect(kept(prices, [])).toBe(JSON.stringify(prices));
    for (const member of [
      'TaxIdentificationNumber',
      'IdentificationNumber',
      'taxId',
      'vatNumber',
      'vat_no',
      'eoriNumber',
      'receiverTaxNumber',
    ]) {
      expect(kept({ [member]: 'DE123456789' }, [])).not.toContain('123456789');
      expect(kept({ [member]: ['DE123456789', 123456789] }, [])).not.toContain('123456789');
    }
  });

  test('beside a tax number stand its kind and who asks for it, also where the body is cut off', () => {
    const number = { IdentificationNumber: 'DE123456789', IDNumberTypeCode: '1002', IDNumberRequestingCntryCd: 'DE' };
    const told = {
      GlobalTaxInformation: { AgentTaxIdentificationNumber: [{ AgentRole: '20', TaxIdentificationNumber: [number] }] },
    };
    const body = JSON.stringify(told);
    expect(kept(told, [])).toBe(body.replace('DE123456789', 'D***'));
    for (let length = 1; length < body.length; length++) {
      expect(createRedaction([], []).body(body.slice(0, length), 1_000)).not.toContain('23456789');
    }
  });

  test('who has accepted a parcel is masked where a carrier tells it with the delivery', () => {
    expect(kept({ typeCode: 'OK', description: 'Delivered : ALBY H' }, [])).not.toContain('ALBY');
    const untouched = { description: 'Delivered', other: 'Shipment is taken out for delivery' };
    expect(kept(untouched, [])).toBe(JSON.stringify(untouched));
  });
});

test('what is known of hundreds of people is masked, each as if alone', () => {
  const people = Array.from({ length: 200 }, (_, index) => [
    `${index} Vogelsang & Söhne Internationale Spedition ${'und Lagerhaus '.repeat(4)}`,
    `jorg.vogelsang.${index}@${'sub.'.repeat(50)}example`,
    `+49301234${1_000 + index}`,
  ]).flat();
  const redaction = createRedaction(people, []);
  for (const known of people)
    expect(redaction.body({ message: `of ${known.trim()}` }, 1_000)).toBe(`{"message":"of ${known[0]}***"}`);
});
