import type { EventType } from '../../platform/events.ts';
import { lackingPermissions } from '../../platform/lacking-permissions.ts';
import type { HooksDeps } from './deps.ts';
import { eventsNotReadable } from './errors.ts';

/** An event tells what its resource is: the caller who has it sent somewhere must be allowed to read that. @throws events-not-readable (403) */
export async function checkReadable(types: readonly EventType[]): Promise<void> {
  const lacking = await lackingPermissions(types.map(({ permission }) => permission));
  const missing = types.filter(({ permission }) => lacking.has(permission));
  if (missing.length > 0)
    throw eventsNotReadable(missing.map(({ type, permission }) => ({ eventType: type, permission })));
}

/** Whether the caller may read what events of a type tell. */
export async function mayRead({ eventTypes }: Pick<HooksDeps, 'eventTypes'>, type: string): Promise<boolean> {
  const permission = eventTypes.get(type)?.permission;
  return permission !== undefined && (await lackingPermissions([permission])).size === 0;
}
