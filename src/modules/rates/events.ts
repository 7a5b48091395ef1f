import type { DomainEvent } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import type { ContractRecord } from './contract.ts';
import { presentSummary } from './v1/present.ts';

export type ContractEventType = 'rates.contract_created' | 'rates.contract_updated' | 'rates.contract_ended';

/**
 * The event of a contract's change, numbered on from its newest. It holds the contract without its prices: what version n said is read
 * at its own address, for ever.
 */
export function raiseContract<Changed extends ContractRecord>(
  contract: Changed,
  type: ContractEventType,
): { contract: Changed; event: DomainEvent } {
  const raised = { ...contract, eventSequence: contract.eventSequence + 1 };
  return {
    contract: raised,
    event: {
      id: newId(),
      type,
      subject: subjectOf(contract.id),
      sequence: raised.eventSequence,
      time: contract.updatedOn,
      data: presentSummary(raised),
    },
  };
}

export function subjectOf(contractId: string): string {
  return `contract/${contractId}`;
}
