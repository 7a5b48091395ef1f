import { BUILT_IN_GROUPS, PERMISSIONS } from '../src/modules/authorizing/permissions.ts';
import { type GeneratedFiles, writeOrCheck } from './generated-files.ts';

const DIRECTORY = 'deploy/opa';

/** The policy that decides as the program itself does: the same table, and the same rule about it. */
export function regoFiles(): GeneratedFiles {
  const groups = Object.fromEntries(
    Object.entries(BUILT_IN_GROUPS).map(([reference, { permissions }]) => [reference, permissions]),
  );
  return new Map([
    ['viya-authz.rego', `${RULES}\npermissions := ${rego(PERMISSIONS)}\n\nbuilt_in_groups := ${rego(groups)}\n`],
  ]);
}

/** JSON is Rego; `opa fmt` indents with tabs and ends lists with a comma. */
function rego(value: unknown): string {
  return JSON.stringify(value, null, '\t').replaceAll(/(["\]])\n/g, '$1,\n');
}

const RULES = `# Generated from src/modules/authorizing/permissions.ts by \`npm run openapi\`: not to be edited.
#
# With AUTHZ=opa the program asks POST /v1/data/viya/authz/allow with this input:
#   permission  what the route asks, as x-permission in its OpenAPI document
#   method, path  of the request, the path in parts
#   principal  id, kind, name, mode, permissionGroups, and grants: lists of groups, each of which must give the permission
#   tenant  id, and permissionGroups: the permissions of the tenant's own groups
package viya.authz

import rego.v1

default allow := false

# What is for everyone who has proved who he is.
allow if {
	input.permission == "authenticated"
	input.principal.id
}

# What the principal's own groups give, and everything by which he is bounded gives too.
allow if {
	input.permission in permissions
	count(input.principal.grants) > 0
	every groups in input.principal.grants {
		gives(groups, input.permission)
	}
}

gives(groups, permission) if {
	some group in groups
	permission in built_in_groups[group]
}

gives(groups, permission) if {
	some group in groups
	not built_in_groups[group]
	permission in input.tenant.permissionGroups[group]
}
`;

if (import.meta.main && !writeOrCheck(DIRECTORY, regoFiles(), process.argv.includes('--check'))) process.exitCode = 1;
