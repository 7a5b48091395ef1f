import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useTestApp } from '../../../harness/app.ts';
import { CONTRACTS, RATES } from '../../../harness/rates.ts';
import { createTestDatabase } from '../../../harness.ts';

const world = useTestApp(createTestDatabase);

const GOLDEN = new URL('../golden/', import.meta.url);

/** What was asked of which contract, and what was answered. Each answer was checked by hand when it was written. */
interface Golden {
  contract: object;
  exchangeRates?: object;
  question: object;
  answer: object;
}

/**
 * Whole answers, byte for byte. One that changes is a price that can no longer be explained: these files are never written anew to make a
 * test pass; new ones are added.
 */
test.each(readdirSync(GOLDEN))('%s is answered as it always was, to the byte', async (name) => {
  const { contract, exchangeRates, question, answer } = JSON.parse(
    readFileSync(new URL(name, GOLDEN), 'utf8'),
  ) as Golden;
  const caller = await world.server.newCaller();
  const { body } = await caller.post(CONTRACTS, contract).expect(201);
  if (exchangeRates !== undefined) await caller.put(`${RATES}/exchange-rates`, exchangeRates).expect(200);
  const { text } = await caller.post(`${RATES}/calculate`, question);
  expect(text.replaceAll(body.id, 'CONTRACT-ID')).toBe(JSON.stringify(answer));
});

test('there are golden answers', () => {
  expect(readdirSync(GOLDEN).length).toBeGreaterThanOrEqual(5);
});
