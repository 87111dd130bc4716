import type { FastifyInstance } from "fastify";
import { choosePreferences } from "~/domain/campaigns/choose-preferences.server";
import { preferenceWords } from "~/domain/campaigns/preference-words";
import { type Frequency, readFrequency } from "~/domain/consent/frequency";
import { listSites } from "~/domain/sites/find-site.server";
import { readRecipientToken } from "~/domain/suppression/recipient-token.server";
import { escapeHtml } from "~builder/document/escape-html";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { askForMove, moveForm } from "./address-changes.server";
import { type Spoken, say, sendRecipientPage, sendUnknownLink, wordsFor } from "./recipient-page.server";
import { sentFields, takeAnyBody } from "./token-body.server";
import { namesFor, visitorOf } from "./unsubscribe.server";

interface Named {
  Params: { token: string };
}

type Names = Awaited<ReturnType<typeof namesFor>>;

const radio = (name: string, value: string, chosen: boolean, label: string) =>
  `<label><input type="radio" name="${name}" value="${value}"${chosen ? " checked" : ""}><span>${escapeHtml(label)}</span></label>`;

function choiceForm({ words, language }: Spoken, names: Names, token: string): string {
  const { known } = names;
  const more = preferenceWords[language];
  const every = (days: Frequency, label: string) =>
    radio("every", String(days), known.everyDays === days, label);
  const topics = known.topics
    .map(
      (topic) =>
        `<label><input type="checkbox" name="topic" value="${topic.id}"${topic.wanted ? " checked" : ""}>` +
        `<span>${escapeHtml(topic.name)}<small>${escapeHtml(topic.description)}</small></span></label>`,
    )
    .join("");
  const topicFields = topics
    ? `<fieldset><legend>${escapeHtml(words.topics)}</legend>${topics}</fieldset>`
    : "";
  return (
    `<form method="post" action="/preferences/${token}">` +
    `<fieldset><legend>${say(words.choicesLead, names)}</legend>` +
    `${radio("mail", "yes", known.mail, words.mailYes)}${radio("mail", "no", !known.mail, words.mailNo)}</fieldset>` +
    topicFields +
    `<fieldset><legend>${escapeHtml(more.often)}</legend>` +
    `${every(0, more.oftenAll)}${every(7, more.oftenWeek)}${every(30, more.oftenMonth)}</fieldset>` +
    `<fieldset><legend>${say(words.tracking, names)}</legend>` +
    `${radio("tracking", "yes", known.tracked, words.trackingYes)}${radio("tracking", "no", !known.tracked, words.trackingNo)}</fieldset>` +
    `<button>${escapeHtml(words.save)}</button></form>`
  );
}

/** Access, correction and erasing go through a check of the mailbox, to whoever runs the sender's pages. */
async function dataRequestLink(
  deps: ServerDeps,
  workspaceId: string,
  { words, language }: Spoken,
): Promise<string> {
  const [site] = await listSites(deps, workspaceId);
  const query = new URLSearchParams({ ...(site ? { site: site.slug } : {}), lang: language });
  const url = deps.urls.app(`/privacy-request?${query}`);
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(words.dataRequest)}</a></p>`;
}

/** `/preferences/TOKEN`: what a person gets and may be known by. Without login; the address is shown masked. */
export function registerPreferences(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.links };

  app.register(async (scope) => {
    takeAnyBody(scope);

    for (const url of ["/preferences/:token", "/preferences/:token/"]) {
      scope.get<Named>(url, { constraints, exposeHeadRoute: true }, async (request, reply) => {
        const spoken = wordsFor(request);
        const recipient = readRecipientToken(deps, "preferences", request.params.token);
        if (!recipient) return sendUnknownLink(reply, spoken);
        const names = await namesFor(deps, recipient, spoken);
        return sendRecipientPage(reply, spoken, {
          title: spoken.words.choicesTitle,
          body:
            choiceForm(spoken, names, request.params.token) +
            moveForm(spoken, names, request.params.token) +
            (await dataRequestLink(deps, recipient.workspaceId, spoken)),
        });
      });

      scope.post<Named>(url, { constraints }, async (request, reply) => {
        const spoken = wordsFor(request);
        const { words } = spoken;
        const recipient = readRecipientToken(deps, "preferences", request.params.token);
        if (!recipient) return sendUnknownLink(reply, spoken);
        const fields = sentFields(request);
        const before = await namesFor(deps, recipient, spoken);
        const address = fields.get("address")?.at(-1);
        if (address !== undefined) {
          const { token } = request.params;
          return askForMove(deps, request, reply, { recipient, before, address, token });
        }
        const mail = fields.get("mail")?.at(-1);
        const tracking = fields.get("tracking")?.at(-1);
        // The page always sends `mail`: without it nothing was said of topics either.
        const wanted = before.known.topics.filter((topic) => topic.wanted).map(({ id }) => id);
        await choosePreferences(deps, visitorOf(request), recipient, {
          mail: mail === undefined ? before.known.mail : mail === "yes",
          topicIds: fields.get("topic") ?? (mail === undefined ? wanted : []),
          everyDays: readFrequency(fields.get("every")?.at(-1)) ?? before.known.everyDays,
          tracking: tracking === undefined ? before.known.tracked : tracking === "yes",
          wording: { mail: words.mailYes, tracking: plain(words.tracking, before.sender) },
          locale: spoken.language,
        });
        const names = await namesFor(deps, recipient, spoken);
        const refused = mail === "yes" && !names.known.mail ? `<p>${say(words.complaint, names)}</p>` : "";
        return sendRecipientPage(reply, spoken, {
          title: words.choicesTitle,
          body:
            `<p class="n" role="status">${escapeHtml(words.saved)}</p>${refused}` +
            choiceForm(spoken, names, request.params.token) +
            moveForm(spoken, names, request.params.token) +
            (await dataRequestLink(deps, recipient.workspaceId, spoken)),
        });
      });
    }
  });
}

const plain = (template: string, sender: string) => template.replaceAll("{sender}", sender);
