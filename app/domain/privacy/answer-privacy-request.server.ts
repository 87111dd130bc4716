import { requestAnswerLetter } from "~/emails/privacy-letters";
import { platformScope } from "~/lib/ids";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { mayDo } from "../workspaces/permission";
import { requestAnswer } from "./privacy-request";
import { changeRequestState, findRequestRow } from "./privacy-request-queries.server";

const mayAnswer = (actor: Actor, workspaceId: string): boolean =>
  workspaceId === platformScope
    ? actor.kind === "staff"
    : actor.kind === "member" && actor.workspaceId === workspaceId && mayDo(actor.role, "lead:edit");

/** Closes a request: what was done, or why not, goes to the person. */
export async function answerPrivacyRequest(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; requestId: string; outcome: unknown; answer: unknown },
): Promise<void> {
  const { workspaceId, requestId } = input;
  if (!mayAnswer(actor, workspaceId)) {
    throw new DomainError("forbidden", "request_refused", "Your role may not answer requests.");
  }
  const parsed = requestAnswer.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0] ?? "answer");
    throw new DomainError("invalid", "answer_invalid", "Nothing was sent.", {
      fields: { [field]: issue?.message ?? "Write an answer." },
    });
  }
  const { outcome, answer } = parsed.data;
  const workspace = workspaceId === platformScope ? undefined : await findWorkspaceById(deps, workspaceId);
  await deps.transact(async (tx) => {
    const request = await findRequestRow(tx, workspaceId, requestId);
    if (!request || request.state === "unconfirmed") {
      throw new DomainError("not_found", "request_not_found", "There is no such request.");
    }
    const changed = await changeRequestState(
      tx,
      { workspaceId, id: requestId, from: "open" },
      { state: outcome, answer, closed_at: deps.clock.now(), closed_by: actorId(actor) },
    );
    if (!changed) throw new DomainError("conflict", "request_closed", "This request was answered already.");
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "privacy-request:answer",
      targetKind: "privacy_request",
      targetId: requestId,
      detail: { outcome },
    });
    const contact = workspace?.privacySettings.contact;
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "notice",
      to: request.email,
      view: requestAnswerLetter({
        controller: workspace ? workspace.privacySettings.controller || workspace.name : "Foyer",
        kind: request.kind,
        language: request.locale,
        done: outcome === "done",
        answer,
      }),
      ...(contact ? { replyTo: { name: workspace?.name ?? "", email: contact } } : {}),
    });
  });
}
