import type { LoaderFunctionArgs } from "@remix-run/node";
import { checkPage } from "~/domain/publishing/check-page.server";
import { publicId } from "~/lib/ids";
import { answerJson, requirePage } from "./page-request.server";

/** What speaks for or against publishing the page as saved. */
export async function loader(args: LoaderFunctionArgs) {
  const { pageId, workspaceId } = await requirePage(args, "page:edit");
  return answerJson(async () => {
    const checks = await checkPage(args.context.deps, workspaceId, pageId);
    const next = checks.next.map((one) => ({ ...one, pageId: publicId("page", one.pageId) }));
    return { ...checks, next };
  });
}
