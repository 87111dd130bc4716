const quote = 34;
const backslash = 92;
/** Code points of [ and {, of ] and }. */
const opening: ReadonlySet<number> = new Set([91, 123]);
const closing: ReadonlySet<number> = new Set([93, 125]);

/** Whether lists and objects of a JSON text stand in more than `most` others: whoever walks such a thing may run out of stack. */
export function isJsonDeeper(json: string, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === quote) isText = !isText;
    else if (isText && sign === backslash) at += 1;
    else if (!isText && closing.has(sign)) depth -= 1;
    else if (!isText && opening.has(sign)) {
      depth += 1;
      if (depth > most) return true;
    }
  }
  return false;
}
