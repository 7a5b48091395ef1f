import type { Principal } from '../../platform/principal.ts';
import type { HooksDeps } from './deps.ts';
import { eventsNotReadable } from './errors.ts';

type ReadDeps = Pick<HooksDeps, 'eventTypes'>;
type Reader = Pick<Principal, 'permissions'>;

/** An event tells what its resource is: whoever has it sent somewhere must be allowed to read that. @throws events-not-readable (403) */
export function checkReadable(deps: ReadDeps, reader: Reader, types: Iterable<string>): void {
  const missing = [...types].filter((type) => !mayRead(deps, reader, type));
  if (missing.length === 0) return;
  throw eventsNotReadable(
    missing.map((eventType) => {
      const permission = deps.eventTypes.get(eventType)?.permission;
      return permission === undefined ? { eventType } : { eventType, permission };
    }),
  );
}

/** Whether somebody may read what events of a type tell. Of one that an earlier release knew nobody can say who may: nobody does. */
export function mayRead({ eventTypes }: ReadDeps, { permissions }: Reader, type: string): boolean {
  const permission = eventTypes.get(type)?.permission;
  return permission !== undefined && permissions.has(permission);
}
