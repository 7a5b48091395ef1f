import { LRUCache } from 'lru-cache';
import { type CompiledContract, compileContract } from './compile-contract.ts';
import type { ContractHeader } from './contract.ts';
import type { ContractInput } from './v1/contract-schemas.ts';

/** Compiled versions of contracts. A version never changes, so what is in here is never stale. */
export interface ContractCache {
  /** The compiled versions that the headers name, by contract id. */
  load(tenantId: string, headers: readonly ContractHeader[]): Promise<ReadonlyMap<string, CompiledContract>>;
}

type Version = Pick<ContractHeader, 'id' | 'version'>;
/** What versions of contracts say. */
type FindContents = (tenantId: string, wanted: readonly Version[]) => Promise<(Version & { content: ContractInput })[]>;

/** Brackets and postal code ranges: some 100 MB at most, where a hundred contracts have 4,000 each. */
const MAX_SIZE = 400_000;

export function createContractCache(findContents: FindContents): ContractCache {
  const cache = new LRUCache<string, CompiledContract>({ maxSize: MAX_SIZE, sizeCalculation: ({ size }) => size });
  return {
    load: async (tenantId, headers) => {
      const compiled = new Map<string, CompiledContract>();
      const missing: ContractHeader[] = [];
      for (const header of headers) {
        const known = cache.get(keyOf(tenantId, header));
        if (known === undefined) missing.push(header);
        else compiled.set(header.id, known);
      }
      if (missing.length === 0) return compiled;
      for (const found of await findContents(tenantId, missing)) {
        const contract = compileContract(found.content);
        cache.set(keyOf(tenantId, found), contract);
        compiled.set(found.id, contract);
      }
      return compiled;
    },
  };
}

function keyOf(tenantId: string, { id, version }: Version): string {
  return `${tenantId}/${id}/${version}`;
}
