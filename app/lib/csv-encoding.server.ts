export type CsvEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export type CsvProblem = "empty" | "spreadsheet" | "binary" | "open_quote" | "broken_record";

/** The file, or the rest of it, cannot be read as CSV. */
export class CsvUnreadable extends Error {
  constructor(
    readonly problem: CsvProblem,
    readonly safeMessage: string,
    readonly line?: number,
  ) {
    super(safeMessage);
    this.name = "CsvUnreadable";
  }
}

const startsWith = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, index) => bytes[index] === mark);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** A zero byte in most pairs, always on the same side, is UTF-16 without its mark. */
function unmarkedUtf16(bytes: Uint8Array): CsvEncoding | undefined {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  if (odd > sample.length / 4 && even === 0) return "utf-16le";
  if (even > sample.length / 4 && odd === 0) return "utf-16be";
  return undefined;
}

export function detectEncoding(head: Uint8Array): CsvEncoding {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new CsvUnreadable(
      "spreadsheet",
      "This is a spreadsheet or an archive. Save it as CSV and choose that file.",
    );
  }
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "utf-16be";
  const utf16 = unmarkedUtf16(head);
  if (utf16) return utf16;
  if (head.includes(0)) throw new CsvUnreadable("binary", "This file is not text. Choose a CSV file.");
  return isUtf8(head) ? "utf-8" : "windows-1252";
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/**
 * Text of the whole file. What begins in plain ASCII and turns out not to be UTF-8 later is read as windows-1252 from there;
 * in a file that already was UTF-8, broken bytes become U+FFFD.
 */
export async function* decodeCsv(
  chunks: AsyncIterable<Uint8Array>,
  encoding: CsvEncoding,
): AsyncGenerator<string> {
  let decoder = new TextDecoder(encoding);
  let undecided = encoding === "utf-8";
  for await (const chunk of chunks) {
    if (undecided && !isAscii(chunk)) {
      undecided = false;
      if (!isUtf8(chunk)) decoder = new TextDecoder("windows-1252");
    }
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
