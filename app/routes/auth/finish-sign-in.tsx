import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PasswordField } from "~/components/accounts/password-field";
import { PolicyAcceptance } from "~/components/accounts/policy-acceptance";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { personNameField } from "~/domain/accounts/account";
import { findAccountByEmail } from "~/domain/accounts/find-account.server";
import { joinIdentity } from "~/domain/accounts/join-identity.server";
import { OutsideRefusal } from "~/domain/accounts/outside-refusal";
import { openIdentity } from "~/domain/accounts/outside-seal.server";
import { registerIdentity } from "~/domain/accounts/register-identity.server";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { outsideCookie, readOutsideCookie } from "~/server/session/outside-cookie.server";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf, visitorOf } from "~/server/session/visitor.server";
import { acceptanceFields, policyVersions, presentPassword } from "./account-forms.server";
import { tokenPageHeaders } from "./token-page";

export const meta: MetaFunction = () => [{ title: "One more step · Foyer" }];
export const headers = tokenPageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  try {
    const { email, name, providerName } = openIdentity(deps, readOutsideCookie(request, deps.config));
    const hasAccount = (await findAccountByEmail(deps, email)) !== undefined;
    return { email, name, providerName, hasAccount, versions: await policyVersions(context) };
  } catch (error) {
    if (!(error instanceof OutsideRefusal)) throw error;
    throw redirect(`/sign-in?outside=${error.problem}`);
  }
}

const acts = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("join"), password: presentPassword }),
  z.object({ intent: z.literal("register"), name: personNameField, ...acceptanceFields }),
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const parsed = acts.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  const act = parsed.data;
  return answerForm(form, async () => {
    const own = { sealed: readOutsideCookie(request, deps.config), ...originOf(request, context) };
    const { token, next } =
      act.intent === "join"
        ? await joinIdentity(deps, visitorOf(context), { ...own, password: act.password })
        : await registerIdentity(deps, {
            ...own,
            name: act.name,
            acceptedPolicyVersion: act.acceptableUse,
            termsVersion: act.terms,
          });
    const headers = new Headers({ "Set-Cookie": sessionCookie(deps.config, token) });
    headers.append("Set-Cookie", outsideCookie(deps.config, ""));
    return redirect(next, { headers });
  });
}

export default function FinishSignIn() {
  const { email, name, providerName, hasAccount, versions } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  if (hasAccount) {
    return (
      <AuthFrame
        title="Is this you?"
        lead={`There is an account for ${email}. Give its password once, and from then on ${providerName} is enough.`}
        foot={<Link to="/forgot-password">I forgot my password</Link>}
      >
        <ActionForm state={state}>
          <input type="hidden" name="intent" value="join" />
          <PasswordField />
          <SubmitButton pendingLabel="Connecting">Connect {providerName} and sign in</SubmitButton>
        </ActionForm>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title="Make an account"
      lead={`${providerName} says that you are ${email}. There is no account for this address yet.`}
      foot={
        <>
          You have one with another address? <Link to="/sign-in">Sign in</Link>
        </>
      }
    >
      <ActionForm state={state}>
        <input type="hidden" name="intent" value="register" />
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          defaultValue={name}
          optional
          maxLength={120}
        />
        <PolicyAcceptance versions={versions} />
        <SubmitButton pendingLabel="Making it">Make the account</SubmitButton>
      </ActionForm>
    </AuthFrame>
  );
}
