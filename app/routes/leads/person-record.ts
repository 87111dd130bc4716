import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPersonRecord } from "~/domain/privacy/read-person-record.server";
import { attachmentHeader } from "~/lib/attachment";
import { publicId, storedId } from "~/lib/ids";
import { requireLeads } from "./lead-request.server";

/** Everything held about one person, to be saved and handed to them. */
export async function loader(args: LoaderFunctionArgs) {
  const { member, workspaceId } = await requireLeads(args, "lead:edit");
  const leadId = storedId("lead", args.params.lead ?? "") ?? "";
  const record = await readPersonRecord(args.context.deps, member, { workspaceId, leadId });
  return new Response(`${JSON.stringify(record, null, 2)}\n`, {
    headers: {
      "cache-control": "private, no-store",
      "content-disposition": attachmentHeader(`record-${publicId("lead", leadId)}.json`),
      "content-type": "application/json",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}
