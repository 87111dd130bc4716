export type Params = { [name: string]: string | Params };

/** `line_items[0][price]=x` as Stripe's clients write it, as nested objects. */
export function readFormBody(body: string): Params {
  const read: Params = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const keys = name.split(/[[\]]+/).filter(Boolean);
    let at = read;
    for (const key of keys.slice(0, -1)) {
      const inner = at[key];
      if (typeof inner === "object") at = inner;
      else {
        const made: Params = {};
        at[key] = made;
        at = made;
      }
    }
    at[keys.at(-1) ?? ""] = value;
  }
  return read;
}

export const textOf = (params: Params, ...path: string[]): string => {
  let at: string | Params | undefined = params;
  for (const key of path) at = typeof at === "object" ? at[key] : undefined;
  return typeof at === "string" ? at : "";
};
