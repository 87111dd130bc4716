import { createHash } from "node:crypto";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { recordConsents } from "../consent/record-consents.server";
import type { Deps } from "../deps";
import { recordEvent } from "../events/record-event.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { hostOfPlace } from "./quoted-place.server";
import { type Quotation, type Testimonial, testimonialPurpose } from "./testimonial";
import { selectTestimonial, updateTestimonialRow } from "./testimonial-queries.server";
import { readTestimonialToken } from "./testimonial-token.server";
import { say, testimonialWords } from "./testimonial-words";

export interface AskedTestimonial {
  testimonial: Testimonial;
  /** Who asks. */
  name: string;
  place: string;
  /** The sentence that is agreed to. */
  agreement: string;
}

/** What a link of a quoted person is about; undefined when there is nothing to decide. Changes nothing. */
export async function findAskedTestimonial(deps: Deps, token: string): Promise<AskedTestimonial | undefined> {
  const named = readTestimonialToken(deps, token);
  if (!named) return undefined;
  const testimonial = await selectTestimonial(deps.db, named.workspaceId, named.id);
  const workspace = testimonial && (await findWorkspaceById(deps, named.workspaceId));
  if (!testimonial || !workspace || !(testimonial.asked || testimonial.shown)) return undefined;
  const name = workspace.privacySettings.controller || workspace.name;
  const asked = testimonial.asked ?? testimonial.shown;
  const place = await hostOfPlace(deps, { ...testimonial, siteId: asked?.siteId ?? "" });
  const { words } = testimonialWords(testimonial.language);
  return { testimonial, name, place, agreement: say(words.agreement, { name, place }) };
}

export type TestimonialAnswer = "agree" | "decline" | "withdraw";

/** The whole of what was read: the words, whose they are, and the sentence that was agreed to. */
const proofOf = ({ words, name, role, picture }: Quotation, agreement: string): string =>
  [words, [name, role, picture].filter(Boolean).join(", "), agreement].join("\n\n");

/** Names the words that the person read: others have another mark. */
export const askedMark = ({ asked, askedAt }: Testimonial): string =>
  createHash("sha256")
    .update(JSON.stringify([asked, askedAt]))
    .digest("base64url")
    .slice(0, 22);

/**
 * The quoted person decides. Agreeing holds only for the words that were read; withdrawing always holds, at once.
 * False when the words were changed in between. Pressing twice changes nothing more.
 */
export async function answerTestimonial(
  deps: Deps,
  actor: Actor,
  asked: AskedTestimonial,
  given: { answer: TestimonialAnswer; mark: string; ip: string },
): Promise<boolean> {
  const { workspaceId, id } = asked.testimonial;
  return deps.transact(async (tx) => {
    const one = await selectTestimonial(tx, workspaceId, id);
    if (!one) return false;
    const now = deps.clock.now();
    const { answer } = given;
    if (answer !== "withdraw" && (!one.asked || given.mark !== askedMark(one))) return false;
    const next = after(one, answer);
    if (!next) return true;
    await updateTestimonialRow(tx, {
      ...next,
      answeredAt: now,
      updatedAt: now,
      revision: one.revision + 1,
    });
    const consent = {
      ...{ addressHash: one.addressHash, purpose: testimonialPurpose(id), method: "confirmation" as const },
      ...{ locale: one.language, ip: given.ip },
    };
    if (answer === "agree" && one.asked)
      await recordConsents(deps, tx, workspaceId, [
        { ...consent, act: "granted", wording: proofOf(one.asked, asked.agreement) },
      ]);
    if (answer !== "withdraw") {
      const told = answer === "agree" ? "testimonial.agreed" : "testimonial.declined";
      await recordEvent(deps, tx, workspaceId, told, { testimonialId: id });
    }
    if (answer === "withdraw") {
      await recordConsents(deps, tx, workspaceId, [{ ...consent, act: "withdrawn" }]);
      await recordEvent(deps, tx, workspaceId, "testimonial.withdrawn", { testimonialId: id });
    }
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: `testimonial:${answer}` },
      ...{ targetKind: "testimonial", targetId: id },
    });
    return true;
  });
}

/** Undefined when nothing changes. */
function after(one: Testimonial, answer: TestimonialAnswer): Testimonial | undefined {
  if (answer === "withdraw")
    return one.shown || one.state === "agreed" ? { ...one, state: "withdrawn", shown: undefined } : undefined;
  if (answer === "decline") return one.state === "asked" ? { ...one, state: "declined" } : undefined;
  return one.state === "agreed" ? undefined : { ...one, state: "agreed", shown: one.asked };
}
