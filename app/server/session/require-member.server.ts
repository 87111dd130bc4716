import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Account } from "~/domain/accounts/account";
import { findSession, type Session } from "~/domain/accounts/find-session.server";
import { listPoliciesToAccept } from "~/domain/policies/find-policies.server";
import { authoriseMember, type MemberActor } from "~/domain/workspaces/authorise-member.server";
import type { Permission } from "~/domain/workspaces/permission";
import type { Workspace } from "~/domain/workspaces/workspace";
import { refuse } from "./answer-form.server";
import { pathOf, withNext } from "./safe-next";
import { readSessionToken } from "./session-cookie.server";

export interface MemberSession {
  member: MemberActor;
  workspace: Workspace;
  account: Account;
}

export function optionalSession(request: Request, { deps }: AppLoadContext): Promise<Session | undefined> {
  return findSession(deps, readSessionToken(request, deps.config));
}

/** Who is signed in, if anybody. */
export async function optionalAccount(
  request: Request,
  context: AppLoadContext,
): Promise<Account | undefined> {
  return (await optionalSession(request, context))?.account;
}

/** Whoever is not signed in is sent to sign in, and comes back. */
export async function requireSession(request: Request, context: AppLoadContext): Promise<Session> {
  const session = await optionalSession(request, context);
  if (!session) throw redirect(withNext("/sign-in", backTo(request)));
  return session;
}

/** Signed in, and agreed to the rules in force: nothing else comes first. */
export async function requireAccount(request: Request, context: AppLoadContext): Promise<Account> {
  const { account } = await requireSession(request, context);
  if ((await listPoliciesToAccept(context.deps, account.id)).length > 0) {
    throw redirect(withNext("/accept-policies", backTo(request)));
  }
  return account;
}

/** A member of the workspace that the address names, with the permission. Strangers get a 404. */
export async function requireMember(
  request: Request,
  context: AppLoadContext,
  slug: string | undefined,
  permission?: Permission,
): Promise<MemberSession> {
  const account = await requireAccount(request, context);
  try {
    const { member, workspace } = await authoriseMember(context.deps, account, {
      slug: slug ?? "",
      permission,
    });
    return { member, workspace, account };
  } catch (error) {
    throw refuse(error);
  }
}

/** The operator of the instance; for everybody else the page does not exist. */
export async function requireOperator(request: Request, context: AppLoadContext): Promise<Account> {
  const account = await requireAccount(request, context);
  if (account.isOperator) return account;
  throw new Response(null, { status: 404 });
}

/** A form that is sent again after signing in would surprise: only pages are come back to. */
const backTo = (request: Request): string => (request.method === "GET" ? pathOf(request) : "/workspaces");
