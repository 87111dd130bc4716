import { Badge, type Tone } from "~/components/ui/badge";
import type { ImportState } from "~/domain/leads/lead-import";

const states: Record<ImportState, { tone: Tone; label: string }> = {
  draft: { tone: "warn", label: "Not begun" },
  queued: { tone: "info", label: "Waiting" },
  running: { tone: "info", label: "Running" },
  done: { tone: "good", label: "Done" },
  failed: { tone: "bad", label: "Stopped" },
};

export function ImportStateBadge({ state }: { state: ImportState }) {
  const { tone, label } = states[state];
  return <Badge tone={tone}>{label}</Badge>;
}
