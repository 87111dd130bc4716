import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { listOwnWorkspaces } from "~/domain/workspaces/list-workspaces.server";
import { optionalAccount } from "~/server/session/require-member.server";

/** Straight to where one was going: the only workspace, the list of them, or the door. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await optionalAccount(request, context);
  if (!account) return redirect("/sign-in");
  const [first, second] = await listOwnWorkspaces(context.deps, account.id);
  return redirect(first && !second ? `/w/${first.slug}` : "/workspaces");
}
