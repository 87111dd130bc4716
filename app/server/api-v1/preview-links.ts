import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { createPreviewLink } from "~/domain/publishing/create-preview-link.server";
import { listPreviewLinks } from "~/domain/publishing/list-preview-links.server";
import { type PreviewLink, previewPasswordMaximum } from "~/domain/publishing/preview-link";
import { revokePreviewLink } from "~/domain/publishing/revoke-preview-link.server";
import { publicId } from "~/lib/ids";
import { idField, idOrNull, listOf, optionalId, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageParams } from "./pages";

const linkAnswer = z.object({
  id: shownId("previewLink"),
  url: z.string(),
  version_id: shownId("version")
    .nullable()
    .meta({ description: "null for the page as saved, whenever it is opened." }),
  password: z.boolean(),
  expires_at: shownTime,
  opened_at: shownTime.nullable().meta({ description: "When somebody last looked, to the minute." }),
  created_at: shownTime,
});

const linkParams = pageParams.extend({ link: idField("previewLink") });

const show = (link: PreviewLink & { url: string }) => ({
  id: publicId("previewLink", link.id),
  url: link.url,
  version_id: idOrNull("version", link.versionId),
  password: link.hasPassword,
  expires_at: time(link.expiresAt),
  opened_at: timeOrNull(link.openedAt),
  created_at: time(link.createdAt),
});

export const previewLinks: ApiNoun = {
  name: "Preview links",
  description: "Show a page to people without an account, before it is public. Views are not counted.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/pages/:page/preview_links",
      scope: "pages:write",
      summary: "List the links that work now",
      params: pageParams,
      answer: listOf(linkAnswer),
      status: 200,
      run: async ({ deps, workspaceId, params }) => {
        const links = await listPreviewLinks(deps, workspaceId, params.page);
        return { body: { data: links.map(show), next_cursor: null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/pages/:page/preview_links",
      scope: "pages:write",
      summary: "Make a link",
      params: pageParams,
      body: z.strictObject({
        days: z
          .union([z.literal(1), z.literal(7), z.literal(30)])
          .default(7)
          .meta({ description: "How long it works: 1, 7 or 30 days." }),
        password: z.string().max(previewPasswordMaximum).optional(),
        version_id: optionalId("version").meta({
          description: "The version to show; without it, the page as saved.",
        }),
      }),
      answer: linkAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, params, body }) => {
        const { days, password, version_id: versionId } = body;
        const input = { workspaceId, pageId: params.page, days, password, versionId };
        return { body: show(await createPreviewLink(deps, actor, input)) };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/pages/:page/preview_links/:link",
      scope: "pages:write",
      summary: "See a link that works now",
      params: linkParams,
      answer: linkAnswer,
      status: 200,
      unversioned: ["opened_at"],
      rows: ({ params }) => [{ table: "preview_links", key: { id: params.link } }],
      run: async ({ deps, workspaceId, params }) => {
        const found = (await listPreviewLinks(deps, workspaceId, params.page)).find(
          ({ id }) => id === params.link,
        );
        if (!found)
          throw new DomainError("not_found", "preview_link_not_found", "This link shows nothing any more.");
        return { body: show(found) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/pages/:page/preview_links/:link",
      scope: "pages:write",
      summary: "Take a link back",
      params: linkParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        const input = { workspaceId, pageId: params.page, linkId: params.link };
        await revokePreviewLink(deps, actor, input);
        return {};
      },
    }),
  ],
};
