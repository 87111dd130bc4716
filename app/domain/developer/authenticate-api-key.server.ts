import { timingSafeEqual } from "node:crypto";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findKeyForToken, markUsed } from "./api-key-queries.server";
import { hashApiKeyToken, readApiKeyToken } from "./api-key-token.server";

export type ApiKeyActor = Extract<Actor, { kind: "apiKey" }>;

const usedEveryMs = 60_000;

/** Who a bearer token speaks for. The same refusal for malformed, unknown and revoked ones; whoever holds a stopped one is told so. */
export async function authenticateApiKey(
  deps: Pick<Deps, "db" | "clock" | "log">,
  token: string,
): Promise<ApiKeyActor> {
  const refusal = () =>
    new DomainError(
      "unauthenticated",
      "token_invalid",
      "This token is not valid. Make a new key in the settings.",
    );
  const id = readApiKeyToken(token);
  if (!id) throw refusal();
  const found = await findKeyForToken(deps.db, id);
  if (!found) throw refusal();
  const given = Buffer.from(hashApiKeyToken(token), "hex");
  const { key } = found;
  if (!timingSafeEqual(given, Buffer.from(found.secretHash, "hex")) || key.revokedAt !== undefined)
    throw refusal();
  if (key.stopped) {
    throw new DomainError(
      "unauthenticated",
      "token_stopped",
      "Whoever made this token may no longer keep keys in its workspace. An owner or admin can let it work again in the settings.",
    );
  }
  const now = deps.clock.now();
  if (now - (key.lastUsedAt ?? 0) >= usedEveryMs) {
    try {
      await markUsed(deps.db, key.workspaceId, key.id, now);
    } catch (error) {
      // Programs go on reading while nothing can be written.
      deps.log.warn({ err: error }, "the use of a key could not be noted");
    }
  }
  return { kind: "apiKey", keyId: key.id, workspaceId: key.workspaceId, scopes: key.scopes };
}
