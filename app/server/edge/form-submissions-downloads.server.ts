import { findDownload } from "~/domain/files/find-download.server";
import { downloadToken, readDownloadToken } from "~/domain/forms/download-token.server";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import type { ServerDeps } from "../server-deps";

/** A link for who has just sent the form; none where the file goes by mail only. */
export function shownDownload(
  deps: Pick<ServerDeps, "keys" | "clock">,
  open: OpenForm,
  submissionId: string,
): string | undefined {
  const { download } = open.definition;
  if (!download || download.by === "mail") return undefined;
  const body = { workspaceId: open.workspace.id, submissionId, fileId: download.fileId };
  return downloadToken(deps, body, "page");
}

export interface OfferedDownload {
  name: string;
  url: string;
}

/** What the page after sending offers: only with a token of this form's own file. */
export async function offeredDownload(
  deps: Pick<ServerDeps, "db" | "keys" | "clock" | "urls">,
  open: OpenForm,
  token: unknown,
): Promise<OfferedDownload | undefined> {
  const { download } = open.definition;
  const asked = typeof token === "string" ? readDownloadToken(deps, token) : undefined;
  if (!download || !asked || asked.workspaceId !== open.workspace.id) return undefined;
  if (asked.fileId !== download.fileId || asked.expiresAt < deps.clock.now()) return undefined;
  const file = await findDownload(deps.db, open.workspace.id, asked.fileId);
  return file && { name: file.name, url: deps.urls.link(`/d/${String(token)}`) };
}
