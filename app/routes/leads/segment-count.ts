import type { LoaderFunctionArgs } from "@remix-run/node";
import type { SegmentCount } from "~/components/leads/segment-form";
import { countMatchingLeads } from "~/domain/segments/list-leads.server";
import { segmentFilter } from "~/domain/segments/segment";
import { requireLeads } from "./lead-request.server";
import { filterOf, readDrafts } from "./segment-form.server";

/** How many people the rules in the query hold, while somebody edits them. */
export async function loader(args: LoaderFunctionArgs): Promise<SegmentCount | { message: string }> {
  const { workspaceId } = await requireLeads(args, "lead:read");
  const query = new URL(args.request.url).searchParams;
  const filter = segmentFilter.safeParse(filterOf(query, readDrafts(query)));
  if (!filter.success) return { message: "Complete the rules to see how many people there are." };
  return countMatchingLeads(args.context.deps, workspaceId, { filter: filter.data, withAddress: true });
}
