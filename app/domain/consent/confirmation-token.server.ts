import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

export interface ConfirmationBody {
  workspaceId: string;
  submissionId: string;
  addressHash: string;
  expiresAt: number;
}

export const confirmationDays = 30;

/** The link that only the owner of the mailbox can follow. */
export function confirmationToken(
  deps: Pick<Deps, "keys" | "clock">,
  body: Omit<ConfirmationBody, "expiresAt">,
): string {
  const expires = Buffer.alloc(6);
  expires.writeUIntBE(deps.clock.now() + confirmationDays * 86_400_000, 0, 6);
  const bytes = Buffer.concat([
    idToBytes(body.workspaceId),
    idToBytes(body.submissionId),
    Buffer.from(body.addressHash, "hex"),
    expires,
  ]);
  return signToken(deps.keys.platform("token"), tokenTypes.confirmation, bytes);
}

/** Undefined when the token is not ours; expired ones are still read, so that the page can say so. */
export function readConfirmationToken(deps: Pick<Deps, "keys">, token: string): ConfirmationBody | undefined {
  const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.confirmation, token);
  if (bytes?.length !== 54) return undefined;
  return {
    workspaceId: bytesToId(bytes.subarray(0, 16)),
    submissionId: bytesToId(bytes.subarray(16, 32)),
    addressHash: bytes.subarray(32, 48).toString("hex"),
    expiresAt: bytes.readUIntBE(48, 6),
  };
}
