import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { beginOutsideSignIn } from "~/domain/accounts/begin-outside-sign-in.server";
import { OutsideRefusal } from "~/domain/accounts/outside-refusal";
import { outsideCookie } from "~/server/session/outside-cookie.server";
import { requireAccount } from "~/server/session/require-member.server";
import { safeNext } from "~/server/session/safe-next";

/** On to a provider; with `connect`, to give the account that is signed in one more way in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { searchParams } = new URL(request.url);
  const account = searchParams.has("connect") ? await requireAccount(request, context) : undefined;
  try {
    const { url, sealed } = await beginOutsideSignIn(deps, {
      providerId: params.provider ?? "",
      next: safeNext(searchParams.get("next")),
      accountId: account?.id,
    });
    const headers = { "Set-Cookie": outsideCookie(deps.config, sealed), "Cache-Control": "no-store" };
    return redirect(url, { headers });
  } catch (error) {
    if (!(error instanceof OutsideRefusal)) throw error;
    return redirect(`${account ? "/account" : "/sign-in"}?outside=${error.problem}`);
  }
}
