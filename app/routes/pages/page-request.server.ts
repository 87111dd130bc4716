import { type AppLoadContext, data } from "@remix-run/node";
import { isDomainError } from "~/domain/domain-error";
import type { Permission } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { statusOfKind } from "~/server/http-errors.server";
import { type MemberSession, requireMember } from "~/server/session/require-member.server";

interface Args {
  request: Request;
  context: AppLoadContext;
  params: { workspace?: string; page?: string };
}

/** A member with the permission, and the page that the address names; whether it exists the use case says. */
export async function requirePage(
  { request, context, params }: Args,
  permission: Permission,
): Promise<MemberSession & { pageId: string; workspaceId: string }> {
  const session = await requireMember(request, context, params.workspace, permission);
  const pageId = storedId("page", params.page ?? "");
  if (!pageId) throw data({ message: "There is no such page." }, { status: 404 });
  return { ...session, pageId, workspaceId: session.workspace.id };
}

export const pagePath = (workspaceSlug: string, pageId: string, rest = ""): string =>
  `/w/${workspaceSlug}/pages/${publicId("page", pageId)}${rest}`;

/** For what the editor asks by script: JSON, also when it is refused. */
export async function answerJson(work: () => Promise<unknown>, status = 200): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    return Response.json(await work(), { status, headers });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { fields, data: more } = error.details;
    const body = { code: error.code, message: error.safeMessage, fields, data: more };
    return Response.json(body, { status: statusOfKind[error.kind], headers });
  }
}

export const previewHeaders = (csp: string): Record<string, string> => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": csp,
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
});
