import type { FastifyInstance } from "fastify";
import { recordCookieChoice } from "~/domain/consent/record-cookie-choice.server";
import { createPageTokenReader } from "~/domain/tracking/page-token.server";
import { createRateSketch } from "~/lib/rate-sketch";
import { readJsonFields, readUrlencoded, UnreadableFields } from "~/lib/sent-fields";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";

const bodyLimit = 4 * 1024;
const mostPerMinute = 30;
/** A choice, also a refusal, is remembered for half a year. */
const rememberedSeconds = 182 * 86_400;
export const choiceCookie = "foyer_consent";

const yes = new Set(["1", "true", "on", "yes"]);

/** `POST /consent` on every site: keeps what a visitor chose as proof, and remembers it in the one cookie this needs. */
export function registerConsentChoices(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const readToken = createPageTokenReader(deps);
  const byAddress = createRateSketch(60_000, () => deps.clock.now());
  const secure = deps.config.origins.pagesScheme === "https" ? "; Secure" : "";

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof UnreadableFields) return reply.status(400).send({ code: "body_unreadable" });
      throw error;
    });
    scope.post("/consent", { constraints: { surface: surfaces.site } }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const urlencoded = (request.headers["content-type"] ?? "").includes("urlencoded");
      const sent = urlencoded ? readUrlencoded(body) : readJsonFields(body);
      const field = (name: string) => sent.get(name)?.[0] ?? "";
      const page = readToken(field("t"));
      if (!page) return reply.status(400).send({ code: "page_unknown" });
      if (byAddress.hit(request.clientIp) > mostPerMinute) {
        return reply.status(429).header("retry-after", "60").send({ code: "too_many_choices" });
      }
      const gpc = request.headers["sec-gpc"] === "1";
      const analytics = yes.has(field("analytics"));
      const marketing = yes.has(field("marketing")) && !gpc;
      await recordCookieChoice(deps, {
        workspaceId: page.workspaceId,
        siteId: page.siteId,
        pageVersionId: page.pageVersionId,
        analytics,
        marketing,
        gpc,
        wordingVersion: field("w")
          .replace(/[^\w.-]/g, "")
          .slice(0, 40),
      });
      const value = `1.${analytics ? "a" : "-"}${marketing ? "m" : "-"}`;
      return reply
        .status(204)
        .header("cache-control", "no-store")
        .header(
          "set-cookie",
          `${choiceCookie}=${value}; Path=/; Max-Age=${rememberedSeconds}; SameSite=Lax${secure}`,
        )
        .send();
    });
  });
}
