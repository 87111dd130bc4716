import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  allowedBy,
  type CookieCategory,
  type CookieGrants,
  consentCookie,
  consentRemembered,
  writeChoice,
} from "~/domain/consent/cookie-choice";
import { cookieOffer } from "~/domain/consent/cookie-offer.server";
import { wordingVersion } from "~/domain/consent/cookie-words/cookie-words";
import { listSiteThirdParties } from "~/domain/consent/list-third-parties.server";
import { ownCookieName } from "~/domain/consent/own-cookies";
import { recordCookieChoice } from "~/domain/consent/record-cookie-choice.server";
import { createPageTokenReader, pageToken } from "~/domain/tracking/page-token.server";
import { networkOf } from "~/lib/ip-address";
import { publicLanguage } from "~/lib/public-language";
import { createRateSketch } from "~/lib/rate-sketch";
import { readJsonFields, readUrlencoded, UnreadableFields } from "~/lib/sent-fields";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { sendConsentPage } from "./consent-page.server";
import { consentState, headerReader, signalsOf } from "./consent-state";
import { sendFrozen } from "./frozen-answer.server";

const bodyLimit = 4 * 1024;
const mostPerMinute = 30;
const noPage = "0".repeat(26);

const yes = new Set(["1", "true", "on", "yes"]);

/** Only a path of the same site: as the page of the question passed it on, or as the browser says where it came from. */
function pathBack(request: FastifyRequest, passedOn: string): string {
  if (/^\/(?![/\\])[\x21-\x7e]{0,1000}$/.test(passedOn)) return passedOn;
  const referrer = request.headers.referer ?? "";
  if (!URL.canParse(referrer)) return "/";
  const { host, pathname } = new URL(referrer);
  return host === request.headers.host && pathname !== "/consent" ? pathname : "/";
}

/** Nobody is made to agree by a page of somebody else. */
function isFromElsewhere(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (!origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** `POST /consent` on every site: keeps what a visitor chose as proof, and remembers it in the one cookie this needs. */
export function registerConsentChoices(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const readToken = createPageTokenReader(deps);
  const byAddress = createRateSketch(60_000, () => deps.clock.now());
  const isHttps = deps.config.origins.pagesScheme === "https";
  const onSite = { constraints: { surface: surfaces.site } };

  async function choose(request: FastifyRequest, reply: FastifyReply) {
    if (isFromElsewhere(request)) return reply.status(403).send({ code: "other_origin" });
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const urlencoded = (request.headers["content-type"] ?? "").includes("urlencoded");
    const sent = urlencoded ? readUrlencoded(body) : readJsonFields(body);
    const field = (name: string) => sent.get(name)?.[0] ?? "";
    const page = readToken(field("t"));
    const here = (await app.hostedPages.cache.site(request.siteSlug))?.site;
    if (!page || page.workspaceId !== here?.workspaceId || page.siteId !== here.siteId)
      return reply.status(400).send({ code: "page_unknown" });
    if (byAddress.hit(networkOf(request.clientIp)) > mostPerMinute) {
      return reply.status(429).header("retry-after", "60").send({ code: "too_many_choices" });
    }
    const offer = cookieOffer(
      await listSiteThirdParties(deps, page.workspaceId, page.siteId),
      publicLanguage(field("l")),
    );
    if (field("o") !== "" && field("o") !== offer.mark) {
      // Other services than those the visitor read of: nobody has agreed to them.
      return urlencoded ? reply.redirect("/consent", 303) : reply.status(409).send({ code: "offer_changed" });
    }
    const header = signalsOf(headerReader(request.headers));
    const signals = { gpc: header.gpc || yes.has(field("gpc")), dnt: header.dnt || yes.has(field("dnt")) };
    const all = field("all");
    const chosen = (name: CookieCategory) =>
      all === "" ? yes.has(field(name)) : all === "yes" && offer.categories.includes(name);
    const wanted: CookieGrants = {
      functional: chosen("functional"),
      analytics: chosen("analytics"),
      marketing: chosen("marketing"),
    };
    const grants = allowedBy(wanted, signals);
    await recordCookieChoice(deps, {
      workspaceId: page.workspaceId,
      siteId: page.siteId,
      pageVersionId: page.pageVersionId === noPage ? "" : page.pageVersionId,
      grants,
      ...signals,
      wordingVersion: (field("w") || wordingVersion).replace(/[^\w.-]/g, "").slice(0, 40),
      offer: offer.categories.length > 0 ? offer : undefined,
    });
    reply
      .header("cache-control", "no-store")
      .header(
        "set-cookie",
        `${ownCookieName(consentCookie, isHttps)}=${writeChoice({ grants, offer: offer.mark })}; Path=/; Max-Age=${consentRemembered}; SameSite=Lax${isHttps ? "; Secure" : ""}`,
      );
    return urlencoded
      ? reply.redirect(
          `/consent?saved=1&l=${offer.language}&p=${encodeURIComponent(field("t"))}&b=${encodeURIComponent(pathBack(request, field("b")))}`,
          303,
        )
      : reply.status(204).send();
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof UnreadableFields) return reply.status(400).send({ code: "body_unreadable" });
      throw error;
    });
    scope.post("/consent", onSite, choose);
  });

  app.get<{ Querystring: Record<string, string | string[] | undefined> }>(
    "/consent",
    onSite,
    async (request, reply) => {
      const cached = await app.hostedPages.cache.site(request.siteSlug);
      if (!cached) return reply.callNotFound();
      if (!cached.isOpen) {
        reply.hijack();
        return sendFrozen(await app.hostedPages.notices("closed", cached.site), request.raw, reply.raw);
      }
      const { workspaceId, siteId, language } = cached.site;
      const asked = (name: string) => {
        const value = request.query[name];
        return typeof value === "string" ? value : "";
      };
      const given = asked("p");
      const known = readToken(given);
      const isOurs = known?.workspaceId === workspaceId && known.siteId === siteId;
      const token = isOurs
        ? given
        : pageToken(deps, { workspaceId, siteId, pageId: noPage, pageVersionId: noPage });
      const offer = cookieOffer(cached.parties, publicLanguage(asked("l") || language));
      const state = consentState(headerReader(request.headers), isHttps, offer);
      return sendConsentPage(reply, offer, state, {
        token,
        saved: asked("saved") === "1",
        back: pathBack(request, asked("b")),
      });
    },
  );

  for (const surface of new Set([surfaces.app, surfaces.site])) {
    app.get("/.well-known/gpc.json", { constraints: { surface } }, (_request, reply) =>
      reply.header("cache-control", "public, max-age=86400").send({ gpc: true, lastUpdate: "2026-11-28" }),
    );
  }
}
