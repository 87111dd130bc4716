import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { previewDocument } from "~/domain/publishing/preview-page.server";
import { listSites } from "~/domain/sites/find-site.server";
import { requireMember } from "~/server/session/require-member.server";
import { findTemplate } from "~builder/templates/templates";
import { previewHeaders } from "./page-request.server";

/** A template of the gallery, or the page after sending that belongs to it, rendered like a page of this workspace. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const template = findTemplate(params.template ?? "");
  const [site] = await listSites(context.deps, workspace.id);
  if (!template || !site) throw data({ message: "There is no such template." }, { status: 404 });
  const isThanks = new URL(request.url).searchParams.get("part") === "thanks";
  const settings = {
    path: "/",
    title: isThanks ? `Thank you: ${template.title}` : template.title,
    description: template.metaDescription,
    language: site.language,
  };
  const document = isThanks ? template.thanks : template.document;
  const preview = await previewDocument(context.deps, workspace.id, site, settings, document);
  return new Response(preview.html, { headers: previewHeaders(preview.csp) });
}
