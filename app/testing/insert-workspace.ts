import type { Deps } from "~/domain/deps";
import { insertWorkspace } from "~/domain/workspaces/workspace-queries.server";

/** A bare workspace in good standing; its id. */
export async function insertTestWorkspace(deps: Deps, slug: string): Promise<string> {
  const id = deps.ids.next();
  await insertWorkspace(deps.db, {
    id,
    slug,
    name: slug,
    standing: "good",
    standing_reason: "",
    standing_at: deps.clock.now(),
    time_zone: "Europe/Berlin",
    locale: "en",
    double_opt_in: 1,
    tracking_default: "anonymous",
    privacy_settings: "{}",
    minimum_age: 16,
    report_figures: "exact",
    created_at: deps.clock.now(),
    delete_after: null,
  });
  return id;
}
