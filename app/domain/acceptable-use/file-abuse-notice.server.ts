import { publicLanguage } from "~/lib/public-language";
import { letterRequests } from "../accounts/attempt-limits.server";
import type { Deps } from "../deps";
import { DomainError, messagesByField } from "../domain-error";
import { newNotice } from "./abuse-notice";
import { insertNotice } from "./abuse-notice-queries.server";

/** Keeps what somebody outside reports, for the operator to decide. Without an account; the address is optional. */
export async function fileAbuseNotice(
  deps: Deps,
  ip: string,
  given: { workspaceId: string; language?: string } & Record<string, unknown>,
): Promise<void> {
  const parsed = newNotice.safeParse(given);
  if (!parsed.success) {
    const fields = messagesByField(parsed.error.issues);
    throw new DomainError("invalid", "notice_invalid", "Something is missing. Nothing was sent.", { fields });
  }
  letterRequests.check(deps.clock, ip);
  letterRequests.count(deps.clock, ip);
  const notice = parsed.data;
  await insertNotice(deps.db, {
    workspace_id: notice.workspaceId,
    id: deps.ids.next(),
    rule: notice.rule,
    subject: notice.subject,
    explanation: notice.explanation,
    reporter_name: notice.reporterName,
    reporter_email: notice.reporterEmail,
    state: "open",
    decision: "",
    created_at: deps.clock.now(),
    closed_at: null,
    closed_by: "",
    locale: publicLanguage(given.language),
  });
}
