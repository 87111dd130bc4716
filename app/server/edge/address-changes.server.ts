import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { agreeToAddressChange, findAddressChange } from "~/domain/campaigns/change-address.server";
import { preferenceWords, sayNames } from "~/domain/campaigns/preference-words";
import { requestAddressChange } from "~/domain/campaigns/request-address-change.server";
import { isDomainError } from "~/domain/domain-error";
import type { Recipient } from "~/domain/suppression/recipient-token.server";
import { findWorkspaceById } from "~/domain/workspaces/find-workspace.server";
import { maskAddress } from "~/lib/email-address";
import { escapeHtml } from "~builder/document/escape-html";
import { statusOfKind } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { type Spoken, sendRecipientPage, wordsFor } from "./recipient-page.server";
import { takeAnyBody } from "./token-body.server";
import { type namesFor, visitorOf } from "./unsubscribe.server";

interface Named {
  Params: { token: string };
}

type Names = Awaited<ReturnType<typeof namesFor>>;

const paragraph = (text: string, role = "") => `<p${role}>${escapeHtml(text)}</p>`;
const said = ' class="n" role="status"';

/** A form of its own: both mailboxes are asked before anything moves. `wrong` is what was typed and does not fit. */
export function moveForm({ language }: Spoken, names: Names, token: string, wrong?: string): string {
  if (!names.known.movable) return "";
  const more = preferenceWords[language];
  const marked =
    wrong === undefined ? "" : ` value="${escapeHtml(wrong)}" aria-invalid="true" aria-describedby="w"`;
  const said =
    wrong === undefined ? "" : `<p class="e" id="w" role="alert">${escapeHtml(more.moveWrong)}</p>`;
  return (
    `<form method="post" action="/preferences/${token}"><fieldset><legend>${escapeHtml(more.move)}</legend>` +
    `<label>${escapeHtml(more.moveField)} <input type="email" name="address" autocomplete="email" required${marked}></label>${said}</fieldset>` +
    `<button class="q">${escapeHtml(more.moveButton)}</button></form>`
  );
}

/** The wish from the preference page. */
export async function askForMove(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: { recipient: Recipient; before: Names; address: string; token: string },
): Promise<FastifyReply> {
  const spoken = wordsFor(request);
  const more = preferenceWords[spoken.language];
  const { recipient, before, address, token } = asked;
  const ip = request.clientIp;
  try {
    await requestAddressChange(deps, recipient, { email: address, ip, language: spoken.language });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const back = `<p><a href="/preferences/${token}">${escapeHtml(spoken.words.choices)}</a></p>`;
    if (error.code === "address_invalid") {
      const body = moveForm(spoken, before, token, address.slice(0, 320)) + back;
      return sendRecipientPage(reply, spoken, { status: 422, title: more.confirmTitle, body });
    }
    const known: Record<string, string> = { person_unknown: more.expired };
    const { retryAfter } = error.details;
    if (retryAfter) reply.header("retry-after", String(retryAfter));
    return sendRecipientPage(reply, spoken, {
      status: statusOfKind[error.kind],
      title: more.confirmTitle,
      body: paragraph(known[error.code] ?? error.safeMessage, said) + back,
    });
  }
  const body = paragraph(sayNames(more.moveSent, { old: before.address }), said);
  return sendRecipientPage(reply, spoken, { title: more.confirmTitle, body });
}

/** `/preferences/address/TOKEN`: GET shows, POST agrees; first in the old mailbox, then in the new one. */
export function registerAddressChanges(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.links };
  const url = "/preferences/address/:token";

  const nameOf = async (workspaceId: string) => {
    const workspace = await findWorkspaceById(deps, workspaceId);
    return workspace?.privacySettings.controller || workspace?.name || "";
  };

  async function answered(reply: FastifyReply, spoken: Spoken, work: () => Promise<string>) {
    const more = preferenceWords[spoken.language];
    try {
      return sendRecipientPage(reply, spoken, { title: more.confirmTitle, body: await work() });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const known: Record<string, string> = {
        change_expired: more.expired,
        address_taken: sayNames(more.taken, { sender: spoken.words.theSender }),
      };
      const body = paragraph(known[error.code] ?? error.safeMessage, said);
      const status = statusOfKind[error.kind];
      return sendRecipientPage(reply, spoken, { status, title: more.confirmTitle, body });
    }
  }

  app.register(async (scope) => {
    takeAnyBody(scope);

    scope.get<Named>(url, { constraints, exposeHeadRoute: true }, (request, reply) => {
      const spoken = wordsFor(request);
      const more = preferenceWords[spoken.language];
      return answered(reply, spoken, async () => {
        const { workspaceId, email, oldAddress } = await findAddressChange(deps, request.params.token);
        const names = { sender: await nameOf(workspaceId), old: maskAddress(oldAddress), new: email };
        return (
          paragraph(sayNames(more.mailWhy, names)) +
          `<form method="post"><button>${escapeHtml(more.confirmButton)}</button></form>`
        );
      });
    });

    scope.post<Named>(url, { constraints }, (request, reply) => {
      const spoken = wordsFor(request);
      const more = preferenceWords[spoken.language];
      return answered(reply, spoken, async () => {
        const { token } = request.params;
        const input = { token, language: spoken.language };
        const { done, change } = await agreeToAddressChange(deps, visitorOf(request), input);
        const names = { sender: await nameOf(change.workspaceId), new: change.email };
        return paragraph(sayNames(done ? more.doneText : more.moveNext, names), said);
      });
    });
  });
}
