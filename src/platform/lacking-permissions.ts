import { noteGranted } from './conclude.ts';
import type { Authorize, Principal, RouteAsked } from './principal.ts';
import { currentContext, type Lacking } from './request-context.ts';

/**
 * Asks of one request's caller what its route does not: the same decision as for routes, once for each permission, side by side. What the
 * route asks is granted already where anything else is asked.
 */
export function createLacking(
  authorize: Authorize,
  principal: Principal,
  { permission, method, path }: RouteAsked,
): Lacking {
  const decided = new Map<string, Promise<boolean>>([[permission, Promise.resolve(true)]]);
  const ask = async (asked: string): Promise<boolean> => authorize(principal, { permission: asked, method, path });
  const decide = (asked: string): Promise<boolean> => {
    const decision = decided.get(asked) ?? ask(asked);
    decided.set(asked, decision);
    return decision;
  };
  return async (permissions) => {
    const asked = [...new Set(permissions)];
    const decisions = await Promise.all(asked.map(decide));
    return new Set(asked.filter((_, index) => decisions[index] !== true));
  };
}

/**
 * Which of the permissions the caller of the current request does not have. What he has belongs to the answer: whoever is to be told it
 * again must have it still.
 * @throws authorization-unavailable (503)
 */
export async function lackingPermissions(permissions: Iterable<string>): Promise<ReadonlySet<string>> {
  const asked = new Set(permissions);
  if (asked.size === 0) return asked;
  const { lacking, action } = currentContext();
  if (lacking === undefined) throw new Error(`${action} is nobody's request, and so nobody's permissions can be asked`);
  const missing = await lacking(asked);
  noteGranted([...asked].filter((permission) => !missing.has(permission)));
  return missing;
}
