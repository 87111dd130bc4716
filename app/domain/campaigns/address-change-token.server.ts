import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

/** Asked for on a preference page: first the old mailbox agrees, then the new one. */
export interface AddressChange {
  workspaceId: string;
  deliveryId: string;
  /** Hash of the address that is left. */
  addressHash: string;
  stage: "old" | "new";
  email: string;
  expiresAt: number;
}

const validMs = 3 * 86_400_000;
const headBytes = 55;
/** What fits into a token beside the rest. */
export const maxNewAddressBytes = 200;

export function addressChangeToken(
  deps: Pick<Deps, "keys" | "clock">,
  change: Omit<AddressChange, "expiresAt">,
): string {
  const tail = Buffer.alloc(7);
  tail.writeUInt8(change.stage === "old" ? 0 : 1, 0);
  tail.writeUIntBE(deps.clock.now() + validMs, 1, 6);
  const body = Buffer.concat([
    idToBytes(change.workspaceId),
    idToBytes(change.deliveryId),
    Buffer.from(change.addressHash, "hex"),
    tail,
    Buffer.from(change.email, "utf8"),
  ]);
  return signToken(deps.keys.platform("token"), tokenTypes.addressChange, body);
}

/** Undefined for what is not ours or too old. */
export function readAddressChange(
  deps: Pick<Deps, "keys" | "clock">,
  token: string,
): AddressChange | undefined {
  const body = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.addressChange, token);
  if (!body || body.length <= headBytes) return undefined;
  const expiresAt = body.readUIntBE(49, 6);
  if (expiresAt < deps.clock.now()) return undefined;
  return {
    workspaceId: bytesToId(body.subarray(0, 16)),
    deliveryId: bytesToId(body.subarray(16, 32)),
    addressHash: body.subarray(32, 48).toString("hex"),
    stage: body.readUInt8(48) === 0 ? "old" : "new",
    email: body.subarray(headBytes).toString("utf8"),
    expiresAt,
  };
}
