import { createReadStream } from "node:fs";
import { readConfig } from "~/config.server";
import { createAccount } from "~/domain/accounts/create-account.server";
import type { Actor } from "~/domain/actor";
import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { captureLeads } from "~/domain/leads/capture-leads.server";
import { startLeadImport } from "~/domain/leads/start-lead-import.server";
import { createPage } from "~/domain/pages/create-page.server";
import { ensurePolicies } from "~/domain/policies/ensure-policies.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { createSender } from "~/domain/senders/create-sender.server";
import { createSite } from "~/domain/sites/create-site.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { savePrivacySettings, updateWorkspace } from "~/domain/workspaces/update-workspace.server";
import { createIds } from "~/lib/ids";
import { assembleServerDeps } from "~/server/assemble.server";
import { openInstance } from "~/server/main-instance.server";
import type { ServerDeps } from "~/server/server-deps";
import { sourceRoot } from "../process/server-process";

/** What a server under load serves: a workspace with a published page, a sender and a key. */
export interface LiveWorkspace {
  id: string;
  slug: string;
  pageId: string;
  senderId: string;
  token: string;
}

const actor: Actor = { kind: "system", reason: "set-up of a test" };

const html = `<!doctype html><html lang="en"><head><title>Spring rolls</title>
<meta name="description" content="Rolls of the season, baked each morning"><style>
body { font-family: sans-serif; margin: 0; color: #222 } main { max-width: 40rem; margin: 0 auto; padding: 2rem }
h1 { font-size: 2.5rem } .cards { display: grid; gap: 1rem } .card { border: 1px solid #ddd; padding: 1rem }
</style></head><body><main><h1>Rolls of the season</h1>
<p>Every morning we bake what the fields around us give. Leave your address and we tell you what comes out of the oven.</p>
<div class="cards">${["Rhubarb", "Wild garlic", "Elderflower", "Radish", "Spinach", "Morel"]
  .map(
    (name) =>
      `<div class="card"><h2>${name}</h2><p>Baked from ${name.toLowerCase()} of the day, sold until noon.</p></div>`,
  )
  .join("")}</div>
<form method="post"><p><label>Name <input name="name" type="text" autocomplete="name"></label></p>
<p><label>E-mail <input name="email" type="email" required></label></p>
<p><label><input type="checkbox" name="consent_mail" value="yes"> Write to me about new rolls</label></p>
<p><button>Tell me</button></p></form></main></body></html>`;

/** Opens the instance beside its server, does the work and closes it. */
export async function withInstance<T>(
  env: Record<string, string>,
  work: (deps: ServerDeps) => Promise<T>,
): Promise<T> {
  const config = readConfig({ ...env, LOG_LEVEL: "silent" }, sourceRoot);
  const instance = await openInstance(config, { exclusive: false, migrate: "when-safe" });
  try {
    return await work(assembleServerDeps(instance.deps));
  } finally {
    await instance.close();
  }
}

export const makeLiveWorkspace = (env: Record<string, string>, slug: string): Promise<LiveWorkspace> =>
  withInstance({ ...env, SENDER_VERIFICATION: "off" }, async (deps) => {
    await ensurePolicies(deps);
    const { accountId } = await createAccount(deps, actor, {
      email: `owner@${slug}.example`,
      password: `correct horse of ${slug} battery`,
      name: "Olga Owner",
    });
    const { id } = await createWorkspace(deps, actor, {
      slug,
      name: "Harbour Bakery",
      ownerAccountId: accountId,
    });
    await updateWorkspace(deps, actor, {
      workspaceId: id,
      settings: { doubleOptIn: false, trackingDefault: "identify" },
    });
    await savePrivacySettings(deps, actor, {
      workspaceId: id,
      settings: {
        controller: "Harbour Bakery Ltd",
        contact: `privacy@${slug}.example`,
        postalAddress: "1 Quay Street\nBristol BS1 4QA",
        purposes: ["Sending you our newsletter"],
        retentionMonths: 24,
        retentionText: "",
        text: "",
      },
    });
    const site = await createSite(deps, actor, { workspaceId: id, slug, name: "Harbour", language: "en" });
    const page = await createPage(deps, actor, {
      workspaceId: id,
      siteId: site.id,
      path: "/",
      title: "Spring rolls",
      html,
    });
    await publishPage(deps, actor, { workspaceId: id, pageId: page.id });
    const sender = await createSender(deps, actor, {
      workspaceId: id,
      fromName: "Harbour Bakery",
      fromEmail: `news@${slug}.example`,
      replyTo: "",
      postalAddress: "1 Quay Street\nBristol BS1 4QA",
    });
    const { token } = await createApiKey(deps, actor, {
      workspaceId: id,
      name: "load",
      scopes: apiScopeNames,
    });
    return { id, slug, pageId: page.id, senderId: sender.id, token };
  });

/** A workspace with nothing in it, as an archive is put into. */
export const makeEmptyWorkspace = (env: Record<string, string>, slug: string): Promise<void> =>
  withInstance(env, async (deps) => {
    const { accountId } = await createAccount(deps, actor, {
      email: `owner@${slug}.example`,
      password: `correct horse of ${slug} battery`,
      name: "Egon Empty",
    });
    await createWorkspace(deps, actor, { slug, name: "Empty", ownerAccountId: accountId });
  });

/** Hands a list of people to the workers; the id of the import. */
export const startImport = (env: Record<string, string>, workspaceId: string, csv: string): Promise<string> =>
  withInstance(env, async (deps) => {
    const options = { basis: "consent", wording: "Signed up at the counter for news by mail" } as const;
    const source = createReadStream(csv);
    const { id } = await startLeadImport(deps, actor, { workspaceId, file: "people.csv", source, options });
    return id;
  });

const batch = 500;

/** People who agreed to be written to, now or at `at`: person1@ADDRESSES and so on. */
export const makeRecipients = (
  env: Record<string, string>,
  workspaceId: string,
  howMany: number,
  { addresses = "people.example", at }: { addresses?: string; at?: number } = {},
): Promise<void> =>
  withInstance(env, async (present) => {
    const clock = at === undefined ? present.clock : { now: () => at };
    const deps = { ...present, clock, ids: createIds(clock) };
    for (let from = 0; from < howMany; from += batch) {
      const items = Array.from({ length: Math.min(batch, howMany - from) }, (_, index) => {
        const email = `person${from + index + 1}@${addresses}`;
        return {
          workspaceId,
          formId: "",
          pageId: "",
          pageVersionId: "",
          fields: { email, name: `Person ${from + index + 1}` },
          email,
          name: `Person ${from + index + 1}`,
          source: {},
          language: "en",
          ip: "",
          visitId: "",
          dedupeKey: `set-up ${email}`.slice(0, 64),
          quarantine: "",
          consents: [
            { purpose: "mail", wording: "Write to me about new rolls" },
            { purpose: "tracking", wording: "Measure what I read" },
          ],
        };
      });
      await deps.transact((tx) => captureLeads(deps, tx, items));
    }
  });

const letter = `<!doctype html><html lang="en"><body><p>Hello {{name|there}},</p>
<p>This week: <a href="https://bakery.example/rolls?week=12">rhubarb rolls</a> and
<a href="https://bakery.example/bread">bread with wild garlic</a>, from six in the morning.</p>
<p>Your bakers at the harbour</p><p>{{postal_address}}</p>
<p><a href="{{unsubscribe_url}}">Unsubscribe</a> <a href="{{preferences_url}}">Choose what you get</a></p></body></html>`;

/** A campaign to everybody who may be written to, made and sent through the public API; its stored id. */
export async function startCampaign(server: { origin: string }, workspace: LiveWorkspace): Promise<string> {
  const campaign = await callApi(server, workspace, "POST", "/campaigns", {
    name: "Rolls of the week",
    sender_id: workspace.senderId,
    subject: "Rolls of the week, {{name|friend}}",
    html: letter,
    segment_id: null,
  });
  await callApi(server, workspace, "POST", `/campaigns/${campaign.id}/delivery`, {});
  return String(campaign.id).replace(/^[a-z]+_/, "");
}

/** One call of the REST API; fails with what the server said. */
export async function callApi(
  server: { origin: string },
  workspace: LiveWorkspace,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${workspace.token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
