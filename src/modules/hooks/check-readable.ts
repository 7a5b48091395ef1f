import { lackingPermissions } from '../../platform/lacking-permissions.ts';
import type { HooksDeps } from './deps.ts';
import { eventsNotReadable } from './errors.ts';

type ReadDeps = Pick<HooksDeps, 'eventTypes'>;

/**
 * An event tells what its resource is: the caller who has it sent somewhere must be allowed to read that. Of a type that an earlier release
 * knew nobody can say who may: nobody does.
 * @throws events-not-readable (403)
 */
export async function checkReadable({ eventTypes }: ReadDeps, types: Iterable<string>): Promise<void> {
  const wanted = [...types].map((eventType) => ({ eventType, permission: eventTypes.get(eventType)?.permission }));
  const lacking = await lackingPermissions(wanted.flatMap(({ permission }) => permission ?? []));
  const missing = wanted.filter(({ permission }) => permission === undefined || lacking.has(permission));
  if (missing.length === 0) return;
  throw eventsNotReadable(
    missing.map(({ eventType, permission }) => (permission === undefined ? { eventType } : { eventType, permission })),
  );
}

/** Whether the caller may read what events of a type tell. */
export async function mayRead({ eventTypes }: ReadDeps, type: string): Promise<boolean> {
  const permission = eventTypes.get(type)?.permission;
  return permission !== undefined && (await lackingPermissions([permission])).size === 0;
}
