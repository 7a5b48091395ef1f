import { parse } from 'content-disposition';
import { expect, test } from 'vitest';
import { inlineFile } from '../../src/platform/inline-file.ts';

test.each([
  ['ORD-2026-00123.pdf', 'inline; filename=ORD-2026-00123.pdf'],
  ['ORD 4.zpl', 'inline; filename="ORD 4.zpl"'],
  ['Łódź.png', `inline; filename="??d?.png"; filename*=UTF-8''%C5%81%C3%B3d%C5%BA.png`],
  ['../../etc/passwd.pdf', 'inline; filename=-..-etc-passwd.pdf'],
  ['a"b\\c.pdf', 'inline; filename=a-b-c.pdf'],
])('%j is named %s', (name, header) => {
  expect(inlineFile(name)).toBe(header);
});

test.each([
  'con.pdf',
  '...',
  'a\u202efdp.exe',
  `${'x'.repeat(300)}.pdf`,
  'a\r\nset-cookie: b.pdf',
  '100%20.pdf',
  '注文.pdf',
])('%j is a header of one line, and a name that every file system takes', (name) => {
  const header = inlineFile(name);
  expect(header).toMatch(/^[\x20-\x7e]+$/);
  const { type, parameters } = parse(header);
  expect(type).toBe('inline');
  expect(parameters['filename']).toMatch(/^(?!con\.)[^<>:"/\\|?*\p{Cc}\p{Cf}]{1,100}$/iu);
});
