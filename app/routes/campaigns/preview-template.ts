import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { personalise } from "~/domain/campaigns/personalise";
import { samplePerson } from "~/domain/campaigns/preview-campaign.server";
import { renderCampaign } from "~/domain/campaigns/render-campaign";
import { requireMember } from "~/server/session/require-member.server";
import { findMailTemplate } from "~builder/templates/mail-templates";
import { mailFrameHeaders } from "./campaign-request.server";

/** A mail template as a reader would see it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const template = findMailTemplate(params.template ?? "");
  if (!template) throw data({ message: "There is no such template." }, { status: 404 });
  const rendered = renderCampaign(template.document, { subject: template.subject, preheader: "" });
  const { html } = personalise(rendered, workspace.name, samplePerson, {
    unsubscribe: "#unsubscribe",
    preferences: "#preferences",
  });
  return new Response(html, { headers: mailFrameHeaders });
}
