import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createAccount } from "~/domain/accounts/create-account.server";
import type { Actor } from "~/domain/actor";
import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { createTopic } from "~/domain/consent/create-topic.server";
import type { Deps } from "~/domain/deps";
import { listForms } from "~/domain/forms/find-form.server";
import type { Gate } from "~/domain/mail/gate";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { createSender } from "~/domain/senders/create-sender.server";
import { vouchSender } from "~/domain/senders/vouch-sender.server";
import { createSite } from "~/domain/sites/create-site.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { savePrivacySettings, updateWorkspace } from "~/domain/workspaces/update-workspace.server";
import { demoMailHtml, demoPageCss, demoPageHtml } from "./demo/demo-page";
import { demoCampaignDaysAgo, demoPeople } from "./demo/demo-people";
import { captureDemoLead, seedSentCampaign, seedVisits } from "./demo/seed-history";

const demoEmail = "demo@example.org";
const system: Actor = { kind: "system", reason: "demo" };

const passwordFile = (deps: Deps) => path.join(deps.config.data.folder, "demo-password");

/** Random for each instance; readable by its owner only. */
function makePassword(deps: Deps): string {
  const password = randomBytes(12).toString("base64url");
  writeFileSync(passwordFile(deps), `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * The demo workspace: a published page with four weeks of visits, leads, a sample of a sent campaign, and one ready to
 * send. Hands no message to a transport.
 */
export async function seedDemo(deps: Deps & { gates: readonly Gate[] }): Promise<void> {
  const { accountId } = await createAccount(deps, system, {
    email: demoEmail,
    password: makePassword(deps),
    name: "Demo",
    acceptsPolicies: { ip: "127.0.0.1" },
  });
  const { id: workspaceId } = await createWorkspace(deps, system, {
    slug: "demo",
    name: "Harbour Repair Café",
    ownerAccountId: accountId,
    timeZone: "Europe/Berlin",
  });
  const owner: Actor = { kind: "member", accountId, workspaceId, role: "owner" };
  await updateWorkspace(deps, owner, { workspaceId, settings: { doubleOptIn: false } });
  const postalAddress = "Harbour Repair Café\nQuay 7\n20457 Hamburg";
  await savePrivacySettings(deps, owner, {
    workspaceId,
    settings: {
      controller: "Harbour Repair Café",
      contact: "hello@repair-cafe.example",
      postalAddress,
      purposes: ["keeping a place at the workshop", "news about further workshops, if you agree"],
      retentionMonths: 24,
      retentionText: "",
      text: "",
    },
  });
  const site = await createSite(deps, owner, {
    workspaceId,
    slug: "demo",
    name: "Harbour Repair Café",
    language: "en",
  });
  const page = await createPage(deps, owner, {
    workspaceId,
    siteId: site.id,
    path: "/",
    title: "Learn to mend what you own",
    description: "A free evening workshop on 12 December at the Harbour Repair Café.",
    html: demoPageHtml,
    css: demoPageCss,
  });
  const published = await publishPage(deps, owner, { workspaceId, pageId: page.id });
  const form = (await listForms(deps, workspaceId)).find((each) => each.pageId === page.id);
  if (!form) throw new Error("The demo page has a form");
  const place = { workspaceId, formId: form.id, pageId: page.id, pageVersionId: published.version.id };
  const early = demoPeople.filter((person) => person.daysAgo > demoCampaignDaysAgo);
  const late = demoPeople.filter((person) => person.daysAgo <= demoCampaignDaysAgo);
  for (const person of early) await captureDemoLead(deps, place, person);
  const topic = await createTopic(deps, owner, {
    workspaceId,
    name: "Workshops",
    description: "When the next evening takes place",
  });
  const sender = await createSender(deps, owner, {
    workspaceId,
    fromName: "Harbour Repair Café",
    fromEmail: "hello@repair-cafe.example",
    replyTo: "",
    postalAddress,
  });
  await vouchSender(deps, system, { workspaceId, senderId: sender.id });
  await seedSentCampaign(deps, {
    workspaceId,
    owner,
    senderId: sender.id,
    topicId: topic.id,
    daysAgo: demoCampaignDaysAgo,
  });
  for (const person of late) await captureDemoLead(deps, place, person);
  await seedVisits(deps, place);
  await createCampaign(deps, owner, {
    workspaceId,
    name: "Workshop reminder",
    subject: "Your place on 12 December, {{name|friend}}",
    preheader: "Doors open at six",
    senderId: sender.id,
    topicId: topic.id,
    html: demoMailHtml,
  });
}

/** What the start says about the demo; nothing when there is none. */
export async function describeDemo(deps: Deps): Promise<string[]> {
  const file = passwordFile(deps);
  if (!existsSync(file)) return [];
  return [
    `Demo page:  ${deps.urls.page("demo", "/")}`,
    `Sign in at  ${deps.urls.app("/sign-in")}  as ${demoEmail} with ${readFileSync(file, "utf8").trim()}`,
  ];
}
