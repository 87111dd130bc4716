import { Badge, type Tone } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { TimeText } from "~/components/ui/time-text";
import type { StandingAction, StandingActionKind } from "~/domain/acceptable-use/standing-action";
import { suspensionRules } from "~/domain/acceptable-use/suspension-rules";

const words: Record<StandingActionKind, { label: string; tone: Tone }> = {
  suspend: { label: "Suspended", tone: "bad" },
  reinstate: { label: "Reinstated", tone: "good" },
  appeal: { label: "Appeal", tone: "info" },
};

type Shown = Pick<StandingAction, "id" | "action" | "rule" | "reason" | "createdAt">;

/** Suspensions, appeals and reinstatements, newest first. */
export function StandingHistory({ actions, timeZone }: { actions: readonly Shown[]; timeZone?: string }) {
  return (
    <DataTable
      caption="Decisions and appeals"
      rows={actions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "action",
          header: "What",
          primary: true,
          cell: (row) => <Badge tone={words[row.action].tone}>{words[row.action].label}</Badge>,
        },
        {
          key: "rule",
          header: "Rule",
          cell: ({ rule }) => suspensionRules[rule] ?? (rule && <code>{rule}</code>),
        },
        { key: "reason", header: "In words", cell: (row) => row.reason },
        { key: "when", header: "When", cell: (row) => <TimeText at={row.createdAt} zone={timeZone} /> },
      ]}
    />
  );
}
