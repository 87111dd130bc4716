import { z } from "zod";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import { findingAnswer } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageParams } from "./pages";

export const publications: ApiNoun = {
  name: "Publication",
  description: "Publishing freezes the page as saved and makes it public within two seconds.",
  routes: [
    apiRoute({
      method: "POST",
      path: "/pages/:page/publication",
      scope: "pages:publish",
      summary: "Publish a page",
      description: "422 with `findings` when acceptable use stands against it.",
      params: pageParams,
      answer: z.object({ url: z.string(), version: z.number().int(), findings: z.array(findingAnswer) }),
      status: 201,
      run: async ({ deps, actor, workspaceId, params }) => {
        const { url, version, findings } = await publishPage(deps, actor, {
          workspaceId,
          pageId: params.page,
        });
        return { body: { url, version: version.number, findings } };
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
