import type { Actor } from "../actor";
import { DomainError } from "../domain-error";

/** The workspace an actor works in; members and keys never reach another one than their own. */
export function actorWorkspace(actor: Actor, given?: string): string {
  const own = "workspaceId" in actor ? actor.workspaceId : undefined;
  if (own && given && own !== given) {
    throw new DomainError("not_found", "not_found", "There is no such page.");
  }
  const workspaceId = given ?? own;
  if (!workspaceId) throw new Error("Neither the actor nor the input names a workspace");
  return workspaceId;
}
