import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailTroubleNotice } from "~/components/operator/mail-trouble-notice";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { formatCount } from "~/components/ui/count";
import { DetailsList } from "~/components/ui/details-list";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { confirmRestore } from "~/domain/acceptable-use/confirm-restore.server";
import { findJobCounts } from "~/domain/jobs/find-job-counts.server";
import { readInstanceFact } from "~/domain/keys/instance-fact.server";
import { findMailTrouble } from "~/domain/mail/watch-transport.server";
import { requireOperator } from "~/server/session/require-member.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const { config } = context.deps;
  const jobs = await findJobCounts(context.deps);
  return {
    blocked: (await readInstanceFact(context.deps, "marketing_blocked")) === "1",
    trouble: await findMailTrouble(context.deps),
    facts: [
      { name: "Address", value: config.origins.app },
      { name: "Sites are below", value: config.origins.pagesDomain },
      { name: "Database", value: config.database.embedded ? "Embedded (SQLite)" : "MySQL or MariaDB" },
      {
        name: "Mail",
        value: config.mail.sendgrid
          ? "Leaves through SendGrid"
          : config.mail.smtpUrl
            ? "Leaves through SMTP"
            : "Stays in the built-in outbox",
      },
      {
        name: "Senders",
        value: config.mail.senderVerification ? "Verified by DNS" : "Vouched for by the operator",
      },
      { name: "DNS look-ups", value: config.dnsChecks ? "On" : "Off: nothing is checked" },
      { name: "Work waiting", value: formatCount(jobs.ready) },
      { name: "Work failed for good", value: formatCount(jobs.dead) },
      { name: "Node", value: process.versions.node },
    ],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const account = await requireOperator(request, context);
  await confirmRestore(context.deps, { kind: "staff", accountId: account.id });
  return null;
}

export default function Instance() {
  const { facts, blocked, trouble } = useLoaderData<typeof loader>();
  return (
    <Stack gap={6}>
      {blocked && (
        <Notice tone="bad" title="No campaign leaves since a restore without journal">
          <p>
            People who opted out after the backup may be unknown here. Campaigns wait and leave nobody out.
            Enter the opt-outs first; then confirm, and members can let their campaigns go on.
          </p>
          <ActionForm id="confirm-restore">
            <SubmitButton tone="danger">I entered them; let campaigns leave</SubmitButton>
          </ActionForm>
        </Notice>
      )}
      {trouble && <MailTroubleNotice trouble={trouble} remedy="Test the connection under Mail." />}
      <Card title="Facts">
        <DetailsList items={facts} />
      </Card>
      <p className="soft">
        <code>npm run foyer -- doctor</code> looks deeper: disk, clock, durability, folders.
      </p>
    </Stack>
  );
}
