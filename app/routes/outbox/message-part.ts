import type { LoaderFunctionArgs } from "@remix-run/node";
import { readWorkspaceMessage } from "~/domain/mail/workspace-outbox.server";
import { requireMember } from "~/server/session/require-member.server";
import { readEml } from "./read-eml.server";

/** Links open in a window of their own, so that a message can be tried as its reader would. */
const outboxCsp =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The HTML of a kept message, or the whole of it as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const { row, raw } = await readWorkspaceMessage(context.deps, workspace.id, params.message ?? "");
  const common = { "cache-control": "private, no-store", "referrer-policy": "no-referrer" };
  if (params.part === "eml") {
    return new Response(new Uint8Array(raw), {
      headers: {
        ...common,
        "content-type": "message/rfc822",
        "content-disposition": `attachment; filename="${row.id}.eml"`,
      },
    });
  }
  const html = readEml(raw).html.replace(/<head>/i, '<head><base target="_blank">');
  return new Response(html, {
    headers: { ...common, "content-type": "text/html; charset=utf-8", "content-security-policy": outboxCsp },
  });
}
