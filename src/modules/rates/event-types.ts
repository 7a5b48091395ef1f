import type { EventType } from '../../platform/events.ts';
import { type ContractEventType, subjectOf } from './events.ts';
import { changedSummaryExample, contractSummaryExample, endedSummaryExample } from './v1/examples.ts';
import { ContractSummary, namedSchemas } from './v1/schemas.ts';

/** What each tells, and a contract as it is after it. */
const CONTRACT_EVENTS = {
  'rates.contract_created': ['A contract was made or imported.', contractSummaryExample],
  'rates.contract_updated': ['A contract has a new version; those before stay readable.', changedSummaryExample],
  'rates.contract_ended': ['A contract prices nothing any more from `endedFrom` on.', endedSummaryExample],
} as const satisfies Record<ContractEventType, readonly [string, object]>;

/** Every event of this module. Its data is the contract without its prices. */
export const eventTypes: readonly EventType[] = Object.entries(CONTRACT_EVENTS).map(
  ([type, [description, example]]) => ({
    type,
    description,
    permission: 'rates.contracts:read',
    data: ContractSummary,
    definitions: namedSchemas,
    example,
    exampleSubject: subjectOf(example.id),
  }),
);
