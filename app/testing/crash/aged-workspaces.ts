import { createAccount } from "~/domain/accounts/create-account.server";
import type { Actor } from "~/domain/actor";
import { keepUpload } from "~/domain/files/keep-upload.server";
import { ensurePolicies } from "~/domain/policies/ensure-policies.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { chooseRetention } from "~/domain/workspaces/update-workspace.server";
import { createIds } from "~/lib/ids";
import type { ServerDeps } from "~/server/server-deps";
import { insertTestLeads } from "../factories/test-campaign";
import { insertRow } from "../insert-row";
import { withInstance } from "./live-workspace";

const actor: Actor = { kind: "system", reason: "set-up of a test" };
const dayMs = 86_400_000;
const visitsEach = 5;

export interface AgedWorkspace {
  id: string;
  owner: string;
  /** Everybody in it, and those of them whose data rests. */
  people: string[];
  resting: string[];
}

async function makeWorkspace(deps: ServerDeps, slug: string): Promise<{ id: string; owner: string }> {
  const owner = `owner@${slug}.example`;
  const password = `quiet river under ${slug}`;
  const { accountId } = await createAccount(deps, actor, { email: owner, password, name: slug });
  const { id } = await createWorkspace(deps, actor, { slug, name: slug, ownerAccountId: accountId });
  return { id, owner };
}

/** One in so many, beginning with the first. */
const each = <T>(all: readonly T[], step: number): T[] => all.filter((_, index) => index % step === 0);

/** People with their visits; every tenth sent a file at one of theirs. */
async function addPeople(deps: ServerDeps, workspaceId: string, howMany: number): Promise<string[]> {
  const emails = Array.from({ length: howMany }, (_, index) => ({ email: `p${index}@people.example` }));
  const leads = await insertTestLeads(deps, workspaceId, emails, { mail: false });
  const people = leads.map(({ id }) => id);
  const own = { workspace_id: workspaceId };
  await deps.db
    .updateTable("leads")
    .set({ origin: "form" })
    .where("workspace_id", "=", workspaceId)
    .execute();
  const page = deps.ids.next();
  const now = deps.clock.now();
  await insertRow(deps, "pages", { ...own, id: page, created_at: now });
  const counted = { rolled_until: Date.now(), grown_until: Date.now(), sealed_until: Date.now() };
  await insertRow(deps, "page_progress", { ...own, page_id: page, zone: "UTC", ...counted });
  const visits = Array.from({ length: howMany * visitsEach }, () => deps.ids.next());
  await deps.transact(async (tx) => {
    for (const id of visits) {
      await insertRow({ ...deps, db: tx as never }, "visits", { ...own, id, page_id: page, at: now });
    }
  });
  for (const lead_id of each(people, 10)) {
    const [id, submission_id] = [deps.ids.next(), deps.ids.next()];
    const visit_id = visits[people.indexOf(lead_id) * visitsEach] ?? "";
    await insertRow(deps, "submissions", { ...own, id: submission_id, lead_id, visit_id, created_at: now });
    await keepUpload(deps, workspaceId, id, Buffer.from(`What ${lead_id} sent`));
    await insertRow(deps, "lead_files", { ...own, id, lead_id, submission_id, created_at: now });
  }
  return people;
}

/**
 * Three years ago three workspaces got their people, and nobody was heard from since: `told` may let them go, but for one in
 * fifty whose data rests; the owner of `untold` must be written to first; `held` keeps everything for the law.
 */
export const makeAgedWorkspaces = (
  env: Record<string, string>,
  people: number,
): Promise<Record<"told" | "untold" | "held", AgedWorkspace>> =>
  withInstance(env, async (today) => {
    await ensurePolicies(today);
    const clock = { now: () => Date.now() - 1150 * dayMs };
    const deps = { ...today, clock, ids: createIds(clock) };
    const fill = async (slug: string, howMany: number): Promise<AgedWorkspace> => {
      const made = await makeWorkspace(deps, slug);
      return { ...made, people: await addPeople(deps, made.id, howMany), resting: [] };
    };
    const untold = await fill("untold", 20);
    const held = await fill("held", 20);
    const told = await fill("told", people);
    await chooseRetention(deps, actor, { workspaceId: told.id, choices: { uploadMonths: 12 } });
    await insertRow(deps, "legal_holds", { workspace_id: held.id, reason: "A claim" });
    told.resting = each(told.people, 50);
    for (const lead_id of told.resting) {
      await insertRow(deps, "restrictions", { workspace_id: told.id, lead_id, reason: "A dispute" });
    }
    return { told, untold, held };
  });
