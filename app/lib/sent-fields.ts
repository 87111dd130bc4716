/** What a form or a program sent: each name with all its values, in order. */
export type SentFields = Map<string, string[]>;

/** The body cannot be read: wrong encoding, malformed, or too many fields. */
export class UnreadableFields extends Error {
  override name = "UnreadableFields";
}

const maxFields = 300;
const maxName = 200;

function add(fields: SentFields, name: string, value: string): void {
  if (name === "" || name.length > maxName) return;
  const known = fields.get(name);
  if (known) known.push(value);
  else fields.set(name, [value]);
  if (fields.size > maxFields || (known?.length ?? 0) > maxFields)
    throw new UnreadableFields("too many fields");
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

function utf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new UnreadableFields("not UTF-8");
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new UnreadableFields("not UTF-8");
  }
}

export function readUrlencoded(body: Uint8Array): SentFields {
  const fields: SentFields = new Map();
  for (const pair of utf8(body).split("&")) {
    if (pair === "") continue;
    const at = pair.indexOf("=");
    const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    add(fields, percentDecoded(name), percentDecoded(value));
  }
  return fields;
}

/** An object of texts, numbers, yes or no, or lists of them. */
export function readJsonFields(body: Uint8Array): SentFields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8(body));
  } catch (error) {
    throw error instanceof UnreadableFields ? error : new UnreadableFields("not JSON");
  }
  if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed))
    throw new UnreadableFields("no object");
  const fields: SentFields = new Map();
  for (const [name, given] of Object.entries(parsed)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value === null || value === undefined) continue;
      if (typeof value === "object") throw new UnreadableFields("nested values");
      add(fields, name, String(value));
    }
  }
  return fields;
}

/** A file in a multipart body, with the name that the browser gave. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

const headerName = /(?:^|;)\s*name="((?:[^"\\]|\\.)*)"/i;
const headerFile = /(?:^|;)\s*filename\*?=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/i;
const unquoted = (text: string) => text.replace(/%22|\\"/g, '"');

/** Fields and files of a multipart body; files are views on it. Empty file boxes are left out. */
export function readMultipart(
  body: Uint8Array,
  contentType: string,
): { fields: SentFields; files: Map<string, SentFile[]> } {
  const boundary = /boundary=(?:"([^"]{1,100})"|([^;\s]{1,100}))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (!name) throw new UnreadableFields("no boundary");
  const fields: SentFields = new Map();
  const files = new Map<string, SentFile[]>();
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`--${name}`);
  let at = bytes.indexOf(delimiter);
  if (at < 0) throw new UnreadableFields("no part");
  for (let parts = 0; ; parts += 1) {
    if (parts > maxFields * 2) throw new UnreadableFields("too many parts");
    const start = at + delimiter.length;
    if (bytes.subarray(start, start + 2).toString("latin1") === "--") return { fields, files };
    at = bytes.indexOf(delimiter, start);
    if (at < 0) throw new UnreadableFields("no end");
    const part = bytes.subarray(start + 2, at - 2);
    const headEnd = part.indexOf("\r\n\r\n");
    if (headEnd < 0) continue;
    const head = utf8(part.subarray(0, headEnd));
    const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1] ?? "";
    const field = headerName.exec(disposition)?.[1];
    if (field === undefined) continue;
    const content = part.subarray(headEnd + 4);
    const file = headerFile.exec(disposition);
    if (!file) {
      add(fields, unquoted(field), utf8(content));
      continue;
    }
    const fileName = unquoted(file[1] ?? file[2] ?? "");
    if (content.length === 0 || fileName === "") continue;
    const known = files.get(unquoted(field)) ?? [];
    if (known.length > 20 || files.size > 50) throw new UnreadableFields("too many files");
    files.set(unquoted(field), [...known, { name: fileName, bytes: content }]);
  }
}
