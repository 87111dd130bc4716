import { Badge, type Tone } from "~/components/ui/badge";
import { type CampaignState, stateWords } from "~/domain/campaigns/campaign";

const tones: Record<CampaignState, Tone> = {
  draft: "neutral",
  preparing: "info",
  scheduled: "info",
  sending: "info",
  paused: "warn",
  sent: "good",
  stopped: "neutral",
};

export const CampaignStateBadge = ({ state }: { state: CampaignState }) => (
  <Badge tone={tones[state]}>{stateWords[state]}</Badge>
);
