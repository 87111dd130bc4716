import type { FastifyInstance, FastifyReply } from "fastify";
import {
  type AskedTestimonial,
  answerTestimonial,
  askedMark,
  findAskedTestimonial,
  type TestimonialAnswer,
} from "~/domain/testimonials/answer-testimonial.server";
import type { Quotation } from "~/domain/testimonials/testimonial";
import { say, type TestimonialWords, testimonialWords } from "~/domain/testimonials/testimonial-words";
import { truncateIp } from "~/lib/ip-address";
import { attributesToHtml, escapeHtml } from "~builder/document/escape-html";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { type Spoken, sendRecipientPage, wordsFor } from "./recipient-page.server";

type Params = { Params: { token: string } };
const answers: readonly TestimonialAnswer[] = ["agree", "decline", "withdraw"];

const portrait = (src: string): string =>
  src ? `<p><img${attributesToHtml({ src, alt: "", width: "64", height: "64" })}></p>` : "";

const quoted = ({ words, name, role, picture }: Quotation): string =>
  `<blockquote class="n">${portrait(picture)}<p>${escapeHtml(words).replaceAll("\n", "<br>")}</p><p><b>${escapeHtml(name)}</b>${role ? `<br>${escapeHtml(role)}` : ""}</p></blockquote>`;

const button = (answer: TestimonialAnswer, text: string): string =>
  `<button${attributesToHtml({ name: "answer", value: answer, class: answer === "agree" ? undefined : "q" })}>${escapeHtml(text)}</button>`;

const formOf = (mark: string, ...buttons: string[]): string =>
  `<form method="post"><input${attributesToHtml({ type: "hidden", name: "mark", value: mark })}>${buttons.join("")}</form>`;

/** What the page says: the words that wait for an answer, and those that may be shown. */
function bodyOf(asked: AskedTestimonial, words: TestimonialWords, changed: boolean) {
  const { testimonial, agreement } = asked;
  const { state, shown } = testimonial;
  const said = (template: string) => `<p>${escapeHtml(say(template, asked))}</p>`;
  const mark = askedMark(testimonial);
  const question =
    testimonial.asked && state !== "agreed"
      ? `${quoted(testimonial.asked)}<p>${escapeHtml(agreement)}</p>${formOf(mark, button("agree", words.agree), ...(state === "asked" ? [button("decline", words.decline)] : []))}`
      : "";
  const standing = shown
    ? `${state === "agreed" ? "" : said(words.publicNow)}${quoted(shown)}${formOf(mark, button("withdraw", words.withdraw))}`
    : "";
  const notice = changed ? `<p class="n" role="alert">${escapeHtml(words.changed)}</p>` : "";
  const texts = {
    agreed: { title: words.agreedTitle, lead: said(words.agreedText) },
    declined: { title: words.declinedTitle, lead: said(words.declinedText) },
    withdrawn: { title: words.withdrawnTitle, lead: said(words.withdrawnText) },
  };
  const told = state in texts ? texts[state as keyof typeof texts] : { title: words.pageTitle, lead: "" };
  return { title: say(told.title, asked), body: notice + told.lead + question + standing };
}

/** `/quoted/TOKEN`: GET shows what is asked, POST decides. Mail scanners only GET. */
export function registerQuotedPerson(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.links };

  function show(reply: FastifyReply, asked: AskedTestimonial | undefined, spoken: Spoken, changed = false) {
    const { language, words } = testimonialWords(asked?.testimonial.language ?? spoken.language);
    if (!asked) {
      return sendRecipientPage(
        reply,
        { ...spoken, language },
        {
          ...{ status: 404, title: words.goneTitle, body: `<p>${escapeHtml(words.goneText)}</p>` },
        },
      );
    }
    const status = changed ? 409 : 200;
    return sendRecipientPage(reply, { ...spoken, language }, { status, ...bodyOf(asked, words, changed) });
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: 4096 }, (_request, body, done) =>
      done(null, body),
    );
    scope.get<Params>("/quoted/:token", { constraints }, async (request, reply) =>
      show(reply, await findAskedTestimonial(deps, request.params.token), wordsFor(request)),
    );
    scope.post<Params>("/quoted/:token", { constraints }, async (request, reply) => {
      const spoken = wordsFor(request);
      const asked = await findAskedTestimonial(deps, request.params.token);
      const sent = new URLSearchParams(String(request.body ?? ""));
      const answer = answers.find((one) => one === sent.get("answer"));
      if (!asked || !answer) return show(reply, asked, spoken);
      const actor = { kind: "visitor", ip: request.clientIp } as const;
      const ip = truncateIp(request.clientIp) ?? "";
      const held = await answerTestimonial(deps, actor, asked, {
        ...{ answer, mark: sent.get("mark") ?? "", ip },
      });
      const now = await findAskedTestimonial(deps, request.params.token);
      // Who withdrew what was asked only once has nothing left to read but that it is done.
      return show(reply, now ?? asked, spoken, !held);
    });
  });
}
