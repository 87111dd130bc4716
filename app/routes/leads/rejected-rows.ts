import { Readable } from "node:stream";
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { exportRejectedRows } from "~/domain/leads/rejected-rows.server";
import { markedCsv } from "~/lib/csv.server";
import { storedId } from "~/lib/ids";
import { requireLeads } from "./lead-request.server";

/** The rows that an import left out, to be mended. */
export async function loader(args: LoaderFunctionArgs) {
  const { workspaceId, member } = await requireLeads(args, "lead:edit");
  const importId = storedId("import", args.params.import ?? "");
  if (!importId) throw data({ message: "There is no such import." }, { status: 404 });
  const chunks = await exportRejectedRows(args.context.deps, member, { workspaceId, importId });
  const text = Readable.toWeb(Readable.from(markedCsv(chunks))) as ReadableStream<string>;
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="rows-left-out.csv"',
      "cache-control": "private, no-store",
    },
  });
}
