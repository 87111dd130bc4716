import type { AppLoadContext } from "@remix-run/node";
import { isOutsideProblem, outsideProblems, type SignInButton } from "~/domain/accounts/outside-identity";

/** Providers that the operator set. */
export const outsideButtons = ({ deps }: AppLoadContext): SignInButton[] =>
  deps.config.signIn.map(({ id, name }) => ({ id, name }));

/** What the address says went wrong there, in words of ours. */
export function outsideSaid(request: Request): string | undefined {
  const code = new URL(request.url).searchParams.get("outside");
  return isOutsideProblem(code) ? outsideProblems[code] : undefined;
}
