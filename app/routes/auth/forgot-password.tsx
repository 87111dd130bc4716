import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { emailField } from "~/domain/accounts/account";
import { requestPasswordReset } from "~/domain/accounts/reset-password.server";
import { mailReachesPeople } from "~/domain/mail/platform-mailbox.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { visitorOf } from "~/server/session/visitor.server";

export const meta: MetaFunction = () => [{ title: "Set a new password · Foyer" }];

export const loader = ({ context }: LoaderFunctionArgs) => ({
  mailWorks: mailReachesPeople(context.deps.config),
});

const schema = z.object({ email: emailField });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  return answerForm(form, async () => {
    await requestPasswordReset(context.deps, visitorOf(context), {
      email: parsed.data.email,
      ip: context.clientIp,
    });
    return redirect("/forgot-password/sent");
  });
}

export default function ForgotPassword() {
  const { mailWorks } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  return (
    <AuthFrame
      title="Set a new password"
      lead="We send a link to the address of your account."
      foot={<Link to="/sign-in">Back to sign in</Link>}
    >
      {!mailWorks && (
        <Notice tone="warn" title="Mail is not configured">
          This instance cannot send the link. Ask its operator to set SMTP_URL, or to set a password for you.
        </Notice>
      )}
      <ActionForm state={state}>
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <SubmitButton pendingLabel="Sending">Send the link</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
