import type { FastifyReply, FastifyRequest } from "fastify";
import { encodeFormAddress } from "~/domain/forms/form-address";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import type { SubmissionOutcome } from "~/domain/forms/open-form-desk.server";
import { publicId } from "~/lib/ids";
import type { SentFields } from "~/lib/sent-fields";
import type { ServerDeps } from "../server-deps";
import { withConfirmMark } from "./confirm-hint.server";
import { shownDownload } from "./form-submissions-downloads.server";
import {
  formNotice,
  formPage,
  formPageCsp,
  noticeText,
  type PublicPage,
  thanksTexts,
} from "./form-submissions-pages.server";

export const wantsJson = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? "";
  if (accept.includes("text/html")) return false;
  return accept.includes("json") || (request.headers["content-type"] ?? "").includes("json");
};

const originOf = (url: string): string[] => {
  try {
    return [new URL(url).origin];
  } catch {
    return [];
  }
};

/**
 * Where the visitor goes after sending. A page that is not published would be a closed door: thanks are said instead.
 * Who still has to confirm by e-mail is told so on the way: on the site's own page, or before leaving for another site.
 */
function nextAddress(
  open: OpenForm,
  confirming: boolean,
  token: string | undefined,
  isPublished: (path: string) => boolean,
): string {
  const { next } = open.definition;
  if (!token) {
    if (next.kind === "redirect" && !confirming && originOf(next.url).length > 0) return next.url;
    if (next.kind === "page" && /^\/(?!\/)/.test(next.path) && isPublished(next.path))
      return confirming ? withConfirmMark(next.path) : next.path;
  }
  const address = encodeFormAddress({ workspaceId: open.workspace.id, formId: open.form.id });
  const query = [...(confirming ? ["confirm=1"] : []), ...(token ? [`d=${token}`] : [])].join("&");
  return `/f/${address}/thanks${query ? `?${query}` : ""}`;
}

export const sendPage = (
  reply: FastifyReply,
  status: number,
  { html, css }: PublicPage,
  formTargets: string[] = [],
) =>
  reply
    .status(status)
    .header("content-security-policy", formPageCsp(css, formTargets))
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "same-origin")
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(html);

export interface Refusal {
  status: number;
  code: string;
  title: string;
  kind: "busy" | "closed" | "unsent";
  language?: string;
  retryAfter?: number;
}

/** A refusal that is not about single fields: a page for people, problem+json for programs, both in words of the visitor. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, code, title, kind } = refusal;
  const language = refusal.language ?? request.headers["accept-language"] ?? "en";
  if (refusal.retryAfter) reply.header("retry-after", String(refusal.retryAfter));
  if (!wantsJson(request)) return sendPage(reply, status, formNotice(language, kind));
  return reply
    .status(status)
    .type("application/problem+json")
    .send({ title, status, code, detail: noticeText(language, kind) });
}

const closings = {
  unknown: { status: 404, title: "There is no such form. Nothing was stored." },
  closed: { status: 410, title: "This form takes no entries any more. Nothing was stored." },
  suspended: { status: 451, title: "This form is not available. Nothing was stored." },
} as const;

/** What the page says in place of the form, where it is neither left nor has a file to offer. */
function inPlace(open: OpenForm, confirming: boolean, token: string | undefined): { message?: string } {
  const { next } = open.definition;
  if (next.kind !== "message" || token) return {};
  return { message: thanksTexts(open, confirming).join("\n") };
}

export function answerSubmission(
  deps: Pick<ServerDeps, "keys" | "clock" | "urls">,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentFields,
  outcome: SubmissionOutcome,
  isPublished: (path: string) => boolean = () => true,
): FastifyReply {
  switch (outcome.kind) {
    case "stored": {
      const { result, open } = outcome;
      const token = shownDownload(deps, open, result.submissionId);
      const next = nextAddress(open, result.confirming, token, isPublished);
      if (!wantsJson(request)) return reply.redirect(next, 303);
      const id = publicId("submission", result.submissionId);
      const answer = {
        id,
        lead_id: publicId("lead", result.leadId),
        next,
        ...(token ? { download: deps.urls.link(`/d/${token}`) } : {}),
        ...inPlace(open, result.confirming, token),
      };
      return reply.status(201).header("cache-control", "no-store").send(answer);
    }
    case "refused": {
      const { open, errors, reason } = outcome;
      if (wantsJson(request)) {
        const title = "Some fields need another look. Nothing was stored.";
        const code = reason === "fields" ? "fields_invalid" : `fields_${reason}`;
        return reply.status(422).type("application/problem+json").send({ title, status: 422, code, errors });
      }
      const { next } = open.definition;
      const targets = next.kind === "redirect" ? originOf(next.url) : [];
      return sendPage(reply, 422, formPage(open, sent, errors), targets);
    }
    case "limited":
      return refuse(request, reply, {
        status: 429,
        code: "too_many_submissions",
        title: "Too many were sent from this address. Nothing was stored; please wait a minute.",
        kind: "busy",
        retryAfter: outcome.retryAfter,
      });
    default:
      return refuse(request, reply, {
        ...closings[outcome.kind],
        code: `form_${outcome.kind}`,
        kind: "closed",
        language: outcome.language,
      });
  }
}
