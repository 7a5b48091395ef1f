/** One broken rule. `path` is the place in the body, e.g. ['addresses', 'receiver', 'postCode'] or ['handlingUnits', 0, 'weight', 'value']. */
export interface FieldError {
  path: readonly (string | number)[];
  /** The rule and the remedy, for a customer to read. */
  message: string;
}
