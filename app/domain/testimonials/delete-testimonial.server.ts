import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { forgetFileUses } from "../files/note-file-uses.server";
import { requireMemberOrKey } from "../workspaces/authorise-member.server";
import { getTestimonial } from "./list-testimonials.server";
import { deleteTestimonialRows, selectTestimonialIdsOf } from "./testimonial-queries.server";

type NeededDeps = Pick<Deps, "clock" | "ids">;

async function remove(
  deps: NeededDeps,
  tx: Executor,
  actor: Actor,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await deleteTestimonialRows(tx, workspaceId, ids);
  for (const id of ids) {
    await forgetFileUses(tx, workspaceId, { kind: "testimonial", id });
    await recordEvent(deps, tx, workspaceId, "testimonial.withdrawn", { testimonialId: id });
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "testimonial:delete" },
      ...{ targetKind: "testimonial", targetId: id },
    });
  }
}

/** Nothing of it is kept but the proof of consent, as a keyed hash; pages lose it within seconds. */
export async function deleteTestimonial(
  deps: NeededDeps & Pick<Deps, "transact">,
  actor: Actor,
  input: { workspaceId: string; testimonialId: string },
): Promise<void> {
  requireMemberOrKey(actor, input.workspaceId, "page:edit");
  await deps.transact(async (tx) => {
    const { id } = await getTestimonial(tx, input.workspaceId, input.testimonialId);
    await remove(deps, tx, actor, input.workspaceId, [id]);
  });
}

/** Part of erasing a person: what was quoted of that address goes. */
export async function forgetQuoted(
  deps: NeededDeps,
  tx: Executor,
  { workspaceId, addressHash }: { workspaceId: string; addressHash: string },
): Promise<void> {
  if (!addressHash) return;
  const ids = await selectTestimonialIdsOf(tx, workspaceId, addressHash);
  await remove(deps, tx, { kind: "system", reason: "The person was erased" }, workspaceId, ids);
}
