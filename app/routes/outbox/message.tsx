import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { TimeText } from "~/components/ui/time-text";
import { readWorkspaceMessage } from "~/domain/mail/workspace-outbox.server";
import { requireMember } from "~/server/session/require-member.server";
import campaignsCss from "../campaigns/campaigns.css?url";
import { readEml } from "./read-eml.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject ?? "Message"} · Outbox · Foyer` },
];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: campaignsCss }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const { row, raw } = await readWorkspaceMessage(context.deps, workspace.id, params.message ?? "");
  const { text, headers } = readEml(raw);
  const at = `/w/${workspace.slug}/outbox`;
  return {
    base: at,
    at: `${at}/${row.id}`,
    zone: workspace.timeZone,
    subject: row.subject,
    to: row.to_address,
    when: row.created_at,
    from: headers.from ?? "",
    unsubscribe: headers["list-unsubscribe"] ?? "",
    text,
  };
}

export default function OutboxMessage() {
  const { base, at, zone, subject, to, from, when, unsubscribe, text } = useLoaderData<typeof loader>();
  return (
    <Stack gap={6}>
      <PageHeader
        title={subject}
        back={{ to: base, label: "Outbox" }}
        actions={
          <LinkButton to={`${at}/eml`} reloadDocument>
            Download as .eml
          </LinkButton>
        }
      />
      <div className="mail-facts">
        <DetailsList
          items={[
            { name: "From", value: from },
            { name: "To", value: to },
            { name: "When", value: <TimeText at={when} zone={zone} show="second" /> },
            ...(unsubscribe ? [{ name: "Unsubscribe by", value: unsubscribe }] : []),
          ]}
        />
      </div>
      <div className="mail-frame">
        <iframe
          src={`${at}/html`}
          title={`Message: ${subject}`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      </div>
      <Card title="Text part">
        <pre className="code-block">{text}</pre>
      </Card>
    </Stack>
  );
}
