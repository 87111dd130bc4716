import type { SentFile } from "~/lib/sent-fields";
import { type FieldDefinition, fileLimits } from "~builder/document/form-definition";
import { trueName, uploadKind } from "../files/upload-kind";
import { type FormWords, withNumber } from "./form-words";

/** A file that may be kept. */
export interface CheckedFile {
  field: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

interface FileRules {
  words: FormWords;
  isSensitive(value: string, field: FieldDefinition): boolean;
}

/** What a person calls a kind of file: the endings of its names. */
export const kindNames: Record<string, string> = {
  pdf: "PDF",
  image: "JPEG, PNG, WebP, GIF",
  document: "DOCX, ODT",
  sheet: "XLSX, ODS",
  slides: "PPTX, ODP",
  text: "TXT, CSV",
};

/** Of plain text so much is searched for card and identity numbers. */
const searched = 200_000;

/** Checks number, size and true kind of the files sent for one field. */
export function checkFiles(
  field: FieldDefinition,
  sent: readonly SentFile[],
  { words, isSensitive }: FileRules,
): { files: CheckedFile[] } | { error: string; isSensitive?: boolean } {
  if (sent.length === 0) return field.required ? { error: words.required } : { files: [] };
  const most = field.maxFiles ?? 1;
  if (sent.length > most) return { error: withNumber(words.fileCount, most) };
  const maxBytes = Math.min(field.maxBytes ?? fileLimits.bytes, fileLimits.bytes);
  const accepted = field.accept ?? [];
  const files: CheckedFile[] = [];
  for (const { name: given, bytes } of sent) {
    if (bytes.length > maxBytes)
      return { error: withNumber(words.fileSize, Math.round((maxBytes / 1024 / 1024) * 10) / 10) };
    const known = uploadKind(bytes, given);
    if (!known || !accepted.includes(known.kind))
      return { error: withNumber(words.fileKind, accepted.map((kind) => kindNames[kind]).join(", ")) };
    const text = known.kind === "text" ? bytes.toString("utf8", 0, searched) : "";
    if (text && isSensitive(text, { ...field, type: "textarea" }))
      return { error: words.sensitive, isSensitive: true };
    files.push({ field: field.name, name: trueName(given, known), contentType: known.contentType, bytes });
  }
  return { files };
}
