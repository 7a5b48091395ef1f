import type { EventType } from '../../platform/events.ts';
import type { Principal } from '../../platform/principal.ts';
import type { HooksDeps } from './deps.ts';
import { eventsNotReadable } from './errors.ts';

type Reader = Pick<Principal, 'permissions'>;

/** An event tells what its resource is: whoever has it sent somewhere must be allowed to read that. @throws events-not-readable (403) */
export function checkReadable({ permissions }: Reader, types: Iterable<EventType>): void {
  const missing = [...types].filter(({ permission }) => !permissions.has(permission));
  if (missing.length > 0)
    throw eventsNotReadable(missing.map(({ type, permission }) => ({ eventType: type, permission })));
}

/** Whether somebody may read what events of a type tell. */
export function mayRead({ eventTypes }: Pick<HooksDeps, 'eventTypes'>, { permissions }: Reader, type: string): boolean {
  const permission = eventTypes.get(type)?.permission;
  return permission !== undefined && permissions.has(permission);
}
