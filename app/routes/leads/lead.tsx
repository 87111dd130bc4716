import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Pencil } from "lucide-react";
import { ConsentCard } from "~/components/leads/consent-card";
import { LeadTimeline } from "~/components/leads/lead-timeline";
import { FileLink, LeadValue } from "~/components/leads/lead-value";
import { MailStateBadge } from "~/components/leads/mail-state-badge";
import { Card } from "~/components/ui/card";
import { DetailsList } from "~/components/ui/details-list";
import type { FormState } from "~/components/ui/form-state";
import { Columns, Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { TimeText } from "~/components/ui/time-text";
import { listMessagesOfLead } from "~/domain/campaigns/list-messages-of-lead.server";
import { getLeadHistory } from "~/domain/leads/get-lead.server";
import type { LeadFile } from "~/domain/leads/lead-file";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { valueNamed } from "~/lib/named-values";
import { changeConsent } from "./change-consent.server";
import { requireLead } from "./lead-request.server";
import leadsCss from "./leads.css?url";
import { mailStatesOf } from "./mail-states.server";
import { messageEntries } from "./message-entries";
import { readPlaceNames } from "./place-names.server";
import { readTimeline } from "./read-timeline.server";
import { shownField } from "./shown-fields.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leadsCss }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Lead"} · Foyer` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, member, leadId, base, here } = await requireLead(args, "lead:read");
  const history = await getLeadHistory(deps, workspaceId, leadId);
  const { lead, submissions, consentStates } = history;
  const formIds = [
    ...submissions.map((submission) => submission.formId),
    ...Object.values(lead.fieldSources).flatMap((from) => from.split(":")[1] ?? []),
  ];
  const names = await readPlaceNames(deps, workspace, formIds);
  const messages = await listMessagesOfLead(deps, workspaceId, lead);
  const mailState = await mailStatesOf(deps, workspaceId, [lead]);
  const fields = new Map((await listLeadFields(deps, workspaceId)).map((field) => [field.name, field]));
  return {
    base,
    here,
    zone: workspace.timeZone,
    mayEdit: mayDo(member.role, "lead:edit"),
    title: lead.name || lead.email || "Without a name",
    email: lead.email,
    name: lead.name,
    mail: mailState(lead),
    createdAt: lead.createdAt,
    submissions: lead.submissions,
    fields: Object.entries(lead.fields).map(([name, value]) => ({
      ...shownField(fields, name, value, latestFiles(history.files, name)),
      source: names.source(valueNamed(lead.fieldSources, name)),
    })),
    consents: consentStates.map(({ purpose, state, updatedAt }) => ({ purpose, state, updatedAt })),
    files: history.files.map(({ id, name, size }) => ({ id: publicId("file", id), name, size })),
    timeline: readTimeline(history, messageEntries(`/w/${workspace.slug}`, messages), names, fields),
  };
}

/** Files come newest first. */
function latestFiles(files: readonly LeadFile[], name: string): LeadFile[] {
  const latest = files.find(({ field }) => field === name);
  return files.filter(({ submissionId }) => submissionId === latest?.submissionId);
}

export const action = changeConsent;

export default function LeadPage() {
  const lead = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const [query] = useSearchParams();
  const { base, here, zone, mayEdit } = lead;
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: base, label: "Leads" }}
        title={lead.title}
        lead={<MailStateBadge state={lead.mail} />}
        actions={
          mayEdit && (
            <>
              <LinkButton tone="quiet" to={`${here}/erase`}>
                Erase
              </LinkButton>
              <LinkButton to={`${here}/edit`} icon={<Pencil className="icon" aria-hidden="true" />}>
                Edit
              </LinkButton>
            </>
          )
        }
      />
      {query.has("saved") && !answer && (
        <Notice tone="good" live="polite">
          Saved.
        </Notice>
      )}
      {query.has("merged") && !answer && (
        <Notice tone="info" live="polite" title="This address was here already">
          What you entered was added to the lead.
        </Notice>
      )}
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      <Columns wideFirst>
        <Card title="What happened">
          {lead.timeline.length > 0 ? (
            <LeadTimeline entries={lead.timeline} zone={zone} base={base} />
          ) : (
            <p className="soft">Nothing yet.</p>
          )}
        </Card>
        <Stack gap={4}>
          <Card title="Person">
            <DetailsList
              items={[
                ...(lead.email ? [{ name: "Address", value: lead.email }] : []),
                ...(lead.name ? [{ name: "Name", value: lead.name }] : []),
                ...lead.fields
                  .filter((field) => field.name !== "name")
                  .map((field) => ({
                    name: field.label,
                    value: (
                      <>
                        <LeadValue field={field} base={base} />
                        <small className="soft lead-source">{field.source}</small>
                      </>
                    ),
                  })),
                { name: "Lead since", value: <TimeText at={lead.createdAt} zone={zone} /> },
              ]}
            />
            {mayEdit && (
              <p className="soft">
                <a href={`${here}/record.json`} download>
                  Save all that is held about them
                </a>{" "}
                to answer a request for a copy.
              </p>
            )}
          </Card>
          {lead.files.length > 0 && (
            <Card title="Files they sent">
              <ul>
                {lead.files.map((file) => (
                  <li key={file.id}>
                    <FileLink file={file} base={base} />
                  </li>
                ))}
              </ul>
              <p className="soft">Files come from strangers. Open them with care.</p>
            </Card>
          )}
          {lead.email && (
            <ConsentCard
              consents={lead.consents}
              stopped={lead.mail === "suppressed"}
              proof={`${here}/proof`}
              zone={zone}
              mayEdit={mayEdit}
              state={answer}
            />
          )}
          {!lead.email && (
            <Row>
              <p className="soft">Without an address nobody can be written to.</p>
            </Row>
          )}
        </Stack>
      </Columns>
    </Stack>
  );
}
