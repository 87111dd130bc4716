import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { invalidForm } from "~/components/ui/form-state";
import { type AccountTokenPurpose, emailField } from "~/domain/accounts/account";
import { checkAccountToken } from "~/domain/accounts/check-account-token.server";
import { findEndedLink, isEndedLink, type LinkEnd } from "~/domain/accounts/find-ended-link.server";
import { mailReachesPeople } from "~/domain/mail/platform-mailbox.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";

/** What the page behind a link shows: whose it is, or how it ended. */
export async function readLink(
  { deps }: AppLoadContext,
  input: { token: string; purpose: AccountTokenPurpose },
) {
  const mailWorks = mailReachesPeople(deps.config);
  try {
    const { email } = await checkAccountToken(deps, input);
    return data({ email, mailWorks, ended: undefined as LinkEnd | undefined });
  } catch (error) {
    if (!isEndedLink(error)) throw error;
    return data({ email: "", mailWorks, ended: await findEndedLink(deps, input) }, { status: 410 });
  }
}

/** A link that ended while its page was open: the same address then says so, and what leads on. */
export async function orEnded<T>(
  request: Request,
  work: () => Promise<T>,
  hasEnded: (error: unknown) => boolean = isEndedLink,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (hasEnded(error)) throw redirect(new URL(request.url).pathname);
    throw error;
  }
}

/** The page's other form: true when it asks for a new link. */
export const asksAgain = (form: FormData): boolean => form.get("intent") === "again";

const again = z.object({ email: emailField });

export function answerAgain(form: FormData, send: (email: string) => Promise<void>, sent: string) {
  const parsed = again.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  return answerForm(form, async () => {
    await send(parsed.data.email);
    return redirect(sent);
  });
}
