import { mergeKey } from "~/lib/email-address";
import { exportedTables, type TableEntry, tableEntry } from "~db/data-map";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { FileStore } from "../files/file-store.server";
import { noteHeldSince } from "../leads/note-held-addresses.server";
import { hashWith } from "../suppression/address-hash.server";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { tableFile } from "./archive-format";
import { claimSiteAddresses } from "./claim-site-addresses.server";
import { holdLease } from "./hold-lease.server";
import { importAssets } from "./import-assets.server";
import { listSiteSlugs, removeHosts, takeOffline } from "./import-queries.server";
import { type ImportContext, importedRow } from "./import-row";
import { renderImportedVersion } from "./import-versions.server";
import { importWorkspaceSettings } from "./import-workspace-settings.server";
import { type Archive, openArchive, refuseArchive } from "./open-archive.server";
import { requireEmpty } from "./require-empty.server";
import { deleteTableRows, insertTableRows, type TableRow } from "./table-rows-queries.server";
import { rowSchema } from "./table-schema";

type ImportDeps = Deps & { files: FileStore };

export interface ImportReport {
  rows: number;
  assets: number;
  /** What was kept off or changed, for people. */
  notes: string[];
}

export interface ImportInput {
  workspaceId: string;
  /** Path of the ZIP. */
  file: string;
  /** Also claim the addresses of its sites, so that its pages are public. */
  serve?: boolean;
  /** After a process was killed at it: takes back first what it left. */
  startsOver?: boolean;
  onProgress?: (progress: { rowsDone: number; rowsTotal: number }) => void;
}

const rowsAtOnce = 500;
const bytesAtOnce = 2 * 1024 * 1024;

/** The archive's keys make its hashes match; a workspace that has used one of its own cannot take another. */
async function adoptKeys(deps: ImportDeps, workspaceId: string, { manifest }: Archive): Promise<Buffer> {
  const { key, others = [] } = manifest.suppression_key;
  const secret = Buffer.from(key, "base64");
  const held = await deps.keys.adopt(deps.db, workspaceId, "suppression", secret);
  if (!held.secret.equals(secret)) {
    throw refuseArchive(
      "workspace_not_empty",
      "The workspace has held addresses before, under a key of its own. Make a new one for the archive.",
    );
  }
  for (const other of others)
    await deps.keys.adoptBeside(deps.db, workspaceId, "suppression", Buffer.from(other, "base64"));
  return secret;
}

/** Checked rows of one table, in batches small enough for one short transaction. */
async function* batches(
  archive: Archive,
  entry: TableEntry,
  newest: string,
  convert: (row: TableRow) => Promise<TableRow | undefined>,
): AsyncGenerator<{ rows: TableRow[]; read: number }> {
  const schema = rowSchema(entry);
  let rows: TableRow[] = [];
  let read = 0;
  let bytes = 0;
  for await (const line of archive.lines(tableFile(entry.name, "ndjson"))) {
    const refuse = (why: string) => refuseArchive("archive_row", `A row of ${entry.name} ${why}.`);
    let row: TableRow | undefined;
    try {
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw refuse(`is not as its table: ${parsed.error.issues[0]?.path.join(".")}`);
      if ("id" in parsed.data && String(parsed.data.id) > newest) throw refuse("has an id from the future");
      row = await convert(parsed.data as TableRow);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw refuse(`cannot be read: ${(error as Error).message.slice(0, 120)}`);
    }
    read += 1;
    bytes += line.length;
    if (row) rows.push(row);
    if (rows.length < rowsAtOnce && bytes < bytesAtOnce) continue;
    yield { rows, read };
    rows = [];
    read = 0;
    bytes = 0;
  }
  yield { rows, read };
}

/** Takes back what a failed import left, so that it can be tried again. */
async function undo(deps: ImportDeps, workspaceId: string): Promise<void> {
  const kept = new Set(["workspaces", "memberships", "audit_entries", "audit_details"]);
  const made = exportedTables.filter(({ name }) => !kept.has(name));
  for (const entry of [...made, tableEntry("held_addresses")]) {
    for (let finished = false; !finished; ) {
      ({ finished } = await deps.transact((tx) => deleteTableRows(tx, entry, workspaceId, rowsAtOnce)));
    }
  }
  await deps.files.deleteAll(workspaceId);
}

/** Puts an archive into an empty workspace. Ids stay; workspace and members are the new ones; nothing goes live. */
export async function importArchive(
  deps: ImportDeps,
  actor: Actor,
  input: ImportInput,
): Promise<ImportReport> {
  const { workspaceId } = input;
  requirePermission(actor, workspaceId, "workspace:manage");
  const workspace = await getWorkspace(deps.db, workspaceId);
  const archive = await openArchive(input.file);
  try {
    const report = await holdLease(deps, `import:${workspaceId}`, async () => {
      if (input.startsOver) await undo(deps, workspaceId);
      const secret = await makeRoom(deps, archive, workspaceId);
      try {
        return await importTables(deps, actor, archive, secret, input, workspace.slug);
      } catch (error) {
        await undo(deps, workspaceId);
        throw error;
      }
    });
    if (!report) throw refuseArchive("import_running", "Another import into this workspace runs.");
    return report;
  } finally {
    archive.close();
  }
}

/** Refuses a workspace that holds anything; takes away the site it was made with. Returns the key of its addresses. */
async function makeRoom(deps: ImportDeps, archive: Archive, workspaceId: string): Promise<Buffer> {
  await requireEmpty(deps.db, workspaceId);
  const secret = await adoptKeys(deps, workspaceId, archive);
  await deps.transact(async (tx) => {
    for (const { slug } of await listSiteSlugs(tx, workspaceId)) {
      await announceEdgeChange(deps, tx, { kind: "host", workspaceId, ref: slug });
    }
    await removeHosts(tx, workspaceId);
    await deleteTableRows(tx, tableEntry("sites"), workspaceId, rowsAtOnce);
  });
  return secret;
}

async function importTables(
  deps: ImportDeps,
  actor: Actor,
  archive: Archive,
  secret: Buffer,
  input: ImportInput,
  slug: string,
): Promise<ImportReport> {
  const { workspaceId } = input;
  const notes: string[] = [];
  const offline = new Set<string>();
  const context: ImportContext = {
    workspaceId,
    sourceId: archive.manifest.workspace.id,
    accountId: actorId(actor),
    hashAddress: (address) => hashWith(secret, address),
    mergeKey,
    note: (words) => notes.push(words),
  };
  const assets = await importAssets(deps, archive, workspaceId);
  const newest = deps.ids.next();
  const rowsTotal = exportedTables.reduce(
    (sum, { name }) => sum + (archive.manifest.files[tableFile(name, "ndjson")]?.rows ?? 0),
    0,
  );
  let rowsDone = 0;
  let rows = 0;
  await importWorkspaceSettings(deps, archive, workspaceId);
  for (const entry of exportedTables) {
    const convert = async (row: TableRow): Promise<TableRow | undefined> => {
      const made = importedRow(entry.name, row, context);
      if (!made || entry.name !== "page_versions") return made;
      const version = await renderImportedVersion(deps, workspaceId, made);
      if (version.blocked) offline.add(String(made.page_id));
      return version.row;
    };
    for await (const batch of batches(archive, entry, newest, convert)) {
      await deps.transact((tx) => insertTableRows(tx, entry, batch.rows));
      rowsDone += batch.read;
      rows += batch.rows.length;
      input.onProgress?.({ rowsDone, rowsTotal: Math.max(rowsTotal, rowsDone) });
    }
  }
  await noteHeldSince(deps, workspaceId, 0);
  for (const pageId of offline) {
    const page = await deps.transact((tx) => takeOffline(tx, workspaceId, pageId));
    notes.push(`The page “${page}” was not put live: publish it again to see what stands against it.`);
  }
  notes.push("Senders, domains and keys are off: verify and make them again.");
  const without = input.serve ? await claimSiteAddresses(deps, workspaceId) : [];
  if (!input.serve)
    notes.push("Its sites are not served until they have addresses: save each under Settings, Sites.");
  for (const taken of without)
    notes.push(
      `The address ${taken} is taken or not allowed. That site is not served: give it another one under Settings, Sites.`,
    );
  await recordAudit(deps, deps.db, {
    workspaceId,
    actor,
    action: "workspace:import",
    targetKind: "workspace",
    targetId: workspaceId,
    detail: {
      from: archive.manifest.workspace.slug,
      into: slug,
      exportedAt: archive.manifest.exported_at,
      rows,
    },
  });
  return { rows, assets, notes };
}
