import { type AppLoadContext, data } from "@remix-run/node";
import { getSite } from "~/domain/sites/find-site.server";
import type { Site } from "~/domain/sites/site";
import { publicId, storedId } from "~/lib/ids";
import { refuse } from "~/server/session/answer-form.server";
import { type MemberSession, requireMember } from "~/server/session/require-member.server";

interface Args {
  request: Request;
  context: AppLoadContext;
  params: { workspace?: string; site?: string };
}

/** A member who may change settings, and the site that the address names. */
export async function requireSite({
  request,
  context,
  params,
}: Args): Promise<MemberSession & { site: Site; workspaceId: string; siteId: string }> {
  const session = await requireMember(request, context, params.workspace, "settings:manage");
  const siteId = storedId("site", params.site ?? "");
  if (!siteId) throw data({ message: "There is no such site." }, { status: 404 });
  const workspaceId = session.workspace.id;
  const site = await getSite(context.deps.db, workspaceId, siteId).catch((error: unknown) => {
    throw refuse(error);
  });
  return { ...session, site, workspaceId, siteId };
}

export const sitePath = (workspaceSlug: string, siteId: string, rest = ""): string =>
  `/w/${workspaceSlug}/settings/sites/${publicId("site", siteId)}${rest}`;
