import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { unpublishPage } from "~/domain/publishing/unpublish-page.server";
import { answerJson, requirePage } from "./page-request.server";

const asked = z.object({ revision: z.number().int().positive() });

/** POST publishes the revision that the editor shows; DELETE takes the page offline. */
export async function action(args: ActionFunctionArgs) {
  const { member, pageId, workspaceId } = await requirePage(args, "page:publish");
  const { deps } = args.context;
  return answerJson(async () => {
    if (args.request.method === "DELETE") {
      return { unpublished: await unpublishPage(deps, member, { workspaceId, pageId }) };
    }
    const parsed = asked.safeParse(await args.request.json().catch(() => undefined));
    if (!parsed.success) throw new DomainError("invalid", "unreadable", "Say which revision to publish.");
    return publishPage(deps, member, { workspaceId, pageId, revision: parsed.data.revision });
  });
}
