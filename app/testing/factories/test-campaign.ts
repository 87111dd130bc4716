import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { recordConsents } from "~/domain/consent/record-consents.server";
import type { Deps } from "~/domain/deps";
import { searchText } from "~/domain/leads/lead-text";
import { vouchSender } from "~/domain/senders/vouch-sender.server";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { insertTestWorkspace } from "../insert-workspace";
import { createTestSender } from "./test-sender";

export const system = { kind: "system", reason: "test" } as const;

export const letter = `<html><body><p>Hello {{name|there}}, your city is {{city|unknown}}.</p>
<p><a href="https://shop.example/offer?who={{name}}">The offer</a> and <a href="https://shop.example/terms">terms</a></p>
<p>{{postal_address}}</p><p><a href="{{unsubscribe_url}}">Unsubscribe</a> <a href="{{preferences_url}}">Preferences</a></p></body></html>`;

export interface TestLead {
  id: string;
  email: string;
  addressHash: string;
}

/** Leads written straight into the tables, with consent to mail, and to tracking where asked for. */
export async function insertTestLeads(
  deps: Deps,
  workspaceId: string,
  people: readonly { email: string; name?: string; fields?: Record<string, string> }[],
  { mail = true, tracking }: { mail?: boolean; tracking?: boolean } = {},
): Promise<TestLead[]> {
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const now = deps.clock.now();
  const leads = people.map((person) => ({
    ...person,
    id: deps.ids.next(),
    addressHash: hash(person.email),
  }));
  for (let start = 0; start < leads.length; start += 200) {
    const some = leads.slice(start, start + 200);
    await deps.transact(async (tx) => {
      await tx
        .insertInto("leads")
        .values(
          some.map(({ id, email, addressHash, name = "", fields = {} }) => ({
            workspace_id: workspaceId,
            id,
            email,
            email_key: email.toLowerCase(),
            address_hash: addressHash,
            name,
            fields: JSON.stringify(fields),
            field_sources: "{}",
            search_text: searchText({ email, name, fields }),
            origin: "api",
            submissions: 0,
            revision: 1,
            created_at: now,
            updated_at: now,
            last_submission_at: null,
          })),
        )
        .execute();
      const acts = some.flatMap(({ id: leadId, addressHash }) => {
        const act = { addressHash, leadId, act: "granted", method: "staff", wording: "Yes" } as const;
        return [
          ...(mail ? [{ ...act, purpose: "mail" }] : []),
          ...(tracking === undefined ? [] : [trackingAct(act, tracking)]),
        ];
      });
      await recordConsents(deps, tx, workspaceId, acts);
    });
  }
  return leads;
}

const trackingAct = <T extends object>(act: T, yes: boolean) => ({
  ...act,
  purpose: "tracking",
  act: yes ? ("granted" as const) : ("withdrawn" as const),
});

/** A workspace in good standing with a sender that may be used. */
export async function makeTestWriter(deps: Deps, slug: string, fromEmail = "news@harbour.example") {
  const workspaceId = await insertTestWorkspace(deps, slug);
  const sender = await createTestSender(deps, system, {
    workspaceId,
    fromName: "Harbour Studio",
    fromEmail,
    postalAddress: "Harbour Studio\nQuay 1\n20457 Hamburg",
  });
  await vouchSender(deps, system, { workspaceId, senderId: sender.id });
  return { workspaceId, senderId: sender.id };
}

export function makeTestCampaign(
  deps: Deps,
  { workspaceId, senderId }: { workspaceId: string; senderId: string },
  changes: { html?: string; subject?: string; topicId?: string; segmentId?: string } = {},
) {
  return createCampaign(deps, system, {
    workspaceId,
    senderId,
    name: "Autumn",
    subject: "Hello {{name|there}}",
    html: letter,
    ...changes,
  });
}
