import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportLeads } from "~/domain/segments/export-leads.server";
import { markedCsv } from "~/lib/csv.server";
import { dayOf } from "~/lib/zoned-day";
import { readLeadFilters } from "./lead-filters.server";
import { idsIn, requireLeads } from "./lead-request.server";

/** The chosen leads, or those that the filters of the list find, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspaceId, workspace, member } = await requireLeads(args, "lead:edit");
  const query = new URL(args.request.url).searchParams;
  const leadIds = query.has("lead") ? idsIn(query.getAll("lead"), "lead").slice(0, 200) : undefined;
  const { choice } = readLeadFilters(query);
  const chunks = await exportLeads(deps, member, { workspaceId, choice, leadIds });
  const name = `leads-${workspace.slug}-${dayOf(deps.clock.now(), workspace.timeZone)}.csv`;
  const text = Readable.toWeb(Readable.from(markedCsv(chunks))) as ReadableStream<string>;
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
