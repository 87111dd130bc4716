import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findExport } from "./find-export.server";

/** The archive as a stream, for whoever was allowed to ask for it; every fetch is written down. */
export async function openExport(
  deps: Pick<Deps, "db" | "config" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; exportId: string },
): Promise<{ stream: ReadStream; size: number; name: string; sha256: string }> {
  const found = await findExport(deps, input.workspaceId, input.exportId);
  if (found.state === "expired") {
    throw new DomainError("gone", "export_expired", "This archive was removed after a week. Make a new one.");
  }
  if (found.state !== "done") {
    throw new DomainError("conflict", "export_not_ready", "The archive is not finished yet.");
  }
  const file = path.join(deps.config.data.folder, found.file);
  const { size } = await stat(file).catch(() => {
    throw new DomainError(
      "gone",
      "export_missing",
      "This archive is no longer on the server. Make a new one.",
    );
  });
  await recordAudit(deps, deps.db, {
    workspaceId: input.workspaceId,
    actor,
    action: "export:fetch",
    targetKind: "export",
    targetId: found.id,
  });
  const day = new Date(found.createdAt).toISOString().slice(0, 10);
  return { stream: createReadStream(file), size, name: `foyer-export-${day}.zip`, sha256: found.sha256 };
}
