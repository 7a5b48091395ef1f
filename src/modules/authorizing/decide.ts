import type { Authorize } from '../../platform/principal.ts';
import { AUTHENTICATED } from './permissions.ts';

/** The built-in decision. deploy/opa/viya-authz.rego, which is made from the same table, says the same of the same input. */
export const decide: Authorize = ({ permissions }, { permission }) =>
  permission === AUTHENTICATED || permissions.has(permission);
