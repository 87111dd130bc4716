import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

const validMs = 3_600_000;

/** A link that fetches one archive for an hour, without a key or a session. */
export function exportLinkToken(
  deps: Pick<Deps, "keys" | "clock">,
  on: { workspaceId: string; exportId: string },
): string {
  const until = Buffer.alloc(8);
  until.writeBigUInt64BE(BigInt(deps.clock.now() + validMs));
  const body = Buffer.concat([idToBytes(on.workspaceId), idToBytes(on.exportId), until]);
  return signToken(deps.keys.platform("token"), tokenTypes.exportLink, body);
}

export function readExportLink(
  deps: Pick<Deps, "keys" | "clock">,
  token: string,
): { workspaceId: string; exportId: string } | undefined {
  const body = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.exportLink, token);
  if (body?.length !== 40 || Number(body.readBigUInt64BE(32)) < deps.clock.now()) return undefined;
  return { workspaceId: bytesToId(body.subarray(0, 16)), exportId: bytesToId(body.subarray(16, 32)) };
}
