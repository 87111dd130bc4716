import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { countRequestsSince } from "../consent/count-requests.server";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { requireMemberOrKey } from "../workspaces/authorise-member.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { getTestimonial } from "./list-testimonials.server";
import { hostOfPlace } from "./quoted-place.server";
import { isNo, quotationOf, sameQuotation, type Testimonial, testimonialPurpose } from "./testimonial";
import { testimonialLetter } from "./testimonial-letter";
import { updateTestimonialRow } from "./testimonial-queries.server";
import { testimonialToken } from "./testimonial-token.server";

const askAgainAfterMs = 24 * 3_600_000;
/** Whoever could ask without end could write to strangers without end. */
const lettersADay = 50;

function requireMayAsk(one: Testimonial, now: number): void {
  const isSame = sameQuotation(one, one.asked);
  if (one.state === "agreed")
    throw new DomainError("conflict", "testimonial_agreed", "This person agreed to these words already.");
  if (isSame && isNo(one.state))
    throw new DomainError(
      "conflict",
      one.state === "declined" ? "testimonial_declined" : "testimonial_withdrawn",
      one.state === "declined"
        ? "This person did not agree to these words. Ask again only after you have changed them."
        : "This person withdrew the consent to these words. Ask again only after you have changed them; the link in the first letter lets the person agree again at any time.",
    );
  if (isSame && one.askedAt && one.askedAt > now - askAgainAfterMs)
    throw new DomainError(
      "conflict",
      "testimonial_asked",
      "This person was asked within the last day. Wait for the answer, or ask again tomorrow.",
    );
}

/** Writes to the quoted person: exactly these words, in this place. What was asked is kept as it was. */
export async function askTestimonial(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; testimonialId: string },
): Promise<void> {
  const { workspaceId, testimonialId } = input;
  requireMemberOrKey(actor, workspaceId, "page:publish");
  requireMail(deps.config);
  const workspace = await getWorkspace(deps.db, workspaceId);
  if (workspace.standing !== "good")
    throw new DomainError("forbidden", "workspace_not_good", "This workspace may not write to people now.");
  const name = workspace.privacySettings.controller || workspace.name;
  const place = await hostOfPlace(deps, await getTestimonial(deps.db, workspaceId, testimonialId));
  await deps.transact(async (tx) => {
    const one = await getTestimonial(tx, workspaceId, testimonialId);
    const now = deps.clock.now();
    requireMayAsk(one, now);
    const asked = await countRequestsSince(tx, workspaceId, now - askAgainAfterMs, "testimonial_");
    if (asked >= lettersADay)
      throw new DomainError(
        "limit",
        "too_many_letters",
        `At most ${lettersADay} people can be asked a day. Ask the others tomorrow.`,
        { retryAfter: 3600 },
      );
    await updateTestimonialRow(tx, {
      ...one,
      state: "asked",
      asked: quotationOf(one),
      askedAt: now,
      updatedAt: now,
      revision: one.revision + 1,
    });
    const { addressHash, language } = one;
    const purpose = testimonialPurpose(one.id);
    await recordConsents(deps, tx, workspaceId, [
      { addressHash, purpose, act: "requested", method: "staff", wording: one.words, locale: language },
    ]);
    const url = deps.urls.link(`/quoted/${testimonialToken(deps, one)}`);
    const view = testimonialLetter({ name, place, language, quotation: one, url });
    const contact = workspace.privacySettings.contact;
    await queueTransactionalMail(deps, tx, {
      ...{ workspaceId: "", kind: "confirmation", to: one.email, view },
      ...(contact ? { replyTo: { name, email: contact } } : {}),
    });
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "testimonial:ask" },
      ...{ targetKind: "testimonial", targetId: one.id },
    });
  });
}
