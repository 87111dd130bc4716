import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { Submission } from "./lead";
import { mergeLeads } from "./merge-leads.server";
import { recordCapturedConsents } from "./record-captured-consents.server";
import {
  deleteHeld,
  findHeld,
  type HeldSubmission,
  listHeldRows,
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
    await recordEvent(deps, tx, workspaceId, "lead.captured", { leadId, submissionId });
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

/** Deletes submissions that wait in quarantine. Returns how many there were. */
export async function rejectSubmissions(
  deps: Pick<Deps, "transact" | "clock" | "ids">,
  actor: Actor,
  input: { workspaceId: string; submissionIds: readonly string[] },
): Promise<number> {
  const { workspaceId, submissionIds } = input;
  return deps.transact(async (tx) => {
    const deleted = await deleteHeld(tx, workspaceId, submissionIds);
    for (const targetId of submissionIds) {
      await recordAudit(deps, tx, {
        workspaceId,
        actor,
        action: "submission:reject",
        targetKind: "submission",
        targetId,
      });
    }
    return deleted;
  });
}

/** What waits for a person, newest first. */
export async function listHeldSubmissions(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  page: { cursor?: string; limit: number },
): Promise<{ data: Submission[]; nextCursor: string | undefined }> {
  const rows = await listHeldRows(deps.db, workspaceId, { before: page.cursor ?? "", limit: page.limit + 1 });
  const data = rows.slice(0, page.limit);
  return { data, nextCursor: rows.length > page.limit ? data.at(-1)?.id : undefined };
}
