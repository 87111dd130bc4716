import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { KeyRing } from "../keys/key-ring.server";
import { tokenTypes } from "../keys/token-types";

/** Who a link in a mail speaks for. Needs no row to be read: it outlives the workspace. */
export interface Recipient {
  workspaceId: string;
  /** Empty: the message had no topic. */
  topicId: string;
  addressHash: string;
  deliveryId: string;
}

export type RecipientLink = "unsubscribe" | "preferences";

/** At most 120 characters, without expiry. */
export function recipientToken(deps: { keys: KeyRing }, link: RecipientLink, recipient: Recipient): string {
  const body = Buffer.concat([
    idToBytes(recipient.workspaceId),
    idToBytes(recipient.topicId),
    Buffer.from(recipient.addressHash, "hex"),
    idToBytes(recipient.deliveryId),
  ]);
  return signToken(deps.keys.platform("token"), tokenTypes[link], body);
}

export function readRecipientToken(
  deps: { keys: KeyRing },
  link: RecipientLink,
  token: string,
): Recipient | undefined {
  const body = verifyToken(deps.keys.secretByShortId, tokenTypes[link], token);
  if (body?.length !== 64) return undefined;
  return {
    workspaceId: bytesToId(body.subarray(0, 16)),
    topicId: bytesToId(body.subarray(16, 32)),
    addressHash: body.subarray(32, 48).toString("hex"),
    deliveryId: bytesToId(body.subarray(48, 64)),
  };
}
