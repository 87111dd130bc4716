import { requestArrivedLetter } from "~/emails/privacy-letters";
import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import {
  answerWithinMs,
  confirmWithinMs,
  type PrivacyRequest,
  requestKinds,
  stopsMarketing,
} from "./privacy-request";
import { changeRequestState, findRequestRow } from "./privacy-request-queries.server";
import { readRequestToken } from "./request-token.server";

/** What a link from the mail is about. Changes nothing: mail scanners follow links. */
export async function findFiledRequest(
  deps: Pick<Deps, "db" | "keys" | "clock">,
  token: string,
): Promise<PrivacyRequest & { addressHash: string }> {
  const named = readRequestToken(deps, token);
  const request = named && (await findRequestRow(deps.db, named.workspaceId, named.id));
  if (!request) {
    throw new DomainError(
      "not_found",
      "request_unknown",
      "This link is not complete, or no longer valid. Nothing was changed. Ask again to get a new one.",
    );
  }
  if (request.state === "unconfirmed" && request.createdAt + confirmWithinMs < deps.clock.now()) {
    throw new DomainError(
      "gone",
      "request_expired",
      "This link is no longer valid. Nothing was changed. Ask again to get a new one.",
    );
  }
  return request;
}

/**
 * The mailbox confirms the request: it goes to whoever is responsible, with the day by which it must be answered. An
 * objection to marketing needs nobody's decision and holds at once. Pressing twice changes nothing more.
 */
export async function confirmPrivacyRequest(
  deps: Deps,
  actor: Actor,
  token: string,
): Promise<PrivacyRequest> {
  const request = await findFiledRequest(deps, token);
  if (request.state !== "unconfirmed") return request;
  const { workspaceId, id, kind, addressHash } = request;
  const ofWorkspace = workspaceId !== platformScope;
  if (stopsMarketing(request)) {
    await suppressAddress(deps, actor, { workspaceId, addressHash, reason: "objection", source: "privacy" });
  }
  const workspace = ofWorkspace ? await findWorkspaceById(deps, workspaceId) : undefined;
  const now = deps.clock.now();
  const dueAt = now + answerWithinMs;
  await deps.transact(async (tx) => {
    const changed = await changeRequestState(
      tx,
      { workspaceId, id, from: "unconfirmed" },
      { state: "open", confirmed_at: now, due_at: dueAt },
    );
    if (!changed) return;
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "privacy-request:confirm",
      targetKind: "privacy_request",
      targetId: id,
      detail: { kind },
    });
    const contact = workspace?.privacySettings.contact;
    if (!workspace || !contact) return;
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "notice",
      to: contact,
      view: requestArrivedLetter({
        workspaceName: workspace.name,
        asked: requestKinds[kind],
        dueOn: new Date(dueAt).toISOString().slice(0, 10),
        url: deps.urls.app(`/w/${workspace.slug}/leads/requests`),
      }),
    });
  });
  return { ...request, state: "open", confirmedAt: now, dueAt };
}
