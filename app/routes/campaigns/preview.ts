import type { LoaderFunctionArgs } from "@remix-run/node";
import { previewCampaign } from "~/domain/campaigns/preview-campaign.server";
import { storedId } from "~/lib/ids";
import { mailFrameHeaders, requireCampaign } from "./campaign-request.server";

/** As most mailboxes show it before somebody asks for the pictures. */
const withoutPictures = {
  ...mailFrameHeaders,
  "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
};

/** The message as saved, as one lead would get it. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaignId, workspaceId } = await requireCampaign(args);
  const query = new URL(args.request.url).searchParams;
  const leadId = storedId("lead", query.get("lead") ?? "");
  const view = await previewCampaign(args.context.deps, { workspaceId, campaignId, leadId });
  if (query.get("part") === "text") {
    const headers = { ...mailFrameHeaders, "content-type": "text/plain; charset=utf-8" };
    return new Response(view.text, { headers });
  }
  const headers = query.has("plain") ? withoutPictures : mailFrameHeaders;
  return new Response(view.html, { headers });
}
