import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CloseAccountCard } from "~/components/accounts/close-account-card";
import { OutsideNotice } from "~/components/accounts/outside-buttons";
import { PasswordField } from "~/components/accounts/password-field";
import { SessionTable } from "~/components/accounts/session-table";
import { WaysInCard } from "~/components/accounts/ways-in-card";
import { PublicFrame } from "~/components/frame/public-frame";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { listSessions } from "~/domain/accounts/end-sessions.server";
import { listWaysIn } from "~/domain/accounts/list-ways-in.server";
import { readUserAgent } from "~/lib/user-agent";
import { requireAccount, requireSession } from "~/server/session/require-member.server";
import { type AccountAnswer, changeOwnAccount } from "./change-account.server";
import { outsideButtons, outsideSaid } from "./outside-answers.server";

export const meta: MetaFunction = () => [{ title: "Your account · Foyer" }];

function deviceWords(header: string): string {
  const { browser, os } = readUserAgent(header);
  return [browser, os].filter(Boolean).join(", ") || "unknown";
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAccount(request, context);
  const { account, tokenHash } = await requireSession(request, context);
  const sessions = await listSessions(context.deps, account.id);
  return {
    name: account.name,
    email: account.email,
    buttons: outsideButtons(context),
    waysIn: await listWaysIn(context.deps, account.id),
    said: outsideSaid(request),
    connected: new URL(request.url).searchParams.has("connected"),
    sessions: sessions.map((session, index) => ({
      key: String(index),
      lastSeenAt: session.lastSeenAt,
      createdAt: session.createdAt,
      ip: session.ip,
      device: deviceWords(session.userAgent),
      isThis: session.tokenHash === tokenHash,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireAccount(request, context);
  const session = await requireSession(request, context);
  return changeOwnAccount(context.deps, session, { form: await request.formData(), ip: context.clientIp });
}

export default function Account() {
  const { name, email, sessions, buttons, waysIn, said, connected } = useLoaderData<typeof loader>();
  const answer = useActionData() as AccountAnswer | undefined;
  const stateOf = (intent: string) => (answer?.intent === intent && !answer.done ? answer : undefined);
  return (
    <PublicFrame
      title="Your account"
      lead={email}
      end={<LinkButton to="/workspaces">Your workspaces</LinkButton>}
    >
      <Stack gap={6}>
        {answer?.done && (
          <Notice tone="good" live="polite">
            {answer.done}
          </Notice>
        )}
        <OutsideNotice said={said} />
        {connected && !answer && (
          <Notice tone="good" live="polite">
            Connected. From now on you can sign in that way too.
          </Notice>
        )}
        <Card title="Name">
          <ActionForm id="name" state={stateOf("name")}>
            <input type="hidden" name="intent" value="name" />
            <TextField
              name="name"
              label="Your name"
              autoComplete="name"
              defaultValue={name}
              maxLength={120}
            />
            <SubmitButton tone="secondary">Save</SubmitButton>
          </ActionForm>
        </Card>
        <Card title="Password">
          <ActionForm id="password" state={stateOf("password")}>
            <input type="hidden" name="intent" value="password" />
            <PasswordField name="present" label="Present password" />
            <PasswordField fresh label="New password" />
            <SubmitButton tone="secondary" pendingLabel="Setting it">
              Set the new password
            </SubmitButton>
          </ActionForm>
        </Card>
        <WaysInCard buttons={buttons} {...waysIn} />
        <Card title="Where you are signed in">
          <SessionTable sessions={sessions} />
        </Card>
        <CloseAccountCard email={email} hasPassword={waysIn.hasPassword} state={stateOf("close")} />
      </Stack>
    </PublicFrame>
  );
}
