import type { Actor } from "~/domain/actor";
import { createSite } from "~/domain/sites/create-site.server";
import type { Site } from "~/domain/sites/site";
import type { TestDeps } from "../db/test-deps";

export interface TestSite {
  workspaceId: string;
  site: Site;
  /** A member who may do everything in the workspace. */
  owner: Extract<Actor, { kind: "member" }>;
}

const privacySettings = {
  controller: "Harbour Bakery Ltd",
  contact: "privacy@harbour.example",
  postalAddress: "1 Quay Street\nBristol BS1 4QA",
  purposes: ["Sending you our newsletter"],
  retentionMonths: 24,
  retention: {},
  retentionText: "",
  text: "",
};

let made = 0;

/** A workspace in good standing with a site, an owner and privacy settings. */
export async function makeTestSite(
  deps: TestDeps,
  options: { slug?: string; privacy?: boolean } = {},
): Promise<TestSite> {
  made += 1;
  const slug = options.slug ?? `shop-${made}`;
  const workspaceId = deps.ids.next();
  const accountId = deps.ids.next();
  const now = deps.clock.now();
  await deps.db
    .insertInto("workspaces")
    .values({
      id: workspaceId,
      slug,
      name: `Workspace ${slug}`,
      standing: "good",
      standing_reason: "",
      standing_at: now,
      time_zone: "Europe/London",
      locale: "en",
      double_opt_in: 0,
      tracking_default: "anonymous",
      privacy_settings: JSON.stringify(options.privacy === false ? {} : privacySettings),
      minimum_age: 16,
      report_figures: "exact",
      created_at: now,
      delete_after: null,
    })
    .execute();
  await deps.db
    .insertInto("memberships")
    .values({ workspace_id: workspaceId, account_id: accountId, role: "owner", created_at: now })
    .execute();
  const owner = { kind: "member", accountId, workspaceId, role: "owner" } as const;
  const site = await createSite(deps, owner, { workspaceId, slug, name: `Site ${slug}`, language: "en" });
  return { workspaceId, site, owner };
}
