import { Type } from '@sinclair/typebox';
import { Moment } from '../../../platform/schema.ts';
import { PermissionName } from './schemas.ts';

/** What problems of this service tell beside what every problem tells. */
export const PROBLEM_MEMBERS = {
  permissionGroup: Type.String({ description: 'Of `unknown-permission-group`: the reference that was sent.' }),
  availablePermissionGroups: Type.Array(Type.String(), {
    description: 'Of `unknown-permission-group`: the references that there are.',
  }),
  excess: Type.Array(PermissionName, {
    description: 'Of `exceeds-own-permissions`: what the caller does not have.',
  }),
  latestExpiresOn: Moment('Of `token-outlives-maker`: when the token that makes this one expires.'),
};
