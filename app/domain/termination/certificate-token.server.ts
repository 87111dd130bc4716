import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

/** Opens the certificate of a workspace whose members are gone. */
export const certificateToken = (deps: Pick<Deps, "keys">, workspaceId: string): string =>
  signToken(deps.keys.platform("token"), tokenTypes.certificate, idToBytes(workspaceId));

export function readCertificateToken(deps: Pick<Deps, "keys">, token: string): string | undefined {
  const body = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.certificate, token);
  return body?.length === 16 ? bytesToId(body) : undefined;
}
