import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { getLiveReport } from "~/domain/analytics/get-live-report.server";
import { storedId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";

/** The last thirty minutes of a page, for a screen that stays open. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const pageId = storedId("page", params.page ?? "");
  if (!pageId) throw data({ message: "There is no such page." }, { status: 404 });
  const live = await getLiveReport(context.deps, workspace.id, pageId);
  return Response.json(live, { headers: { "cache-control": "private, no-store" } });
}
