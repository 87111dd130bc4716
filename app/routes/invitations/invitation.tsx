import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PasswordField } from "~/components/accounts/password-field";
import { PolicyAcceptance } from "~/components/accounts/policy-acceptance";
import { AuthFrame } from "~/components/frame/auth-frame";
import { ActionForm } from "~/components/ui/action-form";
import { type FormState, invalidForm } from "~/components/ui/form-state";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { personNameField } from "~/domain/accounts/account";
import {
  acceptInvitation,
  checkInvitation,
  joinWithNewAccount,
} from "~/domain/workspaces/accept-invitation.server";
import { roleWords } from "~/domain/workspaces/permission";
import { acceptanceFields, newPassword, policyVersions } from "~/routes/auth/account-forms.server";
import { tokenPageHeaders } from "~/routes/auth/token-page";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { optionalAccount } from "~/server/session/require-member.server";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf } from "~/server/session/visitor.server";

export const meta: MetaFunction = () => [{ title: "Invitation · Foyer" }];
export const headers = tokenPageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = params.token ?? "";
  const invitation = await checkInvitation(context.deps, link);
  const account = await optionalAccount(request, context);
  return {
    link,
    invitation,
    signedInAs: account?.email,
    versions: await policyVersions(context),
  };
}

const newPerson = z.object({ name: personNameField, password: newPassword, ...acceptanceFields });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const link = params.token ?? "";
  const account = await optionalAccount(request, context);
  if (account) {
    return answerForm(form, async () => {
      const { workspaceSlug } = await acceptInvitation(deps, account, { link });
      return redirect(`/w/${workspaceSlug}`);
    });
  }
  const parsed = newPerson.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  return answerForm(form, async () => {
    const { workspaceSlug, token } = await joinWithNewAccount(deps, {
      link,
      name: parsed.data.name,
      password: parsed.data.password,
      acceptedVersions: { "acceptable-use": parsed.data.acceptableUse, terms: parsed.data.terms },
      ...originOf(request, context),
    });
    return redirect(`/w/${workspaceSlug}`, { headers: { "Set-Cookie": sessionCookie(deps.config, token) } });
  });
}

export default function Invitation() {
  const { invitation, signedInAs, versions, link } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  const { label } = roleWords[invitation.role];
  return (
    <AuthFrame
      title={`Join ${invitation.workspaceName}`}
      lead={`You are invited as ${label}. The invitation is for ${invitation.email}.`}
    >
      {signedInAs ? (
        <ActionForm state={state}>
          <p className="soft">You are signed in as {signedInAs}.</p>
          <SubmitButton pendingLabel="Joining">Join the workspace</SubmitButton>
        </ActionForm>
      ) : invitation.hasAccount ? (
        <>
          <Notice>You have an account with this address. Sign in, then come back here to join.</Notice>
          <LinkButton tone="primary" to={`/sign-in?${new URLSearchParams({ next: `/invitations/${link}` })}`}>
            Sign in
          </LinkButton>
        </>
      ) : (
        <ActionForm state={state}>
          <TextField name="name" label="Your name" autoComplete="name" optional maxLength={120} />
          <PasswordField fresh />
          <PolicyAcceptance versions={versions} />
          <SubmitButton pendingLabel="Joining">Make an account and join</SubmitButton>
        </ActionForm>
      )}
    </AuthFrame>
  );
}
