import { LRUCache } from 'lru-cache';
import type { Clock } from '../../platform/clock.ts';

/** How long what was read is believed, and so how soon a change by another replica is felt here, whatever messages are lost. */
const BELIEVED_MS = 4_000;
const MAX_REMEMBERED = 10_000;

/** What was read from the database a moment ago, so that most requests ask nobody. */
export interface Belief<Value extends object> {
  get(key: string): Value | undefined;
  /** To be called before reading; what it returns remembers what was read, unless something changed here in between. */
  reading(): (key: string, value: Value) => void;
  /** Something changed here: everything is read anew. */
  forget(): void;
}

export function createBelief<Value extends object>(clock: Clock): Belief<Value> {
  const remembered = new LRUCache<string, { value: Value; readOn: number }>({ max: MAX_REMEMBERED });
  let generation = 0;
  return {
    get(key) {
      const known = remembered.get(key);
      // A clock that was set back must not make a belief last.
      return known !== undefined && Math.abs(clock().getTime() - known.readOn) < BELIEVED_MS ? known.value : undefined;
    },
    reading() {
      const begun = generation;
      const readOn = clock().getTime();
      return (key, value) => {
        if (generation === begun) remembered.set(key, { value, readOn });
      };
    },
    forget() {
      generation++;
      remembered.clear();
    },
  };
}
