import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPageState } from "~/domain/publishing/find-page-state.server";
import { previewPage } from "~/domain/publishing/preview-page.server";
import { previewHeaders, requirePage } from "./page-request.server";
import { readStateRef } from "./page-state-ref";

/**
 * The page as visitors would see it, as saved or as it was at an entry of its history (?at=); sandboxed, since it
 * stands on the product's host.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { pageId, workspaceId } = await requirePage(args, "page:edit");
  const { deps } = args.context;
  const ref = readStateRef(new URL(args.request.url).searchParams.get("at"));
  const document = ref && (await findPageState(deps, workspaceId, pageId, ref));
  const { html, csp } = await previewPage(deps, workspaceId, pageId, document);
  return new Response(html, { headers: previewHeaders(csp) });
}
