import { type AppLoadContext, data } from "@remix-run/node";
import type { Permission } from "~/domain/workspaces/permission";
import { type IdKind, publicId, storedId } from "~/lib/ids";
import { type MemberSession, requireMember } from "~/server/session/require-member.server";

interface Args {
  request: Request;
  context: AppLoadContext;
  params: { workspace?: string; lead?: string; segment?: string };
}

export type LeadSession = MemberSession & { base: string; workspaceId: string };

/** A member with the permission, and where the leads of the workspace are. */
export async function requireLeads(args: Args, permission: Permission): Promise<LeadSession> {
  const session = await requireMember(args.request, args.context, args.params.workspace, permission);
  return { ...session, workspaceId: session.workspace.id, base: `/w/${session.workspace.slug}/leads` };
}

/** The lead that the address names; whether it exists the use case says. */
export async function requireLead(args: Args, permission: Permission) {
  const session = await requireLeads(args, permission);
  const leadId = storedId("lead", args.params.lead ?? "");
  if (!leadId) throw data({ message: "There is no such lead." }, { status: 404 });
  return { ...session, leadId, here: `${session.base}/${publicId("lead", leadId)}` };
}

/** Ids of a list, as boxes of a form or a parameter of an address send them; what is none is left out. */
export const idsIn = (given: readonly unknown[], kind: IdKind): string[] => [
  ...new Set(given.flatMap((value) => storedId(kind, String(value)) ?? [])),
];
