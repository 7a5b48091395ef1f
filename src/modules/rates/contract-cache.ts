import { LRUCache } from 'lru-cache';
import type { Database } from '../../platform/database.ts';
import { type CompiledContract, compileContract } from './compile-contract.ts';
import { findContents } from './contract-repository.ts';
import type { ContractHeader } from './price-contract.ts';

/** Compiled versions of contracts. A version never changes, so what is in here is never stale. */
export interface ContractCache {
  /** The compiled versions that the headers name, by contract id. */
  load(tenantId: string, headers: readonly ContractHeader[]): Promise<ReadonlyMap<string, CompiledContract>>;
}

/** Brackets and postal code ranges: some 60 MB at most. */
const MAX_SIZE = 200_000;

export function createContractCache(db: Database): ContractCache {
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
      for (const found of await findContents(db, tenantId, missing)) {
        const contract = compileContract(found.content);
        cache.set(keyOf(tenantId, found), contract);
        compiled.set(found.id, contract);
      }
      return compiled;
    },
  };
}

function keyOf(tenantId: string, { id, version }: Pick<ContractHeader, 'id' | 'version'>): string {
  return `${tenantId}/${id}/${version}`;
}
