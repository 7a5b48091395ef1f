import type { Principal } from '../../platform/principal.ts';
import { notFound } from '../../platform/problem.ts';
import type { Contract } from './contract.ts';
import { findContract } from './contract-repository.ts';
import type { RatesDeps } from './deps.ts';

/** The newest version. @throws not-found (404) */
export async function requireContract(
  { db }: Pick<RatesDeps, 'db'>,
  { tenantId }: Pick<Principal, 'tenantId'>,
  id: string,
): Promise<Contract> {
  const contract = await findContract(db, tenantId, id);
  if (contract === undefined) throw notFound('contract', id);
  return contract;
}
