import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  confirmConsent,
  findPendingConsent,
  type PendingConsent,
} from "~/domain/consent/confirm-consent.server";
import { confirmationWords, withName } from "~/domain/consent/confirmation-words";
import { type ErrorKind, isDomainError } from "~/domain/domain-error";
import { findWorkspaceById } from "~/domain/workspaces/find-workspace.server";
import { truncateIp } from "~/lib/ip-address";
import { publicLanguage } from "~/lib/public-language";
import { escapeText } from "~builder/document/escape-html";
import { statusOfKind } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { formPageCsp, type PublicPage, publicPage } from "./form-submissions-pages.server";
import { wordsFor } from "./recipient-page.server";

type Params = { Params: { token: string } };

/** Token pages tell nobody of their address, and are kept nowhere. */
const send = (reply: FastifyReply, status: number, { html, css }: PublicPage) =>
  reply
    .status(status)
    .header("content-security-policy", formPageCsp(css))
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "no-referrer")
    .header("cache-control", "no-store")
    .header("x-robots-tag", "noindex")
    .type("text/html; charset=utf-8")
    .send(html);

/** `/confirm/TOKEN`: GET shows what is asked, POST confirms. Mail scanners only GET. */
export function registerConfirmations(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.links };

  async function show(reply: FastifyReply, pending: PendingConsent) {
    const [asked] = pending.requested;
    const language = publicLanguage(asked?.locale);
    const words = confirmationWords[language];
    const workspace = await findWorkspaceById(deps, pending.body.workspaceId);
    const name = workspace?.privacySettings.controller || workspace?.name || "";
    const title = pending.confirmed ? words.doneTitle : words.pageTitle;
    const wordings = pending.requested.map((row) => `<li>${escapeText(row.wording)}</li>`).join("");
    const rest = pending.confirmed
      ? `<p>${escapeText(words.doneText)}</p>`
      : `<p>${escapeText(withName(words.pageLead, name))}</p><ul>${wordings}</ul><form method="post"><button>${escapeText(words.button)}</button></form>`;
    return send(reply, 200, publicPage(language, title, `<h1>${escapeText(title)}</h1>${rest}`));
  }

  /** In the language of the browser: who the link belongs to is not known. */
  function refuse(request: FastifyRequest, reply: FastifyReply, kind: ErrorKind) {
    const { language, words } = wordsFor(request);
    const { overTitle, overText } = confirmationWords[language];
    const [title, text] = kind === "gone" ? [overTitle, overText] : [words.unknownTitle, words.unknown];
    const body = `<h1>${escapeText(title)}</h1><p>${escapeText(text)}</p>`;
    return send(
      reply.header("vary", "accept-language"),
      statusOfKind[kind],
      publicPage(language, title, body),
    );
  }

  const answered = async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<PendingConsent>,
  ) => {
    try {
      return await show(reply, await work());
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return refuse(request, reply, error.kind);
    }
  };

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: 4096 }, (_request, body, done) =>
      done(null, body),
    );
    scope.get<Params>("/confirm/:token", { constraints }, (request, reply) =>
      answered(request, reply, () => findPendingConsent(deps, request.params.token)),
    );
    scope.post<Params>("/confirm/:token", { constraints }, (request, reply) =>
      answered(request, reply, () =>
        confirmConsent(
          deps,
          { kind: "visitor", ip: request.clientIp },
          { token: request.params.token, ip: truncateIp(request.clientIp) ?? "" },
        ),
      ),
    );
  });
}
