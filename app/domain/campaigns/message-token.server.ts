import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { KeyRing } from "../keys/key-ring.server";
import { tokenTypes } from "../keys/token-types";

/** Which message an open or a click belongs to. */
export interface MessageRef {
  workspaceId: string;
  campaignId: string;
  deliveryId: string;
}

const bodyOf = (ref: MessageRef) =>
  Buffer.concat([idToBytes(ref.workspaceId), idToBytes(ref.campaignId), idToBytes(ref.deliveryId)]);

const readRef = (body: Buffer): MessageRef => ({
  workspaceId: bytesToId(body.subarray(0, 16)),
  campaignId: bytesToId(body.subarray(16, 32)),
  deliveryId: bytesToId(body.subarray(32, 48)),
});

export const openToken = (deps: { keys: KeyRing }, ref: MessageRef): string =>
  signToken(deps.keys.platform("token"), tokenTypes.open, bodyOf(ref));

export function readOpenToken(deps: { keys: KeyRing }, token: string): MessageRef | undefined {
  const body = verifyToken(deps.keys.secretByShortId, tokenTypes.open, token);
  return body?.length === 48 ? readRef(body) : undefined;
}

/** Makes the tokens of all links of one message. */
export function clickTokens(deps: { keys: KeyRing }, ref: MessageRef): (link: number) => string {
  const key = deps.keys.platform("token");
  const body = Buffer.concat([bodyOf(ref), Buffer.alloc(2)]);
  return (link) => {
    body.writeUInt16BE(link, 48);
    return signToken(key, tokenTypes.click, body);
  };
}

export function readClickToken(
  deps: { keys: KeyRing },
  token: string,
): (MessageRef & { link: number }) | undefined {
  const body = verifyToken(deps.keys.secretByShortId, tokenTypes.click, token);
  return body?.length === 50 ? { ...readRef(body), link: body.readUInt16BE(48) } : undefined;
}
