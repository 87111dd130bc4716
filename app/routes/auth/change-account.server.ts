import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { type FormState, invalidForm, refusedForm } from "~/components/ui/form-state";
import { personNameField } from "~/domain/accounts/account";
import { changeName, changePassword } from "~/domain/accounts/change-account.server";
import { disconnectIdentity } from "~/domain/accounts/disconnect-identity.server";
import { endOtherSessions } from "~/domain/accounts/end-sessions.server";
import type { Session } from "~/domain/accounts/find-session.server";
import { listWaysIn } from "~/domain/accounts/list-ways-in.server";
import type { Deps } from "~/domain/deps";
import { closeAccount } from "~/domain/termination/close-account.server";
import { endedSessionCookie } from "~/server/session/session-cookie.server";
import { newPassword, presentPassword } from "./account-forms.server";

export interface AccountAnswer extends FormState {
  intent: string;
  done?: string;
}

const acts = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("name"), name: personNameField }),
  z.object({ intent: z.literal("password"), present: presentPassword, password: newPassword }),
  z.object({ intent: z.literal("sessions") }),
  z.object({ intent: z.literal("close"), proof: z.string().max(1000) }),
  z.object({ intent: z.literal("disconnect"), provider: z.string().max(255) }),
]);

/** What the page of one's account can ask for: one intent, one use case. */
export async function changeOwnAccount(
  deps: Deps,
  { account, tokenHash }: Session,
  { form, ip }: { form: FormData; ip: string },
) {
  const intent = String(form.get("intent") ?? "");
  const answer = (more: Omit<AccountAnswer, "intent">, status = 200) =>
    data<AccountAnswer>({ intent, ...more }, { status });
  const parsed = acts.safeParse(Object.fromEntries(form));
  if (!parsed.success) return answer(invalidForm(form, parsed.error.issues), 422);
  const actor = { kind: "account", accountId: account.id } as const;
  const act = parsed.data;
  try {
    switch (act.intent) {
      case "name":
        await changeName(deps, actor, { accountId: account.id, name: act.name });
        return answer({ done: "Your name is saved." });
      case "password":
        await changePassword(deps, actor, { ...act, accountId: account.id, keptHash: tokenHash, ip });
        return answer({ done: "Your password is changed. Everywhere else you were signed out." });
      case "sessions":
        await endOtherSessions(deps, actor, { accountId: account.id, keptHash: tokenHash });
        return answer({ done: "You are signed out everywhere else." });
      case "close": {
        const { hasPassword } = await listWaysIn(deps, account.id);
        await closeAccount(deps, actor, { accountId: account.id, hasPassword, proof: act.proof, ip });
        return redirect("/sign-in?closed", { headers: { "Set-Cookie": endedSessionCookie(deps.config) } });
      }
      case "disconnect":
        await disconnectIdentity(deps, { accountId: account.id, providerId: act.provider });
        return answer({ done: "Disconnected. Your password works as before." });
    }
  } catch (error) {
    return answer(refusedForm(form, error), 422);
  }
}
