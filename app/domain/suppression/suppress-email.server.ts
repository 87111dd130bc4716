import { z } from "zod";
import { parseEmailAddress } from "~/lib/email-address";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { addressHasher } from "./address-hash.server";
import { suppressAddress } from "./suppress-address.server";
import { givenReasons } from "./suppression";

const input = z.object({
  workspaceId: z.string(),
  email: z.string().max(600),
  topicId: z.string().default(""),
  reason: z.enum(givenReasons).default("staff"),
  /** How the person said it: by phone, by post. */
  note: z.string().max(500).default(""),
});

/** Takes down what a person told staff, or what another system knows: this address gets no more mail. */
export async function suppressEmail(deps: Deps, actor: Actor, given: z.input<typeof input>) {
  const { workspaceId, email, topicId, reason, note } = input.parse(given);
  const parsed = parseEmailAddress(email);
  if (!parsed.ok) {
    throw new DomainError("invalid", "email_invalid", "This is not an e-mail address. Nothing was changed.", {
      fields: { email: "Enter the address as in name@example.org." },
    });
  }
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const addressHash = hash(parsed.address);
  const source = actor.kind === "apiKey" ? "api" : "staff";
  const { changed } = await suppressAddress(deps, actor, {
    workspaceId,
    addressHash,
    topicId,
    reason,
    source,
    note,
  });
  return { addressHash, topicId, changed };
}
