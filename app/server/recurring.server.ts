import { removeEndedSessions } from "~/domain/accounts/end-sessions.server";
import { concludeExperiments } from "~/domain/analytics/report-experiment.server";
import { rollUpVisits } from "~/domain/analytics/roll-up-visits.server";
import { sealAudit, signAuditHeads } from "~/domain/audit/seal-audit.server";
import { reconcileBilling } from "~/domain/billing/reconcile-billing.server";
import { deliverWebhooks, removeOldDeliveries } from "~/domain/developer/deliver-webhooks.server";
import { removeOldAnswers } from "~/domain/developer/remove-old-answers.server";
import { removeOldQueueRows } from "~/domain/events/remove-old-queue-rows.server";
import { deleteUnusedFiles } from "~/domain/files/delete-unused-files.server";
import { removeOldDeadLetters } from "~/domain/jobs/remove-old-dead-letters.server";
import { noteHeldAddresses } from "~/domain/leads/note-held-addresses.server";
import { removeLostFiles } from "~/domain/leads/remove-lost-files.server";
import { removeOldHeld } from "~/domain/leads/remove-old-held.server";
import { deliverMail, removeOldMail } from "~/domain/mail/deliver-mail.server";
import { removeOldOutbox } from "~/domain/mail/remove-old-outbox.server";
import { forgetClosedEditors } from "~/domain/pages/note-page-open.server";
import { removeOldRequests } from "~/domain/privacy/remove-old-requests.server";
import { forgetPreviewLinks } from "~/domain/publishing/forget-preview-links.server";
import { recheckPublications } from "~/domain/publishing/recheck-publications.server";
import { checkDomainsAgain } from "~/domain/senders/check-domains-again.server";
import { checkSiteDomainsAgain } from "~/domain/sites/check-site-domains-again.server";
import { applyRetention } from "~/domain/termination/apply-retention.server";
import { deleteDueWorkspaces } from "~/domain/termination/delete-due-workspaces.server";
import { removeOldReceived } from "~/domain/termination/received-archive.server";
import { removeOldExports } from "~/domain/termination/remove-old-exports.server";
import { removeOldSalts } from "~/domain/tracking/visitor-salt.server";
import { removeOldEdgeChanges } from "~/domain/workspaces/remove-old-edge-changes.server";
import { removeOldInvitations } from "~/domain/workspaces/remove-old-invitations.server";
import type { ServerDeps } from "./server-deps";

export interface RecurringWork {
  name: string;
  everyMs: number;
  run(deps: ServerDeps): Promise<unknown>;
}

const recurringActor = { kind: "system", reason: "retention" } as const;

const second = 1000;
const hour = 3_600_000;

/** THE list of recurring work. Each slot is claimed by one process. */
export const recurringWork: readonly RecurringWork[] = [
  { name: "accounts.tidy", everyMs: hour, run: removeEndedSessions },
  { name: "analytics.roll-up", everyMs: hour / 4, run: rollUpVisits },
  { name: "analytics.conclude", everyMs: hour / 4, run: concludeExperiments },
  { name: "audit.seal", everyMs: second, run: sealAudit },
  { name: "audit.sign-heads", everyMs: hour, run: signAuditHeads },
  { name: "billing.reconcile", everyMs: 24 * hour, run: reconcileBilling },
  { name: "jobs.forget-dead-letters", everyMs: hour, run: removeOldDeadLetters },
  { name: "developer.deliver-webhooks", everyMs: second, run: deliverWebhooks },
  { name: "developer.forget-deliveries", everyMs: 24 * hour, run: removeOldDeliveries },
  { name: "developer.forget-answers", everyMs: hour, run: removeOldAnswers },
  { name: "files.delete-unused", everyMs: 24 * hour, run: (deps) => deleteUnusedFiles(deps) },
  { name: "leads.note-held-addresses", everyMs: hour, run: noteHeldAddresses },
  { name: "leads.remove-lost-files", everyMs: 24 * hour, run: removeLostFiles },
  { name: "leads.tidy-quarantine", everyMs: hour, run: removeOldHeld },
  { name: "mail.deliver", everyMs: second, run: (deps) => deliverMail(deps) },
  { name: "mail.tidy", everyMs: hour, run: removeOldMail },
  { name: "outbox.tidy", everyMs: hour, run: removeOldOutbox },
  { name: "pages.forget-closed-editors", everyMs: hour, run: forgetClosedEditors },
  { name: "privacy.forget-unconfirmed", everyMs: hour, run: removeOldRequests },
  { name: "publishing.forget-preview-links", everyMs: 24 * hour, run: forgetPreviewLinks },
  { name: "publishing.check-again", everyMs: 7 * 24 * hour, run: recheckPublications },
  { name: "queues.tidy", everyMs: hour, run: removeOldQueueRows },
  { name: "senders.check-domains", everyMs: hour, run: checkDomainsAgain },
  { name: "sites.check-domains", everyMs: hour / 4, run: (deps) => checkSiteDomainsAgain(deps) },
  { name: "retention.apply", everyMs: 24 * hour, run: (deps) => applyRetention(deps, recurringActor) },
  { name: "termination.delete", everyMs: hour, run: deleteDueWorkspaces },
  { name: "termination.forget-exports", everyMs: hour, run: removeOldExports },
  { name: "termination.forget-archives", everyMs: hour, run: removeOldReceived },
  { name: "tracking.forget-salts", everyMs: hour, run: removeOldSalts },
  { name: "workspaces.forget-edge-changes", everyMs: hour, run: removeOldEdgeChanges },
  { name: "workspaces.forget-invitations", everyMs: hour, run: removeOldInvitations },
];
