import { confirmRequestLetter } from "~/emails/privacy-letters";
import { platformScope } from "~/lib/ids";
import { publicLanguage } from "~/lib/public-language";
import { letterRequests, mayWriteTo } from "../accounts/attempt-limits.server";
import type { Deps } from "../deps";
import { DomainError, messagesByField } from "../domain-error";
import { requireMail } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { addressHasher } from "../suppression/address-hash.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { newPrivacyRequest } from "./privacy-request";
import { insertRequest } from "./privacy-request-queries.server";
import { requestToken } from "./request-token.server";

/**
 * Takes what a person asks for and writes to the address it is about. Nobody is told of it, and nothing happens, before
 * the mailbox has confirmed. The answer is the same whether the address is known or not.
 */
export async function filePrivacyRequest(
  deps: Deps,
  ip: string,
  given: {
    workspaceId: string;
    kind: unknown;
    email: unknown;
    name?: unknown;
    message?: unknown;
    language?: string;
  },
): Promise<void> {
  const parsed = newPrivacyRequest.safeParse(given);
  if (!parsed.success) {
    const fields = messagesByField(parsed.error.issues);
    throw new DomainError("invalid", "request_invalid", "Something is missing. Nothing was sent.", {
      fields,
    });
  }
  requireMail(deps.config);
  letterRequests.check(deps.clock, ip);
  letterRequests.count(deps.clock, ip);
  const { workspaceId, kind, email, name, message } = parsed.data;
  if (!mayWriteTo(deps.clock, "request", email)) return;
  const workspace = workspaceId === platformScope ? undefined : await findWorkspaceById(deps, workspaceId);
  const id = deps.ids.next();
  const locale = publicLanguage(given.language);
  const hash = await addressHasher(deps, deps.db, workspaceId);
  await deps.transact(async (tx) => {
    await insertRequest(tx, {
      workspace_id: workspaceId,
      id,
      kind,
      email,
      address_hash: hash(email),
      name,
      message,
      state: "unconfirmed",
      created_at: deps.clock.now(),
      confirmed_at: null,
      due_at: null,
      closed_at: null,
      closed_by: "",
      answer: "",
      locale,
    });
    await queueTransactionalMail(deps, tx, {
      workspaceId: "",
      kind: "confirmation",
      to: email,
      view: confirmRequestLetter({
        controller: workspace ? workspace.privacySettings.controller || workspace.name : "",
        language: locale,
        url: deps.urls.app(`/privacy-request/${requestToken(deps, { workspaceId, id })}`),
      }),
    });
  });
}
