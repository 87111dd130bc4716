import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { Submission } from "./lead";
import { moveLeadFiles } from "./lead-file-queries.server";
import { mergeLeads } from "./merge-leads.server";
import { recordCapturedConsents } from "./record-captured-consents.server";
import {
  findHeld,
  findSubmissionRow,
  type HeldSubmission,
  listHeldRows,
  moveSubmissions,
  releaseHeld,
} from "./submission-queries.server";

const emailIn = (held: HeldSubmission): string => {
  const named = held.fields.email;
  return named ?? Object.values(held.fields).find((value) => /^[^\s@]+@[^\s@]+$/.test(value)) ?? "";
};

/** A person looked at it: the submission becomes a lead, with its consents and the usual news. */
export async function acceptSubmission(
  deps: Pick<Deps, "transact" | "clock" | "ids" | "keys" | "journal" | "config" | "urls">,
  actor: Actor,
  input: { workspaceId: string; submissionId: string },
): Promise<{ leadId: string }> {
  const { workspaceId, submissionId } = input;
  return deps.transact(async (tx) => {
    const held = await findHeld(tx, workspaceId, submissionId);
    if (!held)
      throw new DomainError("not_found", "submission_not_held", "This submission is not waiting any more.");
    const workspace = await getWorkspace(tx, workspaceId);
    const email = emailIn(held);
    const [merged] = await mergeLeads(deps, tx, workspaceId, [
      {
        email,
        name: held.fields.name ?? "",
        fields: held.fields,
        origin: "form",
        from: `form:${held.formId}`,
        submissionId,
      },
    ]);
    if (!merged) throw new Error("Nothing was merged");
    const { leadId, addressHash } = merged;
    await releaseHeld(tx, workspaceId, submissionId, leadId);
    await moveLeadFiles(tx, workspaceId, submissionId, leadId);
    const confirmation = workspace.doubleOptIn
      ? {
          name: workspace.privacySettings.controller || workspace.name,
          replyTo: workspace.privacySettings.contact,
        }
      : undefined;
    const item = {
      ...held,
      email,
      language: held.source.language ?? "en",
      ...(confirmation ? { confirmation } : {}),
    };
    await recordCapturedConsents(deps, tx, workspaceId, [{ item, submissionId, leadId, addressHash }]);
    await recordEvent(deps, tx, workspaceId, "leads.captured", { captured: [{ leadId, submissionId }] });
    await recordEvent(deps, tx, workspaceId, "submission.accepted", { submissionId });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "submission:accept",
      targetKind: "submission",
      targetId: submissionId,
      subjectId: leadId,
    });
    return { leadId };
  });
}

interface Decision {
  workspaceId: string;
  submissionIds: readonly string[];
}

async function decide(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  { workspaceId, submissionIds }: Decision,
  move: Parameters<typeof moveSubmissions>[3] & { action: string },
): Promise<number> {
  return deps.transact(async (tx) => {
    const moved = await moveSubmissions(tx, workspaceId, submissionIds, move);
    for (const targetId of moved) {
      await recordAudit(deps, tx, {
        workspaceId,
        actor,
        action: move.action,
        targetKind: "submission",
        targetId,
      });
    }
    return moved.length;
  });
}

/** Sets doubtful submissions aside; they are deleted with the quarantine's own end. Returns how many there were. */
export const rejectSubmissions = (
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  decision: Decision,
) => decide(deps, actor, decision, { from: "quarantined", to: "rejected", action: "submission:reject" });

/** Puts rejected submissions back to wait for a person. */
export const restoreSubmissions = (
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  decision: Decision,
) => decide(deps, actor, decision, { from: "rejected", to: "quarantined", action: "submission:restore" });

/** What waits for a person, newest first. */
export async function listHeldSubmissions(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  page: { cursor?: string; limit: number },
): Promise<{ data: Submission[]; nextCursor: string | undefined }> {
  const last = page.cursor ? await findSubmissionRow(deps.db, workspaceId, page.cursor) : undefined;
  const rows = await listHeldRows(deps.db, workspaceId, { after: last, limit: page.limit + 1 });
  const data = rows.slice(0, page.limit);
  return { data, nextCursor: rows.length > page.limit ? data.at(-1)?.id : undefined };
}
