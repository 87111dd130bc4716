import { type AppLoadContext, data } from "@remix-run/node";
import type { Permission } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { type MemberSession, requireMember } from "~/server/session/require-member.server";

interface Args {
  request: Request;
  context: AppLoadContext;
  params: { workspace?: string; campaign?: string };
}

/** A member with the permission, and the campaign that the address names; whether it exists the use case says. */
export async function requireCampaign(
  { request, context, params }: Args,
  permission: Permission = "campaign:edit",
): Promise<MemberSession & { campaignId: string; workspaceId: string }> {
  const session = await requireMember(request, context, params.workspace, permission);
  const campaignId = storedId("campaign", params.campaign ?? "");
  if (!campaignId) throw data({ message: "There is no such campaign." }, { status: 404 });
  return { ...session, campaignId, workspaceId: session.workspace.id };
}

export const campaignPath = (workspaceSlug: string, campaignId: string, rest = ""): string =>
  `/w/${workspaceSlug}/campaigns/${publicId("campaign", campaignId)}${rest}`;

/** For messages shown inside the product: nothing in them runs, loads or leads anywhere. */
export const mailFrameHeaders: Record<string, string> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "sandbox; default-src 'none'; img-src https: data: 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
};
