import { ArrowRight } from "lucide-react";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import { DetailsList } from "~/components/ui/details-list";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import type { LeftOut } from "~/domain/pages/page-package";
import type { ImportDone } from "./import-request.server";

type Place = LeftOut["lines"][number];

/** The lines in which something stood, to look it up there; the page's own file is not named. */
function Places({ lines, page }: Pick<LeftOut, "lines"> & { page: string }) {
  const [first, ...others] = lines;
  if (!first) return <span className="soft">The whole file</span>;
  const inFile = ({ file }: Place) => (file === page ? "" : ` of ${file}`);
  return (
    <details>
      <summary>
        {others.length === 0 ? `Line ${first.line}${inFile(first)}` : `${lines.length} lines`}
      </summary>
      <ol className="import-lines">
        {lines.map((place) => (
          <li key={`${place.file} ${place.line}`} value={place.line}>
            <code>{place.text}</code>
            {others.length > 0 && inFile(place) && <span className="soft">{inFile(place)}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What became of a file: what is kept, and what was left out, why and where it stood. */
export function ImportReportView({ at, report }: ImportDone) {
  const { leftOut } = report;
  const open = (
    <LinkButton to={at} reloadDocument prefetch="none" tone="primary" icon={<ArrowRight className="icon" />}>
      Open the page
    </LinkButton>
  );
  return (
    <Stack gap={4}>
      <Notice tone="good" live="polite" title="The page is there, as a draft" action={open}>
        Nothing is published yet. Its forms are forms of this workspace now.
      </Notice>
      <Card title="Kept">
        <DetailsList
          items={[
            { name: "Page", value: report.file },
            { name: "Forms", value: String(report.forms) },
            { name: "Style sheets", value: String(report.styleSheets) },
            { name: "Pictures", value: String(report.pictures) },
            { name: "Fonts", value: String(report.fonts) },
          ]}
        />
      </Card>
      {leftOut.length > 0 && (
        <Card title={`Left out or changed (${leftOut.length})`}>
          <DataTable
            caption="What was left out or changed, why, and where it stood in the file"
            rows={leftOut}
            rowKey={({ what, why }) => `${what} ${why}`}
            columns={[
              { key: "what", header: "What", primary: true, cell: ({ what }) => <code>{what}</code> },
              { key: "why", header: "Why", cell: ({ why }) => why },
              {
                key: "where",
                header: "Where",
                cell: ({ lines }) => <Places lines={lines} page={report.file} />,
              },
            ]}
          />
        </Card>
      )}
    </Stack>
  );
}
