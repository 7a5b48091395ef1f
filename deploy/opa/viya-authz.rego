# Generated from src/modules/authorizing/permissions.ts by `npm run openapi`: not to be edited.
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

permissions := [
	"authorizing.audit-events:read",
	"authorizing.permission-groups:read",
	"authorizing.permission-groups:write",
	"authorizing.tokens:read",
	"authorizing.tokens:write",
	"authorizing.users:read",
	"authorizing.users:write",
	"hooks.webhooks:read",
	"hooks.webhooks:write",
	"oms.internal",
	"oms.orders:read",
	"oms.orders:write",
	"oms.orders:pay",
	"oms.orders:refund",
	"rates.contracts:read",
	"rates.contracts:write",
	"rates.exchange-rates:read",
	"rates.exchange-rates:write",
	"rates.rates:calculate",
	"shipping.shipments:read",
	"shipping.shipments:write",
	"shipping.shipments:order",
	"shipping.tracking-events:write",
	"shipping.consignments:read",
	"shipping.carrier-profiles:read",
	"shipping.carrier-profiles:write",
]

built_in_groups := {
	"admin": [
		"authorizing.audit-events:read",
		"authorizing.permission-groups:read",
		"authorizing.permission-groups:write",
		"authorizing.tokens:read",
		"authorizing.tokens:write",
		"authorizing.users:read",
		"authorizing.users:write",
		"hooks.webhooks:read",
		"hooks.webhooks:write",
		"oms.internal",
		"oms.orders:read",
		"oms.orders:write",
		"oms.orders:pay",
		"oms.orders:refund",
		"rates.contracts:read",
		"rates.contracts:write",
		"rates.exchange-rates:read",
		"rates.exchange-rates:write",
		"rates.rates:calculate",
		"shipping.shipments:read",
		"shipping.shipments:write",
		"shipping.shipments:order",
		"shipping.tracking-events:write",
		"shipping.consignments:read",
		"shipping.carrier-profiles:read",
		"shipping.carrier-profiles:write",
	],
	"operator": [
		"authorizing.audit-events:read",
		"authorizing.permission-groups:read",
		"authorizing.tokens:read",
		"authorizing.users:read",
		"hooks.webhooks:read",
		"oms.orders:read",
		"oms.orders:write",
		"oms.orders:pay",
		"oms.orders:refund",
		"shipping.shipments:read",
		"shipping.shipments:write",
		"shipping.shipments:order",
		"shipping.tracking-events:write",
		"shipping.consignments:read",
		"shipping.carrier-profiles:read",
		"rates.contracts:read",
		"rates.exchange-rates:read",
		"rates.rates:calculate",
	],
	"integrator": [
		"hooks.webhooks:read",
		"hooks.webhooks:write",
		"oms.orders:read",
		"oms.orders:write",
		"oms.orders:pay",
		"oms.orders:refund",
		"shipping.shipments:read",
		"shipping.shipments:write",
		"shipping.shipments:order",
		"shipping.tracking-events:write",
		"shipping.consignments:read",
		"shipping.carrier-profiles:read",
		"rates.contracts:read",
		"rates.exchange-rates:read",
		"rates.rates:calculate",
	],
	"viewer": [
		"authorizing.permission-groups:read",
		"authorizing.users:read",
		"oms.orders:read",
		"shipping.shipments:read",
		"shipping.consignments:read",
		"shipping.carrier-profiles:read",
		"rates.contracts:read",
		"rates.exchange-rates:read",
		"rates.rates:calculate",
	],
}
