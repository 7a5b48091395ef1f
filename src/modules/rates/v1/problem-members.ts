import { Type } from '@sinclair/typebox';
import { problemErrors } from '../../../platform/problem.ts';
import { Uuid } from '../../../platform/schema.ts';

/** What problems of this service tell beside what every problem tells. */
export const PROBLEM_MEMBERS = {
  errors: problemErrors({
    row: Type.Optional(Type.Integer({ minimum: 1, description: 'Of a file: the row.' })),
    column: Type.Optional(Type.Integer({ minimum: 1, description: 'Of a file: the column.' })),
  }),
  contractId: { ...Uuid, description: 'Of `contracts-overlap`: the contract that holds already.' },
  endedFrom: Type.String({
    format: 'date',
    description: 'Of `contract-ended`: the first day on which it does not hold.',
  }),
};
