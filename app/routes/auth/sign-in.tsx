import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { OutsideButtons, OutsideNotice } from "~/components/accounts/outside-buttons";
import { PasswordField } from "~/components/accounts/password-field";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { signIn } from "~/domain/accounts/sign-in.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { optionalAccount } from "~/server/session/require-member.server";
import { safeNext } from "~/server/session/safe-next";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf, visitorOf } from "~/server/session/visitor.server";
import { credentialsSchema } from "./account-forms.server";
import { outsideButtons, outsideSaid } from "./outside-answers.server";

export const meta: MetaFunction = () => [{ title: "Sign in · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get("next"));
  if (await optionalAccount(request, context)) throw redirect(next);
  return {
    next,
    changed: searchParams.has("changed"),
    closed: searchParams.has("closed"),
    buttons: outsideButtons(context),
    said: outsideSaid(request),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const parsed = credentialsSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  return answerForm(form, async () => {
    const { token } = await signIn(deps, visitorOf(context), {
      ...parsed.data,
      ...originOf(request, context),
    });
    const next = safeNext(form.get("next")?.toString());
    return redirect(next, { headers: { "Set-Cookie": sessionCookie(deps.config, token) } });
  });
}

export default function SignIn() {
  const { next, changed, closed, buttons, said } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  return (
    <AuthFrame
      title="Sign in"
      foot={
        <>
          New here? <Link to="/sign-up">Make an account</Link>
        </>
      }
    >
      {changed && (
        <Notice tone="good" title="Your password is set" live="polite">
          You were signed out everywhere. Sign in with the new one.
        </Notice>
      )}
      {closed && (
        <Notice tone="good" title="Your account is closed" live="polite">
          What it said about you is deleted. A last letter confirms it.
        </Notice>
      )}
      <OutsideNotice said={said} />
      <OutsideButtons buttons={buttons} next={next} verb="Sign in" />
      <ActionForm state={state}>
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <PasswordField />
        <SubmitButton pendingLabel="Signing in">Sign in</SubmitButton>
        <p className="soft">
          <Link to="/forgot-password">I forgot my password</Link>
        </p>
      </ActionForm>
    </AuthFrame>
  );
}
