import type { Deps } from "../deps";
import type { AbuseNotice } from "./abuse-notice";
import { listAllNotices } from "./abuse-notice-queries.server";

/** For the operator: those that wait, the oldest first; or those that were decided, the latest first. */
export const listAbuseNotices = (
  deps: Pick<Deps, "db">,
  state: AbuseNotice["state"],
): Promise<AbuseNotice[]> => listAllNotices(deps.db, state, 200);
