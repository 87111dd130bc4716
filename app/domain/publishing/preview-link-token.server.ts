import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

interface Named {
  workspaceId: string;
  id: string;
}

const bytesOf = ({ workspaceId, id }: Named): Buffer =>
  Buffer.concat([idToBytes(workspaceId), idToBytes(id)]);

const namedIn = (bytes: Buffer): Named => ({
  workspaceId: bytesToId(bytes.subarray(0, 16)),
  id: bytesToId(bytes.subarray(16, 32)),
});

/** What stands in the address of a link. Only its row says whether it still shows anything. */
export const previewLinkToken = (deps: Pick<Deps, "keys">, link: Named): string =>
  signToken(deps.keys.platform("token"), tokenTypes.previewLink, bytesOf(link));

export function readPreviewLinkToken(deps: Pick<Deps, "keys">, token: string): Named | undefined {
  const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.previewLink, token);
  return bytes?.length === 32 ? namedIn(bytes) : undefined;
}

export const passMs = 12 * 3_600_000;

/** What a browser keeps that has given the password. */
export function previewPass(deps: Pick<Deps, "keys" | "clock">, link: Named): string {
  const until = Buffer.alloc(6);
  until.writeUIntBE(deps.clock.now() + passMs, 0, 6);
  return signToken(
    deps.keys.platform("token"),
    tokenTypes.previewPass,
    Buffer.concat([bytesOf(link), until]),
  );
}

export function isPreviewPass(deps: Pick<Deps, "keys" | "clock">, link: Named, pass: string): boolean {
  const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.previewPass, pass);
  if (bytes?.length !== 38) return false;
  const named = namedIn(bytes);
  return (
    named.workspaceId === link.workspaceId &&
    named.id === link.id &&
    bytes.readUIntBE(32, 6) > deps.clock.now()
  );
}
