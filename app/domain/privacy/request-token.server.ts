import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

/** The link that only the owner of the mailbox can follow. */
export const requestToken = (
  deps: Pick<Deps, "keys">,
  request: { workspaceId: string; id: string },
): string =>
  signToken(
    deps.keys.platform("token"),
    tokenTypes.privacyRequest,
    Buffer.concat([idToBytes(request.workspaceId), idToBytes(request.id)]),
  );

export function readRequestToken(
  deps: Pick<Deps, "keys">,
  token: string,
): { workspaceId: string; id: string } | undefined {
  const bytes = verifyToken(
    (shortId) => deps.keys.secretByShortId(shortId),
    tokenTypes.privacyRequest,
    token,
  );
  if (bytes?.length !== 32) return undefined;
  const workspaceId = bytesToId(bytes.subarray(0, 16));
  return { workspaceId: workspaceId || "0".repeat(26), id: bytesToId(bytes.subarray(16)) };
}
