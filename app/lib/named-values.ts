/** Values by names that people choose, among which `constructor` and `__proto__` are names like any other. */
export type NamedValues<Value = string> = Record<string, Value>;

/** A record that takes any name. It has no prototype, so nothing is there but what was put in. */
export const namedValues = <Value = string>(from: NamedValues<Value> = {}): NamedValues<Value> =>
  Object.assign(Object.create(null), from);

/** The value of a name; undefined where the record only inherits something of that name. */
export const valueNamed = <Value>(from: NamedValues<Value>, name: string): Value | undefined =>
  Object.hasOwn(from, name) ? from[name] : undefined;
