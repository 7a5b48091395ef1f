import { describe, expect, test } from 'vitest';
import { createRedaction } from '../../../../src/modules/shipping/carriers/http/redact.ts';

const SAID = {
  shipmentTrackingNumber: '1234567890',
  password: 'TopSecret99',
  authorization: 'Basic YXBpOnNlY3JldA==',
  receiverName: 'Q. Stranger',
  fullName: 'Q. "The" Stranger',
  signedBy: 'J. DOE',
  Address: { City: 'Berlin', AddressLine: ['Long Street 1', 'Back yard'] },
  Phone: { Number: '0612345678', more: [{ Extension: 4711 }] },
  documents: [{ content: 'JVBERi0x'.repeat(200) }],
  code: 'E-100',
};
const PRIVATE = /TopSecret|YXBp|Stranger|DOE|Street|yard|0612345678|4711|(JVBERi0x){3}/;
const TEXT = JSON.stringify(SAID);

const kept = (body: unknown): string => createRedaction([], []).body(body, 16_384);

describe('a text', () => {
  test.each([
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['as it is', TEXT],
    ['among others', `[${TEXT}, 1]`],
    ['within HTML', `<html><pre>5" of ${TEXT}</pre></html>`],
    ['without its end', TEXT.slice(0, -1)],
    ['with something after it', `${TEXT}garbage`],
    ['with blanks', JSON.stringify(SAID, undefined, 2).slice(0, -1)],
    ['in a text of another', JSON.stringify({ message: TEXT }).slice(0, -1)],
    ['in a text of another that is whole', JSON.stringify({ message: TEXT })],
  ])('that is JSON %s is masked by member', (_how, text) => {
    expect(kept(text)).not.toMatch(PRIVATE);
    expect(kept(text)).toMatch(/1234567890/);
    expect(kept(text)).toMatch(/Berlin/);
  });

  test('with a byte order mark is kept as one without', () => {
    expect(kept(`\uFEFF${TEXT}`)).toBe(kept(SAID));
  });

  test('is masked by member wherever it is cut off', () => {
    for (let length = 1; length < TEXT.length; length++) {
      expect(kept(TEXT.slice(0, length))).not.toMatch(PRIVATE);
    }
  });

  test.each([
    ['a form', 'grant_type=password&username=apiuser77&password=TopSecret99&x=1'],
    ['XML', '<a><ns:Password>TopSecret99</ns:Password><code>1</code><UserName>apiuser77</UserName></a>'],
  ])('that is %s is masked by member', (_what, text) => {
    expect(kept(text)).not.toMatch(/apiuser77|TopSecret99/);
    expect(kept(text)).toContain('1');
  });

  test('that is longer than what is kept says how long it was, and is cut through no character', () => {
    const text = `a${'😀'.repeat(20_000)}`;
    expect(kept(text)).toMatch(/… \(40001 characters\)$/);
    expect(kept(text).isWellFormed()).toBe(true);
    expect(kept({ text }).isWellFormed()).toBe(true);
    expect(kept(Array.from({ length: 400 }, () => text.slice(0, 101))).isWellFormed()).toBe(true);
  });
});

describe('a label', () => {
  const ZPL = `^XA^FO50,50^FDQ. Stranger^FS^FO50,90^FDLong Street 1^FS^XZ`;

  test.each([
    ['in a member', { content: ZPL }],
    ['after what a driver writes before it', { content: `CT~~CD,~CC^~CT~\r\n${ZPL}\n${ZPL}` }],
    ['as the answer', `${ZPL}\n`],
    ['in a body without its end', `{"content":"${ZPL}${ZPL}","code":"E-100`],
    ['without its end', ZPL.slice(0, -3)],
    ['as a PDF', '%PDF-1.4 (Q. Stranger) Tj (Long Street 1) Tj'],
    ['with a scheme before its base64', { content: `data:application/pdf;base64,${'JVBERi0xSt'.repeat(200)}` }],
    ['in base64, with the slashes of PHP', `<p>${'JVBERi0xSt\\/'.repeat(200)}`],
  ])('%s is named by its length', (_where, body) => {
    expect(kept(body)).not.toMatch(/Stranger|Street|JVBERi0xStJ|JVBERi0xSt\\/);
    expect(kept(body)).toMatch(/\(\d+ characters of (ZPL|PDF|base64)\)/);
  });
});
