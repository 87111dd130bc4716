import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { type Certificate, certificateSchema } from "./certificate";
import { certificateToken, readCertificateToken } from "./certificate-token.server";
import { findTombstone, listTombstones } from "./termination-queries.server";

/** The certificate that a link from the letter opens. */
export async function findCertificate(deps: Pick<Deps, "db" | "keys">, token: string): Promise<Certificate> {
  const workspaceId = readCertificateToken(deps, token);
  const row = workspaceId ? await findTombstone(deps.db, workspaceId) : undefined;
  if (!row) throw new DomainError("not_found", "certificate_not_found", "There is no such certificate.");
  return certificateSchema.parse(JSON.parse(row.certificate));
}

/** Deleted workspaces, newest first, for operators. */
export async function listCertificates(
  deps: Pick<Deps, "db" | "keys">,
): Promise<(Certificate & { token: string })[]> {
  const rows = await listTombstones(deps.db, 100);
  return rows.map((row) => ({
    ...certificateSchema.parse(JSON.parse(row.certificate)),
    token: certificateToken(deps, row.workspace_id),
  }));
}
