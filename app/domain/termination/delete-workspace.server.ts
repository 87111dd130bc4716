import { rm } from "node:fs/promises";
import path from "node:path";
import { certificateLetter } from "~/emails/leaving-letters";
import { platformScope } from "~/lib/ids";
import { dataMap, keptAfterDeletion, tableEntry, workspaceColumn } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { closeBillingLater } from "../billing/end-billing.server";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { listMembers } from "../workspaces/list-members.server";
import { backupWords, type Certificate } from "./certificate";
import { certificateToken } from "./certificate-token.server";
import { holdLease } from "./hold-lease.server";
import { removeAllReceived } from "./received-archive.server";
import { countTableRows, deleteTableRows } from "./table-rows-queries.server";
import type { Termination } from "./termination";
import {
  findTombstone,
  insertTombstone,
  listArchiveFiles,
  listHosts,
  listOpenHolds,
} from "./termination-queries.server";

type DeletionDeps = Deps & { files: FileStore };

/** News of the deletion outlives it for an hour, so that every cache hears of it. */
const news = "edge_changes";
/** What says that a deletion is under way goes last, with the certificate. */
const last = new Set(["memberships", "terminations", "workspaces"]);
/** Holds the turn to write of an embedded database for some tens of milliseconds. */
const batch = 250;

const owned = dataMap.filter(
  (entry) => workspaceColumn(entry) && !(entry.name in keptAfterDeletion) && entry.name !== news,
);

async function makeCertificate(deps: DeletionDeps, termination: Termination): Promise<Certificate> {
  const workspace = await getWorkspace(deps.db, termination.workspaceId);
  const tables: Record<string, number> = {};
  for (const entry of owned) {
    const rows = await countTableRows(deps.db, entry, workspace.id);
    if (rows > 0) tables[entry.name] = rows;
  }
  const kept = Object.entries(keptAfterDeletion).map(async ([table, why]) => ({
    table,
    rows: table === "tombstones" ? 1 : await countTableRows(deps.db, tableEntry(table), workspace.id),
    why,
  }));
  return {
    workspace: { id: workspace.id, slug: workspace.slug, name: workspace.name },
    requested_at: new Date(termination.requestedAt).toISOString(),
    deleted_at: new Date(deps.clock.now()).toISOString(),
    tables,
    rows: Object.values(tables).reduce((sum, rows) => sum + rows, 0),
    kept: await Promise.all(kept),
    also_deleted: ["pictures and downloads", "messages of the built-in outbox", "archives", "waiting work"],
    backups: backupWords,
  };
}

/** Counted before the first row goes; a later try after a crash keeps what the first one counted. */
async function certify(deps: DeletionDeps, termination: Termination): Promise<Certificate> {
  const { workspaceId } = termination;
  const kept = await findTombstone(deps.db, workspaceId);
  if (kept) return JSON.parse(kept.certificate) as Certificate;
  const made = await makeCertificate(deps, termination);
  await insertTombstone(deps.db, workspaceId, deps.clock.now(), JSON.stringify(made));
  return made;
}

async function deleteOutsideTables(deps: DeletionDeps, workspaceId: string): Promise<void> {
  const folder = deps.config.data.folder;
  for (const file of await listArchiveFiles(deps.db, workspaceId)) {
    const target = path.resolve(folder, file);
    if (target.startsWith(path.resolve(folder) + path.sep)) await rm(target, { force: true });
  }
  await removeAllReceived(deps, workspaceId);
  await deps.files.deleteAll(workspaceId);
  await rm(path.join(folder, "outbox", workspaceId), { recursive: true, force: true });
}

/**
 * Deletes everything of a workspace whose grace is over, by the data map, and certifies it. False while a legal hold
 * stands or another process is at it. Safe to run again after a crash: it goes on where it stopped.
 */
export async function deleteWorkspace(deps: DeletionDeps, termination: Termination): Promise<boolean> {
  const { workspaceId } = termination;
  const actor: Actor = { kind: "system", reason: "leaving" };
  if ((await listOpenHolds(deps.db, workspaceId)).length > 0) return false;
  const done = await holdLease(deps, `delete:${workspaceId}`, async () => {
    await deleteEverything(deps, actor, termination);
    return true;
  });
  return done ?? false;
}

async function deleteEverything(deps: DeletionDeps, actor: Actor, termination: Termination): Promise<void> {
  const { workspaceId } = termination;
  const certificate = await certify(deps, termination);
  await deps.journal.append([{ kind: "workspace.deleted", at: deps.clock.now(), workspaceId }]);
  const { members } = await listMembers(deps, workspaceId);
  await deps.transact(async (tx) => {
    await closeBillingLater(deps, tx, workspaceId);
    for (const { host } of await listHosts(tx, workspaceId)) {
      await announceEdgeChange(deps, tx, { kind: "host", workspaceId, ref: host.slice(0, 64) });
    }
    await announceEdgeChange(deps, tx, { kind: "standing", workspaceId, ref: workspaceId });
  });
  await deleteOutsideTables(deps, workspaceId);
  for (const entry of owned) {
    if (last.has(entry.name)) continue;
    for (let finished = false; !finished; ) {
      const remove = (tx: Executor) => deleteTableRows(tx, entry, workspaceId, batch);
      ({ finished } = await deps.transact(remove, { isBatch: true }));
    }
  }
  await deps.transact(async (tx) => {
    for (const name of last) await deleteTableRows(tx, tableEntry(name), workspaceId, batch * 1000);
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "workspace:delete",
      targetKind: "workspace",
      targetId: workspaceId,
      detail: { rows: certificate.rows },
    });
    const url = deps.urls.app(`/certificates/${certificateToken(deps, workspaceId)}`);
    for (const owner of members.filter((member) => member.role === "owner")) {
      const view = certificateLetter({
        workspaceName: certificate.workspace.name,
        rows: certificate.rows,
        url,
      });
      await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to: owner.email, view });
    }
  });
}
