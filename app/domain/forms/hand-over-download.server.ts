import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { findDownload } from "../files/find-download.server";
import { readDownload } from "../files/keep-upload.server";
import { findSubmission } from "../leads/find-submission.server";
import { recordDownload } from "../leads/record-download.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { standingAllows } from "../workspaces/standing";
import { readDownloadToken } from "./download-token.server";

export type HandedOver =
  | { kind: "file"; name: string; contentType: string; bytes: Buffer }
  | { kind: "gone" }
  | { kind: "suspended" };

/**
 * What a link of a form leads to. It ends with its time, with the person and with the file. `noted` is false for looks that
 * take nothing, and for repeats that a browser makes by itself.
 */
export async function handOverDownload(
  deps: Pick<Deps, "db" | "keys" | "clock" | "ids"> & { files: FileStore },
  token: string,
  { machine, noted }: { machine: boolean; noted: boolean },
): Promise<HandedOver> {
  const asked = readDownloadToken(deps, token);
  if (!asked || asked.expiresAt < deps.clock.now()) return { kind: "gone" };
  const { workspaceId, submissionId, fileId } = asked;
  const workspace = await findWorkspaceById(deps, workspaceId);
  if (!workspace) return { kind: "gone" };
  if (!standingAllows(workspace.standing, "serve")) return { kind: "suspended" };
  const submission = await findSubmission(deps.db, workspaceId, submissionId);
  if (!submission || submission.state === "rejected") return { kind: "gone" };
  const file = await findDownload(deps.db, workspaceId, fileId);
  const bytes = file && (await readDownload(deps, workspaceId, fileId));
  if (!file || !bytes) return { kind: "gone" };
  if (noted) await recordDownload(deps, workspaceId, submission, { fileId, name: file.name, machine });
  return { kind: "file", name: file.name, contentType: file.contentType, bytes };
}
