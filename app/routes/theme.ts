import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { safeNext } from "~/server/session/safe-next";
import { themeCookie } from "~/server/session/theme-cookie.server";

/** Opening the address changes nothing; the buttons of the account menu do. */
export const loader = () => redirect("/workspaces");

/** Keeps the colours a person chose, and leads back to where they were. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const next = safeNext(String(form.get("next") ?? ""));
  return redirect(next, { headers: { "Set-Cookie": themeCookie(context.deps.config, form.get("theme")) } });
}
