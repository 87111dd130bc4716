import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PasswordField } from "~/components/accounts/password-field";
import { PolicyAcceptance } from "~/components/accounts/policy-acceptance";
import { AuthFrame } from "~/components/frame/auth-frame";
import { EndedInvitation } from "~/components/members/ended-invitation";
import { ActionForm } from "~/components/ui/action-form";
import { Button } from "~/components/ui/button";
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
import { askForInvitation } from "~/domain/workspaces/ask-for-invitation.server";
import { findEndedInvitation, isEndedInvitation } from "~/domain/workspaces/find-ended-invitation.server";
import { roleWords } from "~/domain/workspaces/permission";
import { acceptanceFields, newPassword, policyVersions } from "~/routes/auth/account-forms.server";
import { orEnded } from "~/routes/auth/ended-link.server";
import { tokenPageHeaders } from "~/routes/auth/token-page";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { optionalAccount } from "~/server/session/require-member.server";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { originOf, visitorOf } from "~/server/session/visitor.server";

export const meta: MetaFunction = () => [{ title: "Invitation · Foyer" }];
export const headers = tokenPageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = params.token ?? "";
  const account = await optionalAccount(request, context);
  const signedInAs = account?.email;
  try {
    const { accountId, ...invitation } = await checkInvitation(context.deps, link);
    const found = {
      ...invitation,
      hasAccount: accountId !== undefined,
      isOfOther: account !== undefined && account.id !== accountId,
    };
    return data({ signedInAs, versions: await policyVersions(context), link, found, ended: undefined });
  } catch (error) {
    if (!isEndedInvitation(error)) throw error;
    const ended = await findEndedInvitation(context.deps, { link, accountId: account?.id });
    return data({ signedInAs, versions: undefined, link, found: undefined, ended }, { status: 410 });
  }
}

const newPerson = z.object({ name: personNameField, password: newPassword, ...acceptanceFields });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await request.formData();
  const link = params.token ?? "";
  if (form.get("intent") === "again") {
    return answerForm(form, async () => {
      const given = { link, ip: context.clientIp };
      await orEnded(request, () => askForInvitation(deps, visitorOf(context), given), isEndedInvitation);
      return { asked: true as const };
    });
  }
  const account = await optionalAccount(request, context);
  if (account) {
    return answerForm(form, async () => {
      const join = () => acceptInvitation(deps, account, { link });
      const { workspaceSlug } = await orEnded(request, join, isEndedInvitation);
      return redirect(`/w/${workspaceSlug}`);
    });
  }
  const parsed = newPerson.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalidAnswer(invalidForm(form, parsed.error.issues));
  const { name, password, acceptableUse, terms } = parsed.data;
  return answerForm(form, async () => {
    const given = { link, name, password, acceptedVersions: { "acceptable-use": acceptableUse, terms } };
    const join = () => joinWithNewAccount(deps, { ...given, ...originOf(request, context) });
    const { workspaceSlug, token } = await orEnded(request, join, isEndedInvitation);
    return redirect(`/w/${workspaceSlug}`, { headers: { "Set-Cookie": sessionCookie(deps.config, token) } });
  });
}

export default function Invitation() {
  const { found, ended, signedInAs, versions, link } = useLoaderData<typeof loader>();
  const state = useActionData() as (FormState & { asked?: true }) | undefined;
  if (!found) return <EndedInvitation ended={ended} signedInAs={signedInAs} answer={state} />;
  const { label } = roleWords[found.role];
  return (
    <AuthFrame
      title={`Join ${found.workspaceName}`}
      lead={`You are invited as ${label}. The invitation is for ${found.email}.`}
    >
      {signedInAs && found.isOfOther ? (
        <>
          <Notice tone="warn" title="You are signed in with another address">
            This is the account of {signedInAs}. Sign out, then open the link in your letter again.
          </Notice>
          <Form method="post" action="/sign-out">
            <Button type="submit" tone="primary">
              Sign out
            </Button>
          </Form>
        </>
      ) : signedInAs ? (
        <ActionForm state={state}>
          <p className="soft">You are signed in as {signedInAs}.</p>
          <SubmitButton pendingLabel="Joining">Join the workspace</SubmitButton>
        </ActionForm>
      ) : found.hasAccount ? (
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
