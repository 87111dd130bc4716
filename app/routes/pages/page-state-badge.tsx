import { Badge, type Tone } from "~/components/ui/badge";
import type { PageState } from "~/domain/pages/page";

const tones: Record<PageState, Tone> = { draft: "neutral", live: "good", changed: "info", removed: "warn" };
const words: Record<PageState, string> = {
  draft: "Draft",
  live: "Live",
  changed: "Live, edited since",
  removed: "Removed",
};

export const PageStateBadge = ({ state }: { state: PageState }) => (
  <Badge tone={tones[state]}>{words[state]}</Badge>
);
