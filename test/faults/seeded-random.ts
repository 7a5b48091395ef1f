import { createHash } from 'node:crypto';

/** The same choices for the same seed, whatever else the program does. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** From `low`, below `high`. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  /** One of the keys, each as likely as its weight says. */
  pick<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  /** An independent sequence, for one of several that run at the same time. */
  fork(name: string): Random;
}

export function seededRandom(seed: string): Random {
  let drawn = 0;
  const next = (): number => createHash('sha256').update(`${seed}/${drawn++}`).digest().readUInt32BE() / 2 ** 32;
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    happens: (probability) => next() < probability,
    pick: <Key extends string>(weights: Readonly<Record<Key, number>>): Key => {
      const keys = Object.keys(weights) as Key[];
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      const found = keys.find((key) => (left -= weights[key]) < 0);
      if (found === undefined) throw new Error('there is nothing to pick from');
      return found;
    },
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}
