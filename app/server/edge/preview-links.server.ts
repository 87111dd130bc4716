import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isDomainError } from "~/domain/domain-error";
import {
  findPreviewLink,
  showPreviewLink,
  unlockPreviewLink,
} from "~/domain/publishing/open-preview-link.server";
import { previewPasswordMaximum } from "~/domain/publishing/preview-link";
import { previewLinkPath } from "~/domain/publishing/preview-link-address";
import { passMs } from "~/domain/publishing/preview-link-token.server";
import { publicLanguage } from "~/lib/public-language";
import { readUserAgent } from "~/lib/user-agent";
import { bodyStart } from "~builder/document/body-start";
import { escapeText } from "~builder/document/escape-html";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { sendAnswer } from "./edge-answer.server";
import { extendPolicy } from "./extend-policy";
import { pageAnswer } from "./form-submissions-answers.server";
import { publicPage } from "./form-submissions-pages.server";
import { sendFrozen } from "./frozen-answer.server";
import { siteHeaders } from "./hosted-pages.server";
import { previewWords } from "./preview-words";
import { sentFields, takeAnyBody } from "./token-body.server";

const cookieName = "foyer_preview";
const css =
  ".foyer-preview{position:relative;z-index:2147482000;box-sizing:border-box;padding:10px 20px;font:600 15px/1.5 system-ui,sans-serif;text-align:center;background:#17343a;color:#fff}";
const styleSource = `'sha256-${createHash("sha256").update(css).digest("base64")}'`;

type Request = FastifyRequest<{ Params: { token: string } }>;

const spokenBy = (request: FastifyRequest) => publicLanguage(request.headers["accept-language"]);

const passIn = (request: FastifyRequest): string =>
  new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{1,400})`).exec(request.headers.cookie ?? "")?.[1] ?? "";

const hidden = (reply: FastifyReply): FastifyReply => reply.header("x-robots-tag", "noindex, nofollow");

function sendOver(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = spokenBy(request);
  const { overTitle, over } = previewWords[language];
  const body = `<h1>${escapeText(overTitle)}</h1><p>${escapeText(over)}</p>`;
  return sendAnswer(hidden(reply), pageAnswer(404, publicPage(language, overTitle, body)));
}

function askPassword(
  request: Request,
  reply: FastifyReply,
  problem?: "wrong" | "tooMany",
  retryAfter = 0,
): FastifyReply {
  const language = spokenBy(request);
  const words = previewWords[language];
  const said = problem
    ? `<p class="e" id="e" role="alert">${escapeText(words[problem])}</p>`
    : `<p>${escapeText(words.locked)}</p>`;
  const marked = problem ? ' aria-invalid="true" aria-describedby="e"' : "";
  const form =
    `<form method="post" action="${previewLinkPath}/${request.params.token}">` +
    `<div><label for="p">${escapeText(words.password)}</label>` +
    `<input id="p" name="password" type="password" autocomplete="off" required autofocus${marked}></div>` +
    `<button>${escapeText(words.show)}</button></form>`;
  if (retryAfter) reply.header("retry-after", String(retryAfter));
  const page = publicPage(language, words.title, `<h1>${escapeText(words.title)}</h1>${said}${form}`);
  const status = { none: 200, wrong: 403, tooMany: 429 }[problem ?? "none"];
  return sendAnswer(hidden(reply), pageAnswer(status, page));
}

/** The page with a line above it, in its own language, that says what it is. */
function withHint({ html, csp }: { html: string; csp: string }): { html: string; csp: string } {
  const language = publicLanguage(/<html[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? "en");
  const hint = `<style>${css}</style><div class="foyer-preview" role="note">${escapeText(previewWords[language].hint)}</div>`;
  const at = bodyStart(html) ?? html.length;
  return {
    html: html.slice(0, at) + hint + html.slice(at),
    csp: extendPolicy(csp, { "style-src": [styleSource] }),
  };
}

/** `/_foyer/preview/TOKEN` on every site: a page as its makers see it, for people without an account. */
export function registerPreviewLinks(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.site };
  const secure = deps.config.origins.pagesScheme === "https";
  const headers = siteHeaders(deps);

  /** The link, or undefined when something else was answered. */
  async function linkOf(request: Request, reply: FastifyReply) {
    const site = await app.hostedPages.cache.site(request.siteSlug);
    if (site && !site.isOpen) {
      reply.hijack();
      sendFrozen(await app.hostedPages.notices("closed", site.site), request.raw, reply.raw);
      return undefined;
    }
    const link = site && (await findPreviewLink(deps, request.params.token, site.site));
    if (!link) await sendOver(request, reply);
    return link;
  }

  app.register(async (scope) => {
    takeAnyBody(scope);

    scope.get(`${previewLinkPath}/:token`, { constraints }, async (request: Request, reply) => {
      const link = await linkOf(request, reply);
      if (!link) return reply;
      const isPerson = !readUserAgent(request.headers["user-agent"] ?? "").isBot;
      const noted = request.method === "GET" && isPerson;
      const shown = await showPreviewLink(deps, link, { pass: passIn(request), noted });
      if (!shown) return askPassword(request, reply);
      const { html, csp } = withHint(shown);
      return hidden(reply)
        .headers({
          ...headers,
          "content-security-policy": csp,
          "cache-control": "private, no-store",
          "referrer-policy": "no-referrer",
        })
        .type("text/html; charset=utf-8")
        .send(html);
    });

    scope.post(`${previewLinkPath}/:token`, { constraints }, async (request: Request, reply) => {
      const link = await linkOf(request, reply);
      if (!link) return reply;
      const here = `${previewLinkPath}/${request.params.token}`;
      if (!link.hasPassword) return reply.redirect(here, 303);
      const password = sentFields(request).get("password")?.[0] ?? "";
      if (password.length > previewPasswordMaximum * 4) return askPassword(request, reply, "wrong");
      try {
        const pass = await unlockPreviewLink(deps, link, { password, ip: request.clientIp });
        if (!pass) return askPassword(request, reply, "wrong");
        const kept = `Path=${here}; Max-Age=${passMs / 1000}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
        return reply
          .header("set-cookie", `${cookieName}=${pass}; ${kept}`)
          .header("cache-control", "no-store")
          .redirect(here, 303);
      } catch (error) {
        if (!isDomainError(error) || error.kind !== "limit") throw error;
        return askPassword(request, reply, "tooMany", error.details.retryAfter ?? 900);
      }
    });
  });
}
