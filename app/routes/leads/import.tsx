import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { Download } from "lucide-react";
import { useEffect } from "react";
import { ImportStateBadge } from "~/components/leads/import-state-badge";
import { buttonClass } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { Progress } from "~/components/ui/progress";
import { StatRow } from "~/components/ui/stat-row";
import { TimeText } from "~/components/ui/time-text";
import { importProblemWords } from "~/domain/leads/lead-import";
import { rejectedRowsUntil } from "~/domain/leads/rejected-rows.server";
import { getLeadImport } from "~/domain/leads/start-lead-import.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId, storedId } from "~/lib/ids";
import { requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Import · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { workspaceId, base, member, workspace } = await requireLeads(args, "lead:read");
  const importId = storedId("import", args.params.import ?? "");
  if (!importId) throw data({ message: "There is no such import." }, { status: 404 });
  const { deps } = args.context;
  const { problems, ...shown } = await getLeadImport(deps, workspaceId, importId);
  if (shown.state === "draft") throw redirect(`${base}/imports/${publicId("import", importId)}/columns`);
  return {
    ...shown,
    base,
    zone: workspace.timeZone,
    mayEdit: mayDo(member.role, "lead:edit"),
    keptUntil: rejectedRowsUntil({ ...shown, problems }, deps.clock.now()),
    leftOut: `${base}/imports/${publicId("import", importId)}/left-out.csv`,
    problems: problems.map(({ row, kind, detail }) => ({ row, words: importProblemWords[kind], detail })),
  };
}

const askAgainMs = 1500;

export default function Import() {
  const shown = useLoaderData<typeof loader>();
  const { base, state, file, rowsDone, rowsTotal, created, merged, rejected, suppressed, problems } = shown;
  const { keptUntil, leftOut, mayEdit, zone } = shown;
  const { revalidate } = useRevalidator();
  const isUnderWay = state === "queued" || state === "running";
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(revalidate, askAgainMs);
    return () => clearInterval(timer);
  }, [isUnderWay, revalidate]);
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: `${base}/imports`, label: "Imports" }}
        title={file || "Import"}
        lead={<ImportStateBadge state={state} />}
        actions={state === "done" && <LinkButton to={base}>Show the leads</LinkButton>}
      />
      {isUnderWay && (
        <Card>
          <Progress
            label={state === "queued" ? "Waits for its turn" : "Importing"}
            done={rowsDone}
            total={state === "queued" ? undefined : rowsTotal}
            noun="rows"
            detail="You can leave this page; the work goes on."
          />
        </Card>
      )}
      {state === "failed" && (
        <Notice tone="bad" title="The import stopped">
          {rowsDone === 0
            ? "No row was taken. See below why; mend the file and import it again."
            : `${rowsDone === 1 ? "One row was read" : `${formatCount(rowsDone)} rows were read`}, and what came of it is kept. Mend the file and import it again: people who are here already are not doubled.`}
        </Notice>
      )}
      <StatRow
        label="What the file brought"
        stats={[
          { label: "New leads", value: created },
          { label: "Merged with leads", value: merged },
          { label: "Rows left out", value: rejected },
          { label: "Stay unsubscribed", value: suppressed },
        ]}
      />
      {problems.length > 0 && (
        <Card
          title={problems.length < rejected ? `The first ${problems.length} problems` : "Rows left out"}
          aside={
            keptUntil !== undefined &&
            mayEdit && (
              <a className={buttonClass({ small: true })} href={leftOut} download>
                <Download className="icon" aria-hidden="true" />
                Download these rows
              </a>
            )
          }
        >
          {keptUntil !== undefined && mayEdit && (
            <p className="soft">
              The file holds the rows as they came, with the reason beside each. Mend them there and import
              that file. It can be had until <TimeText at={keptUntil} zone={zone} show="date" />.
            </p>
          )}
          <DataTable
            caption="Rows that were left out"
            rows={problems}
            rowKey={(problem) => String(problem.row)}
            columns={[
              {
                key: "row",
                header: "In the file",
                primary: true,
                cell: (problem) => `Line ${formatCount(problem.row)}`,
              },
              { key: "words", header: "Why", cell: (problem) => problem.words },
              { key: "detail", header: "Where", breaks: true, cell: (problem) => problem.detail },
            ]}
          />
        </Card>
      )}
    </Stack>
  );
}
