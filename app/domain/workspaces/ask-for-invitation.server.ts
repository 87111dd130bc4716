import { invitationAskedLetter } from "~/emails/account-letters";
import { letterRequests, mayWriteTo } from "../accounts/attempt-limits.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { findInvitation, invitationGone } from "./find-ended-invitation.server";
import { listThoseWhoMay } from "./list-members.server";

/** Whoever holds an invitation that ran out asks for another: of who invited them, or of all who may when that one may no longer. */
export async function askForInvitation(
  deps: Deps,
  actor: Actor,
  input: { link: string; ip: string },
): Promise<void> {
  requireMail(deps.config);
  letterRequests.check(deps.clock, input.ip);
  letterRequests.count(deps.clock, input.ip);
  const found = await findInvitation(deps, input.link);
  if (!found || found.invitation.accepted_at !== null) throw invitationGone();
  const { invitation, workspace } = found;
  if (!mayWriteTo(deps.clock, "invitation", invitation.email)) return;
  await deps.transact(async (tx) => {
    const all = await listThoseWhoMay(tx, workspace.id, "member:manage");
    const inviter = all.filter(({ accountId }) => accountId === invitation.invited_by);
    for (const { email } of inviter.length > 0 ? inviter : all) {
      await queueTransactionalMail(deps, tx, {
        workspaceId: "",
        kind: "notice",
        to: email,
        view: invitationAskedLetter({
          email: invitation.email,
          workspaceName: workspace.name,
          url: deps.urls.app(`/w/${workspace.slug}/settings/members`),
        }),
      });
    }
    await recordAudit(deps, tx, {
      workspaceId: workspace.id,
      actor,
      action: "member:ask-for-invitation",
      targetKind: "invitation",
      targetId: invitation.id,
    });
  });
}
