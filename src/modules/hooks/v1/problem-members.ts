import { Type } from '@sinclair/typebox';
import { Moment } from '../../../platform/schema.ts';

/** What problems of this service tell beside what every problem tells. */
export const PROBLEM_MEMBERS = {
  maximum: Type.Integer({ description: 'How many there may be.' }),
  freeOn: Moment('Of `too-many-secrets`: when the oldest ends.'),
  missing: Type.Array(
    Type.Object({
      eventType: Type.String({ description: 'What the caller may not read.' }),
      permission: Type.Optional(
        Type.String({ description: 'What he needs for it. Absent: the type is no longer known, and nobody may.' }),
      ),
    }),
    { description: 'Of `events-not-readable`.' },
  ),
};
