import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "~/domain/actor";
import { getPreferences } from "~/domain/campaigns/get-preferences.server";
import { unsubscribeRecipient } from "~/domain/campaigns/unsubscribe-recipient.server";
import {
  type Recipient,
  readRecipientToken,
  recipientToken,
} from "~/domain/suppression/recipient-token.server";
import { truncateIp } from "~/lib/ip-address";
import { escapeHtml } from "~builder/document/escape-html";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import {
  privately,
  type Spoken,
  say,
  sendRecipientPage,
  sendUnknownLink,
  wordsFor,
} from "./recipient-page.server";
import { sentFields, takeAnyBody } from "./token-body.server";

interface Named {
  Params: { token: string };
}

export const visitorOf = (request: FastifyRequest): Actor => ({
  kind: "visitor",
  ip: truncateIp(request.clientIp) ?? "",
});

/** Names in the sentences of a page: who writes, to which address, about what. */
export async function namesFor(deps: ServerDeps, recipient: Recipient, { words }: Spoken) {
  const known = await getPreferences(deps, recipient);
  return {
    address: known.maskedAddress || words.yourAddress,
    sender: known.workspaceName || words.theSender,
    topic: known.topicName,
    known,
  };
}

/**
 * `/u/TOKEN`: GET and HEAD change nothing, POST unsubscribes without cookie, redirect or question. It works whatever
 * became of the workspace.
 */
export function registerUnsubscribe(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.links };

  app.register(async (scope) => {
    takeAnyBody(scope);

    for (const url of ["/u/:token", "/u/:token/"]) {
      scope.get<Named>(url, { constraints, exposeHeadRoute: true }, async (request, reply) => {
        const spoken = wordsFor(request);
        const recipient = readRecipientToken(deps, "unsubscribe", request.params.token);
        if (!recipient) return sendUnknownLink(reply, spoken);
        const { words } = spoken;
        const names = await namesFor(deps, recipient, spoken);
        const topic = names.known.topics.find(({ id }) => id === recipient.topicId);
        if (!names.known.mail || topic?.wanted === false)
          return confirm(request, reply, spoken, recipient, "link");
        const question = recipient.topicId && names.topic ? words.askTopic : words.askAll;
        const preferences = `/preferences/${recipientToken(deps, "preferences", recipient)}`;
        return sendRecipientPage(reply, spoken, {
          title: words.unsubscribe,
          body:
            `<p>${say(question, names)}</p>` +
            `<form method="post" action="/u/${request.params.token}"><button>${escapeHtml(words.unsubscribeButton)}</button></form>` +
            `<p><a href="${preferences}">${escapeHtml(words.choices)}</a></p>`,
        });
      });

      scope.post<Named>(url, { constraints }, async (request, reply) => {
        const spoken = wordsFor(request);
        const recipient = readRecipientToken(deps, "unsubscribe", request.params.token);
        if (!recipient) return sendUnknownLink(reply, spoken);
        const fields = sentFields(request);
        const oneClick = fields.get("List-Unsubscribe")?.includes("One-Click") ?? false;
        const scopeOf = fields.get("scope")?.includes("all") ? "all" : "link";
        await unsubscribeRecipient(deps, visitorOf(request), {
          recipient,
          scope: scopeOf,
          source: oneClick ? "one_click" : "page",
        });
        if (oneClick) return privately(reply).type("text/plain; charset=utf-8").send(spoken.words.doneTitle);
        return confirm(request, reply, spoken, recipient, scopeOf);
      });
    }
  });

  async function confirm(
    request: FastifyRequest<Named>,
    reply: Parameters<typeof sendRecipientPage>[0],
    spoken: Spoken,
    recipient: Recipient,
    scope: "link" | "all",
  ) {
    const { words } = spoken;
    const names = await namesFor(deps, recipient, spoken);
    const ofTopic = scope === "link" && recipient.topicId !== "" && names.known.mail;
    const stopAll = ofTopic
      ? `<form method="post" action="/u/${request.params.token}"><input type="hidden" name="scope" value="all"><button class="q">${say(words.stopAllButton, names)}</button></form>`
      : "";
    const preferences = `/preferences/${recipientToken(deps, "preferences", recipient)}`;
    return sendRecipientPage(reply, spoken, {
      title: words.doneTitle,
      body:
        `<p class="n" role="status">${say(ofTopic ? words.doneTopic : words.doneAll, names)}</p>${stopAll}` +
        `<p><a href="${preferences}">${escapeHtml(words.choices)}</a></p>`,
    });
  }
}
