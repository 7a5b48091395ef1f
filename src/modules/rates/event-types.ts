import type { EventType } from '../../platform/events.ts';
import { type ContractEventType, subjectOf } from './events.ts';
import { contractSummaryExample } from './v1/examples.ts';
import { ContractSummary, namedSchemas } from './v1/schemas.ts';

const CONTRACT_EVENTS = {
  'rates.contract_created': 'A contract was made or imported.',
  'rates.contract_updated': 'A contract has a new version; those before stay readable.',
  'rates.contract_ended': 'A contract prices nothing any more from its last day on.',
} as const satisfies Record<ContractEventType, string>;

/** Every event of this module. Its data is the contract without its prices. */
export const eventTypes: readonly EventType[] = Object.entries(CONTRACT_EVENTS).map(([type, description]) => ({
  type,
  description,
  permission: 'rates.contracts:read',
  data: ContractSummary,
  definitions: namedSchemas,
  example: contractSummaryExample,
  exampleSubject: subjectOf(contractSummaryExample.id),
}));
