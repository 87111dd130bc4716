import { type CsvRow, readCsv } from "~/lib/csv.server";
import { plainLine } from "~/lib/plain-text";
import type { FileStore } from "../files/file-store.server";
import { fieldsOfColumns, hasNoHeadings } from "./import-columns";
import { readImportFile } from "./import-file.server";
import type { ImportOptions, ImportProblemKind, ImportRef } from "./lead-import";

/** Not one row of it could become a lead. */
export class UnfitFile extends Error {
  readonly detail: string;

  constructor(
    readonly kind: ImportProblemKind,
    header: readonly string[],
  ) {
    super(kind);
    this.detail = plainLine(header.join(", "), 200);
  }
}

const headRows = 50;

/** The first rows are looked at to tell the columns, then walked with the others. */
async function* withFirst(first: readonly CsvRow[], rest: AsyncIterator<CsvRow>): AsyncGenerator<CsvRow> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The beginning of the file, with what is left of it. */
async function readBeginning(files: FileStore, at: ImportRef) {
  const { header, rows } = await readCsv(readImportFile(files, at));
  const rest = rows[Symbol.asyncIterator]();
  const first: CsvRow[] = [];
  let broken: unknown;
  while (first.length < headRows && !broken) {
    const next = await rest.next().catch((error: unknown) => {
      broken = error;
    });
    if (!next || next.done) break;
    first.push(next.value);
  }
  return { header, first, rest, broken };
}

/** What the columns are called, what they seem to hold, and the first rows. */
export async function lookAtImportFile(files: FileStore, at: ImportRef) {
  const { header, first, rest } = await readBeginning(files, at);
  await rest.return?.();
  const rows = first.map(({ values }) => values);
  return { header, rows, fields: fieldsOfColumns(header, {}, rows) };
}

/** Rows of the file with what each column holds; throws where nobody's address can be found. */
export async function openImportRows(files: FileStore, at: ImportRef, options: ImportOptions) {
  const { header, first, rest, broken } = await readBeginning(files, at);
  if (hasNoHeadings(header)) throw new UnfitFile("no_headings", header);
  const fields = fieldsOfColumns(
    header,
    options.columns,
    first.map(({ values }) => values),
  );
  if (!fields.includes("email") && !broken) throw new UnfitFile("no_email_column", header);
  async function* all() {
    yield* withFirst(first, rest);
    if (broken) throw broken;
  }
  return { header, fields, rows: all() };
}
