import { acceptOf } from "~builder/document/file-endings";
import type { FileKind } from "~builder/document/form-definition";

/** What an uploaded file is, by its bytes; its name decides nothing but the ending of plain text. */
export interface KnownUpload {
  kind: FileKind;
  contentType: string;
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string => {
  let text = "";
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
};

const openDocuments: readonly [string, FileKind][] = [
  ["text", "document"],
  ["spreadsheet", "sheet"],
  ["presentation", "slides"],
];
const openXml = "application/vnd.openxmlformats-officedocument.";
const officeParts: readonly [string, KnownUpload][] = [
  ["word/", { kind: "document", contentType: `${openXml}wordprocessingml.document` }],
  ["xl/", { kind: "sheet", contentType: `${openXml}spreadsheetml.sheet` }],
  ["ppt/", { kind: "slides", contentType: `${openXml}presentationml.presentation` }],
];

const maxEntries = 20_000;

/** Names in the directory at the end of a ZIP; nothing is unpacked. */
function zipNames(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < lowest) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let n = 0; n < Math.min(count, maxEntries); n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    names.push(latin1(bytes, at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Documents that can carry programs are not taken. */
const carriesProgram = (name: string): boolean =>
  /vbaProject\.bin$|^Basic\/|^Scripts\/|\.(?:exe|dll|js|vbs|class)$/i.test(name);

function officeKind(bytes: Uint8Array): KnownUpload | undefined {
  const names = zipNames(bytes);
  if (!names || names.some(carriesProgram)) return undefined;
  const open = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    latin1(bytes, 0, 200),
  );
  if (open) {
    const [, kind = "document"] = openDocuments.find(([name]) => name === open[1]) ?? [];
    return { kind: kind as FileKind, contentType: `application/vnd.oasis.opendocument.${open[1]}` };
  }
  if (!names.includes("[Content_Types].xml")) return undefined;
  return officeParts.find(([folder]) => names.some((name) => name.startsWith(folder)))?.[1];
}

const markup = /<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml)|^\s*(?:%!PS|#!)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters show that it is no text
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f]/;

function plainTextKind(bytes: Uint8Array, name: string): KnownUpload | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (controls.test(text) || markup.test(text)) return undefined;
    return { kind: "text", contentType: /\.csv$/i.test(name) ? "text/csv" : "text/plain" };
  } catch {
    return undefined;
  }
}

export function uploadKind(bytes: Uint8Array, name: string): KnownUpload | undefined {
  const head = latin1(bytes, 0, 16);
  if (head.startsWith("%PDF-")) return { kind: "pdf", contentType: "application/pdf" };
  if (head.startsWith("\u00ff\u00d8\u00ff")) return { kind: "image", contentType: "image/jpeg" };
  if (head.startsWith("\u0089PNG\r\n\u001a\n")) return { kind: "image", contentType: "image/png" };
  if (/^GIF8[79]a/.test(head)) return { kind: "image", contentType: "image/gif" };
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP")
    return { kind: "image", contentType: "image/webp" };
  if (head.startsWith("PK\u0003\u0004")) return officeKind(bytes);
  return bytes.length > 0 ? plainTextKind(bytes, name) : undefined;
}

/** A name without folders or control characters, as a person may see it. */
export const uploadName = (given: string, otherwise = "file"): string => {
  const plain = (given.split(/[/\\]/).at(-1) ?? "").replace(/[\p{Cc}\p{Cf}"<>|?*:]/gu, " ").trim();
  const short = [...plain].slice(-120).join("").replace(/^\.+/, "");
  return short || otherwise;
};

const endingOf: Record<string, string> = {
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/gif": ".gif",
  "image/webp": ".webp",
  "text/csv": ".csv",
  "text/plain": ".txt",
  [`${openXml}wordprocessingml.document`]: ".docx",
  [`${openXml}spreadsheetml.sheet`]: ".xlsx",
  [`${openXml}presentationml.presentation`]: ".pptx",
  "application/vnd.oasis.opendocument.text": ".odt",
  "application/vnd.oasis.opendocument.spreadsheet": ".ods",
  "application/vnd.oasis.opendocument.presentation": ".odp",
};

/** A device opens a file by the ending of its name: what is kept of strangers ends as what it is. */
export function trueName(given: string, { kind, contentType }: KnownUpload): string {
  const name = uploadName(given);
  const endings = acceptOf([kind]).split(",");
  return endings.some((ending) => name.toLowerCase().endsWith(ending))
    ? name
    : name + (endingOf[contentType] ?? endings[0]);
}
