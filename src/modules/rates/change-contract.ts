import { newId, timeOfId } from '../../platform/ids.ts';
import type { Principal } from '../../platform/principal.ts';
import { concurrentChange, type ExpectedVersion, overtaken, requireVersion } from '../../platform/problem.ts';
import { checkContract } from './check-contract.ts';
import { type Contract, termsOf } from './contract.ts';
import { insertContract, saveContract, saveEnd } from './contract-repository.ts';
import type { RatesDeps } from './deps.ts';
import { contractEnded } from './errors.ts';
import { raiseContract } from './events.ts';
import { requireContract } from './require-contract.ts';
import type { ContractInput, SurchargesInput } from './v1/contract-schemas.ts';

type ContractDeps = Pick<RatesDeps, 'db' | 'clock'>;
type Caller = Pick<Principal, 'tenantId'>;

/** Records a contract as its version 1. @throws validation (400), contracts-overlap (409) */
export async function createContract(deps: ContractDeps, caller: Caller, content: ContractInput): Promise<Contract> {
  const warnings = checkContract(content);
  const id = newId();
  const createdOn = timeOfId(id);
  const { contract, event } = raiseContract(
    {
      tenantId: caller.tenantId,
      id,
      version: 1,
      ...termsOf(content),
      eventSequence: 0,
      createdOn,
      updatedOn: createdOn,
      content,
      warnings,
    },
    'rates.contract_created',
  );
  await insertContract(deps.db, contract, event);
  return contract;
}

/**
 * Replaces what a contract says by a new version; the versions before stay as they were.
 * @throws validation (400), not-found (404), contracts-overlap, contract-ended, concurrent-change (409), precondition-failed (412)
 */
export async function updateContract(
  deps: ContractDeps,
  caller: Caller,
  id: string,
  content: ContractInput,
  expectedVersion?: ExpectedVersion,
): Promise<Contract> {
  const warnings = checkContract(content);
  const before = await requireContract(deps, caller, id);
  return addVersion(deps, before, { content, warnings }, expectedVersion);
}

/**
 * Replaces a contract's surcharges and nothing else.
 * @throws validation (400), not-found (404), contract-ended, concurrent-change (409), precondition-failed (412)
 */
export async function setSurcharges(
  deps: ContractDeps,
  caller: Caller,
  id: string,
  { surcharges = [] }: SurchargesInput,
  expectedVersion?: ExpectedVersion,
): Promise<Contract> {
  const before = await requireContract(deps, caller, id);
  const content = { ...before.content, surcharges };
  return addVersion(deps, before, { content, warnings: checkContract(content) }, expectedVersion);
}

/** Saves a version that follows another one. Throws as `updateContract`. */
export async function addVersion(
  deps: ContractDeps,
  before: Contract,
  next: Pick<Contract, 'content' | 'warnings'>,
  expectedVersion?: ExpectedVersion,
): Promise<Contract> {
  requireVersion(before.version, expectedVersion);
  if (before.endedFrom !== undefined) throw contractEnded(before.endedFrom);
  const { validTo: _validTo, ...kept } = before;
  const { contract, event } = raiseContract(
    { ...kept, ...termsOf(next.content), ...next, version: before.version + 1, updatedOn: deps.clock() },
    'rates.contract_updated',
  );
  if (await saveContract(deps.db, before, contract, event)) return contract;
  throw overtaken('contract', expectedVersion, before.version + 1);
}

/**
 * Ends a contract: from today (UTC) on it prices nothing. What it priced for days before stays priced and can be explained.
 * Ending it again changes nothing. @throws not-found (404), concurrent-change (409)
 */
export async function endContract(deps: ContractDeps, caller: Caller, id: string): Promise<void> {
  const before = await requireContract(deps, caller, id);
  if (before.endedFrom !== undefined) return;
  const now = deps.clock();
  const { contract, event } = raiseContract(
    { ...before, endedFrom: now.toISOString().slice(0, 10), updatedOn: now },
    'rates.contract_ended',
  );
  if (!(await saveEnd(deps.db, before, contract, event))) throw concurrentChange('contract');
}
