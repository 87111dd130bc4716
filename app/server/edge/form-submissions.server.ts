import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { decodeFormAddress, encodeFormAddress } from "~/domain/forms/form-address";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import { formToken } from "~/domain/forms/form-token.server";
import { openFormDesk, type SubmissionOutcome } from "~/domain/forms/open-form-desk.server";
import { publicId } from "~/lib/ids";
import {
  readJsonFields,
  readMultipart,
  readUrlencoded,
  type SentFields,
  UnreadableFields,
} from "~/lib/sent-fields";
import { tokenFieldName } from "~builder/document/form-definition";
import { expectedError } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { formNotice, formPage, formPageCsp, thanksPage } from "./form-submissions-pages.server";

const bodyLimit = 64 * 1024;
type Params = { Params: { form: string }; Querystring: { confirm?: string } };

const wantsJson = (request: FastifyRequest): boolean => {
  const accept = request.headers.accept ?? "";
  if (accept.includes("text/html")) return false;
  return accept.includes("json") || (request.headers["content-type"] ?? "").includes("json");
};

function readFields(request: FastifyRequest): SentFields {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readMultipart(body, type);
  return type.includes("json") ? readJsonFields(body) : readUrlencoded(body);
}

const originOf = (url: string): string[] => {
  try {
    return [new URL(url).origin];
  } catch {
    return [];
  }
};

/** Where the visitor goes after sending. */
function nextAddress(open: OpenForm, confirming: boolean): string {
  const { next } = open.definition;
  if (next.kind === "redirect" && originOf(next.url).length > 0) return next.url;
  if (next.kind === "page" && /^\/(?!\/)/.test(next.path)) return next.path;
  const address = encodeFormAddress({ workspaceId: open.workspace.id, formId: open.form.id });
  return `/f/${address}/thanks${confirming ? "?confirm=1" : ""}`;
}

function sendPage(
  reply: FastifyReply,
  status: number,
  html: string,
  formTargets: string[] = [],
): FastifyReply {
  return reply
    .status(status)
    .header("content-security-policy", formPageCsp(formTargets))
    .header("x-content-type-options", "nosniff")
    .header("referrer-policy", "same-origin")
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(html);
}

function sendProblem(reply: FastifyReply, status: number, code: string, title: string, more: object = {}) {
  return reply
    .status(status)
    .type("application/problem+json")
    .send({ title, status, code, ...more });
}

function answer(request: FastifyRequest, reply: FastifyReply, sent: SentFields, outcome: SubmissionOutcome) {
  const json = wantsJson(request);
  switch (outcome.kind) {
    case "stored": {
      const { result, open } = outcome;
      const next = nextAddress(open, result.confirming);
      if (!json) return reply.redirect(next, 303);
      return reply
        .status(201)
        .header("cache-control", "no-store")
        .send({
          id: publicId("submission", result.submissionId),
          lead_id: publicId("lead", result.leadId),
          next,
        });
    }
    case "refused": {
      if (json) {
        return sendProblem(
          reply,
          422,
          outcome.reason === "fields" ? "fields_invalid" : `fields_${outcome.reason}`,
          "Some fields need another look. Nothing was stored.",
          { errors: outcome.errors },
        );
      }
      const { next } = outcome.open.definition;
      return sendPage(
        reply,
        422,
        formPage(outcome.open, sent, outcome.errors),
        next.kind === "redirect" ? originOf(next.url) : [],
      );
    }
    case "limited":
      reply.header("retry-after", String(outcome.retryAfter));
      return json
        ? sendProblem(
            reply,
            429,
            "too_many_submissions",
            "Too many were sent from this address. Nothing was stored; please wait a minute.",
          )
        : sendPage(reply, 429, formNotice("en", "busy"));
    default: {
      const status = { unknown: 404, closed: 410, suspended: 451 }[outcome.kind];
      return json
        ? sendProblem(
            reply,
            status,
            `form_${outcome.kind}`,
            "This form takes no entries. Nothing was stored.",
          )
        : sendPage(reply, status, formNotice(outcome.language, "closed"));
    }
  }
}

/** `POST /f/FORM` and the pages around it, on every site. */
export function registerFormSubmissions(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.site };
  const desk = openFormDesk(deps);
  app.addHook("onClose", () => desk.sink.drain());

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, request, reply) => {
      const status = (error as { statusCode?: number }).statusCode;
      if (error instanceof UnreadableFields || status === 413) {
        const code = status === 413 ? 413 : 400;
        return wantsJson(request)
          ? sendProblem(reply, code, "body_unreadable", "The body could not be read. Nothing was stored.")
          : sendPage(reply, code, formNotice(request.headers["accept-language"] ?? "en", "unsent"));
      }
      const expected = expectedError(error);
      if (!expected) throw error;
      reply.header("retry-after", String(expected.details.retryAfter ?? 5));
      return wantsJson(request)
        ? sendProblem(reply, 503, expected.code, expected.safeMessage)
        : sendPage(reply, 503, formNotice(request.headers["accept-language"] ?? "en", "busy"));
    });

    scope.post<Params>("/f/:form", { constraints }, async (request, reply) => {
      const address = decodeFormAddress(request.params.form);
      const sent = readFields(request);
      if (!address) return answer(request, reply, sent, { kind: "unknown", language: "en" });
      const outcome = await desk.submit({
        address,
        sent,
        ip: request.clientIp,
        userAgent: request.headers["user-agent"] ?? "",
        pageAddress: request.headers.referer ?? "",
        ownHost: request.headers.host ?? "",
      });
      return answer(request, reply, sent, outcome);
    });

    scope.get<Params>("/f/:form", { constraints }, async (request, reply) => {
      const address = decodeFormAddress(request.params.form);
      const open = address && (await desk.find(address));
      if (!open?.form.liveVersionId) return sendPage(reply, 404, formNotice("en", "closed"));
      const named = {
        workspaceId: open.workspace.id,
        formId: open.form.id,
        pageVersionId: open.pageVersionId,
      };
      return sendPage(reply, 200, formPage(open, new Map([[tokenFieldName, [formToken(deps, named)]]]), {}));
    });

    scope.get<Params>("/f/:form/thanks", { constraints }, async (request, reply) => {
      const address = decodeFormAddress(request.params.form);
      const open = address && (await desk.find(address));
      if (!open) return sendPage(reply, 404, formNotice("en", "closed"));
      const { next } = open.definition;
      const page = {
        text: next.kind === "message" ? next.text : "",
        confirming: request.query.confirm === "1",
        back: "/",
      };
      return sendPage(reply, 200, thanksPage(open.form.language, page));
    });
  });
}
