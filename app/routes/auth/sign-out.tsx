import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/domain/accounts/end-sessions.server";
import { endedSessionCookie, readSessionToken } from "~/server/session/session-cookie.server";

/** Opening the address signs nobody out; the button does. */
export const loader = () => redirect("/workspaces");

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  await signOut(deps, readSessionToken(request, deps.config));
  return redirect("/sign-in", { headers: { "Set-Cookie": endedSessionCookie(deps.config) } });
}
