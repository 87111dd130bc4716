import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeadTabs } from "~/components/leads/lead-tabs";
import { ActionForm } from "~/components/ui/action-form";
import { BulkBar } from "~/components/ui/bulk-bar";
import { Button } from "~/components/ui/button";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { TimeText } from "~/components/ui/time-text";
import { UndoNotice } from "~/components/ui/undo-notice";
import { listHeldSubmissions } from "~/domain/leads/decide-submissions.server";
import { countLeads } from "~/domain/leads/get-lead.server";
import { quarantineReasons } from "~/domain/leads/lead";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { decideQuarantine } from "./decide-quarantine.server";
import { requireLeads } from "./lead-request.server";
import leadsCss from "./leads.css?url";
import { readPlaceNames } from "./place-names.server";
import { shownField } from "./shown-fields.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leadsCss }];
export const meta: MetaFunction = () => [{ title: "Quarantine · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, member, base } = await requireLeads(args, "lead:read");
  const cursor = storedId("submission", new URL(args.request.url).searchParams.get("cursor") ?? "");
  const { data: rows, nextCursor } = await listHeldSubmissions(deps, workspaceId, { cursor, limit: 50 });
  const names = await readPlaceNames(
    deps,
    workspace,
    rows.map((row) => row.formId),
  );
  const fields = new Map((await listLeadFields(deps, workspaceId)).map((field) => [field.name, field]));
  return {
    base,
    zone: workspace.timeZone,
    mayEdit: mayDo(member.role, "lead:edit"),
    manages: mayDo(member.role, "workspace:manage"),
    held: (await countLeads(deps, workspaceId)).held,
    nextCursor: nextCursor && publicId("submission", nextCursor),
    submissions: rows.map((row) => ({
      id: publicId("submission", row.id),
      title: row.fields.email || row.fields.name || "Without an address",
      words: Object.entries(row.fields)
        .filter(([name]) => name !== "email")
        .map(([name, value]) => shownField(fields, name, value))
        .map(({ label, value }) => `${label}: ${value}`)
        .join(" · ")
        .slice(0, 240),
      form: names.form(row.formId).label,
      reason: quarantineReasons[row.quarantineReason] ?? row.quarantineReason,
      at: row.createdAt,
    })),
  };
}

export const action = decideQuarantine;

export default function Quarantine() {
  const { base, manages, zone, mayEdit, held, submissions, nextCursor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Stack gap={4}>
      <PageHeader title="Leads" />
      <LeadTabs base={base} held={held} manages={manages} />
      {answer?.done && answer.rejected && (
        <UndoNotice action={`${base}/quarantine`} fields={{ intent: "restore", ids: answer.rejected }}>
          {answer.done}
        </UndoNotice>
      )}
      {answer?.done && !answer.rejected && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {answer?.message && (
        <Notice tone="bad" live="assertive">
          {answer.message}
        </Notice>
      )}
      {submissions.length === 0 && (
        <EmptyState plain title="Nothing waits">
          Submissions that look like the work of a program are kept here for 30 days, so that no real person
          is lost. Those who sent them got the normal answer.
        </EmptyState>
      )}
      {submissions.length > 0 && (
        <>
          <p className="soft">
            These look doubtful. Accept what a person wrote: it becomes a lead, with the consents given. The
            rest is deleted 30 days after it came.
          </p>
          <DataTable
            caption="Submissions in quarantine, newest first"
            rows={submissions}
            rowKey={(row) => row.id}
            select={
              mayEdit
                ? { name: "submission", form: "bulk", label: (row) => `Choose ${row.title}` }
                : undefined
            }
            columns={[
              {
                key: "title",
                header: "Sent by",
                primary: true,
                cell: (row) => (
                  <>
                    {row.title}
                    {row.words && <p className="cell-detail">{row.words}</p>}
                  </>
                ),
              },
              { key: "form", header: "Form on", cell: (row) => row.form },
              { key: "reason", header: "Why it waits", cell: (row) => row.reason },
              { key: "at", header: "Came", cell: (row) => <TimeText at={row.at} zone={zone} /> },
            ]}
          />
        </>
      )}
      {submissions.length > 0 && mayEdit && (
        <ActionForm id="bulk" className="">
          <BulkBar noun="submissions">
            <Button type="submit" name="intent" value="accept" small>
              Accept
            </Button>
            <Button type="submit" name="intent" value="reject" small>
              Reject
            </Button>
          </BulkBar>
        </ActionForm>
      )}
      <Pagination label="Submissions" nextCursor={nextCursor} />
    </Stack>
  );
}
