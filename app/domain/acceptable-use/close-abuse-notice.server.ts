import { noticeDecidedLetter } from "~/emails/privacy-letters";
import { platformScope } from "~/lib/ids";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { noticeDecision } from "./abuse-notice";
import { closeNoticeRow, findNotice } from "./abuse-notice-queries.server";

/** The operator's decision about a report; whoever reported it reads it. */
export async function closeAbuseNotice(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; noticeId: string; decision: unknown },
): Promise<void> {
  if (actor.kind !== "staff") {
    throw new DomainError("forbidden", "notice_refused", "Only the operator decides about reports.");
  }
  const parsed = noticeDecision.safeParse(input);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "Say what was decided.";
    throw new DomainError("invalid", "decision_missing", message, { fields: { decision: message } });
  }
  const key = { workspaceId: input.workspaceId, id: input.noticeId };
  const { decision } = parsed.data;
  await deps.transact(async (tx) => {
    const notice = await findNotice(tx, key.workspaceId, key.id);
    const changes = { decision, closed_at: deps.clock.now(), closed_by: actorId(actor) };
    if (!notice || !(await closeNoticeRow(tx, key, changes))) {
      throw new DomainError("conflict", "notice_closed", "This report was decided already.");
    }
    await recordAudit(deps, tx, {
      workspaceId: platformScope,
      actor,
      action: "abuse-notice:close",
      targetKind: "abuse_notice",
      targetId: key.id,
    });
    if (!notice.reporter_email) return;
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "notice",
      to: notice.reporter_email,
      view: noticeDecidedLetter({ subject: notice.subject, decision, language: notice.locale }),
    });
  });
}
