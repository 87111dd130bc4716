import type { FastifyInstance, FastifyRequest } from "fastify";
import { decodeFormAddress } from "~/domain/forms/form-address";
import { formToken } from "~/domain/forms/form-token.server";
import { openFormDesk } from "~/domain/forms/open-form-desk.server";
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
import { answerSubmission, refuse, sendPage } from "./form-submissions-answers.server";
import { formNotice, formPage, thanksPage } from "./form-submissions-pages.server";

const bodyLimit = 64 * 1024;
type Params = { Params: { form: string }; Querystring: { confirm?: string } };

function readFields(request: FastifyRequest): SentFields {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readMultipart(body, type);
  return type.includes("json") ? readJsonFields(body) : readUrlencoded(body);
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
      const tooLarge = (error as { statusCode?: number }).statusCode === 413;
      if (tooLarge || error instanceof UnreadableFields) {
        return refuse(request, reply, {
          status: tooLarge ? 413 : 400,
          code: "body_unreadable",
          title: "The body could not be read. Nothing was stored.",
          kind: "unsent",
        });
      }
      const expected = expectedError(error);
      if (!expected) throw error;
      return refuse(request, reply, {
        status: 503,
        code: expected.code,
        title: expected.safeMessage,
        kind: "busy",
        retryAfter: expected.details.retryAfter ?? 5,
      });
    });

    scope.post<Params>("/f/:form", { constraints }, async (request, reply) => {
      const address = decodeFormAddress(request.params.form);
      const sent = readFields(request);
      if (!address) return answerSubmission(request, reply, sent, { kind: "unknown", language: "en" });
      const outcome = await desk.submit({
        address,
        sent,
        ip: request.clientIp,
        userAgent: request.headers["user-agent"] ?? "",
        pageAddress: request.headers.referer ?? "",
        ownHost: request.headers.host ?? "",
      });
      return answerSubmission(request, reply, sent, outcome);
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
