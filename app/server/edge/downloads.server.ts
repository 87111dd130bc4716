import type { FastifyInstance } from "fastify";
import { LRUCache } from "lru-cache";
import { formWords } from "~/domain/forms/form-words";
import { handOverDownload } from "~/domain/forms/hand-over-download.server";
import { attachmentHeader } from "~/lib/attachment";
import { readUserAgent } from "~/lib/user-agent";
import { escapeHtml } from "~builder/document/escape-html";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { privately, sendRecipientPage, wordsFor } from "./recipient-page.server";

const repeatMs = 60_000;

/** `/d/TOKEN`: what a form promised, for the person who asked, until the link ends. */
export function registerDownloads(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const seen = new LRUCache<string, true>({ max: 10_000, ttl: repeatMs });

  app.get<{ Params: { token: string } }>(
    "/d/:token",
    { constraints: { surface: surfaces.links }, exposeHeadRoute: true },
    async (request, reply) => {
      const { token } = request.params;
      const spoken = wordsFor(request);
      const agent = readUserAgent(request.headers["user-agent"] ?? "");
      const noted = request.method === "GET" && !seen.has(token);
      const handed = await handOverDownload(deps, token, { machine: agent.isBot, noted });
      if (handed.kind === "suspended") {
        return sendRecipientPage(reply, spoken, {
          status: 451,
          title: spoken.words.closedTitle,
          body: `<p>${escapeHtml(spoken.words.closed)}</p>`,
        });
      }
      if (handed.kind !== "file") {
        const words = formWords[spoken.language];
        return sendRecipientPage(reply, spoken, {
          status: 404,
          title: words.downloadTitle,
          body: `<p>${escapeHtml(words.downloadOver)}</p>`,
        });
      }
      if (noted) seen.set(token, true);
      return privately(reply)
        .header("content-disposition", attachmentHeader(handed.name))
        .header("content-security-policy", "default-src 'none'; sandbox")
        .header("cross-origin-resource-policy", "same-site")
        .type(handed.contentType)
        .send(handed.bytes);
    },
  );
}
