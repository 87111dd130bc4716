import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { createPage } from "~/domain/pages/create-page.server";
import { listSites } from "~/domain/sites/find-site.server";
import { siteHostName } from "~/domain/sites/site-address";
import { mayDo } from "~/domain/workspaces/permission";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { welcomeMailId } from "~builder/templates/mail-templates";
import { findTemplate, templates } from "~builder/templates/templates";
import { createFromTemplate } from "./create-from-template.server";
import galleryCss from "./gallery.css?url";
import { NewPageForm } from "./new-page-form";
import { pagePath } from "./page-request.server";
import pagesCss from "./pages.css?url";
import { TemplateGallery } from "./template-gallery";

export const meta: MetaFunction = () => [{ title: "New page · Foyer" }];
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: pagesCss },
  { rel: "stylesheet", href: galleryCss },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const hasMails = mayDo(member.role, "campaign:edit");
  const sites = await listSites(context.deps, workspace.id);
  return {
    base: `/w/${workspace.slug}/pages`,
    sites: sites.map((site) => ({
      id: site.id,
      name: site.name,
      address: siteHostName(context.deps.urls, site) ?? "",
    })),
    templates: templates.map(({ id, name, goal, description, title, metaDescription }) => ({
      id,
      name,
      goal,
      description,
      title,
      metaDescription,
      mailPath: hasMails ? `/w/${workspace.slug}/campaigns/preview-template/${welcomeMailId(id)}` : undefined,
    })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const start = text("start");
  return answerForm(form, async () => {
    const [site] = await listSites(deps, workspace.id);
    const template = findTemplate(start);
    const input = {
      workspaceId: workspace.id,
      siteId: text("site") || (site?.id ?? ""),
      path: text("path"),
      title: text("title"),
    };
    const page = template
      ? await createFromTemplate(deps, member, template, input, text("mail") === "yes")
      : await createPage(deps, member, {
          ...input,
          ...(start === "html" ? { html: text("html"), css: text("css") } : {}),
        });
    return redirectDocument(pagePath(workspace.slug, page.id, "/edit"));
  });
}

export default function NewPage() {
  const { base, sites, templates: choices } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const [query] = useSearchParams();
  const start = query.get("start");
  const chosen = choices.find(({ id }) => id === start);
  const isChosen = chosen || start === "blank" || start === "html";
  return (
    <Stack gap={6}>
      <PageHeader
        title={isChosen ? "Name the page" : "New page"}
        lead={isChosen ? undefined : "Each template is finished: change the words and publish."}
        back={isChosen ? { to: `${base}/new`, label: "Templates" } : { to: base, label: "Pages" }}
      />
      {isChosen ? (
        <NewPageForm start={start ?? "blank"} template={chosen} sites={sites} base={base} state={state} />
      ) : (
        <TemplateGallery
          templates={choices}
          base={base}
          goal={query.get("goal") ?? ""}
          words={query.get("q") ?? ""}
        />
      )}
    </Stack>
  );
}
