import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { Button, buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { Sure } from "~/components/ui/sure";
import { checkDomain } from "~/domain/senders/check-domain.server";
import { listSenders } from "~/domain/senders/list-senders.server";
import { removeSender } from "~/domain/senders/remove-sender.server";
import { dnsRecords } from "~/domain/senders/sending-domain";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import campaignsCss from "../campaigns/campaigns.css?url";
import { DnsRecords } from "./dns-records";
import { SenderStateBadge } from "./sender-state";

export const meta: MetaFunction = () => [{ title: "Senders · Foyer" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: campaignsCss }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { member, workspace } = await requireMember(request, context, params.workspace, "campaign:edit");
  const { rows } = await listSenders(deps, workspace.id);
  const relay = deps.config.mail.smtpUrl ? new URL(deps.config.mail.smtpUrl).hostname : "";
  const relayHost = relay || new URL(deps.config.origins.links).hostname;
  return {
    base: `/w/${workspace.slug}/settings/senders`,
    mayManage: mayDo(member.role, "settings:manage"),
    dnsChecks: deps.config.dnsChecks,
    senders: rows.map(({ id, fromName, fromEmail, postalAddress, state, domain }) => ({
      id: publicId("sender", id),
      fromName,
      fromEmail,
      postalAddress,
      state,
      domain: domain?.domain ?? "",
      checkedAt: domain?.checkedAt,
      records: domain ? dnsRecords(domain, relayHost) : [],
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { member, workspace } = await requireMember(request, context, params.workspace, "settings:manage");
  const form = await request.formData();
  return answerForm(form, async () => {
    if (form.get("act") === "remove") {
      const senderId = storedId("sender", String(form.get("sender"))) ?? "";
      await removeSender(deps, member, { workspaceId: workspace.id, senderId });
      return { removed: true };
    }
    await checkDomain(deps, { workspaceId: workspace.id, domain: String(form.get("domain")) });
    return { checked: true };
  });
}

export default function Senders() {
  const { base, senders, mayManage, dnsChecks } = useLoaderData<typeof loader>();
  const answer = useActionData<{ removed?: boolean; message?: string }>();
  const newSender = mayManage && (
    <LinkButton tone="primary" to={`${base}/new`} icon={<Plus className="icon" aria-hidden="true" />}>
      New sender
    </LinkButton>
  );
  if (senders.length === 0) {
    return (
      <EmptyState title="Say who writes" action={newSender}>
        A sender is a name, an address at your own domain and a postal address. Every message carries them.
      </EmptyState>
    );
  }
  return (
    <Stack gap={6}>
      {answer?.message && <Notice tone="bad">{answer.message}</Notice>}
      <Row apart>
        <p className="soft">Who campaigns come from. Messages are signed with a key of their domain.</p>
        {newSender}
      </Row>
      {senders.map((sender) => (
        <Card
          key={sender.id}
          title={`${sender.fromName} <${sender.fromEmail}>`}
          aside={<SenderStateBadge state={sender.state} />}
        >
          <p>{sender.postalAddress.replaceAll("\n", ", ")}</p>
          <DnsRecords records={sender.records} open={sender.state === "unverified"} />
          {!dnsChecks && sender.state === "unverified" && (
            <Notice title="DNS is not asked on this instance">
              The operator has to switch DNS_CHECKS on, or vouch for this sender.
            </Notice>
          )}
          {mayManage && (
            <Row>
              <LinkButton small to={`${base}/${sender.id}`}>
                Change
              </LinkButton>
              {dnsChecks && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="domain" value={sender.domain} />
                  <Button type="submit" small>
                    Check DNS now
                  </Button>
                </Form>
              )}
              <Sure
                label="Remove"
                spoken={`Remove ${sender.fromEmail}`}
                words="Drafts from it need another sender before they can be sent. What was sent stays as it was."
                look={buttonClass({ tone: "quiet", small: true })}
              >
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="act" value="remove" />
                  <input type="hidden" name="sender" value={sender.id} />
                  <Button type="submit" small tone="danger">
                    Remove the sender
                  </Button>
                </Form>
              </Sure>
            </Row>
          )}
        </Card>
      ))}
    </Stack>
  );
}
