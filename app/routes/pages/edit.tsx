import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useNonce } from "~/components/frame/nonce-context";
import { findExperimentOfVariantPage, getExperiment } from "~/domain/experiments/get-experiment.server";
import { fillPageSections } from "~/domain/pages/fill-page-sections.server";
import { getPage } from "~/domain/pages/get-page.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { getSite } from "~/domain/sites/find-site.server";
import { shownAddress, siteHostName } from "~/domain/sites/site-address";
import { mayDo } from "~/domain/workspaces/permission";
import { editorBlocks } from "~builder/blocks/editor-blocks";
import { editorProject } from "~builder/document/page-document";
import { canvasNoticeOf } from "./editor/canvas-notice-of";
import editorCss from "./editor/editor.css?url";
import { editorCsp } from "./editor/editor-csp.server";
import type { EditorPage } from "./editor/editor-page";
import { EditorShell } from "./editor/editor-shell";
import { withQuotedPeople } from "./editor/quoted-people.server";
import { useOwnDocument } from "./editor/use-own-document";
import { pagePath, requirePage } from "./page-request.server";
import pagesCss from "./pages.css?url";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.settings.title ?? "Page"} · Editor · Foyer` },
];
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: pagesCss },
  { rel: "stylesheet", href: editorCss },
  { rel: "stylesheet", href: "/_foyer/fonts/fonts.css" },
];
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const shouldRevalidate = () => false;

export async function loader(args: LoaderFunctionArgs) {
  const { deps, nonce } = args.context;
  const { member, workspace, pageId, workspaceId } = await requirePage(args, "page:edit");
  const page = await getPage(deps, workspaceId, pageId);
  if (page.state === "removed") {
    throw data(
      { message: "This page was removed. Restore it in the list of pages to edit it." },
      { status: 410 },
    );
  }
  const site = await getSite(deps.db, workspaceId, page.siteId);
  const { pages } = await listPages(deps, workspaceId, { siteId: page.siteId, limit: 200 });
  const { title, path, description, language } = page;
  const experimentId = page.variantOf && (await findExperimentOfVariantPage(deps, workspaceId, pageId));
  const variants = experimentId ? (await getExperiment(deps, workspaceId, experimentId)).variants : [];
  const opened: EditorPage = {
    at: pagePath(workspace.slug, pageId),
    privacyNotice: canvasNoticeOf(workspace.privacySettings),
    picturesPath: `/w/${workspace.slug}/pictures`,
    listPath: `/w/${workspace.slug}/pages`,
    revision: page.revision,
    ...(await withQuotedPeople(
      args.context,
      workspaceId,
      editorProject(await fillPageSections(deps.db, workspaceId, page.document)),
    )),
    savedAt: page.updatedAt,
    libraryPath: `/w/${workspace.slug}/pages/section-library`,
    settings: { title, path, description, language },
    variant: variants.find((one) => one.pageId === page.id)?.name,
    url: shownAddress(deps.urls, site, path),
    host: siteHostName(deps.urls, site) ?? "",
    mayPublish: mayDo(member.role, "page:publish"),
    blocks: editorBlocks(),
    sitePages: pages.filter((one) => one.id !== pageId).map((one) => ({ path: one.path, title: one.title })),
  };
  return data(opened, {
    headers: { "Content-Security-Policy": editorCsp(nonce), "Cache-Control": "no-store" },
  });
}

export default function EditPage() {
  const page = useLoaderData<typeof loader>() as EditorPage;
  const nonce = useNonce();
  useOwnDocument();
  return (
    <>
      <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
      <EditorShell page={page} />
    </>
  );
}
