import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePrice, endsOf } from '../../../src/modules/rates/choose-price.ts';
import { compileContract, type LanePrice } from '../../../src/modules/rates/compile-contract.ts';
import type { ContractInput } from '../../../src/modules/rates/v1/contract-schemas.ts';
import { zonesAt } from '../../../src/modules/rates/zone-index.ts';
import { EXAMPLE_CONTRACT } from '../../harness/rates.ts';

const ZONES = 50;
/** In two equal pairs each, one within the other, so that an address in the middle is in all of them. */
const zones = Array.from({ length: ZONES }, (_, index) => ({
  reference: `Z${index}`,
  postCodes: [{ countryCode: 'DE', from: String(10_000 + (index >> 1)), to: String(99_999 - (index >> 1)) }],
}));
const MIDDLE = { countryCode: 'DE', key: '50000' };

const end = fc.option(
  fc.integer({ min: 0, max: ZONES - 1 }).map((index) => `Z${index}`),
  { nil: undefined },
);
const prices = fc.array(
  fc.record({ origin: end, destination: end }).map(({ origin, destination }) => ({
    ...(origin === undefined ? {} : { origin }),
    ...(destination === undefined ? {} : { destination }),
    brackets: [{ amount: '1.00' }],
  })),
  { maxLength: 40 },
);

/** Pair by pair, in the order in which they are to be tried. */
function firstInOrder(content: ContractInput): object | undefined {
  const contract = compileContract(content);
  const groups = zonesAt(contract.zoneIndex, MIDDLE);
  const name = (zone: number): string | undefined => contract.zoneReferences[zone];
  for (const destinations of groups)
    for (const origins of groups)
      for (const destination of destinations)
        for (const origin of origins) {
          const found = content.serviceLevels[0]?.prices.find(
            (price) => price.origin === name(origin) && price.destination === name(destination),
          );
          if (found !== undefined) return found;
        }
  return undefined;
}

test('an address in more zones than there are prices gets the same price as one that is tried zone by zone', () => {
  fc.assert(
    fc.property(prices, (some) => {
      const content = { ...EXAMPLE_CONTRACT, zones, surcharges: [], serviceLevels: [{ reference: 'L', prices: some }] };
      const contract = compileContract(content);
      const groups = zonesAt(contract.zoneIndex, MIDDLE);
      const ends = endsOf(groups, groups);
      expect(ends.pairs).toBe((ZONES + 1) ** 2);
      const [level] = contract.serviceLevels;
      const chosen: LanePrice | undefined = level === undefined ? undefined : choosePrice(contract, level, ends);
      expect(chosen?.source).toBe(firstInOrder(content));
    }),
    { numRuns: 200 },
  );
});
