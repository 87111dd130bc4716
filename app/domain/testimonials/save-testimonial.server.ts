import { emailAddressMessages, parseEmailAddress } from "~/lib/email-address";
import type { Executor } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { forgetFileUses, noteFileUses } from "../files/note-file-uses.server";
import { findSiteById } from "../sites/find-site.server";
import { addressHasher } from "../suppression/address-hash.server";
import { requireMemberOrKey } from "../workspaces/authorise-member.server";
import { getTestimonial } from "./list-testimonials.server";
import {
  maxTestimonials,
  quotationOf,
  sameQuotation,
  type Testimonial,
  type TestimonialInput,
  testimonialInput,
} from "./testimonial";
import { insertTestimonial, selectTestimonials, updateTestimonialRow } from "./testimonial-queries.server";

function read(given: TestimonialInput) {
  const parsed = testimonialInput.safeParse(given);
  const fields: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) fields[String(issue.path[0])] ??= issue.message;
  const email = parseEmailAddress(given.email);
  if (!email.ok) fields.email = emailAddressMessages[email.reason];
  if (!parsed.success || Object.keys(fields).length > 0)
    throw new DomainError("invalid", "testimonial_invalid", "Nothing was saved.", { fields });
  return parsed.data;
}

/** What the words are now and what was agreed to are two things: the state follows from comparing them. */
function stateOf(one: Testimonial, before: Testimonial | undefined): Testimonial["state"] {
  if (sameQuotation(one, one.shown)) return "agreed";
  return before && sameQuotation(one, before) ? before.state : "draft";
}

/** Keeps what somebody said. Whoever changes the words has to ask anew; until then the words agreed to stay. */
export async function saveTestimonial(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; testimonialId?: string; revision?: number } & TestimonialInput,
): Promise<Testimonial> {
  const { workspaceId, testimonialId, revision, ...given } = input;
  requireMemberOrKey(actor, workspaceId, "page:edit");
  const asked = read(given);
  if (asked.siteId && !(await findSiteById(deps, workspaceId, asked.siteId)))
    throw new DomainError("invalid", "site_not_found", "Nothing was saved.", {
      fields: { siteId: "There is no such site." },
    });
  const hash = await addressHasher(deps, deps.db, workspaceId);
  return deps.transact(async (tx) => {
    const before = testimonialId ? await getTestimonial(tx, workspaceId, testimonialId) : undefined;
    if (before && revision !== undefined && revision !== before.revision)
      throw new DomainError(
        "conflict",
        "testimonial_changed",
        "Somebody changed this testimonial in between. Nothing was saved.",
      );
    if (!before && (await selectTestimonials(tx, workspaceId, maxTestimonials)).length >= maxTestimonials)
      throw new DomainError("invalid", "too_many_testimonials", `At most ${maxTestimonials} are possible.`);
    const addressHash = hash(asked.email);
    // Another mailbox is another person: what the one agreed to says nothing of the other.
    const samePerson = before?.addressHash === addressHash;
    const one: Testimonial = {
      ...{ id: before?.id ?? deps.ids.next(), workspaceId, addressHash },
      ...asked,
      state: "draft",
      asked: samePerson ? before?.asked : undefined,
      shown: samePerson ? before?.shown : undefined,
      askedAt: samePerson ? before?.askedAt : undefined,
      answeredAt: samePerson ? before?.answeredAt : undefined,
      updatedAt: deps.clock.now(),
      revision: (before?.revision ?? 0) + 1,
    };
    one.state = stateOf(one, samePerson ? before : undefined);
    await store(deps, tx, actor, one, before);
    if (before?.shown && !samePerson)
      await recordEvent(deps, tx, workspaceId, "testimonial.withdrawn", { testimonialId: one.id });
    return one;
  });
}

async function store(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Executor,
  actor: Actor,
  one: Testimonial,
  before: Testimonial | undefined,
): Promise<void> {
  if (before) await updateTestimonialRow(tx, one);
  else await insertTestimonial(tx, one);
  const user = { kind: "testimonial", id: one.id } as const;
  await forgetFileUses(tx, one.workspaceId, user);
  await noteFileUses(tx, one.workspaceId, user, `${one.picture} ${one.shown?.picture ?? ""}`);
  await recordAudit(deps, tx, {
    workspaceId: one.workspaceId,
    actor,
    action: before ? "testimonial:update" : "testimonial:create",
    targetKind: "testimonial",
    targetId: one.id,
    detail: { changed: !sameQuotation(quotationOf(one), before) },
  });
}
