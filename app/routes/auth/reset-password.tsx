import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EndedLink } from "~/components/accounts/ended-link";
import { PasswordField } from "~/components/accounts/password-field";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { requestPasswordReset, resetPassword } from "~/domain/accounts/reset-password.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { endedSessionCookie } from "~/server/session/session-cookie.server";
import { visitorOf } from "~/server/session/visitor.server";
import { newPassword } from "./account-forms.server";
import { answerAgain, asksAgain, orEnded, readLink } from "./ended-link.server";
import { tokenPageHeaders } from "./token-page";

export const meta: MetaFunction = () => [{ title: "Set a new password · Foyer" }];
export const headers = tokenPageHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  return readLink(context, { token: params.token ?? "", purpose: "reset_password" });
}

const schema = z.object({ password: newPassword });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  if (asksAgain(form)) {
    const ask = (email: string) =>
      requestPasswordReset(deps, visitorOf(context), { email, ip: context.clientIp });
    return answerAgain(form, ask, "/forgot-password/sent");
  }
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  return answerForm(form, async () => {
    const { password } = parsed.data;
    await orEnded(request, () => resetPassword(deps, { token: params.token ?? "", password }));
    return redirect("/sign-in?changed", { headers: { "Set-Cookie": endedSessionCookie(deps.config) } });
  });
}

export default function ResetPassword() {
  const { email, ended, mailWorks } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  if (ended) return <EndedLink ended={ended} purpose="reset" mailWorks={mailWorks} state={state} />;
  return (
    <AuthFrame title="Set a new password" lead={`For ${email}. You will be signed out everywhere else.`}>
      <ActionForm state={state}>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField fresh label="New password" />
        <SubmitButton pendingLabel="Setting it">Set the password</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
