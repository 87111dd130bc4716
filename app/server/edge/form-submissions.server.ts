import type { FastifyInstance, FastifyRequest } from "fastify";
import { decodeFormAddress } from "~/domain/forms/form-address";
import { formToken } from "~/domain/forms/form-token.server";
import { openFormDesk } from "~/domain/forms/open-form-desk.server";
import {
  readJsonFields,
  readMultipart,
  readUrlencoded,
  type SentFields,
  type SentFile,
  UnreadableFields,
} from "~/lib/sent-fields";
import { tokenFieldName } from "~builder/document/form-definition";
import { expectedError } from "../http-errors.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { answerSubmission, refuse, sendPage } from "./form-submissions-answers.server";
import { offeredDownload } from "./form-submissions-downloads.server";
import { formNotice, formPage, thanksPage } from "./form-submissions-pages.server";
import { createUploadReader, TooManyUploads, takesFiles } from "./form-submissions-uploads.server";

const bodyLimit = 64 * 1024;
type Params = { Params: { form: string }; Querystring: { confirm?: string; d?: string } };

interface Sent {
  fields: SentFields;
  files?: ReadonlyMap<string, readonly SentFile[]>;
}

function readFields(request: FastifyRequest): Sent {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const type = request.headers["content-type"] ?? "";
  if (/^multipart\/form-data/i.test(type)) return readMultipart(body, type);
  return { fields: type.includes("json") ? readJsonFields(body) : readUrlencoded(body) };
}

/** `POST /f/FORM` and the pages around it, on every site. */
export function registerFormSubmissions(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.site };
  const desk = openFormDesk(deps);
  app.addHook("onClose", () => desk.sink.drain());
  app.addHook("onClose", () => desk.conversions.drain());

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    const uploads = createUploadReader({
      plainLimit: bodyLimit,
      async takesFiles(request) {
        const address = decodeFormAddress((request.params as Params["Params"]).form);
        const open = address && (await desk.find(address));
        return Boolean(open?.form.liveVersionId) && takesFiles(open?.definition);
      },
    });
    scope.addContentTypeParser(/^multipart\/form-data/i, uploads);
    scope.setErrorHandler((error, request, reply) => {
      const tooLarge = (error as { statusCode?: number }).statusCode === 413;
      if (error instanceof TooManyUploads) {
        return refuse(request, reply, {
          status: 503,
          code: "too_many_uploads",
          title: "Many files arrive just now. Nothing was stored; please try again.",
          kind: "busy",
          retryAfter: 5,
        });
      }
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
      const { fields: sent, files } = readFields(request);
      if (!address) return answerSubmission(deps, request, reply, sent, { kind: "unknown", language: "en" });
      const outcome = await desk.submit({
        address,
        sent,
        files,
        ip: request.clientIp,
        userAgent: request.headers["user-agent"] ?? "",
        pageAddress: request.headers.referer ?? "",
        ownHost: request.headers.host ?? "",
      });
      const leads = outcome.kind === "stored" && outcome.open.definition.next.kind === "page";
      const site = leads ? await app.hostedPages.cache.site(request.siteSlug) : undefined;
      const isPublished = (path: string) =>
        !site?.isComplete || site.paths.has(path.split(/[?#]/)[0] ?? path);
      return answerSubmission(deps, request, reply, sent, outcome, isPublished);
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
      const back = next.kind === "redirect" ? next.url : next.kind === "page" ? next.path : "/";
      const download = await offeredDownload(deps, open, request.query.d);
      const confirming = request.query.confirm === "1";
      return sendPage(reply, 200, thanksPage(open, { confirming, back, download }));
    });
  });
}
