const unticked = new Set(["", "0", "false", "off", "no", "null"]);

/** Whether values of a box that may be ticked say that it was. */
export const isTicked = (values: readonly string[]): boolean =>
  values.some((value) => !unticked.has(value.trim().toLowerCase()));
