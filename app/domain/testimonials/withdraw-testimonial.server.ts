import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { requireMemberOrKey } from "../workspaces/authorise-member.server";
import { getTestimonial } from "./list-testimonials.server";
import type { Testimonial } from "./testimonial";
import { updateTestimonialRow } from "./testimonial-queries.server";

/**
 * The workspace shows the words no more: pages lose them within seconds. What the person consented to stays as proof, and
 * showing the words again needs a new answer. Doing it twice changes nothing more.
 */
export async function withdrawTestimonial(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; testimonialId: string },
): Promise<Testimonial> {
  const { workspaceId, testimonialId } = input;
  requireMemberOrKey(actor, workspaceId, "page:edit");
  return deps.transact(async (tx) => {
    const one = await getTestimonial(tx, workspaceId, testimonialId);
    if (one.state === "withdrawn" && !one.shown) return one;
    const next: Testimonial = {
      ...one,
      state: "withdrawn",
      shown: undefined,
      revision: one.revision + 1,
      updatedAt: deps.clock.now(),
    };
    await updateTestimonialRow(tx, next);
    await recordEvent(deps, tx, workspaceId, "testimonial.withdrawn", { testimonialId });
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "testimonial:withdraw" },
      ...{ targetKind: "testimonial", targetId: testimonialId },
    });
    return next;
  });
}
