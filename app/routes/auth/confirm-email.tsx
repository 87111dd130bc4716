import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EndedLink } from "~/components/accounts/ended-link";
import { PasswordField } from "~/components/accounts/password-field";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { confirmEmail } from "~/domain/accounts/confirm-email.server";
import { requestConfirmation } from "~/domain/accounts/request-confirmation.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf, visitorOf } from "~/server/session/visitor.server";
import { presentPassword } from "./account-forms.server";
import { answerAgain, asksAgain, orEnded, readLink } from "./ended-link.server";
import { tokenPageHeaders } from "./token-page";

export const meta: MetaFunction = () => [{ title: "Confirm your address · Foyer" }];
export const headers = tokenPageHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  return readLink(context, { token: params.token ?? "", purpose: "confirm_email" });
}

const schema = z.object({ password: presentPassword });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  if (asksAgain(form)) {
    const ask = (email: string) =>
      requestConfirmation(deps, visitorOf(context), { email, ip: context.clientIp });
    return answerAgain(form, ask, "/sign-up/sent?again");
  }
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  return answerForm(form, async () => {
    const given = { token: params.token ?? "", password: parsed.data.password };
    const { token } = await orEnded(request, () =>
      confirmEmail(deps, visitorOf(context), { ...given, ...originOf(request, context) }),
    );
    return redirect("/", { headers: { "Set-Cookie": sessionCookie(deps.config, token) } });
  });
}

export default function ConfirmEmail() {
  const { email, ended, mailWorks } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  if (ended) return <EndedLink ended={ended} purpose="confirm" mailWorks={mailWorks} state={state} />;
  return (
    <AuthFrame
      title="Confirm your address"
      lead={`Enter the password you chose for ${email}. It shows that the account is yours.`}
      foot={<Link to="/forgot-password">I forgot it</Link>}
    >
      <ActionForm state={state}>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField />
        <SubmitButton pendingLabel="Confirming">Confirm and sign in</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
