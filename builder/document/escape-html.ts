const textEscapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe between tags and inside a quoted attribute. */
export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => textEscapes[character] ?? "");

/** Escapes text between tags only: quotes stay readable in the source. */
export const escapeText = (value: string): string =>
  value.replace(/[&<>]/g, (character) => textEscapes[character] ?? "");

/** NUL and other controls never reach a page: parsers disagree on them. */
export const withoutControls = (value: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
  value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "").replace(/\r\n?/g, "\n");

export const attributesToHtml = (attributes: Record<string, string | undefined>): string =>
  Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([name, value]) =>
      value === "" && booleanAttributes.has(name) ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
    )
    .join("");

export const booleanAttributes = new Set([
  "allowfullscreen",
  "autoplay",
  "checked",
  "controls",
  "default",
  "defer",
  "disabled",
  "hidden",
  "loop",
  "multiple",
  "muted",
  "novalidate",
  "open",
  "playsinline",
  "readonly",
  "required",
  "reversed",
  "selected",
]);

export const voidTags = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);
