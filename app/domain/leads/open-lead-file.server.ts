import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { FileStore } from "../files/file-store.server";
import { readUpload } from "../files/keep-upload.server";
import { requirePermission } from "../workspaces/authorise-member.server";
import type { LeadFile } from "./lead-file";
import { findLeadFileRow } from "./lead-file-queries.server";

/** A file that a visitor sent, for a member who may read leads; who looked is kept. */
export async function openLeadFile(
  deps: Pick<Deps, "db" | "transact" | "ids" | "clock"> & { files: FileStore },
  actor: Actor,
  { workspaceId, fileId }: { workspaceId: string; fileId: string },
): Promise<LeadFile & { bytes: Buffer }> {
  requirePermission(actor, workspaceId, "lead:read");
  const file = await findLeadFileRow(deps.db, workspaceId, fileId);
  const bytes = file && (await readUpload(deps, workspaceId, fileId));
  if (!file || !bytes) throw new DomainError("not_found", "file_not_found", "There is no such file.");
  await deps.transact((tx) =>
    recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "lead-file:open",
      targetKind: "lead_file",
      targetId: fileId,
      subjectId: file.leadId,
      detail: { by: actorId(actor) },
    }),
  );
  return { ...file, bytes };
}
