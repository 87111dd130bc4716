import { valueNamed } from "~/lib/named-values";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { FileStore } from "../files/file-store.server";
import { hasNoHeadings } from "./import-columns";
import { removeImportFile } from "./import-file.server";
import { deleteDraft, findImportRow, queueDraft } from "./import-queries.server";
import {
  type ImportOptionsInput,
  type ImportRef,
  importOptions,
  importProblemWords,
  type LeadImport,
} from "./lead-import";
import { lookAtImportFile } from "./open-import-rows.server";
import { readInput } from "./read-input";
import { getLeadImport, queueImport } from "./start-lead-import.server";

type NeededDeps = Deps & { files: FileStore };

/** A column of a file that waits; of several with one heading all are one. */
export interface DraftColumn {
  heading: string;
  /** What it seems to hold: `email`, `name`, another field, or empty for nothing that is kept. */
  field: string;
  /** The first values that differ. */
  examples: string[];
}

export interface ImportDraft {
  file: string;
  /** An estimate. */
  rows: number;
  columns: DraftColumn[];
  /** The first row holds a person: nothing can be done with the file as it is. */
  hasNoHeadings: boolean;
}

const examplesShown = 3;
const ended = () =>
  new DomainError(
    "conflict",
    "import_not_draft",
    "This file is not waiting any more: it was imported, thrown away, or kept for a day without being begun. Choose it again.",
  );

export async function readImportDraft(
  deps: Pick<NeededDeps, "db" | "files">,
  at: ImportRef,
): Promise<ImportDraft> {
  const found = await findImportRow(deps.db, at.workspaceId, at.importId);
  if (found?.state !== "draft") throw ended();
  const { header, rows, fields } = await lookAtImportFile(deps.files, at);
  if (header.length === 0) throw ended();
  const columns = new Map<string, DraftColumn>();
  for (const [index, given] of header.entries()) {
    const heading = given.trim();
    const column = columns.get(heading) ?? { heading, field: fields[index] ?? "", examples: [] };
    columns.set(heading, column);
    for (const row of rows) {
      const value = (row[index] ?? "").trim();
      if (value !== "" && column.examples.length < examplesShown && !column.examples.includes(value))
        column.examples.push(value);
    }
  }
  return {
    file: found.file,
    rows: Math.max(1, found.rowsTotal - 1),
    columns: [...columns.values()],
    hasNoHeadings: hasNoHeadings(header),
  };
}

/** One column, and one only, says who a row is about. */
function requireOneAddress(columns: readonly DraftColumn[], chosen: Record<string, string>): void {
  const holding = columns.filter(({ heading }) => valueNamed(chosen, heading)?.trim() === "email");
  if (holding.length === 1) return;
  const message =
    holding.length === 0
      ? "Say which column holds the e-mail addresses. Nothing was imported."
      : `Only one column can hold the e-mail address: choose between ${holding.map(({ heading }) => `“${heading}”`).join(" and ")}. Nothing was imported.`;
  throw new DomainError("invalid", "import_columns", message, { fields: { columns: message } });
}

/** Begins the import of a file that waits. `columns` says of every heading what it holds. */
export async function beginLeadImport(
  deps: NeededDeps,
  actor: Actor,
  { options, ...at }: ImportRef & { options: ImportOptionsInput },
): Promise<LeadImport> {
  const checked = readInput(importOptions, options, "import_invalid");
  const draft = await readImportDraft(deps, at);
  if (draft.hasNoHeadings)
    throw new DomainError("invalid", "import_no_headings", importProblemWords.no_headings);
  requireOneAddress(draft.columns, checked.columns);
  await deps.transact(async (tx) => {
    if (!(await queueDraft(tx, at.workspaceId, at.importId, checked))) throw ended();
    await queueImport(deps, tx, actor, at, { basis: checked.basis });
  });
  return getLeadImport(deps, at.workspaceId, at.importId);
}

/** Throws away a file that waits; false where it is none any more. Its file goes also where an earlier try died before that. */
export async function discardImportDraft(deps: NeededDeps, at: ImportRef): Promise<boolean> {
  const isGone = await deps.transact((tx) => deleteDraft(tx, at.workspaceId, at.importId));
  const isKept = !isGone && (await findImportRow(deps.db, at.workspaceId, at.importId));
  if (!isKept) await removeImportFile(deps.files, at);
  return isGone;
}
