import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hasApiKey, keepApiKey, keptSecretKey, refuseOtherSecretKey } from '../src/installation.ts';
import { openDatabase } from '../src/platform/database.ts';
import { createTestDatabase } from './harness.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'installation-'));
});
const modeOf = async (name: string): Promise<number> => (await stat(join(directory, name))).mode & 0o777;

describe('the secret key', () => {
  test('is made once, for its owner only, whoever comes at the same moment', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => keptSecretKey(directory)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('base64'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(await modeOf('secret-key')).toBe(0o600);
    expect(await readdir(directory)).toEqual(['secret-key']);
  });

  test.each([
    ['empty', ''],
    ['cut off', 'AAECAwQFBgcICQoLDA0O'],
    ['no base64', `!!!!${Buffer.alloc(32).toString('base64')}`],
  ])('is not used when its file is %s, and the file stays', async (_, text) => {
    const file = join(directory, 'secret-key');
    await writeFile(file, text);
    await expect(keptSecretKey(directory)).rejects.toThrow(
      /^DATA_DIR: \S+secret-key does not hold 32 bytes.*Restore it/,
    );
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('is the one that the database was made with, or nothing starts', async () => {
    await using database = await createTestDatabase();
    const db = openDatabase({ ...database, onError: () => undefined });
    const check = (byte: number) =>
      refuseOtherSecretKey(db, { ...database, secretKey: Buffer.alloc(32, byte), close: async () => undefined });
    try {
      await Promise.all([check(1), check(1)]);
      await check(1);
      await expect(check(2)).rejects.toThrow(/^SECRET_KEY .* is not the key that this database was made with/);
    } finally {
      await db.close();
    }
  });
});

test('the API key is there whole, for its owner only, or it is made anew', async () => {
  expect(await hasApiKey(directory)).toBe(false);
  const file = join(directory, 'api-key');
  await writeFile(file, '', { mode: 0o644 });
  expect(await hasApiKey(directory)).toBe(false);
  await keepApiKey(directory, 'sk_live_x');
  expect(await readFile(file, 'utf8')).toBe('sk_live_x\n');
  expect(await modeOf('api-key')).toBe(0o600);
  expect(await hasApiKey(directory)).toBe(true);
  expect(await readdir(directory)).toEqual(['api-key']);
});
