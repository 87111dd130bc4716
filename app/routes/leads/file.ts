import type { LoaderFunctionArgs } from "@remix-run/node";
import { openLeadFile } from "~/domain/leads/open-lead-file.server";
import { attachmentHeader } from "~/lib/attachment";
import { storedId } from "~/lib/ids";
import { requireLeads } from "./lead-request.server";

/** A file that a visitor sent, to be saved: it never opens in the product. */
export async function loader(args: LoaderFunctionArgs) {
  const { member, workspaceId } = await requireLeads(args, "lead:read");
  const fileId = storedId("file", args.params.file ?? "") ?? "";
  const file = await openLeadFile(args.context.deps, member, { workspaceId, fileId });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "cache-control": "private, no-store",
      "content-disposition": attachmentHeader(file.name),
      "content-security-policy": "default-src 'none'; sandbox",
      "content-type": file.contentType,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
}
