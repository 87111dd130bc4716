import { CsvError as ParserError, parse } from "csv-parse";
import { stringify } from "csv-stringify/sync";
import { type CsvDelimiter, sniffDelimiter } from "./csv-delimiter";
import { type CsvEncoding, CsvUnreadable, decodeCsv, detectEncoding } from "./csv-encoding.server";

export interface CsvRow {
  /** Line of the file on which the record ends, counted from 1. */
  line: number;
  values: string[];
}

export interface CsvReading {
  encoding: CsvEncoding;
  delimiter: CsvDelimiter;
  /** The first record, as it stands. */
  header: string[];
  /** Can be walked once. Throws CsvUnreadable when the rest of the file cannot be told apart. */
  rows: AsyncIterable<CsvRow>;
}

const headBytes = 64 * 1024;
const maxRecordCharacters = 1024 * 1024;

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < headBytes) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* withHead(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Excel's own first line `sep=;` names the delimiter and is no record. */
const separatorLine = /^sep=([,;|\t])\r?\n/i;

async function* withoutSeparatorLine(text: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const part of text) {
    yield first ? part.replace(separatorLine, "") : part;
    first = false;
  }
}

/** Reads a file of any size in constant memory: encoding and delimiter are found out from its beginning. */
export async function readCsv(source: AsyncIterable<Uint8Array>): Promise<CsvReading> {
  const chunks = source[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const encoding = detectEncoding(head);
  const sample = new TextDecoder(encoding).decode(head);
  const delimiter = (separatorLine.exec(sample)?.[1] as CsvDelimiter | undefined) ?? sniffDelimiter(sample);

  const records = parseRecords(withoutSeparatorLine(decodeCsv(withHead(head, chunks), encoding)), delimiter);
  const first = await records.next();
  if (first.done) throw new CsvUnreadable("empty", "The file has no rows.");
  return { encoding, delimiter, header: first.value.values, rows: records };
}

/** Records are taken as they are parsed, so that those before a broken one are never lost with it. */
async function* parseRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  let parsed: CsvRow[] = [];
  let lastLine = 0;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxRecordCharacters,
    on_record: (values: string[], { lines }) => {
      lastLine = lines;
      parsed.push({ line: lines, values });
      return null;
    },
  });
  let failure: Error | undefined;
  parser.on("error", (error) => {
    failure = error;
  });
  parser.resume();
  const taken = () => {
    const rows = parsed;
    parsed = [];
    return rows;
  };
  try {
    for await (const part of text) {
      await new Promise<void>((resolve) => parser.write(part, () => resolve()));
      yield* taken();
      if (failure) break;
    }
    if (!failure) {
      const closed = new Promise<void>((resolve) => parser.once("close", resolve));
      parser.end();
      await closed;
      yield* taken();
    }
  } finally {
    parser.destroy();
  }
  if (failure) throw failure instanceof ParserError ? unreadableRecord(failure, lastLine + 1) : failure;
}

function unreadableRecord(error: ParserError, line: number): CsvUnreadable {
  return error.code === "CSV_QUOTE_NOT_CLOSED"
    ? new CsvUnreadable(
        "open_quote",
        `A quotation mark from line ${line} on is never closed. Close it and try again.`,
        line,
      )
    : new CsvUnreadable(
        "broken_record",
        `The row from line ${line} on is too long. Check its quotation marks.`,
        line,
      );
}

/** Records for people: what a spreadsheet would run as a formula is prefixed with an apostrophe. */
export function formatCsv(rows: readonly (readonly unknown[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: "windows" },
  );
}

/** A file of any size, in batches. */
export async function* csvChunks(
  header: readonly string[],
  rows: AsyncIterable<readonly unknown[]>,
  batchSize = 500,
): AsyncGenerator<string> {
  yield formatCsv([header]);
  let batch: (readonly unknown[])[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield formatCsv(batch);
    batch = [];
  }
  if (batch.length > 0) yield formatCsv(batch);
}

/** Marked as UTF-8: spreadsheets read a file without the mark in the letters of their country. */
export async function* markedCsv(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield "\uFEFF";
  yield* chunks;
}
