import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

/** Whose download it is: the workspace first, then the submission that asked for it. */
export interface DownloadToken {
  workspaceId: string;
  submissionId: string;
  fileId: string;
  expiresAt: number;
}

const day = 86_400_000;
export const mailedDays = 14;
const shownMs = day;

export function downloadToken(
  deps: Pick<Deps, "keys" | "clock">,
  body: Omit<DownloadToken, "expiresAt">,
  by: "mail" | "page",
): string {
  const until = deps.clock.now() + (by === "mail" ? mailedDays * day : shownMs);
  const end = Buffer.alloc(4);
  end.writeUInt32BE(Math.ceil(until / 60_000));
  const bytes = Buffer.concat([
    idToBytes(body.workspaceId),
    idToBytes(body.submissionId),
    idToBytes(body.fileId),
    end,
  ]);
  return signToken(deps.keys.platform("token"), tokenTypes.download, bytes);
}

export function readDownloadToken(deps: Pick<Deps, "keys">, token: string): DownloadToken | undefined {
  const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.download, token);
  if (bytes?.length !== 52) return undefined;
  return {
    workspaceId: bytesToId(bytes.subarray(0, 16)),
    submissionId: bytesToId(bytes.subarray(16, 32)),
    fileId: bytesToId(bytes.subarray(32, 48)),
    expiresAt: bytes.readUInt32BE(48) * 60_000,
  };
}
