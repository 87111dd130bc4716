import { TimeText } from "~/components/ui/time-text";
import type { CampaignState } from "~/domain/campaigns/campaign";
import { CampaignStateBadge } from "./state-badge";

interface Props {
  state: CampaignState;
  startedAt: number;
  sendAt: number | undefined;
  finishedAt: number | undefined;
  audience: string;
  topic: string;
  zone: string;
}

function lasted(from: number, to: number): string {
  const minutes = Math.round((to - from) / 60_000);
  if (minutes < 1) return "less than a minute";
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** When, to whom, and how long it took. */
export function CampaignLead({ state, startedAt, sendAt, finishedAt, audience, topic, zone }: Props) {
  const began = sendAt ?? startedAt;
  const isToCome = state === "scheduled" || (state === "preparing" && sendAt !== undefined);
  const verb = isToCome ? "Leaves" : state === "sent" ? "Sent" : "Started";
  return (
    <>
      <CampaignStateBadge state={state} /> {verb} <TimeText at={began} zone={zone} /> to {audience}
      {topic && `, about ${topic}`}
      {finishedAt !== undefined && state === "sent" && ` · ${lasted(began, finishedAt)} to hand over`}
    </>
  );
}
