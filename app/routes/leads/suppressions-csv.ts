import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportSuppressions } from "~/domain/leads/export-suppressions.server";
import { dayOf } from "~/lib/zoned-day";
import { requireLeads } from "./lead-request.server";
import { readSuppressionFilters } from "./suppression-request.server";

/** The suppressions that the filters of the list find, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspaceId, workspace, member } = await requireLeads(args, "workspace:manage");
  const { choice } = readSuppressionFilters(new URL(args.request.url).searchParams);
  const chunks = await exportSuppressions(deps, member, { workspaceId, choice });
  const name = `suppressions-${workspace.slug}-${dayOf(deps.clock.now(), workspace.timeZone)}.csv`;
  const text = Readable.toWeb(Readable.from(chunks)) as ReadableStream<string>;
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}
