import { expect, test, vi } from 'vitest';
import { loadedOnce, madeOnce } from '../../src/platform/made-once.ts';

test('what is made once is made by its first use, and never again', () => {
  const make = vi.fn(() => ({}));
  const made = madeOnce(make);
  expect(make).not.toHaveBeenCalled();
  expect(made()).toBe(made());
  expect(make).toHaveBeenCalledTimes(1);
});

test('what is loaded once is loaded once for all who wait', async () => {
  const load = vi.fn(async () => ({}));
  const loaded = loadedOnce(load);
  const [one, other] = await Promise.all([loaded(), loaded()]);
  expect(one).toBe(other);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a failure to load is told, and the next use tries again', async () => {
  const load = vi.fn(async () => 'there').mockRejectedValueOnce(new Error('too many open files'));
  const loaded = loadedOnce(load);
  await expect(Promise.all([loaded(), loaded()])).rejects.toThrow('too many open files');
  expect(await loaded()).toBe('there');
  expect(load).toHaveBeenCalledTimes(2);
});
