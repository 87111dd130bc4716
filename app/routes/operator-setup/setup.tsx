import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PasswordField } from "~/components/accounts/password-field";
import { PolicyAcceptance } from "~/components/accounts/policy-acceptance";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { LinkButton } from "~/components/ui/link-button";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { checkAccountToken } from "~/domain/accounts/check-account-token.server";
import { isEndedLink } from "~/domain/accounts/find-ended-link.server";
import { makeFirstOperator } from "~/domain/accounts/make-first-operator.server";
import { newAccountSchema, policyVersions } from "~/routes/auth/account-forms.server";
import { orEnded } from "~/routes/auth/ended-link.server";
import { tokenPageHeaders } from "~/routes/auth/token-page";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf, visitorOf } from "~/server/session/visitor.server";

export const meta: MetaFunction = () => [{ title: "Set up this instance · Foyer" }];
export const headers = tokenPageHeaders;

export async function loader({ params, context }: LoaderFunctionArgs) {
  try {
    await checkAccountToken(context.deps, { token: params.token ?? "", purpose: "first_operator" });
    return data({ versions: await policyVersions(context) });
  } catch (error) {
    if (!isEndedLink(error)) throw error;
    return data({ versions: undefined }, { status: 410 });
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const parsed = newAccountSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  const { acceptableUse, terms, email, password, name } = parsed.data;
  return answerForm(form, async () => {
    const { token } = await orEnded(request, () =>
      makeFirstOperator(deps, visitorOf(context), {
        token: params.token ?? "",
        email,
        password,
        name,
        acceptedPolicyVersion: acceptableUse,
        termsVersion: terms,
        ...originOf(request, context),
      }),
    );
    return redirect("/", { headers: { "Set-Cookie": sessionCookie(deps.config, token) } });
  });
}

export default function SetUp() {
  const { versions } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  if (!versions) {
    return (
      <AuthFrame
        title="This link works no more"
        lead="It was used before, its day has passed, or a newer one took its place. An instance without an operator prints a new one when it is started; where there is one, sign in."
      >
        <LinkButton tone="primary" to="/sign-in">
          Sign in
        </LinkButton>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title="Set up this instance"
      lead="You become its first operator. This link works once. If you have an account here, give its address and password."
    >
      <ActionForm state={state}>
        <TextField name="name" label="Your name" autoComplete="name" optional maxLength={120} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <PasswordField fresh />
        <PolicyAcceptance versions={versions} />
        <SubmitButton pendingLabel="Setting up">Become the operator</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
