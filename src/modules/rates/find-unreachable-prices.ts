import type { FieldError } from '../../platform/field-error.ts';
import { choosePrice, effortOfChoosing, endsOf } from './choose-price.ts';
import { type CompiledContract, type CompiledServiceLevel, compileContract } from './compile-contract.ts';
import type { ContractInput, Price } from './v1/contract-schemas.ts';
import { type Addresses, addressesOf } from './zone-addresses.ts';
import type { Effort } from './zone-index.ts';

/** Ranges that are looked at, and pairs of zones that are tried. A price that is not come to, or not to an end with, counts as reached. */
const MAX_EFFORT = 500_000;

/**
 * Prices that no address ever gets, because another price beats them everywhere. Every zone is tried where the fewest others are: without
 * a postal code, at the first code of each of its ranges, and behind the last code of every range within them.
 */
export function* findUnreachablePrices(content: ContractInput): Generator<FieldError, void> {
  const contract = compileContract(content);
  const effort: Effort = { left: MAX_EFFORT };
  const addresses = addressesOf(contract, content, effort);
  for (const [levelIndex, level] of contract.serviceLevels.entries()) {
    for (const [index, price] of (content.serviceLevels[levelIndex]?.prices ?? []).entries()) {
      const isReached = findAddress(contract, level, price, addresses, effort);
      if (effort.left <= 0) return;
      if (isReached) continue;
      const lane = `${price.origin ?? 'everywhere'} to ${price.destination ?? 'everywhere'}`;
      yield {
        path: ['serviceLevels', levelIndex, 'prices', index],
        message: `The price from ${lane} can never be reached: other prices of ${level.reference} beat it at every address.`,
      };
    }
  }
}

/** Whether there is a pair of addresses for which this price is chosen. */
function findAddress(
  contract: CompiledContract,
  level: CompiledServiceLevel,
  price: Price,
  addresses: Addresses,
  effort: Effort,
): boolean {
  for (const destinations of addresses(price.destination)) {
    for (const origins of addresses(price.origin)) {
      const ends = endsOf(origins, destinations);
      effort.left -= effortOfChoosing(level, ends);
      if (effort.left <= 0) return false;
      if (choosePrice(contract, level, ends)?.source === price) return true;
    }
  }
  return false;
}
