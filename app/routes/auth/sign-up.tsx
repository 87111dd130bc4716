import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { OutsideButtons } from "~/components/accounts/outside-buttons";
import { PasswordField } from "~/components/accounts/password-field";
import { PolicyAcceptance } from "~/components/accounts/policy-acceptance";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { registerAccount } from "~/domain/accounts/register-account.server";
import { mailReachesPeople } from "~/domain/mail/platform-mailbox.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { optionalAccount } from "~/server/session/require-member.server";
import { visitorOf } from "~/server/session/visitor.server";
import { newAccountSchema, policyVersions } from "./account-forms.server";
import { outsideButtons } from "./outside-answers.server";

export const meta: MetaFunction = () => [{ title: "Sign up · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await optionalAccount(request, context)) throw redirect("/workspaces");
  return {
    versions: await policyVersions(context),
    buttons: outsideButtons(context),
    mailWorks: mailReachesPeople(context.deps.config),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = newAccountSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  const { email, password, name, acceptableUse, terms } = parsed.data;
  return answerForm(form, async () => {
    await registerAccount(context.deps, visitorOf(context), {
      email,
      password,
      name,
      acceptedPolicyVersion: acceptableUse,
      termsVersion: terms,
      ip: context.clientIp,
    });
    return redirect("/sign-up/sent");
  });
}

export default function SignUp() {
  const { versions, mailWorks, buttons } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  return (
    <AuthFrame
      title="Make an account"
      lead="Pages, leads and mail in one calm place."
      foot={
        <>
          You have one already? <Link to="/sign-in">Sign in</Link>
        </>
      }
    >
      {!mailWorks && (
        <Notice tone="warn" title="Mail is not configured">
          This instance cannot send the confirmation, so nobody can sign up by e-mail yet. Its operator has to
          set SMTP_URL.
        </Notice>
      )}
      <OutsideButtons buttons={buttons} verb="Sign up" />
      <ActionForm state={state}>
        <TextField name="name" label="Your name" autoComplete="name" optional maxLength={120} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="email" required />
        <PasswordField fresh />
        <PolicyAcceptance versions={versions} />
        <SubmitButton pendingLabel="Making it">Make the account</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
