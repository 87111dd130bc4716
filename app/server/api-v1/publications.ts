import { z } from "zod";
import type { PublishedResult } from "~/domain/publishing/publication";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import { publicId } from "~/lib/ids";
import { findingAnswer, shownId } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
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
        "422 with `findings` when acceptable use stands against it. A page after sending that has never been public goes public in the same act, and what stands against that one stops both.",
      params: pageParams,
      answer: published.extend({
        also_published: z
          .array(published.extend({ page_id: shownId("page") }))
          .meta({ description: "Pages after sending that went public with it." }),
      }),
      status: 201,
      run: async ({ deps, actor, workspaceId, params }) => {
        const result = await publishPage(deps, actor, { workspaceId, pageId: params.page });
        const also = result.alsoPublished.map((one) => ({
          page_id: publicId("page", one.pageId),
          ...show(one),
        }));
        return { body: { ...show(result), also_published: also } };
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
