import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useNonce } from "~/components/frame/nonce-context";
import { getSection } from "~/domain/pages/get-section.server";
import { listSectionUses } from "~/domain/pages/list-section-uses.server";
import { isOutOfDate } from "~/domain/pages/saved-section";
import { editorBlocks } from "~builder/blocks/editor-blocks";
import { editorProject } from "~builder/document/page-document";
import { canvasNoticeOf } from "./editor/canvas-notice-of";
import editorCss from "./editor/editor.css?url";
import { editorCsp } from "./editor/editor-csp.server";
import type { EditorSection } from "./editor/editor-page";
import { withQuotedPeople } from "./editor/quoted-people.server";
import { SectionShell } from "./editor/section-shell";
import { useOwnDocument } from "./editor/use-own-document";
import pagesCss from "./pages.css?url";
import { requireSection, sectionPath } from "./section-request.server";

export const meta: MetaFunction<typeof loader> = ({ data: section }) => [
  { title: `${section?.name ?? "Section"} · Saved sections · Foyer` },
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
  const { workspace, sectionId, workspaceId } = await requireSection(args, "page:edit");
  const section = await getSection(deps, workspaceId, sectionId);
  const uses = await listSectionUses(deps, workspaceId, sectionId);
  const blocks = editorBlocks();
  const project = editorProject(section.document);
  const opened: EditorSection = {
    at: sectionPath(workspace.slug, sectionId),
    privacyNotice: canvasNoticeOf(workspace.privacySettings),
    picturesPath: `/w/${workspace.slug}/pictures`,
    listPath: `/w/${workspace.slug}/pages/sections`,
    revision: section.revision,
    name: section.name,
    uses: uses.length,
    liveUses: uses.filter(({ liveRevision }) => liveRevision > 0).length,
    outOfDate: uses.filter((use) => isOutOfDate(use, section)).length,
    ...(await withQuotedPeople(args.context, workspaceId, {
      ...project,
      styles: [...blocks.base, ...project.styles],
    })),
    blocks,
  };
  return data(opened, {
    headers: { "Content-Security-Policy": editorCsp(nonce), "Cache-Control": "no-store" },
  });
}

export default function EditSectionPage() {
  const section = useLoaderData<typeof loader>() as EditorSection;
  const nonce = useNonce();
  useOwnDocument();
  return (
    <>
      <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
      <SectionShell section={section} />
    </>
  );
}
