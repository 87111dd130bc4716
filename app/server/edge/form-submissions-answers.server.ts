import { encodeFormAddress } from "~/domain/forms/form-address";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import type { SubmissionOutcome } from "~/domain/forms/open-form-desk.server";
import { publicId } from "~/lib/ids";
import { type SentFields, UnreadableFields } from "~/lib/sent-fields";
import { expectedError, internalFault } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import { withConfirmMark } from "./confirm-hint.server";
import { type EdgeAnswer, headerAddress } from "./edge-answer.server";
import { bodyKinds, TooLargeSubmission, UnknownBodyKind } from "./form-submissions-bodies";
import { shownDownload } from "./form-submissions-downloads.server";
import {
  formNotice,
  formPage,
  formPageCsp,
  type NoticeKind,
  noticeSentence,
  type PublicPage,
  thanksTexts,
} from "./form-submissions-pages.server";
import { TooManyUploads } from "./form-submissions-uploads.server";

/** Headers of a request that say what kind of answer is wanted; empty where they were not sent. */
export interface Asking {
  accept: string;
  contentType: string;
  acceptLanguage: string;
}

function wantsJson({ accept, contentType }: Asking): boolean {
  if (accept.includes("text/html")) return false;
  return accept.includes("json") || contentType.includes("json");
}

const problem = (status: number, body: object, headers: readonly string[] = []): EdgeAnswer => ({
  status,
  headers: ["content-type", "application/problem+json; charset=utf-8", ...headers],
  body: JSON.stringify(body),
});

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

export const pageAnswer = (
  status: number,
  { html, css }: PublicPage,
  formTargets: string[] = [],
  headers: readonly string[] = [],
): EdgeAnswer => ({
  status,
  headers: [
    ...["content-security-policy", formPageCsp(css, formTargets)],
    ...["x-content-type-options", "nosniff"],
    ...["referrer-policy", "same-origin"],
    ...["cache-control", "no-store"],
    ...["content-type", "text/html; charset=utf-8"],
    ...headers,
  ],
  body: html,
});

export interface Refusal {
  status: number;
  code: string;
  title: string;
  kind: NoticeKind;
  language?: string;
  retryAfter?: number;
  /** The most bytes that are taken, where that is what was wrong. */
  most?: number;
}

/** A refusal that is not about single fields: a page for people, problem+json for programs, both in words of the visitor. */
export function refusalAnswer(asking: Asking, refusal: Refusal): EdgeAnswer {
  const { status, code, title, kind, retryAfter, most } = refusal;
  const language = refusal.language ?? (asking.acceptLanguage || "en");
  const headers = [
    ...(retryAfter ? ["retry-after", String(retryAfter)] : []),
    ...(status === 415 ? ["accept-post", bodyKinds.join(", ")] : []),
  ];
  if (!wantsJson(asking)) return pageAnswer(status, formNotice(language, kind, most), [], headers);
  const detail = noticeSentence(language, kind, most);
  return problem(status, { title, status, code, detail, max_bytes: most }, headers);
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

function storedAnswer(
  deps: Pick<ServerDeps, "keys" | "clock" | "urls">,
  asking: Asking,
  { open, result }: Extract<SubmissionOutcome, { kind: "stored" }>,
  isPublished: (path: string) => boolean,
): EdgeAnswer {
  const token = shownDownload(deps, open, result.submissionId);
  const next = nextAddress(open, result.confirming, token, isPublished);
  if (!wantsJson(asking)) return { status: 303, headers: ["location", headerAddress(next)], body: "" };
  const body = {
    id: publicId("submission", result.submissionId),
    lead_id: publicId("lead", result.leadId),
    next,
    ...(token ? { download: deps.urls.link(`/d/${token}`) } : {}),
    ...inPlace(open, result.confirming, token),
  };
  return {
    status: 201,
    headers: ["cache-control", "no-store", "content-type", "application/json; charset=utf-8"],
    body: JSON.stringify(body),
  };
}

export function submissionAnswer(
  deps: Pick<ServerDeps, "keys" | "clock" | "urls">,
  asking: Asking,
  sent: SentFields,
  outcome: SubmissionOutcome,
  isPublished: (path: string) => boolean = () => true,
): EdgeAnswer {
  switch (outcome.kind) {
    case "stored":
      return storedAnswer(deps, asking, outcome, isPublished);
    case "refused": {
      const { open, errors, reason } = outcome;
      if (wantsJson(asking)) {
        const title = "Some fields need another look. Nothing was stored.";
        const code = reason === "fields" ? "fields_invalid" : `fields_${reason}`;
        return problem(422, { title, status: 422, code, errors });
      }
      const { next } = open.definition;
      const targets = next.kind === "redirect" ? originOf(next.url) : [];
      return pageAnswer(422, formPage(open, sent, errors), targets);
    }
    case "limited":
      return refusalAnswer(asking, {
        status: 429,
        code: "too_many_submissions",
        title: "Too many were sent from this address. Nothing was stored; please wait a minute.",
        kind: "busy",
        retryAfter: outcome.retryAfter,
      });
    default:
      return refusalAnswer(asking, {
        ...closings[outcome.kind],
        code: `form_${outcome.kind}`,
        kind: "closed",
        language: outcome.language,
      });
  }
}

/** Upon a fault of our own: words for people here too, since a browser without script shows whatever comes. */
export const faultAnswer = (asking: Asking): EdgeAnswer =>
  refusalAnswer(asking, { status: 500, ...internalFault, kind: "fault" });

/** What is said of a submission that failed on the way; undefined for a fault of our own. */
export function failureAnswer(asking: Asking, error: unknown): EdgeAnswer | undefined {
  if (error instanceof TooManyUploads) {
    return refusalAnswer(asking, {
      status: 503,
      code: "too_many_uploads",
      title: "Many files arrive just now. Nothing was stored; please try again.",
      kind: "busy",
      retryAfter: 5,
    });
  }
  if (error instanceof TooLargeSubmission) {
    return refusalAnswer(asking, {
      status: 413,
      code: "body_too_large",
      title: `The body is larger than the ${error.most} bytes that this form takes. Nothing was stored.`,
      kind: "tooLarge",
      most: error.most,
    });
  }
  if (error instanceof UnknownBodyKind) {
    return refusalAnswer(asking, {
      status: 415,
      code: "media_type_unsupported",
      title: `Send the fields as ${bodyKinds.join(", ")}. Nothing was stored.`,
      kind: "unknownKind",
    });
  }
  if (error instanceof UnreadableFields) {
    return refusalAnswer(asking, {
      status: 400,
      code: "body_unreadable",
      title: "The body could not be read. Nothing was stored.",
      kind: "unsent",
    });
  }
  const expected = expectedError(error);
  if (!expected) return undefined;
  return refusalAnswer(asking, {
    status: 503,
    code: expected.code,
    title: expected.safeMessage,
    kind: expected.code === "busy" ? "busy" : "fault",
    retryAfter: expected.details.retryAfter ?? 5,
  });
}
