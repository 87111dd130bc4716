import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { completeOutsideSignIn } from "~/domain/accounts/complete-outside-sign-in.server";
import { OutsideRefusal } from "~/domain/accounts/outside-refusal";
import { outsideCookie, readOutsideCookie } from "~/server/session/outside-cookie.server";
import { optionalAccount } from "~/server/session/require-member.server";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf } from "~/server/session/visitor.server";

/** Where a provider sends people back to. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { config } = deps;
  const account = await optionalAccount(request, context);
  const headers = new Headers({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
  headers.append("Set-Cookie", outsideCookie(config, ""));
  try {
    const outcome = await completeOutsideSignIn(deps, {
      providerId: params.provider ?? "",
      search: new URL(request.url).search,
      sealed: readOutsideCookie(request, config),
      accountId: account?.id,
      ...originOf(request, context),
    });
    if (outcome.kind === "connected") return redirect("/account?connected", { headers });
    if (outcome.kind === "signed_in") {
      headers.append("Set-Cookie", sessionCookie(config, outcome.token));
      return redirect(outcome.next, { headers });
    }
    headers.set("Set-Cookie", outsideCookie(config, outcome.sealed));
    return redirect("/sign-in/finish", { headers });
  } catch (error) {
    if (!(error instanceof OutsideRefusal)) throw error;
    return redirect(`${account ? "/account" : "/sign-in"}?outside=${error.problem}`, { headers });
  }
}
