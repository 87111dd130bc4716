import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { openExport } from "~/domain/termination/open-export.server";
import { requireMember } from "~/server/session/require-member.server";

/** The bytes of an archive, for members who may export. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "workspace:export");
  const opened = await openExport(context.deps, member, {
    workspaceId: workspace.id,
    exportId: params.export ?? "",
  });
  return new Response(createReadableStreamFromReadable(opened.stream), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(opened.size),
      "Content-Disposition": `attachment; filename="${opened.name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
