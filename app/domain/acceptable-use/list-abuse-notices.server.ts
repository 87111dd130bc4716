import type { Deps } from "../deps";
import type { AbuseNotice } from "./abuse-notice";
import { listAllNotices } from "./abuse-notice-queries.server";

/** For the operator: open ones first, then newest. */
export const listAbuseNotices = (deps: Pick<Deps, "db">): Promise<AbuseNotice[]> =>
  listAllNotices(deps.db, 200);
