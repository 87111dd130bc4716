import { z } from "zod";
import { parseEmailAddress } from "~/lib/email-address";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { addressHasher } from "./address-hash.server";
import { suppressAddresses } from "./suppress-addresses.server";
import { givenReasons, mostAddresses } from "./suppression";

const input = z.object({
  workspaceId: z.string(),
  emails: z.array(z.string().max(600)),
  topicId: z.string().default(""),
  reason: z.enum(givenReasons).default("staff"),
  /** How it became known: by phone, from another system. */
  note: z.string().max(500).default(""),
});

/** Takes down a list of addresses that get no more mail. Those that are none are left out. */
export async function suppressEmails(
  deps: Deps,
  actor: Actor,
  given: z.input<typeof input>,
): Promise<{ changed: number; standing: number }> {
  const { workspaceId, emails, topicId, reason, note } = input.parse(given);
  if (emails.length > mostAddresses) throw tooMany();
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const addressHashes = new Set<string>();
  for (const email of emails) {
    const parsed = parseEmailAddress(email);
    if (parsed.ok) addressHashes.add(hash(parsed.address));
  }
  if (addressHashes.size === 0) {
    throw new DomainError(
      "invalid",
      "email_invalid",
      "There is no e-mail address here. Nothing was changed.",
      {
        fields: { addresses: "Enter addresses as in name@example.org." },
      },
    );
  }
  const changed = await suppressAddresses(deps, actor, {
    workspaceId,
    addressHashes: [...addressHashes],
    topicId,
    reason,
    source: actor.kind === "apiKey" ? "api" : "staff",
    note,
  });
  return { changed, standing: addressHashes.size - changed };
}

export const tooMany = () =>
  new DomainError(
    "invalid",
    "too_many_addresses",
    `These are more than ${mostAddresses.toLocaleString("en")} addresses. Split the list. Nothing was changed.`,
  );
