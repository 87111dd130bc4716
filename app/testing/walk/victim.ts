import { addAccount } from "~/domain/accounts/create-account.server";
import { startSession } from "~/domain/accounts/start-session.server";
import type { Role } from "~/domain/actor";
import { createCampaign } from "~/domain/campaigns/create-campaign.server";
import { sendTest } from "~/domain/campaigns/send-test.server";
import { startDelivery } from "~/domain/campaigns/start-delivery.server";
import { createTopic } from "~/domain/consent/create-topic.server";
import { saveThirdParty } from "~/domain/consent/save-third-party.server";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { createWebhookEndpoint } from "~/domain/developer/create-webhook-endpoint.server";
import { testWebhookEndpoint } from "~/domain/developer/try-webhook.server";
import { createExperiment } from "~/domain/experiments/create-experiment.server";
import { keepUpload } from "~/domain/files/keep-upload.server";
import { createLead } from "~/domain/leads/create-lead.server";
import { createLeadSink } from "~/domain/leads/lead-sink.server";
import { runLeadImport } from "~/domain/leads/run-lead-import.server";
import { startLeadImport, uploadLeadImport } from "~/domain/leads/start-lead-import.server";
import { createPage } from "~/domain/pages/create-page.server";
import { saveSection } from "~/domain/pages/save-section.server";
import { filePrivacyRequest } from "~/domain/privacy/file-privacy-request.server";
import { createPreviewLink } from "~/domain/publishing/create-preview-link.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { schedulePage } from "~/domain/publishing/schedule-page.server";
import { createSegment } from "~/domain/segments/create-segment.server";
import { vouchSender } from "~/domain/senders/vouch-sender.server";
import { addRedirect } from "~/domain/sites/add-redirect.server";
import { addSiteDomain } from "~/domain/sites/add-site-domain.server";
import { listRedirects } from "~/domain/sites/list-redirects.server";
import { requestExport } from "~/domain/termination/request-export.server";
import { runExport } from "~/domain/termination/run-export.server";
import { saveTestimonial } from "~/domain/testimonials/save-testimonial.server";
import { inviteMember } from "~/domain/workspaces/invite-member.server";
import { roles } from "~/domain/workspaces/permission";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { letter, system } from "../factories/test-campaign";
import { createTestSender } from "../factories/test-sender";
import { makeTestSite } from "../factories/test-site";
import type { TestApp } from "../http/test-app";

type Deps = TestApp["deps"];

let made = 0;

async function enter(deps: Deps, workspaceId: string, name: string, role: Role) {
  const email = `${name}.${role}@people.example`;
  const accountId = await deps.transact((tx) =>
    addAccount(deps, tx, {
      email,
      name: `${name} ${role}`,
      passwordHash: "",
      confirmed: true,
      isOperator: false,
    }),
  );
  if (!accountId) throw new Error(`${email} has an account already`);
  await deps.db
    .insertInto("memberships")
    .values({ workspace_id: workspaceId, account_id: accountId, role, created_at: deps.clock.now() })
    .execute();
  const session = await startSession(deps, deps.db, { accountId, ip: "127.0.0.1", userAgent: "walk" });
  return { accountId, cookie: `foyer=${session}` };
}

/** An endpoint whose messages reach nobody, with one that was not taken. */
async function makeEndpoint(
  deps: Deps,
  owner: Parameters<typeof createWebhookEndpoint>[1],
  { workspaceId, word }: { workspaceId: string; word: string },
) {
  const { id: endpointId } = await createWebhookEndpoint(deps, owner, {
    workspaceId,
    url: `https://8.8.8.8/${word}`,
  });
  await deps.db
    .updateTable("webhook_endpoints")
    .set({ url: `https://127.0.0.1:9/${word}` })
    .where("workspace_id", "=", workspaceId)
    .execute();
  const { id: deliveryId } = await testWebhookEndpoint(deps, { workspaceId, endpointId });
  return { endpointId, deliveryId };
}

/**
 * A workspace with one of everything, and people of every role. `word` stands in all of its data and nowhere else:
 * whoever sees it has seen what is theirs.
 */
export async function makeVictim(deps: Deps, options: { archive?: boolean } = {}) {
  made += 1;
  const word = `quince${made}x`;
  const { workspaceId, site, owner: founder } = await makeTestSite(deps, { slug: `orchard-${made}` });
  await deps.db
    .updateTable("workspaces")
    .set({ name: `Orchard ${word}` })
    .where("id", "=", workspaceId)
    .execute();
  const people = {} as Record<Role, Awaited<ReturnType<typeof enter>>>;
  for (const role of roles) people[role] = await enter(deps, workspaceId, word, role);
  const owner = { kind: "member", accountId: people.owner.accountId, workspaceId, role: "owner" } as const;
  const keyOf = async (scopes: readonly string[]) =>
    createApiKey(deps, owner, { workspaceId, name: `Key ${word}`, scopes });

  const page = await createPage(deps, founder, {
    siteId: site.id,
    path: "/live",
    title: `Live ${word}`,
    html: `<h1>${word}</h1><form><input name="email" type="email"><button>Go</button></form>`,
  });
  const published = await publishPage(deps, owner, { workspaceId, pageId: page.id });
  const section = await saveSection(deps, owner, {
    workspaceId,
    name: `Section ${word}`,
    document: htmlToPageDocument({ html: `<section><h2>${word}</h2></section>` }).document,
  });
  const wallTime = new Date(deps.clock.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 16);
  const plan = { workspaceId, pageId: page.id, act: "publish", wallTime } as const;
  const schedule = await schedulePage(deps, owner, plan);
  const preview = await createPreviewLink(deps, owner, { workspaceId, pageId: page.id, days: 7 });
  const atSite = { workspaceId, siteId: site.id };
  await addSiteDomain(deps, owner, { ...atSite, domain: `www.${word}.example` });
  await addRedirect(deps, owner, { ...atSite, source: `/old-${word}`, target: `/new-${word}` });
  const [redirect] = await listRedirects(deps, workspaceId, site.id);
  const { lead } = await createLead(deps, owner, {
    workspaceId,
    email: `jo@${word}.example`,
    name: `Jo ${word}`,
    fields: { city: word },
    consents: [{ purpose: "mail", wording: `Write to me, ${word}.` }],
  });
  const testimonial = await saveTestimonial(deps, owner, {
    ...{ workspaceId, email: `jo@${word}.example`, name: `Jo ${word}`, role: "", picture: "" },
    ...{ words: `${word} bakes well.`, siteId: site.id, language: "en" },
  });
  const experiment = await createExperiment(deps, owner, {
    workspaceId,
    pageId: page.id,
    name: `Words of ${word}`,
    mode: "fixed",
    baseline: 5,
    effect: 20,
  });
  const leadFile = deps.ids.next();
  await keepUpload(deps, workspaceId, leadFile, Buffer.from(`Papers of ${word}`));
  const { submissionId } = await createLeadSink(deps).add({
    workspaceId,
    formId: deps.ids.next(),
    pageId: page.id,
    pageVersionId: published.version.id,
    fields: { email: `held@${word}.example`, name: `Held ${word}` },
    email: `held@${word}.example`,
    name: `Held ${word}`,
    source: {},
    language: "en",
    ip: "192.0.2.0",
    visitId: "",
    dedupeKey: word,
    quarantine: "trap",
    consents: [],
    files: [{ id: leadFile, field: "papers", name: `${word}.txt`, contentType: "text/plain", size: 30 }],
  });
  const filter = { match: "all", rules: [] } as const;
  const segment = await createSegment(deps, owner, {
    workspaceId,
    name: `Segment ${word}`,
    filter: { ...filter, rules: [] },
  });
  const thirdParty = await saveThirdParty(deps, owner, {
    workspaceId,
    name: `Service ${word}`,
    vendor: "Tide Ltd",
    purpose: "Counts visits",
    category: "analytics",
    scripts: "https://tide.example/count.js",
  });
  const topic = await createTopic(deps, owner, { workspaceId, name: `Topic ${word}`, description: "" });
  const sender = await createTestSender(deps, owner, {
    workspaceId,
    fromName: `Sender ${word}`,
    fromEmail: `news@${word}.example`,
    postalAddress: "1 Quay Street, Bristol BS1 4QA",
  });
  await vouchSender(deps, system, { workspaceId, senderId: sender.id });
  const draftOf = (name: string) =>
    createCampaign(deps, owner, {
      workspaceId,
      senderId: sender.id,
      name: `${name} ${word}`,
      subject: `Hello from ${word}`,
      html: letter,
    });
  const draft = await draftOf("Draft");
  const running = await draftOf("Running");
  await startDelivery(deps, owner, { workspaceId, campaignId: running.id });
  const to = { accountId: people.owner.accountId, email: `${word}.owner@people.example`, name: word };
  await sendTest(deps, owner, { workspaceId, campaignId: draft.id, to });
  const message = await deps.db
    .selectFrom("outbox_messages")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("audience", "=", "test")
    .executeTakeFirstOrThrow();
  const { invitationId } = await inviteMember(deps, owner, {
    workspaceId,
    email: `new@${word}.example`,
    role: "member",
  });
  const csvFile = (csv: string) => ({
    workspaceId,
    file: `${word}.csv`,
    source: (async function* () {
      yield Buffer.from(csv);
    })(),
  });
  const importOf = (csv: string) => startLeadImport(deps, owner, csvFile(csv));
  const importDraft = await uploadLeadImport(deps, csvFile(`email,city\ndr@${word}.example,${word}\n`));
  await importOf(`email,city\nim@${word}.example,${word}\n`);
  const leadImport = await importOf(`email,city\nno address,${word}\n`);
  await runLeadImport(deps, { workspaceId, importId: leadImport.id }, async () => true);
  const asking = { workspaceId, kind: "access", email: `asks@${word}.example`, name: `Asks ${word}` };
  await filePrivacyRequest(deps, `198.51.100.${made}`, asking);
  await deps.db
    .updateTable("privacy_requests")
    .set({ state: "open", confirmed_at: deps.clock.now(), due_at: deps.clock.now() + 86_400_000 })
    .where("workspace_id", "=", workspaceId)
    .execute();
  const request = await deps.db
    .selectFrom("privacy_requests")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  const endpoint = await makeEndpoint(deps, owner, { workspaceId, word });
  const ordered = options.archive ? await requestExport(deps, owner, { workspaceId }) : undefined;
  if (ordered) await runExport(deps, { workspaceId, exportId: ordered.id });
  const key = await keyOf(apiScopeNames);
  return {
    word,
    workspaceId,
    slug: site.slug,
    people,
    owner,
    key: key.token,
    keyOf: async (scopes: readonly string[]) => (await keyOf(scopes)).token,
    ids: {
      experiment: experiment.id,
      variant: experiment.variants[0]?.id ?? "",
      site: site.id,
      schedule: schedule.id,
      previewLink: preview.id,
      redirect: redirect?.id ?? "",
      page: page.id,
      version: published.version.id,
      section: section.id,
      testimonial: testimonial.id,
      lead: lead.id,
      leadRevision: lead.revision,
      addressHash: lead.addressHash,
      submission: submissionId,
      leadFile,
      segment: segment.id,
      thirdParty: thirdParty.id,
      topic: topic.id,
      sender: sender.id,
      draft: draft.id,
      running: running.id,
      message: message.id,
      invitation: invitationId,
      import: leadImport.id,
      importDraft: importDraft.id,
      request: request.id,
      export: ordered?.id ?? "",
      apiKey: key.id,
      endpoint: endpoint.endpointId,
      delivery: endpoint.deliveryId,
    },
  };
}

export type Victim = Awaited<ReturnType<typeof makeVictim>>;
