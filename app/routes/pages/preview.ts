import type { LoaderFunctionArgs } from "@remix-run/node";
import { previewPage } from "~/domain/publishing/preview-page.server";
import { previewHeaders, requirePage } from "./page-request.server";

/** The page as saved, as visitors would see it; sandboxed, since it stands on the product's host. */
export async function loader(args: LoaderFunctionArgs) {
  const { pageId, workspaceId } = await requirePage(args, "page:edit");
  const { html, csp } = await previewPage(args.context.deps, workspaceId, pageId);
  return new Response(html, { headers: previewHeaders(csp) });
}
