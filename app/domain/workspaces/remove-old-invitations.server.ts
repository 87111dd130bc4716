import type { Deps } from "../deps";
import { removeInvitationsBefore } from "./invitation-queries.server";

const keptMs = 7 * 86_400_000;

export const removeOldInvitations = async (deps: Pick<Deps, "db" | "clock">): Promise<void> => {
  await removeInvitationsBefore(deps.db, deps.clock.now() - keptMs);
};
