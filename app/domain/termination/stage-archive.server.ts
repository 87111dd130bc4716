import path from "node:path";
import { formatCsv } from "~/lib/csv.server";
import { exportedColumns, exportedTables, type TableEntry } from "~db/data-map";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { readWholeFilm } from "../files/film-pieces.server";
import { schemaFile, tableFile } from "./archive-format";
import { createHashedFile, type FileFacts } from "./hashed-file.server";
import { listPageFiles } from "./page-files-queries.server";
import { listTableRows, orderOf, type TableRow } from "./table-rows-queries.server";
import { jsonSchemaOf } from "./table-schema";

export type StagedFile = FileFacts & { rows?: number };

export interface Staging {
  folder: string;
  workspaceId: string;
  files: Map<string, StagedFile>;
  /** Called after each page of rows; rejects to stop. */
  onRows(count: number): Promise<void>;
}

type StagingDeps = Pick<Deps, "reader" | "ids"> & { files: FileStore };

/** Rows per page: few where a row holds a whole document. */
function pageSize(entry: TableEntry): number {
  const long = Object.entries(entry.spec.columns).filter(([, column]) => column.spec.type === "long");
  if (long.some(([name]) => /^(document|html|text)$/.test(name))) return 25;
  return long.length > 0 ? 500 : 2000;
}

async function stageTable(deps: StagingDeps, staging: Staging, entry: TableEntry, cut: string) {
  const columns = exportedColumns(entry);
  const exact = await createHashedFile(path.join(staging.folder, tableFile(entry.name, "ndjson")));
  const sheet = await createHashedFile(path.join(staging.folder, tableFile(entry.name, "csv")));
  const cutByTime = orderOf(entry).length === 1 && orderOf(entry)[0] === "id";
  const limit = pageSize(entry);
  let rows = 0;
  let last: TableRow | undefined;
  await sheet.write(formatCsv([columns]));
  for (;;) {
    const found = await listTableRows(deps.reader, entry, staging.workspaceId, last, limit);
    const page = cutByTime ? found.filter((row) => String(row.id) <= cut) : found;
    await exact.write(page.map((row) => `${JSON.stringify(ordered(row, columns))}\n`).join(""));
    await sheet.write(formatCsv(page.map((row) => columns.map((column) => row[column]))));
    rows += page.length;
    last = page.at(-1);
    await staging.onRows(page.length);
    if (page.length < limit) break;
  }
  staging.files.set(tableFile(entry.name, "ndjson"), { ...(await exact.finish()), rows });
  staging.files.set(tableFile(entry.name, "csv"), { ...(await sheet.finish()), rows });
}

const ordered = (row: TableRow, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

async function stageFile(staging: Staging, name: string, content: string | Buffer) {
  const file = await createHashedFile(path.join(staging.folder, name));
  await file.write(content);
  staging.files.set(name, await file.finish());
}

type WholeKind = "upload" | "download";

const pagesAtOnce = 25;

async function stagePages(deps: StagingDeps, staging: Staging) {
  let after = "";
  for (;;) {
    const pages = await listPageFiles(deps.reader, staging.workspaceId, after, pagesAtOnce);
    for (const page of pages) {
      const where = page.path.split("/").filter(Boolean).join("--") || "home";
      const name = `pages/${page.siteSlug || "no-site"}/${where.replace(/[^\w-]/g, "_")}-${page.id}`;
      await stageFile(staging, `${name}.json`, page.document);
      if (page.html) await stageFile(staging, `${name}.html`, page.html);
      after = page.id;
    }
    if (pages.length < pagesAtOnce) return;
  }
}

const fontNames = ["0.woff2", "0.woff"];

/** Names of a file's renditions in the store, as its row lists them. */
export function renditionNames(variants: string): string[] {
  const parsed: unknown = JSON.parse(variants || "[]");
  if (!Array.isArray(parsed)) return [];
  const names = parsed.map(({ width, format }) => `${Number(width)}.${String(format)}`);
  return names.filter((name) => /^\d{1,5}\.(webp|jpg|png|woff2?)$/.test(name));
}

/** Files that people sent, and files that forms hand over: each one object in the store. */
async function stageWhole(deps: StagingDeps, staging: Staging, table: string, kind: WholeKind) {
  const entry = exportedTables.find((one) => one.name === table);
  if (!entry) return;
  let last: TableRow | undefined;
  for (;;) {
    const rows = await listTableRows(deps.reader, entry, staging.workspaceId, last, 100);
    for (const row of rows) {
      const bytes = await deps.files.get(`${staging.workspaceId}/${row.id}/${kind}`);
      if (bytes) await stageFile(staging, `${kind}s/${row.id}`, bytes);
    }
    last = rows.at(-1);
    if (rows.length < 100) return;
  }
}

async function stageAssets(deps: StagingDeps, staging: Staging) {
  const entry = exportedTables.find((table) => table.name === "files");
  if (!entry) return;
  let last: TableRow | undefined;
  for (;;) {
    const rows = await listTableRows(deps.reader, entry, staging.workspaceId, last, 100);
    for (const row of rows) {
      const names = row.kind === "font" ? fontNames : renditionNames(String(row.variants));
      for (const name of names) {
        const bytes = await deps.files.get(`${staging.workspaceId}/${row.id}/${name}`);
        if (bytes) await stageFile(staging, `assets/${row.id}/${name}`, bytes);
      }
    }
    last = rows.at(-1);
    if (rows.length < 100) return;
  }
}

/** Films and their captions: each one whole, as it was given. */
async function stageFilms(deps: StagingDeps, staging: Staging) {
  const entry = exportedTables.find((table) => table.name === "files");
  if (!entry) return;
  let last: TableRow | undefined;
  for (;;) {
    const rows = await listTableRows(deps.reader, entry, staging.workspaceId, last, 100);
    for (const row of rows) {
      if (row.kind !== "film" && row.kind !== "captions") continue;
      const file = { id: String(row.id), size: Number(row.size) };
      const bytes = await readWholeFilm(deps, staging.workspaceId, file);
      if (bytes) await stageFile(staging, `films/${file.id}`, bytes);
    }
    last = rows.at(-1);
    if (rows.length < 100) return;
  }
}

/** Writes every file of the archive below the staging folder; memory stays flat however much there is. */
export async function stageArchive(deps: StagingDeps, staging: Staging): Promise<void> {
  const cut = deps.ids.next();
  for (const entry of exportedTables) await stageTable(deps, staging, entry, cut);
  await stagePages(deps, staging);
  await stageAssets(deps, staging);
  await stageWhole(deps, staging, "lead_files", "upload");
  await stageWhole(deps, staging, "files", "download");
  await stageFilms(deps, staging);
  for (const entry of exportedTables) {
    await stageFile(staging, schemaFile(entry.name), `${JSON.stringify(jsonSchemaOf(entry), null, 2)}\n`);
  }
}
