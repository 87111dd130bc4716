import { Badge, type Tone } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { Progress } from "~/components/ui/progress";
import { formatSize } from "~/components/ui/size";
import { TimeText } from "~/components/ui/time-text";
import type { ExportState } from "~/domain/termination/export";

export interface ShownExport {
  id: string;
  state: ExportState;
  rowsDone: number;
  rowsTotal: number;
  size: number;
  sha256: string;
  error: string;
  createdAt: number;
  expiresAt: number | undefined;
  to: string;
}

const words: Record<ExportState, { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "info" },
  running: { label: "Being made", tone: "info" },
  done: { label: "Ready", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  expired: { label: "Expired", tone: "neutral" },
};

function Outcome({ row, timeZone }: { row: ShownExport; timeZone: string }) {
  if (row.state === "done") {
    return (
      <div>
        <a href={row.to} download>
          Download the archive
        </a>{" "}
        <span className="soft figures">
          {formatSize(row.size)}, until <TimeText at={row.expiresAt ?? 0} zone={timeZone} show="date" />
          <br />
          <small>SHA-256 {row.sha256}</small>
        </span>
      </div>
    );
  }
  if (row.state === "failed") return <span>{row.error}</span>;
  if (row.state === "expired") return <span className="soft">Removed after a week.</span>;
  return (
    <Progress
      label="Rows written"
      done={row.rowsDone}
      total={row.rowsTotal > 0 ? row.rowsTotal : undefined}
      noun="rows"
    />
  );
}

/** Archives of a workspace, newest first. */
export function ExportList({ exports, timeZone }: { exports: readonly ShownExport[]; timeZone: string }) {
  return (
    <DataTable
      caption="Archives"
      rows={exports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "made",
          header: "Ordered",
          primary: true,
          cell: (row) => <TimeText at={row.createdAt} zone={timeZone} />,
        },
        {
          key: "state",
          header: "State",
          cell: (row) => <Badge tone={words[row.state].tone}>{words[row.state].label}</Badge>,
        },
        {
          key: "outcome",
          header: "Archive",
          breaks: true,
          cell: (row) => <Outcome row={row} timeZone={timeZone} />,
        },
      ]}
    />
  );
}
