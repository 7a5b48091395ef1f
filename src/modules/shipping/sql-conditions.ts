import { createHash } from 'node:crypto';

/** A `where` clause in the making, with its parameters. Only what is asked for goes in, so that the planner sees it and its index. */
export interface Conditions {
  values: unknown[];
  /** Each `?` stands for the value. */
  add(condition: string, value: unknown): void;
  /** The placeholder of one more value. */
  parameter(value: unknown): string;
  text(): string;
  /** A name for the prepared statement; the same text has the same name. */
  nameOf(prefix: string, text: string): string;
}

export function createConditions(): Conditions {
  const values: unknown[] = [];
  const parts: string[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  return {
    values,
    parameter,
    add: (condition, value) => void parts.push(condition.replaceAll('?', parameter(value))),
    text: () => parts.join(' and '),
    nameOf: (prefix, text) => `${prefix}-${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`,
  };
}
