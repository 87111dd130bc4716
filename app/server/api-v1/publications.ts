import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { getPageSummary } from "~/domain/pages/get-page.server";
import type { ScheduleAct } from "~/domain/publishing/page-schedule";
import type { PublishedResult } from "~/domain/publishing/publication";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { schedulePage } from "~/domain/publishing/schedule-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import { getSite } from "~/domain/sites/find-site.server";
import { pageAddress } from "~/domain/sites/site-address";
import { publicId } from "~/lib/ids";
import type { ServerDeps } from "../server-deps";
import { findingAnswer, shownId } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { scheduleAnswer, showSchedule } from "./page-schedules";
import { pageParams } from "./pages";

const published = z.object({
  url: z.string(),
  version: z.number().int(),
  findings: z.array(findingAnswer),
});

const show = ({ url, version, findings }: Pick<PublishedResult, "url" | "version" | "findings">) => ({
  url,
  version: version.number,
  findings,
});

const instant = z.iso.datetime({ offset: true }).optional();

/** Plans keep a wall time to the minute. */
const utcMinute = (at: string) => ({
  wallTime: new Date(at).toISOString().slice(0, 16),
  timeZone: "UTC",
});

function requireOrder(now: number, publishAt: string | undefined, unpublishAt: string | undefined): void {
  const inOrder = !publishAt || !unpublishAt || Date.parse(unpublishAt) > Date.parse(publishAt);
  const ahead = !unpublishAt || Date.parse(unpublishAt) > now;
  if (inOrder && ahead) return;
  const message = inOrder ? "This time has passed." : "Choose a time after publish_at.";
  throw new DomainError("invalid", "schedule_refused", "Nothing was published or planned.", {
    fields: { unpublish_at: message },
  });
}

async function getPageUrl(deps: ServerDeps, workspaceId: string, pageId: string): Promise<string> {
  const page = await getPageSummary(deps, workspaceId, pageId);
  return pageAddress(deps.urls, await getSite(deps.db, workspaceId, page.siteId), page.path);
}

export const publications: ApiNoun = {
  name: "Publication",
  description: "Publishing freezes the page as saved and makes it public within two seconds.",
  routes: [
    apiRoute({
      method: "POST",
      path: "/pages/:page/publication",
      scope: "pages:publish",
      summary: "Publish a page",
      description:
        "422 with `findings` when acceptable use stands against it. A page after sending that has never been public goes public in the same act, and what stands against that one stops both. With `publish_at` it is only planned and answered with 202; a plan takes the place of an earlier one for the same act.",
      params: pageParams,
      body: z.strictObject({
        publish_at: instant.meta({
          description: "Publish the page as saved then instead of now, if nothing stands against it.",
        }),
        unpublish_at: instant.meta({ description: "Take the page offline then." }),
      }),
      answer: z.object({
        url: z.string(),
        version: z
          .number()
          .int()
          .nullable()
          .meta({ description: "null with publish_at: nothing was published yet." }),
        findings: z.array(findingAnswer),
        schedules: z.array(scheduleAnswer).meta({ description: "What was planned." }),
        also_published: z
          .array(published.extend({ page_id: shownId("page") }))
          .meta({ description: "Pages after sending that went public with it." }),
      }),
      status: 201,
      alsoStatus: { 202: "It is planned." },
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const input = { workspaceId, pageId: params.page };
        const { publish_at: publishAt, unpublish_at: unpublishAt } = body;
        requireOrder(deps.clock.now(), publishAt, unpublishAt);
        const plan = async (act: ScheduleAct, at: string | undefined) =>
          at === undefined
            ? []
            : [showSchedule(await schedulePage(deps, actor, { ...input, act, ...utcMinute(at) }))];
        if (publishAt !== undefined) {
          const url = await getPageUrl(deps, workspaceId, params.page);
          const schedules = [
            ...(await plan("publish", publishAt)),
            ...(await plan("unpublish", unpublishAt)),
          ];
          return { status: 202, body: { url, version: null, findings: [], schedules, also_published: [] } };
        }
        const result = await publishPage(deps, actor, input);
        const schedules = await plan("unpublish", unpublishAt);
        const also = result.alsoPublished.map((one) => ({
          page_id: publicId("page", one.pageId),
          ...show(one),
        }));
        return { body: { ...show(result), schedules, also_published: also } };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/pages/:page/publication",
      scope: "pages:publish",
      summary: "Take a page offline",
      params: pageParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        await unpublishPage(deps, actor, { workspaceId, pageId: params.page });
        return {};
      },
    }),
  ],
};
