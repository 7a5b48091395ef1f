/** Every permission that a route can ask for. */
export const PERMISSIONS = [
  'shipping.shipments:read',
  'shipping.shipments:write',
  'shipping.shipments:order',
  'shipping.tracking-events:write',
  'shipping.consignments:read',
  'shipping.carrier-profiles:read',
  'shipping.carrier-profiles:write',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The groups that every tenant has. */
export const BUILT_IN_GROUPS: Readonly<Record<string, readonly Permission[]>> = {
  admin: PERMISSIONS,
  operator: PERMISSIONS.filter((permission) => permission !== 'shipping.carrier-profiles:write'),
  integrator: PERMISSIONS.filter((permission) => permission !== 'shipping.carrier-profiles:write'),
  viewer: PERMISSIONS.filter((permission) => permission.endsWith(':read')),
};

export function permissionsOf(groups: readonly string[]): ReadonlySet<string> {
  return new Set(groups.flatMap((group) => BUILT_IN_GROUPS[group] ?? []));
}
