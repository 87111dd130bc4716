import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FailedMailCard } from "~/components/operator/failed-mail-card";
import { MailRouteCard } from "~/components/operator/mail-route-card";
import { MailTroubleNotice } from "~/components/operator/mail-trouble-notice";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { describeMailRoute } from "~/domain/mail/describe-mail-route.server";
import { listFailedMail } from "~/domain/mail/list-failed-mail.server";
import { checkMailRoute, type MailTrial, sendTestMail } from "~/domain/mail/try-mail-route.server";
import { findMailTrouble } from "~/domain/mail/watch-transport.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireOperator } from "~/server/session/require-member.server";

const shownFailures = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { email } = await requireOperator(request, context);
  const { deps } = context;
  const trouble = await findMailTrouble(deps);
  const failed = await listFailedMail(deps, shownFailures);
  return { email, route: describeMailRoute(deps.config), trouble, ...failed };
}

type Answer = FormState & { tried?: "connection" | "message"; trial?: MailTrial };

export async function action({ request, context }: ActionFunctionArgs) {
  const account = await requireOperator(request, context);
  const { deps } = context;
  const form = await request.formData();
  const staff = { kind: "staff", accountId: account.id } as const;
  return answerForm(form, async (): Promise<Answer> => {
    if (form.get("intent") === "send") {
      const trial = await sendTestMail(deps, staff, { to: String(form.get("to") ?? "") });
      return { tried: "message", trial, values: { to: String(form.get("to") ?? "") } };
    }
    return { tried: "connection", trial: await checkMailRoute(deps, staff) };
  });
}

function Outcome({ tried, trial, isOutbox }: { tried: string; trial: MailTrial; isOutbox: boolean }) {
  if (!trial.ok) {
    return (
      <Notice tone="bad" live="assertive" title={trial.what}>
        <p>{trial.remedy}</p>
        {trial.said && (
          <p className="soft">
            In its own words: <code>{trial.said}</code>
          </p>
        )}
      </Notice>
    );
  }
  if (tried === "message") {
    return (
      <Notice
        tone="good"
        live="polite"
        title={isOutbox ? "The test message is kept" : "The test message was taken"}
      >
        {isOutbox ? (
          <>
            Nobody gets it. Read it on this machine: <code>npm run foyer -- outbox</code>
          </>
        ) : (
          <>
            Look into the mailbox, and into its spam folder. The answer was: <code>{trial.said}</code>
          </>
        )}
      </Notice>
    );
  }
  return (
    <Notice tone="good" live="polite" title={isOutbox ? "The outbox can be written" : "The connection holds"}>
      {isOutbox
        ? "Mail is kept there until a way out is set."
        : "The server answers and takes us. A test message shows whether it passes mail on."}
    </Notice>
  );
}

export default function Mail() {
  const { email, route, trouble, waiting, failures } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const isOutbox = route.via === "outbox";
  return (
    <Stack gap={6}>
      {!route.reachesPeople && (
        <Notice tone="bad" title="Mail reaches nobody">
          Nobody can sign up, set a new password or be invited until <code>SMTP_URL</code> or{" "}
          <code>SENDGRID_API_KEY</code> is set.
        </Notice>
      )}
      {trouble && !answer?.trial && (
        <MailTroubleNotice
          trouble={trouble}
          remedy="Mend it in the environment or at the server, then test it here."
        />
      )}
      {answer?.trial && (
        <Outcome tried={answer.tried ?? "connection"} trial={answer.trial} isOutbox={isOutbox} />
      )}
      <MailRouteCard route={route} waiting={waiting} />
      <Card title="Try it">
        <ActionForm id="connection" withoutSummary>
          <input type="hidden" name="intent" value="connection" />
          <SubmitButton tone="secondary" pendingLabel="Trying, for half a minute at most">
            {isOutbox ? "Test the outbox" : "Test the connection"}
          </SubmitButton>
        </ActionForm>
        <ActionForm id="send" state={answer?.tried === "connection" ? undefined : answer}>
          <input type="hidden" name="intent" value="send" />
          <TextField name="to" label="Send a test message to" type="email" defaultValue={email} required />
          <SubmitButton tone="secondary" pendingLabel="Sending">
            Send the test message
          </SubmitButton>
        </ActionForm>
      </Card>
      <FailedMailCard failures={failures} />
    </Stack>
  );
}
