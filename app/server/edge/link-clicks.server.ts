import type { FastifyInstance } from "fastify";
import { LRUCache } from "lru-cache";
import {
  areLinksServed,
  fillClickTarget,
  findCampaignLinks,
} from "~/domain/campaigns/find-click-target.server";
import { readClickToken } from "~/domain/campaigns/message-token.server";
import { escapeHtml } from "~builder/document/escape-html";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { privately, sendRecipientPage, sendUnknownLink, wordsFor } from "./recipient-page.server";
import { createSightingSink } from "./sighting-sink.server";

/** A suspension must be felt within two seconds. */
const standingMs = 1000;
const linksMs = 300_000;

/** `/c/TOKEN`: leads to the address stored with the campaign, and never anywhere else. */
export function registerLinkClicks(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const sink = createSightingSink(deps);
  const links = new LRUCache<string, readonly string[]>({ max: 2000, ttl: linksMs });
  const served = new LRUCache<string, boolean>({ max: 2000, ttl: standingMs });

  async function linksOf(workspaceId: string, campaignId: string): Promise<readonly string[]> {
    const key = `${workspaceId}:${campaignId}`;
    const known = links.get(key);
    if (known) return known;
    const found = (await findCampaignLinks(deps, workspaceId, campaignId)) ?? [];
    links.set(key, found);
    return found;
  }

  async function isServed(workspaceId: string): Promise<boolean> {
    const known = served.get(workspaceId);
    if (known !== undefined) return known;
    const answer = await areLinksServed(deps, workspaceId);
    served.set(workspaceId, answer);
    return answer;
  }

  app.get<{ Params: { token: string } }>(
    "/c/:token",
    { constraints: { surface: surfaces.links }, exposeHeadRoute: true },
    async (request, reply) => {
      const spoken = wordsFor(request);
      const click = readClickToken(deps, request.params.token);
      const target = click && (await linksOf(click.workspaceId, click.campaignId))[click.link];
      if (!click || !target) return sendUnknownLink(reply, spoken);
      if (!(await isServed(click.workspaceId))) {
        return sendRecipientPage(reply, spoken, {
          status: 451,
          title: spoken.words.closedTitle,
          body: `<p>${escapeHtml(spoken.words.closed)}</p>`,
        });
      }
      const { link, ...ref } = click;
      const userAgent = request.headers["user-agent"] ?? "";
      // The way on does not depend on our counting.
      await sink
        .see({ ref, link, at: deps.clock.now(), userAgent, method: request.method })
        .catch((error: unknown) => deps.log.warn({ err: error }, "a click could not be stored"));
      return privately(reply)
        .status(302)
        .header("location", await fillClickTarget(deps, target, ref))
        .send();
    },
  );
}
