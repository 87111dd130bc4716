import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { actorWorkspace } from "./actor-workspace";
import { requireEditableWorkspace } from "./check-page-change.server";
import { getSection } from "./get-section.server";
import { setSectionRemoved } from "./saved-section-queries.server";

type Input = { workspaceId?: string; sectionId: string };

async function setRemoved(deps: Deps, actor: Actor, input: Input, isRemoved: boolean): Promise<void> {
  const workspaceId = actorWorkspace(actor, input.workspaceId);
  await deps.transact(async (tx) => {
    await requireEditableWorkspace(tx, workspaceId);
    const section = await getSection(deps, workspaceId, input.sectionId, tx);
    await setSectionRemoved(tx, workspaceId, section.id, isRemoved ? deps.clock.now() : null);
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: isRemoved ? "section:remove" : "section:restore",
      targetKind: "section",
      targetId: section.id,
      detail: { name: section.name },
    });
  });
}

/** Takes a section out of the library. Pages that show it keep it. */
export const removeSection = (deps: Deps, actor: Actor, input: Input): Promise<void> =>
  setRemoved(deps, actor, input, true);

export const restoreSection = (deps: Deps, actor: Actor, input: Input): Promise<void> =>
  setRemoved(deps, actor, input, false);
