/** Every permission that a route can ask for, but for `authenticated`, which every caller has. */
export const PERMISSIONS = [
  'authorizing.audit-events:read',
  'authorizing.permission-groups:read',
  'authorizing.permission-groups:write',
  'authorizing.tokens:read',
  'authorizing.tokens:write',
  'authorizing.users:read',
  'authorizing.users:write',
  'hooks.webhooks:read',
  'hooks.webhooks:write',
  'oms.internal',
  'oms.orders:read',
  'oms.orders:write',
  'oms.orders:pay',
  'oms.orders:refund',
  'rates.contracts:read',
  'rates.contracts:write',
  'rates.exchange-rates:read',
  'rates.exchange-rates:write',
  'rates.rates:calculate',
  'shipping.shipments:read',
  'shipping.shipments:write',
  'shipping.shipments:order',
  'shipping.tracking-events:write',
  'shipping.consignments:read',
  'shipping.carrier-profiles:read',
  'shipping.carrier-profiles:write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
const KNOWN: ReadonlySet<string> = new Set(PERMISSIONS);

export const isPermission = (name: string): name is Permission => KNOWN.has(name);

/** What a route asks that is for everyone who has proved who he is. */
export const AUTHENTICATED = 'authenticated';

/** Whoever holds it can give every permission back to whoever lost it. */
export const ADMIN_GROUP = 'admin';

const ORDERS = PERMISSIONS.filter((one) => one.startsWith('oms.orders:'));
const SHIPPING = PERMISSIONS.filter((one) => one.startsWith('shipping.') && one !== 'shipping.carrier-profiles:write');

/** Contracts and exchange rates are changed by whoever answers for what things cost: the administrator, or a group of the tenant's own. */
const RATES: readonly Permission[] = ['rates.contracts:read', 'rates.exchange-rates:read', 'rates.rates:calculate'];

/** The groups that every tenant has. */
export const BUILT_IN_GROUPS: Readonly<Record<string, { name: string; permissions: readonly Permission[] }>> = {
  [ADMIN_GROUP]: { name: 'Administrator: everything', permissions: PERMISSIONS },
  operator: {
    name: 'Operator: ships, orders, and sees who does what',
    permissions: [
      'authorizing.audit-events:read',
      'authorizing.permission-groups:read',
      'authorizing.tokens:read',
      'authorizing.users:read',
      'hooks.webhooks:read',
      ...ORDERS,
      ...SHIPPING,
      ...RATES,
    ],
  },
  integrator: {
    name: 'Integrator: a machine that ships and orders, and is told of it',
    permissions: ['hooks.webhooks:read', 'hooks.webhooks:write', ...ORDERS, ...SHIPPING, ...RATES],
  },
  viewer: {
    name: 'Viewer: sees shipments, orders and colleagues',
    permissions: [
      'authorizing.permission-groups:read',
      'authorizing.users:read',
      ...[...ORDERS, ...SHIPPING].filter((one) => one.endsWith(':read')),
      ...RATES,
    ],
  },
};

/** A tenant's own groups: their permissions by their references. */
export type TenantGroups = Readonly<Record<string, readonly string[]>>;

export function isGroup(reference: string, tenantGroups: TenantGroups): boolean {
  return Object.hasOwn(BUILT_IN_GROUPS, reference) || Object.hasOwn(tenantGroups, reference);
}

/** What the groups give together. A group that is no longer there gives nothing. */
export function permissionsOf(groups: readonly string[], tenantGroups: TenantGroups): Set<string> {
  return new Set(groups.flatMap((group) => permissionsOfGroup(group, tenantGroups)));
}

/** What every one of the lists of groups gives: a holder's own, and those by which he is bounded. */
export function permissionsOfAll(grants: readonly (readonly string[])[], tenantGroups: TenantGroups): Set<string> {
  const [first = new Set<string>(), ...bounds] = grants.map((groups) => permissionsOf(groups, tenantGroups));
  return new Set([...first].filter((permission) => bounds.every((bound) => bound.has(permission))));
}

function permissionsOfGroup(group: string, tenantGroups: TenantGroups): readonly string[] {
  if (Object.hasOwn(BUILT_IN_GROUPS, group)) return BUILT_IN_GROUPS[group]?.permissions ?? [];
  // What a release no longer knows stays in the group, and gives nothing.
  return Object.hasOwn(tenantGroups, group) ? (tenantGroups[group] ?? []).filter(isPermission) : [];
}
