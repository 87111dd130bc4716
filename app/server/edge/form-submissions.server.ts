import type { FastifyInstance, FastifyRequest } from "fastify";
import { ownCookies } from "~/domain/consent/own-cookies";
import { decodeFormAddress, type FormAddress } from "~/domain/forms/form-address";
import type { OpenForm } from "~/domain/forms/form-cache.server";
import { formToken } from "~/domain/forms/form-token.server";
import { openFormDesk } from "~/domain/forms/open-form-desk.server";
import { findPublishedPath } from "~/domain/publishing/find-published-page.server";
import { standingAllows } from "~/domain/workspaces/standing";
import { tokenFieldName } from "~builder/document/form-definition";
import { addQuickAnswer } from "../door/quick-answers";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { type EdgeAnswer, sendAnswer } from "./edge-answer.server";
import {
  type Asking,
  failureAnswer,
  faultAnswer,
  pageAnswer,
  submissionAnswer,
} from "./form-submissions-answers.server";
import { drainBody, readBody, submissionFault } from "./form-submissions-bodies";
import { offeredDownload } from "./form-submissions-downloads.server";
import { formNotice, formPage, thanksPage, type WayFromThanks } from "./form-submissions-pages.server";
import { type HandedIn, quickSubmissions } from "./form-submissions-quick.server";
import { createUploadReader, takesFiles } from "./form-submissions-uploads.server";
import { keptOn, markLead, readVariantCookie, writeVariantCookie } from "./variant-cookie";

const bodyLimit = 64 * 1024;
type Params = { Params: { form: string }; Querystring: { confirm?: string; d?: string } };

const askingOf = ({ headers }: FastifyRequest): Asking => ({
  accept: headers.accept ?? "",
  contentType: headers["content-type"] ?? "",
  acceptLanguage: headers["accept-language"] ?? "",
});

const handedInFrom = (request: FastifyRequest<Params>): HandedIn => ({
  ...askingOf(request),
  form: request.params.form,
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  ip: request.clientIp,
  userAgent: request.headers["user-agent"] ?? "",
  referer: request.headers.referer ?? "",
  host: request.headers.host ?? "",
  cookies: request.headers.cookie ?? "",
  siteSlug: request.siteSlug,
});

/** `POST /f/FORM` and the pages around it, on every site. */
export function registerFormSubmissions(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.site };
  const desk = openFormDesk(deps);
  const isHttps = deps.config.origins.pagesScheme === "https";
  app.addHook("onClose", () => desk.sink.drain());
  app.addHook("onClose", () => desk.conversions.drain());

  /** A form answers on the sites of its own workspace: nobody's words stand under the name of another. */
  async function addressOn(siteSlug: string, form: string): Promise<FormAddress | undefined> {
    const address = decodeFormAddress(form);
    const site = address && (await app.hostedPages.cache.site(siteSlug));
    return site?.workspaceId === address?.workspaceId ? address : undefined;
  }

  /** Tells of a path whether it is public, as far as that is known here. */
  async function publishedOn(siteSlug: string): Promise<(path: string) => boolean> {
    const site = await app.hostedPages.cache.site(siteSlug);
    return (path) => !site?.isComplete || site.paths.has(path.split(/[?#]/)[0] ?? path);
  }

  async function handIn(given: HandedIn): Promise<EdgeAnswer> {
    const { fields: sent, files } = readBody(given.body, given.contentType);
    const address = await addressOn(given.siteSlug, given.form);
    if (!address) return submissionAnswer(deps, given, sent, { kind: "unknown" });
    const kept = readVariantCookie(ownCookies(given.cookies, isHttps));
    const outcome = await desk.submit({
      address,
      sent,
      files,
      ip: given.ip,
      userAgent: given.userAgent,
      pageAddress: given.referer,
      ownHost: given.host,
      isKnownLead: (pageId) => keptOn(kept, pageId)?.isLead ?? false,
    });
    const marked = outcome.kind === "stored" ? markLead(kept, outcome.open.form.pageId) : undefined;
    const leads = outcome.kind === "stored" && outcome.open.definition.next.kind === "page";
    const isPublished = leads ? await publishedOn(given.siteSlug) : undefined;
    const answer = submissionAnswer(deps, given, sent, outcome, isPublished);
    if (!marked) return answer;
    const cookie = writeVariantCookie(marked, isHttps);
    return { ...answer, headers: [...answer.headers, "set-cookie", cookie] };
  }

  async function openOn(siteSlug: string, form: string): Promise<OpenForm | undefined> {
    const address = await addressOn(siteSlug, form);
    return address && desk.find(address);
  }

  /** Back to where the form stands; to the start where it stands on another site. */
  async function pathOfForm(siteSlug: string, { workspaceId, pageId }: OpenForm["form"]): Promise<string> {
    const site = await app.hostedPages.cache.site(siteSlug);
    return (site && (await findPublishedPath(deps, workspaceId, site.site.siteId, pageId))) ?? "/";
  }

  async function wayFromThanks(siteSlug: string, open: OpenForm): Promise<WayFromThanks> {
    const { next } = open.definition;
    if (next.kind === "redirect") return { href: next.url, host: new URL(next.url).host, isBack: false };
    if (next.kind === "page" && (await publishedOn(siteSlug))(next.path))
      return { href: next.path, isBack: false };
    return { href: await pathOfForm(siteSlug, open.form), isBack: true };
  }

  addQuickAnswer(app, quickSubmissions(deps, surfaces, { bodyLimit, handIn }));

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    const uploads = createUploadReader({
      plainLimit: bodyLimit,
      async takesFiles(request) {
        const open = await openOn(request.siteSlug, (request.params as Params["Params"]).form);
        return Boolean(open?.form.liveVersionId) && takesFiles(open?.definition);
      },
    });
    scope.addContentTypeParser(/^multipart\/form-data/i, uploads);
    scope.setErrorHandler(async (error, request, reply) => {
      const asking = askingOf(request);
      const expected = failureAnswer(asking, submissionFault(error, bodyLimit));
      if (!expected && ((error as { statusCode?: number }).statusCode ?? 500) < 500) throw error;
      if (!expected) deps.log.error({ err: error }, "request failed");
      const answer = expected ?? faultAnswer(asking);
      if (answer.status === 413) await drainBody(request.raw, Number(request.headers["content-length"] ?? 0));
      return sendAnswer(reply, answer);
    });

    scope.post<Params>("/f/:form", { constraints }, async (request, reply) =>
      sendAnswer(reply, await handIn(handedInFrom(request))),
    );

    const isSuspended = ({ workspace }: OpenForm) => !standingAllows(workspace.standing, "serve");
    const suspendedAnswer = (request: FastifyRequest<Params>, { form: { language } }: OpenForm) =>
      submissionAnswer(deps, askingOf(request), new Map(), { kind: "suspended", language });

    const missingAnswer = (request: FastifyRequest<Params>, open: OpenForm | undefined) =>
      pageAnswer(404, formNotice(open?.form.language ?? askingOf(request).acceptLanguage, "closed"));

    scope.get<Params>("/f/:form", { constraints }, async (request, reply) => {
      const open = await openOn(request.siteSlug, request.params.form);
      if (open && isSuspended(open)) return sendAnswer(reply, suspendedAnswer(request, open));
      if (!open?.form.liveVersionId) return sendAnswer(reply, missingAnswer(request, open));
      const named = {
        workspaceId: open.workspace.id,
        formId: open.form.id,
        pageVersionId: open.pageVersionId,
      };
      return sendAnswer(
        reply,
        pageAnswer(200, formPage(open, new Map([[tokenFieldName, [formToken(deps, named)]]]), {})),
      );
    });

    scope.get<Params>("/f/:form/thanks", { constraints }, async (request, reply) => {
      const open = await openOn(request.siteSlug, request.params.form);
      if (!open) return sendAnswer(reply, missingAnswer(request, open));
      if (isSuspended(open)) return sendAnswer(reply, suspendedAnswer(request, open));
      const way = await wayFromThanks(request.siteSlug, open);
      const download = await offeredDownload(deps, open, request.query.d);
      const confirming = request.query.confirm === "1";
      return sendAnswer(reply, pageAnswer(200, thanksPage(open, { confirming, way, download })));
    });
  });
}
